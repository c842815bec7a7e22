"""Every errcode that the pages list, and the request that provokes it.

A row is an errcode, what somebody did, and how. Codes whose cause is not known outside Tencent come by a fault.
"""

from collections.abc import Callable

import pytest

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET
from plugins.wechat_emulator.state.refusal import FURTHER_MESSAGES, MESSAGES
from plugins.wechat_emulator.state.situations import SITUATIONS
from tests.wechat_emulator.conftest import Api, article, credentials, picture
from tests.wechat_emulator.errcode_requests import (
    GOODS,
    LONG_URL,
    NO_GOODS,
    NOWHERE,
    TEXT,
    VIEW,
    YEAR_2026,
    Answer,
    Row,
    add,
    after,
    child,
    conditional,
    delete_shown_picture,
    fault,
    last,
    mass,
    menu,
    post,
    preview,
    put_tag,
    region,
    rid,
    send_a_minute_ago,
    settings,
    seven_in_the_morning,
    tag,
    tag_first,
    take_back,
    token,
    upload,
    use_token,
)
from tests.wechat_emulator.listed_errcodes import LISTED

ROWS: list[Row] = [
    fault("draft/add", -1),
    (40001, "a token that was never given out", use_token("A" * 136)),
    (40001, "a token that is always wrong", settings(lambda api: api.get("draft/count"), token_always_wrong=True)),
    (40002, "another grant_type", token(grant_type="password")),
    (40013, "an unknown appid", token(appid="wxnobody")),
    (40014, "half a token", use_token("short")),
    (40066, "a call that does not exist", post("draft/dance", {})),
    (40125, "a wrong secret", token(secret="wrong")),
    (40164, "an address that is not whitelisted", settings(token(), ip_refused="203.0.113.7")),
    (40243, "a frozen secret", settings(token(), secret_frozen=True)),
    (41001, "no token", use_token("")),
    (41002, "no appid", token(appid="")),
    (41004, "no secret", token(secret="")),
    (42001, "an old token", after(lambda api: api.store.tokens.expire_all(DEMO_APPID), post("draft/get", {}))),
    (43001, "POST for GET", post("draft/count", {})),
    (43002, "GET for POST", lambda api: api.get("stable_token")),
    (44002, "an empty body", lambda api: api.post_raw("draft/get", "")),
    (
        45009,
        "too many calls today",
        after(lambda api: api.store.quota.use(DEMO_APPID, "draft/get", 500), post("draft/get", {})),
    ),
    (
        45011,
        "too many calls in a minute",
        after(lambda api: api.store.quota.use_minute(DEMO_APPID, "stable_token", 10_000), token()),
    ),
    (47001, "a form instead of JSON", lambda api: api.post_raw("draft/get", "media_id=1")),
    fault("draft/update", 47003),
    (48001, "a closed call", after(lambda api: api.become("personal"), post("freepublish/batchget", {}))),
    # drafts
    (40007, "no cover", add(thumb_media_id="")),
    (40035, "an unknown article_type", add(article_type="video")),
    (40097, "a page of 21", post("draft/batchget", {"count": 21})),
    (40114, "an index beyond the end", lambda api: api.post("draft/update", {"media_id": api.draft(), "index": 1})),
    (
        40155,
        "a link to a home page",
        add(content='<a href="https://mp.weixin.qq.com/mp/profile_ext?action=home">x</a>'),
    ),
    (41006, "no media_id", post("draft/get", {})),
    (41039, "no http address", add(content_source_url="tea.example.com")),
    (44003, "articles as one object", post("draft/add", {"articles": article("x")})),
    (44004, "no content", add(content="")),
    (45002, "content of 20 000 characters", settings(add(content="茶" * 20_000), content_limit_chars=20_000)),
    (45003, "a long title", add(title="茶" * 33)),
    (45004, "a long digest", add(digest="茶" * 121)),
    (45005, "a long address", add(content_source_url=LONG_URL)),
    fault("draft/add", 45006),
    (45008, "nine articles", lambda api: api.post("draft/add", {"articles": [article(api.cover())] * 9})),
    (45110, "a long author", add(author="山" * 17)),
    (45166, "a preview link", add(content='<a href="https://mp.weixin.qq.com/s?tempkey=1">x</a>')),
    (45166, "an outside link", settings(add(content='<a href="https://tea.example.com">x</a>'), links="reject")),
    fault("draft/add", 53401),
    (53402, "a crop of the wrong shape", add(pic_crop_235_1="0_0_1_0.5")),
    fault("draft/add", 53403),
    (53404, "goods, restricted", settings(add(product_info=GOODS), goods="restricted")),
    (53405, "goods that do not exist", settings(add(product_info=NO_GOODS), goods="on")),
    (53406, "goods, not enabled", add(product_info=GOODS)),
    (87014, "a risky word", settings(add(content="<p>赌茶</p>"), risky_word="赌茶")),
    (88000, "comments without the right", settings(add(need_open_comment=1), may_comment=False)),
    # publishing
    (40007, "a draft that is not there", post("freepublish/submit", {"media_id": NOWHERE})),
    (53502, "an unknown publish_id", post("freepublish/get", {"publish_id": "1"})),
    (53600, "an unknown article_id", post("freepublish/getarticle", {"article_id": NOWHERE})),
    (53600, "an unknown article_id", post("freepublish/delete", {"article_id": NOWHERE})),
    # materials
    (40004, "an unknown kind", upload("a.jpg", picture(), "news")),
    (40005, "a GIF for a body", upload("a.gif", picture("GIF"), call="media/uploadimg")),
    (40006, "a voice above 2 MB", upload("a.mp3", b"ID3" + bytes(2 * 1024 * 1024), "voice")),
    (40009, "a body picture above 1 MB", upload("a.jpg", picture() + bytes(1024 * 1024), call="media/uploadimg")),
    (40012, "a thumb above 64 KB", upload("a.jpg", picture() + bytes(64 * 1024), "thumb")),
    (40113, "a file whose name lies", upload("a.png", picture())),
    (40137, "a heic picture", upload("a.heic", bytes(4) + b"ftypheic")),
    (41005, "no file part", lambda api: api.upload("media/uploadimg", "a.jpg", picture(), field="file")),
    (44001, "an empty file", upload("a.jpg", b"")),
    (45001, "a temporary voice above 2 MB", upload("a.mp3", b"ID3" + bytes(2 * 1024 * 1024), "voice", "media/upload")),
    (45106, "new permanent news", post("material/add_news", {"articles": []})),
    (45106, "changed permanent news", post("material/update_news", {"articles": []})),
    fault("material/get_material", 46001),
    (48005, "a picture that the menu shows", delete_shown_picture),
    # menus
    (40007, "a material that is not there", menu({"type": "media_id", "name": "图", "media_id": NOWHERE})),
    (40015, "an unknown platform", conditional(client_platform_type="9")),
    (40016, "no button", menu()),
    (40017, "an unknown type", menu({**VIEW, "type": "dance"})),
    (40018, "a long name", menu({**VIEW, "name": "六个汉字的名"})),
    (40019, "a long key", menu({"type": "click", "name": "键", "key": "k" * 129})),
    (40020, "a long address", menu({**VIEW, "url": LONG_URL})),
    fault("menu/create", 40021),
    (40022, "a third level", menu(child(sub_button=[VIEW]))),
    (40023, "six children", menu({"name": "更多", "sub_button": [VIEW] * 6})),
    (40024, "a child of an unknown type", menu(child(type="dance"))),
    (40025, "a child's long name", menu(child(name="二" * 21))),
    (40026, "a child's long key", menu(child(type="click", key="k" * 129))),
    (40027, "a child's long address", menu(child(url=LONG_URL))),
    (40033, "an escaped name", lambda api: api.post_raw("menu/create", '{"button":[{"name":"\\u8336"}]}')),
    (40054, "no http address", menu({**VIEW, "url": "tea.example.com"})),
    (40055, "a child without http address", menu(child(url="tea.example.com"))),
    (40118, "a media_id of 129 characters", menu({"type": "media_id", "name": "图", "media_id": "m" * 129})),
    (40119, "a type and children", menu({**child(), "type": "click"})),
    (40120, "children as one object", menu({"name": "更多", "sub_button": VIEW})),
    (40121, "a media_id that is a number", menu({"type": "media_id", "name": "图", "media_id": 7})),
    (41007, "no children and no type", menu({"name": "更多", "sub_button": []})),
    fault("menu/create", 45010),
    (
        45064,
        "a mini program that is not linked",
        settings(
            menu({"type": "miniprogram", "name": "程", "appid": "wx1", "pagepath": "p", "url": VIEW["url"]}),
            unlinked_miniprogram="wx1",
        ),
    ),
    fault("menu/create", 46002),
    (46003, "no menu", lambda api: api.get("menu/get")),
    (53600, "an article that is not there", menu({"type": "article_id", "name": "文", "article_id": NOWHERE})),
    # conditional menus
    (65301, "an unknown menuid", post("menu/delconditional", {"menuid": "1"})),
    (65302, "an unknown user", post("menu/trymatch", {"user_id": NOWHERE})),
    (65303, "no menu for everybody", post("menu/addconditional", {"button": [VIEW]})),
    (65304, "an empty matchrule", conditional(client_platform_type="")),
    (65305, "a 51st menu", last(51, conditional())),
    (65307, "no button", conditional([])),
    (65308, "a button without action", conditional([{"name": "空"}])),
    (65310, "no country", region(province="浙江")),
    (65311, "no province", region(country="中国", city="杭州")),
    (65312, "an unknown country", region(country="茶国")),
    (65313, "an unknown province", region(country="中国", province="茶省")),
    (65314, "an unknown city", region(country="中国", province="浙江", city="茶市")),
    (
        65316,
        "four domains",
        conditional([{"name": "更多", "sub_button": [{**VIEW, "url": f"https://{host}.cn/"} for host in "abcd"]}]),
    ),
    (65317, "no http address", conditional([{**VIEW, "url": "tea.example.com"}])),
    (65320, "a retired field", conditional(sex="1")),
    # mass sending
    (40003, "an unknown openid", post("message/mass/preview", {**TEXT, "touser": NOWHERE})),
    (40008, "an unknown kind of message", mass(msgtype="dance")),
    (40031, "people that are no list", post("message/mass/send", {**TEXT, "touser": "x"})),
    (40032, "a list of one", post("message/mass/send", {**TEXT, "touser": ["x"]})),
    (40039, "a long address", take_back(msg_id=None, url=LONG_URL)),
    (40048, "an unknown address", take_back(msg_id=None, url="https://mp.weixin.qq.com/s/x")),
    (40059, "an unknown msg_id", post("message/mass/get", {"msg_id": 1})),
    (40060, "a second article of one", take_back(article_idx=2)),
    (40152, "an unknown tag", mass(filter={"tag_id": 99})),
    (45028, "a second send of the day", after(lambda api: api.become("verified_subscription"), last(2, mass()))),
    (45065, "the same clientmsgid later", after(send_a_minute_ago, mass(clientmsgid="a"))),
    (45066, "the same clientmsgid at once", last(2, mass(clientmsgid="a"))),
    (45067, "a long clientmsgid", mass(clientmsgid="a" * 33)),
    (45083, "a speed of 5", post("message/mass/speed/set", {"speed": 5})),
    (45084, "no speed", post("message/mass/speed/set", {})),
    (45113, "a coupon", mass(msgtype="wxcard")),
    (46004, "an unknown WeChat id", post("message/mass/preview", {**TEXT, "towxname": NOWHERE})),
    (48002, "a follower who wants no messages", preview(-2)),
    (48022, "a video", mass(msgtype="mpvideo")),
    (50005, "somebody who does not follow", preview(-1)),
    (89504, "another one waits", settings(last(2, mass()), mass_protected=True)),
    (89505, "the administrator must confirm", settings(mass(), mass_protected=True)),
    # codes, tags, statistics
    (40052, "an unknown kind", post("qrcode/create", {"action_name": "QR_DANCE"})),
    (
        40053,
        "a scene of 0",
        post(
            "qrcode/create",
            {
                "action_name": "QR_SCENE",
                "action_info": {"scene": {"scene_id": 0}},
            },
        ),
    ),
    (
        48001,
        "a code for a subscription",
        after(lambda api: api.become("verified_subscription"), post("qrcode/create", {})),
    ),
    (40003, "an unknown openid", put_tag(2, [NOWHERE])),
    (40032, "51 openids", put_tag(2, ["x"] * 51)),
    (45056, "a 101st tag", lambda api: [tag(f"标签{number}")(api) for number in range(101)][-1]),
    (45058, "a tag of WeChat's own", post("tags/delete", {"tag": {"id": 2}})),
    (45059, "a 21st tag for one", tag_first(1)),
    (45157, "an empty name", tag("")),
    (45158, "a long name", tag("茶" * 31)),
    (45159, "an unknown tag", put_tag(99, ["x"])),
    (45171, "a 21st tag for one of two", tag_first(2)),
    (
        48001,
        "statistics, unverified",
        after(lambda api: api.become("unverified"), post("datacube/getusersummary", YEAR_2026)),
    ),
    (61500, "another way to write a date", post("datacube/getusersummary", {**YEAR_2026, "end_date": "20260101"})),
    (61501, "eight days", post("datacube/getusersummary", {**YEAR_2026, "end_date": "2026-01-08"})),
    (61503, "yesterday, at seven in the morning", seven_in_the_morning),
    # calls about calls
    (48006, "an eleventh time this month", last(11, post("clear_quota", {"appid": DEMO_APPID}))),
    (
        48006,
        "the same without token",
        last(11, post("clear_quota/v2", {"appid": DEMO_APPID, "appsecret": DEMO_SECRET})),
    ),
    (76001, "an unknown rid", post("openapi/rid/get", {"rid": "00000000-00000000-00000000"})),
    (76002, "no rid", post("openapi/rid/get", {"rid": "x"})),
    (76003, "another account's rid", rid(profile="personal")),
    (76004, "a rid of last week", rid(days=8)),
    (76021, "an unknown path", post("openapi/quota/get", {"cgi_path": "/x"})),
    (
        76022,
        "a closed path",
        after(lambda api: api.become("personal"), post("openapi/quota/get", {"cgi_path": "/cgi-bin/menu/get"})),
    ),
]

