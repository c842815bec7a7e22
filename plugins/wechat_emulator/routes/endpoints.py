"""Every endpoint that is imitated: its path below /cgi-bin/, its method, its handler."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.wechat_emulator.routes import draft, material, media, menu, quota, token
from plugins.wechat_emulator.routes.answer import Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.accounts import Account


def token_caller(call: Call) -> Account:
    """Return the account that the token in the query opens."""
    return call.store.tokens.account_of(call.query("access_token"))


@dataclass(frozen=True)
class Endpoint:
    """How a call is answered; ``caller`` finds out whose account it is."""

    method: str
    handler: Callable[[Call], Answer]
    caller: Callable[[Call], Account] = token_caller


ENDPOINTS: Mapping[str, Endpoint] = {
    "token": Endpoint("GET", token.classic, token.classic_caller),
    "stable_token": Endpoint("POST", token.stable, token.stable_caller),
    "draft/add": Endpoint("POST", draft.add),
    "draft/update": Endpoint("POST", draft.update),
    "draft/get": Endpoint("POST", draft.get),
    "draft/batchget": Endpoint("POST", draft.batchget),
    "draft/count": Endpoint("GET", draft.count),
    "draft/delete": Endpoint("POST", draft.delete),
    "draft/switch": Endpoint("POST", draft.switch),
    "material/add_material": Endpoint("POST", material.add),
    "material/get_material": Endpoint("POST", material.get),
    "material/del_material": Endpoint("POST", material.delete),
    "material/get_materialcount": Endpoint("GET", material.count),
    "material/batchget_material": Endpoint("POST", material.batchget),
    "material/add_news": Endpoint("POST", material.withdrawn),
    "material/update_news": Endpoint("POST", material.withdrawn),
    "media/uploadimg": Endpoint("POST", media.uploadimg),
    "media/upload": Endpoint("POST", media.upload),
    "media/get": Endpoint("GET", media.get),
    "menu/create": Endpoint("POST", menu.create),
    "menu/get": Endpoint("GET", menu.get),
    "menu/delete": Endpoint("GET", menu.delete),
    "get_current_selfmenu_info": Endpoint("GET", menu.current),
    "clear_quota": Endpoint("POST", quota.clear),
    "clear_quota/v2": Endpoint("POST", quota.clear_by_secret, quota.secret_caller),
}
