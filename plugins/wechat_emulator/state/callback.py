"""Calls to an account's own server: the handshake, and messages with their answers.

https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Passive_user_reply_message.html
"""

import hashlib
import time
from collections.abc import Mapping
from dataclasses import dataclass, field

import requests

from plugins.wechat_emulator.state.callback_crypto import RANDOM_BYTES, MessageCrypto, NotDecrypted, sign
from plugins.wechat_emulator.state.callback_servers import CallbackServer, ServerRefused
from plugins.wechat_emulator.state.event_xml import Fields, NotXml, parse_xml, render_xml

DEADLINE_S, ATTEMPTS, LONGEST_ANSWER_BYTES = 5.0, 3, 1024 * 1024
_QUIET = ("", "success")


class BadAnswer(Exception):
    """An answer that WeChat does not take; the user reads "service unavailable"."""


@dataclass(frozen=True)
class Delivery:
    """How a message fared: what was wrong each time, and the answer's fields (none for an empty answer).

    ``reached`` is true when the last attempt was answered as it should be.
    """

    reached: bool
    problems: tuple[str, ...] = ()
    reply: Mapping[str, str] = field(default_factory=dict)


@dataclass(frozen=True)
class Caller:
    """Calls one server for one account; ``now`` and ``nonce`` go into the signature."""

    server: CallbackServer
    appid: str
    now: int
    nonce: str
    deadline_s: float = DEADLINE_S

    def shake_hands(self) -> None:
        """Ask the server to prove that it knows the token. Raises ServerRefused."""
        echo = str(int(hashlib.sha256(self.nonce.encode()).hexdigest()[:15], 16))
        try:
            answer = self._call("GET", self._signed() | {"echostr": echo}, b"")
        except BadAnswer as problem:
            raise ServerRefused(f"{self.server.url}: {problem}") from None
        if answer != echo:
            raise ServerRefused(f"{self.server.url}: the answer is not the echostr that was sent.")

    def deliver(self, fields: Fields) -> Delivery:
        """Post a message, up to three times until it is answered in time."""
        problems: list[str] = []
        query, body = self._message(fields)
        while len(problems) < ATTEMPTS:
            try:
                return Delivery(True, tuple(problems), self._checked(self._call("POST", query, body), fields))
            except BadAnswer as problem:
                problems.append(str(problem))
        return Delivery(False, tuple(problems))

    def _message(self, fields: Fields) -> tuple[dict[str, str], bytes]:
        query = self._signed() | {"openid": str(fields["FromUserName"])}
        text = render_xml(fields)
        if self.server.mode == "plain":
            return query, text.encode()
        random = hashlib.sha256(f"{self.nonce}/{text}".encode()).hexdigest()[:RANDOM_BYTES].encode()
        encrypted = self._crypto().encrypt(text, random)
        signature = sign(self.server.token, str(self.now), self.nonce, encrypted)
        shown = {"ToUserName": fields["ToUserName"]} if self.server.mode == "safe" else dict(fields)
        body = render_xml(shown | {"Encrypt": encrypted})
        return query | {"encrypt_type": "aes", "msg_signature": signature}, body.encode()

    def _checked(self, answer: str, fields: Fields) -> Mapping[str, str]:
        """Return the fields of an answer. Raises BadAnswer."""
        if answer in _QUIET:
            return {}
        try:
            reply = parse_xml(answer)
            if self.server.mode == "safe":
                reply = parse_xml(self._opened(reply))
        except (NotXml, NotDecrypted) as problem:
            raise BadAnswer(f"the answer is neither empty, success nor XML: {problem}") from None
        if (reply.get("ToUserName"), reply.get("FromUserName")) != (fields["FromUserName"], fields["ToUserName"]):
            raise BadAnswer("the answer does not swap ToUserName and FromUserName")
        return reply

    def _opened(self, reply: Mapping[str, str]) -> str:
        encrypted = reply.get("Encrypt", "")
        expected = sign(self.server.token, reply.get("TimeStamp", ""), reply.get("Nonce", ""), encrypted)
        if reply.get("MsgSignature") != expected:
            raise BadAnswer("MsgSignature does not fit the answer")
        return self._crypto().decrypt(encrypted)

    def _crypto(self) -> MessageCrypto:
        return MessageCrypto(self.server.aes_key, self.appid)

    def _signed(self) -> dict[str, str]:
        timestamp = str(self.now)
        signature = sign(self.server.token, timestamp, self.nonce)
        return {"signature": signature, "timestamp": timestamp, "nonce": self.nonce}

    def _call(self, method: str, query: Mapping[str, str], body: bytes) -> str:
        """Return the body of an answer that came in time. Raises BadAnswer."""
        end = time.monotonic() + self.deadline_s
        headers = {"Content-Type": "text/xml", "User-Agent": "Mozilla/4.0", "Connection": "close"}
        try:
            with requests.Session() as session:
                session.trust_env = False
                with session.request(
                    method,
                    self.server.url,
                    params=query,
                    data=body,
                    headers=headers,
                    timeout=self.deadline_s,
                    stream=True,
                    allow_redirects=False,
                ) as response:
                    return _read(response, end)
        except requests.Timeout:
            raise BadAnswer(f"no answer within {self.deadline_s:g} s") from None
        except requests.RequestException as problem:
            raise BadAnswer(f"no connection: {type(problem).__name__}") from None


def _read(response: requests.Response, end: float) -> str:
    if response.status_code != 200:
        raise BadAnswer(f"HTTP {response.status_code}")
    data = b""
    for chunk in response.iter_content(8192):
        data += chunk
        if time.monotonic() > end:
            raise BadAnswer("the answer did not end in time")
        if len(data) > LONGEST_ANSWER_BYTES:
            raise BadAnswer("the answer is too long")
    try:
        return data.decode().strip()
    except UnicodeDecodeError:
        raise BadAnswer("the answer is not UTF-8") from None
