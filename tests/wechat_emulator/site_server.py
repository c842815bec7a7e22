"""An account's own server, as somebody writes it with wechatpy."""

import threading
from collections.abc import Iterator
from contextlib import contextmanager
from typing import Any

from werkzeug.serving import make_server
from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.state.callback_crypto import MessageCrypto, sign
from plugins.wechat_emulator.state.event_xml import parse_xml, render_xml

TOKEN, AES_KEY = "sitetoken", "abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG"


class Site:
    """Checks signatures, keeps what it was told, and answers as it was asked to.

    ``answers``: what to say to the next calls; ``None`` waits for ``release``. When they are used up: nothing.
    """

    def __init__(self, appid: str) -> None:
        self.crypto = MessageCrypto(AES_KEY, appid)
        self.token = TOKEN
        self.url = ""
        self.told: list[dict[str, str]] = []
        self.queries: list[dict[str, str]] = []
        self.bodies: list[str] = []
        self.answers: list[str | Response | None] = []
        self.release = threading.Event()
        self.called = threading.Semaphore(0)

    def respond(self, request: Request) -> Response:
        query = request.args.to_dict()
        if query["signature"] != sign(self.token, query["timestamp"], query["nonce"]):
            return Response("wrong signature", 403)
        if request.method == "GET":
            return Response(query["echostr"])
        self.queries.append(query)
        self.bodies.append(request.get_data(as_text=True))
        self.told.append(self._opened(query, self.bodies[-1]))
        self.called.release()
        answer = self.answers.pop(0) if self.answers else ""
        if answer is None:
            self.release.wait(10)
        return answer if isinstance(answer, Response) else Response(answer or "")

    def reply(self, words: str, **changes: object) -> str:
        """Return an answer to the first follower's message."""
        return render_xml({"CreateTime": 1, "MsgType": "text", "Content": words, **changes})

    def sealed(self, text: str, **changes: str) -> str:
        """Return an encrypted answer."""
        encrypted = self.crypto.encrypt(text, b"fedcba9876543210")
        signature = sign(TOKEN, "1", "n", encrypted)
        return render_xml({"Encrypt": encrypted, "MsgSignature": signature, "TimeStamp": 1, "Nonce": "n", **changes})

    def _opened(self, query: dict[str, str], body: str) -> dict[str, str]:
        fields = parse_xml(body)
        if query.get("encrypt_type") != "aes":
            return fields
        encrypted = fields["Encrypt"]
        assert query["msg_signature"] == sign(TOKEN, query["timestamp"], query["nonce"], encrypted)
        return parse_xml(self.crypto.decrypt(encrypted))


@contextmanager
def running(site: Site) -> Iterator[str]:
    """Serve a site while the block lasts and yield its address."""

    def application(environ: Any, start_response: Any) -> Any:
        return site.respond(Request(environ))(environ, start_response)

    server = make_server("127.0.0.1", 0, application, threaded=True)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
    thread.start()
    try:
        yield f"http://127.0.0.1:{server.port}/wechat?site=1"
    finally:
        site.release.set()
        server.shutdown()
        thread.join()
        server.server_close()
