"""Every endpoint that is imitated: its name, its method, its handler."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.wechat_emulator.routes import (
    conditional_menu,
    datacube,
    draft,
    freepublish,
    mass,
    material,
    media,
    menu,
    openapi,
    qrcode,
    quota,
    tags,
    ticket,
    token,
)
from plugins.wechat_emulator.routes.answer import Answer
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.statistics import KINDS


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
    "freepublish/submit": Endpoint("POST", freepublish.submit),
    "freepublish/get": Endpoint("POST", freepublish.get),
    "freepublish/getarticle": Endpoint("POST", freepublish.getarticle),
    "freepublish/batchget": Endpoint("POST", freepublish.batchget),
    "freepublish/delete": Endpoint("POST", freepublish.delete),
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
    "menu/addconditional": Endpoint("POST", conditional_menu.add),
    "menu/delconditional": Endpoint("POST", conditional_menu.delete),
    "menu/trymatch": Endpoint("POST", conditional_menu.trymatch),
    "qrcode/create": Endpoint("POST", qrcode.create),
    "tags/create": Endpoint("POST", tags.create),
    "tags/get": Endpoint("GET", tags.get),
    "tags/update": Endpoint("POST", tags.update),
    "tags/delete": Endpoint("POST", tags.delete),
    "tags/members/batchtagging": Endpoint("POST", tags.batchtagging),
    "tags/members/batchuntagging": Endpoint("POST", tags.batchuntagging),
    "tags/getidlist": Endpoint("POST", tags.getidlist),
    "user/tag/get": Endpoint("POST", tags.members),
    "user/get": Endpoint("GET", tags.followers),
    "ticket/getticket": Endpoint("GET", ticket.getticket),
    "message/mass/sendall": Endpoint("POST", mass.sendall),
    "message/mass/send": Endpoint("POST", mass.send),
    "message/mass/preview": Endpoint("POST", mass.preview),
    "message/mass/get": Endpoint("POST", mass.get),
    "message/mass/delete": Endpoint("POST", mass.delete),
    "message/mass/speed/get": Endpoint("POST", mass.get_speed),
    "message/mass/speed/set": Endpoint("POST", mass.set_speed),
    "clear_quota": Endpoint("POST", quota.clear),
    "clear_quota/v2": Endpoint("POST", quota.clear_by_secret, quota.secret_caller),
    "openapi/quota/get": Endpoint("POST", lambda call: openapi.get_quota(call, ENDPOINTS)),
    "openapi/quota/clear": Endpoint("POST", lambda call: openapi.clear_quota(call, ENDPOINTS)),
    "openapi/rid/get": Endpoint("POST", openapi.get_rid),
    "get_api_domain_ip": Endpoint("GET", openapi.get_api_domain_ip),
    **{f"datacube/{name}": Endpoint("POST", datacube.report(name)) for name in KINDS},
}
