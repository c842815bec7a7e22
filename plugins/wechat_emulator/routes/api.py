"""The way of every call: endpoint, method, account, permission, quota, handler."""

from werkzeug.exceptions import HTTPException
from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.routes.answer import refused, respond
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.routes.endpoints import ENDPOINTS, Endpoint
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.faults import Fault
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.store import Store

PREFIX = "/cgi-bin/"
_NOBODY = Account("", "")


def answer_call(store: Store, request: Request) -> Response:
    """Answer a call below /cgi-bin/, at HTTP 200 whatever happens."""
    name = request.path.removeprefix(PREFIX)
    fault = store.faults.take(name)
    if fault is not None and fault.kind == "drop_before":
        return dropped()
    try:
        response = _handled(store, request, name, fault)
    except Refusal as refusal:
        response = _refused(store, refusal)
    except HTTPException:  # werkzeug on a form that is broken or has oversized fields
        response = _refused(store, Refusal(47001))
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
        answer = endpoint.handler(Call(store, request, account))
    return respond(answer, account.settings.plain_text)


def _refused(store: Store, refusal: Refusal) -> Response:
    return respond(refused(refusal, store.ids.rid(store.clock.now())))


def _caller(store: Store, request: Request, endpoint: Endpoint, name: str) -> Account:
    """Return the account, after permission and quota."""
    account = endpoint.caller(Call(store, request, _NOBODY))
    if name in account.profile.closed:
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
