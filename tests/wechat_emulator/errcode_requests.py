"""Requests that are refused, in a few words each."""

from collections.abc import Callable
from typing import Any

from plugins.wechat_emulator import DEMO_APPID, Fault
from tests.wechat_emulator.conftest import Api, article, credentials

Answer = dict[str, Any]
Row = tuple[int, str, Callable[[Api], Answer]]
VIEW = {"type": "view", "name": "官网", "url": "https://tea.example.com/"}
TEXT = {"msgtype": "text", "text": {"content": "新茶"}, "filter": {"is_to_all": True}}
YEAR_2026 = {"begin_date": "2026-01-01", "end_date": "2026-01-01"}
SEVEN_IN_THE_MORNING = 1_790_031_600  # 2026-09-22 in Shanghai
LONG_URL = "https://tea.example.com/" + "a" * 1024
NOWHERE = "nobody-has-this-id"
GOODS, NO_GOODS = ({"footer_product_info": {"product_key": key}} for key in ("k" * 9, "?"))


def add(**changes: object) -> Callable[[Api], Answer]:
    return lambda api: api.post("draft/add", {"articles": [article(api.cover(), **changes)]})


def post(name: str, body: object) -> Callable[[Api], Answer]:
    return lambda api: api.post(name, body)


def after(prepare: Callable[[Api], object], call: Callable[[Api], Answer]) -> Callable[[Api], Answer]:
    def run(api: Api) -> Answer:
        prepare(api)
        return call(api)

    return run


def settings(call: Callable[[Api], Answer], **values: object) -> Callable[[Api], Answer]:
    return after(lambda api: api.settings(**values), call)


def last(times: int, call: Callable[[Api], Answer]) -> Callable[[Api], Answer]:
    return lambda api: [call(api) for _ in range(times)][-1]


def fault(name: str, errcode: int) -> Row:
    def run(api: Api) -> Answer:
        api.store.faults.add(name, Fault("errcode", errcode))
        return api.post(name, {})

    return errcode, f"a fault at {name}", run


def token(**changes: object) -> Callable[[Api], Answer]:
    return post("stable_token", credentials(**changes))  # type: ignore[arg-type]


def use_token(value: str) -> Callable[[Api], Answer]:
    return after(lambda api: setattr(api, "token", value), lambda api: api.get("draft/count"))


def upload(name: str, data: bytes, kind: str = "image", call: str = "material/add_material") -> Callable[[Api], Answer]:
    return lambda api: api.upload(call, name, data, type=kind)


def menu(*buttons: object) -> Callable[[Api], Answer]:
    return post("menu/create", {"button": list(buttons)})


def child(**changes: object) -> dict[str, object]:
    return {"name": "更多", "sub_button": [{**VIEW, **changes}]}


def conditional(button: object = None, **rule: object) -> Callable[[Api], Answer]:
    body = {"button": [VIEW] if button is None else button, "matchrule": rule or {"client_platform_type": "1"}}
    return after(menu(VIEW), post("menu/addconditional", body))


def region(**rule: object) -> Callable[[Api], Answer]:
    return settings(conditional(**rule), menu_regions=True)


def mass(**changes: object) -> Callable[[Api], Answer]:
    return post("message/mass/sendall", {**TEXT, **changes})


def preview(number: int) -> Callable[[Api], Answer]:
    """Show a message to one of the dozen people around the account."""
    return lambda api: api.post(
        "message/mass/preview", {**TEXT, "touser": api.store.followers.everybody(DEMO_APPID)[number].openid}
    )


def take_back(**changes: object) -> Callable[[Api], Answer]:
    def run(api: Api) -> Answer:
        sent = api.post("message/mass/sendall", {**TEXT, "msgtype": "mpnews", "mpnews": {"media_id": api.draft()}})
        return api.post("message/mass/delete", {"msg_id": sent["msg_id"], **changes})

    return run


def tag(name: object) -> Callable[[Api], Answer]:
    return post("tags/create", {"tag": {"name": name}})


def put_tag(tag_id: object, openids: object) -> Callable[[Api], Answer]:
    return post("tags/members/batchtagging", {"tagid": tag_id, "openid_list": openids})


def fill_with_tags(api: Api) -> None:
    """Make 21 tags and let the first follower carry 20 of them."""
    for number in range(21):
        made = api.post("tags/create", {"tag": {"name": f"标签{number}"}})["tag"]["id"]
        if number < 20:
            api.post("tags/members/batchtagging", {"tagid": made, "openid_list": api.openids()[:1]})


def tag_first(followers: int) -> Callable[[Api], Answer]:
    return after(fill_with_tags, lambda api: put_tag(120, api.openids()[:followers])(api))


def rid(days: int = 0, profile: str = "") -> Callable[[Api], Answer]:
    def run(api: Api) -> Answer:
        found = api.post("draft/get", {"media_id": "x"})["errmsg"].rpartition("rid: ")[2]
        api.store.clock.advance(days * 86400)
        api.become(profile) if profile else api.renew_token()
        return api.post("openapi/rid/get", {"rid": found})

    return run


def seven_in_the_morning(api: Api) -> Answer:
    api.store.clock.set(SEVEN_IN_THE_MORNING)
    api.renew_token()
    return api.post("datacube/getusersummary", {"begin_date": "2026-09-21", "end_date": "2026-09-21"})


def send_a_minute_ago(api: Api) -> None:
    mass(clientmsgid="a")(api)
    api.store.clock.advance(60)


def delete_shown_picture(api: Api) -> Answer:
    cover = api.cover()
    menu({"type": "media_id", "name": "图", "media_id": cover})(api)
    return api.post("material/del_material", {"media_id": cover})