FIRST_CALL = {
    "": "draft/add",
    "token": "stable_token",
    "message/mass/": "message/mass/sendall",
    "tags/members/": "tags/members/batchtagging",
}


def in_situation(name: str) -> Row:
    calls = SITUATIONS[name].calls
    call = FIRST_CALL.get(calls[0], calls[0])
    return SITUATIONS[name].errcode, f"in the situation {name}", settings(post(call, credentials()), situations=name)


ROWS += [in_situation(name) for name in SITUATIONS]


@pytest.mark.parametrize(("errcode", "how", "provoke"), ROWS, ids=[f"{row[0]} {row[1]}" for row in ROWS])
def test_how_to_get(api: Api, errcode: int, how: str, provoke: Callable[[Api], Answer]) -> None:
    answer = provoke(api)
    assert answer.get("errcode") == errcode, f"{how}: {answer}"
    assert " hint: [" in answer["errmsg"]


@pytest.mark.parametrize("page", sorted(LISTED))
def test_every_listed_errcode_has_a_row(page: str) -> None:
    assert sorted(LISTED[page] - {row[0] for row in ROWS}) == []


def test_every_errcode_has_words_of_its_own() -> None:
    assert {row[0] for row in ROWS} <= set(MESSAGES) | set(FURTHER_MESSAGES)
    assert not set(MESSAGES) & set(FURTHER_MESSAGES)


def test_few_errcodes_need_a_fault() -> None:
    by_fault = {row[0] for row in ROWS if row[1].startswith("a fault")}
    assert by_fault == {-1, 40021, 45006, 45010, 46001, 46002, 47003, 53401, 53403}


def test_situations_can_be_together(api: Api) -> None:
    api.settings(situations="publish_banned, tagging_busy")
    assert api.post("freepublish/submit", {"media_id": "x"})["errcode"] == 53500
    assert api.post("tags/members/batchtagging", {})["errcode"] == 45169
    assert api.get("draft/count")["total_count"] == 0
    assert "situations: no 'dance'" in api.control("settings", {"settings": {"situations": "dance"}})["error"]
