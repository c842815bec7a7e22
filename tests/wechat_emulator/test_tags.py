"""Tags: names, limits, and who carries them."""

import pytest

from tests.wechat_emulator.conftest import Api


def make(api: Api, name: object) -> dict[str, object]:
    return api.post("tags/create", {"tag": {"name": name}})


def tag_id(api: Api, name: str = "老茶客") -> int:
    made: int = api.post("tags/create", {"tag": {"name": name}})["tag"]["id"]
    return made


def tagging(api: Api, tag: object, openids: object, call: str = "batchtagging") -> int:
    return int(api.post(f"tags/members/{call}", {"tagid": tag, "openid_list": openids})["errcode"])


@pytest.mark.parametrize(
    ("name", "errcode"),
    [("茶" * 30, None), ("茶" * 31, 45158), ("", 45157), (" ", 45157), (7, 45157), ("星标组", 45157), ("有了", 45157)],
)
def test_names(api: Api, name: object, errcode: int | None) -> None:
    make(api, "有了")
    assert make(api, name).get("errcode") == errcode


def test_a_hundred_tags_at_most(api: Api) -> None:
    made = [make(api, f"标签{number}").get("errcode") for number in range(101)]
    assert made == [None] * 100 + [45056]


def test_a_tag_is_made_renamed_and_deleted(api: Api) -> None:
    tag = tag_id(api)
    assert api.get("tags/get")["tags"] == [
        {"id": 2, "name": "星标组", "count": 0},
        {"id": tag, "name": "老茶客", "count": 0},
    ]
    assert api.post("tags/update", {"tag": {"id": tag, "name": "新茶客"}})["errcode"] == 0
    assert api.post("tags/update", {"tag": {"id": tag, "name": "新茶客"}})["errcode"] == 0
    tagging(api, tag, api.openids()[:2])
    assert api.get("tags/get")["tags"][1] == {"id": tag, "name": "新茶客", "count": 2}
    assert api.post("tags/delete", {"tag": {"id": tag}})["errcode"] == 0
    assert api.post("tags/getidlist", {"openid": api.openids()[0]})["tagid_list"] == []


@pytest.mark.parametrize("call", ["update", "delete"])
def test_wechats_own_tags_stay(api: Api, call: str) -> None:
    for tag, errcode in ((0, 45058), (1, 45058), (2, 45058), (99, 45159), ("2", 45159)):
        assert api.post(f"tags/{call}", {"tag": {"id": tag, "name": "x"}})["errcode"] == errcode


def test_followers_carry_tags(api: Api) -> None:
    first, second, third = api.openids()[:3]
    tag = tag_id(api)
    assert tagging(api, tag, [first, second, first]) == 0
    assert tagging(api, tag, [second, third], "batchuntagging") == 0
    assert api.post("tags/getidlist", {"openid": first})["tagid_list"] == [tag]
    assert api.post("user/tag/get", {"tagid": tag}) == {"count": 1, "data": {"openid": [first]}, "next_openid": first}
    assert api.post("user/tag/get", {"tagid": tag, "next_openid": first})["count"] == 0


@pytest.mark.parametrize(
    ("tag", "openids", "errcode"),
    [(99, ["x"], 45159), (2, "x", 40031), (2, [], 40032), (2, ["x"] * 51, 40032), (2, ["x"], 40003)],
)
def test_taggings_that_fail(api: Api, tag: int, openids: object, errcode: int) -> None:
    assert tagging(api, tag, openids) == errcode


def test_twenty_tags_for_one_follower(api: Api) -> None:
    full, other = api.openids()[:2]
    tags = [tag_id(api, f"标签{number}") for number in range(21)]
    assert {tagging(api, tag, [full]) for tag in tags[:20]} == {0}
    assert tagging(api, tags[20], [full]) == 45059
    answer = api.post("tags/members/batchtagging", {"tagid": tags[20], "openid_list": [full, other]})
    assert (answer["errcode"], answer["fail_openid_list"]) == (45171, [full])
    assert api.post("user/tag/get", {"tagid": tags[20]})["data"]["openid"] == [other]
    assert tagging(api, tags[0], [full]) == 0


def test_followers_are_few_and_always_the_same(api: Api) -> None:
    answer = api.get("user/get")
    assert (answer["total"], answer["count"], answer["next_openid"]) == (11, 11, answer["data"]["openid"][-1])
    assert api.get("user/get", next_openid=answer["next_openid"])["count"] == 0
    assert api.get("user/get", next_openid="x")["errcode"] == 40003
    assert api.post("tags/getidlist", {"openid": "x"})["errcode"] == 40003
    assert len({*answer["data"]["openid"]}) == 11


def test_tags_are_counted_per_account(api: Api) -> None:
    tag_id(api)
    api.become("verified_service")
    assert [tag["id"] for tag in api.get("tags/get")["tags"]] == [2]
