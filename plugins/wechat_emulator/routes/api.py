"""The way of every call: endpoint, method, account, permission, quota, handler."""

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.routes import callback, qrcode
from plugins.wechat_emulator.routes.answer import refused, respond
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.routes.endpoints import ENDPOINTS, Endpoint
from plugins.wechat_emulator.routes.paths import name_of
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.call_log import scrubbed
from plugins.wechat_emulator.state.faults import Fault
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.rids import RefusedCall
from plugins.wechat_emulator.state.situations import check_situations
from plugins.wechat_emulator.state.store import Store

_NOBODY = Account("", "")


def answer_call(store: Store, request: Request) -> Response:
    """Answer a call below /cgi-bin/ or /datacube/, at HTTP 200 whatever happens but for showqrcode."""
    if request.path == qrcode.SHOW_PATH:
        return qrcode.show(store, request)
    name = name_of(request.path)
    fault = store.faults.take(name)
    if fault is not None and fault.kind == "drop_before":
        return dropped()
    try:
        response = _handled(store, request, name, fault)
    except Refusal as refusal:
        response = _refused(store, request, refusal)
    except HTTPException:  # werkzeug on a form that is broken or has oversized fields
        response = _refused(store, request, Refusal(47001))
    return _spoilt(response, fault)


def dropped() -> Response:
    """Return an answer that promises more bytes than it has, so that the connection breaks."""
    return Response([b"{"], headers={"Content-Length": "1000"}, content_type="application/json")


def _handled(store: Store, request: Request, name: str, fault: Fault | None) -> Response:
    if name not in ENDPOINTS:
        raise Refusal(40066)
    endpoint = ENDPOINTS[name]
    if request.method != endpoint.method:
        raise Refusal(43002 if endpoint.method == "POST" else 43001)
    if fault is not None and fault.kind == "errcode":
        raise Refusal(fault.errcode)
    account = _caller(store, request, endpoint, name)
    with store.transaction():
        store.settle(account)
        answer = endpoint.handler(Call(store, request, account))
        store.settle(account)
    callback.deliver_if_automatic(store, account.appid)
    if isinstance(answer, Refusal):
        return _refused(store, request, answer)
    return respond(answer, account.settings.plain_text)


def _refused(store: Store, request: Request, refusal: Refusal) -> Response:
    now = store.clock.now()
    rid = store.ids.rid(now)
    response = respond(refused(refusal, rid))
    store.rids.keep(rid, _shown(store, request, now, response))
    return response


def _shown(store: Store, request: Request, now: int, response: Response) -> RefusedCall:
    """Return what openapi/rid/get tells of a call: nothing secret, no bodies of the calls that carry secrets."""
    try:
        appid = store.tokens.account_of(request.args.get("access_token")).appid
    except Refusal:
        appid = ""
    body = request.get_data(as_text=True) if appid and request.mimetype != "multipart/form-data" else ""
    url = f"{request.host}{request.path}?{scrubbed(request.query_string.decode('utf-8', 'replace'))}"
    return RefusedCall(appid, now, url, body, response.get_data(as_text=True), request.remote_addr or "127.0.0.1")


def _caller(store: Store, request: Request, endpoint: Endpoint, name: str) -> Account:
    """Return the account, after its situation, permission and quota."""
    account = endpoint.caller(Call(store, request, _NOBODY))
    check_situations(account.settings.situations, name)
    if not account.profile.may_call(name):
        raise Refusal(48001)
    store.quota.spend(account, name)
    return account


def _spoilt(response: Response, fault: Fault | None) -> Response:
    if fault is not None and fault.kind == "drop_after":
        return dropped()
    if fault is not None and fault.kind == "truncate":
        data = response.get_data()
        response.set_data(data[: len(data) // 2])
    return response
