"""QR codes with a parameter, and their pictures."""

import io

import pytest
import zxingcpp
from PIL import Image

from tests.wechat_emulator.conftest import BASE, Api

SHOW = f"{BASE}/cgi-bin/showqrcode"


def create(api: Api, action: str, seconds: object = 60, **scene: object) -> dict[str, object]:
    body = {"action_name": action, "action_info": {"scene": scene}, "expire_seconds": seconds}
    return api.post("qrcode/create", body)


@pytest.mark.parametrize(
    ("action", "scene", "errcode"),
    [
        ("QR_SCENE", {"scene_id": 1}, None),
        ("QR_SCENE", {"scene_id": 2**32 - 1}, None),
        ("QR_SCENE", {"scene_id": 2**32}, 40053),
        ("QR_SCENE", {"scene_id": 0}, 40053),
        ("QR_SCENE", {"scene_id": "1"}, 40053),
        ("QR_STR_SCENE", {"scene_str": "a" * 64}, None),
        ("QR_STR_SCENE", {"scene_str": "a" * 65}, 40053),
        ("QR_STR_SCENE", {"scene_str": ""}, 40053),
        ("QR_LIMIT_SCENE", {"scene_id": 100_000}, None),
        ("QR_LIMIT_SCENE", {"scene_id": 100_001}, 40053),
        ("QR_LIMIT_STR_SCENE", {"scene_str": "店"}, None),
        ("QR_LIMIT_STR_SCENE", {}, 40053),
        ("QR_DANCE", {"scene_id": 1}, 40052),
    ],
)
def test_the_four_kinds_and_their_ranges(api: Api, action: str, scene: dict[str, object], errcode: int | None) -> None:
    answer = create(api, action, **scene)
    assert answer.get("errcode") == errcode
    assert ("expire_seconds" in answer) == (errcode is None and "LIMIT" not in action)


@pytest.mark.parametrize("seconds", [0, 2_592_001, "60", 1.5])
def test_lives_that_are_too_long_or_no_number(api: Api, seconds: object) -> None:
    assert create(api, "QR_SCENE", seconds, scene_id=1)["errcode"] == 40053


def test_the_default_life_is_a_setting(api: Api) -> None:
    body = {"action_name": "QR_SCENE", "action_info": {"scene": {"scene_id": 1}}}
    assert api.post("qrcode/create", body)["expire_seconds"] == 60
    api.settings(qr_default_seconds=30)
    assert api.post("qrcode/create", body)["expire_seconds"] == 30


def test_permanent_codes_are_counted(api: Api) -> None:
    api.settings(qr_limit=2)
    made = [create(api, "QR_LIMIT_SCENE", scene_id=number).get("errcode") for number in (1, 2, 2, 3)]
    assert made == [None, None, None, 40053]


def test_the_picture_holds_the_address(api: Api) -> None:
    answer = create(api, "QR_STR_SCENE", scene_str="hefang-jie")
    shown = api.http.get(SHOW, params={"ticket": str(answer["ticket"])})
    assert shown.headers["Content-Type"] == "image/jpg"
    picture = Image.open(io.BytesIO(shown.content))
    assert (picture.format, picture.size) == ("JPEG", (430, 430))
    [code] = zxingcpp.read_barcodes(picture)
    assert code.text == answer["url"]


def test_bad_and_old_tickets_are_not_found(api: Api) -> None:
    ticket = str(create(api, "QR_SCENE", 60, scene_id=7)["ticket"])
    assert api.http.get(SHOW, params={"ticket": ticket}).status_code == 200
    assert [api.http.get(SHOW, params={"ticket": bad}).status_code for bad in ("", "x")] == [404, 404]
    api.store.clock.advance(61)
    assert api.http.get(SHOW, params={"ticket": ticket}).status_code == 404


def test_codes_are_for_verified_service_accounts(api: Api) -> None:
    api.become("verified_subscription")
    assert create(api, "QR_SCENE", scene_id=1)["errcode"] == 48001
