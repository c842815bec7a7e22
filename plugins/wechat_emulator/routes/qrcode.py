"""QR codes with a parameter.

https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.html
"""

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.routes.answer import Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.qr_picture import draw_qr
from plugins.wechat_emulator.state.store import Store

SHOW_PATH = "/cgi-bin/showqrcode"


def create(call: Call) -> Answer:
    """Make a code; only temporary ones say how long they last."""
    code = call.store.qr_codes.create(call.account, call.body)
    answer: dict[str, object] = {"ticket": code.ticket, "url": code.url}
    if code.expires_at is not None:
        answer["expire_seconds"] = call.store.qr_codes.seconds_left(code)
    return answer


def show(store: Store, request: Request) -> Response:
    """Serve the picture of a ticket without any token; HTTP 404 for a ticket that is bad or over."""
    code = store.qr_codes.get(request.args.get("ticket", ""))
    if request.method != "GET" or code is None:
        return Response("not found", 404, content_type="text/html")
    return Response(draw_qr(code.url), content_type="image/jpg")
