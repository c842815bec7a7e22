"""What each kind of account may call."""

import pytest

from plugins.wechat_emulator.routes.endpoints import ENDPOINTS
from plugins.wechat_emulator.state.profiles import PROFILES
from tests.wechat_emulator.conftest import Api

SAMPLES = {
    "draft": "draft/count",
    "material": "material/batchget_material",
    "publish": "freepublish/batchget",
    "menu": "menu/create",
    "conditional": "menu/addconditional",
    "selfmenu": "get_current_selfmenu_info",
    "qrcode": "qrcode/create",
    "tags": "tags/get",
    "ticket": "ticket/getticket",
    "statistics": "datacube/getusersummary",
    "mass": "message/mass/sendall",
    "mass_to_list": "message/mass/send",
}
FOR_EVERYBODY = {"draft", "material", "selfmenu", "ticket"}
VERIFIED = FOR_EVERYBODY | {"publish", "menu", "conditional", "tags", "statistics", "mass"}
OPEN = {
    "verified_service": set(SAMPLES),
    "verified_subscription": VERIFIED,
    "unverified": FOR_EVERYBODY,
    "personal": FOR_EVERYBODY,
    "test": set(SAMPLES),
}


@pytest.mark.parametrize("profile", sorted(PROFILES))
def test_what_is_open(api: Api, profile: str) -> None:
    api.become(profile)
    found = set()
    for group, name in SAMPLES.items():
        answer = api.get(name) if ENDPOINTS[name].method == "GET" else api.post(name, {})
        if answer.get("errcode") != 48001:
            found.add(group)
    assert found == OPEN[profile]


@pytest.mark.parametrize("profile", ["unverified", "personal"])
def test_five_publishing_calls_are_closed(api: Api, profile: str) -> None:
    api.become(profile)
    for name in ("submit", "get", "getarticle", "batchget", "delete"):
        assert api.post(f"freepublish/{name}", {})["errcode"] == 48001


@pytest.mark.parametrize(
    ("profile", "name", "limit"),
    [
        ("verified_service", "freepublish/submit", 100),
        ("verified_service", "freepublish/delete", 10),
        ("verified_service", "draft/get", 500),
        ("verified_service", "menu/get", 10_000),
        ("verified_service", "menu/trymatch", 20_000),
        ("verified_service", "qrcode/create", 100_000),
        ("test", "qrcode/create", 10_000),
        ("test", "token", 200),
        ("test", "menu/create", 100),
        ("test", "media/upload", 500),
        ("test", "media/get", 1000),
        ("test", "draft/add", 1000),
    ],
)
def test_calls_a_day(api: Api, profile: str, name: str, limit: int) -> None:
    api.become(profile)
    answer = api.post("openapi/quota/get", {"cgi_path": f"/cgi-bin/{name}"})
    assert answer["quota"] == {"daily_limit": limit, "used": 0, "remain": limit}
