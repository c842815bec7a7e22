"""The rules of the draft box, each with its errcode."""

from typing import Any

import pytest

from tests.wechat_emulator.conftest import Api, article, picture


def add(api: Api, **changes: object) -> dict[str, Any]:
    return api.post("draft/add", {"articles": [article(api.cover(), **changes)]})


def read(api: Api, media_id: str) -> dict[str, Any]:
    item: dict[str, Any] = api.post("draft/get", {"media_id": media_id})["news_item"][0]
    return item


def test_what_comes_back(api: Api) -> None:
    item = read(api, add(api, author="山间", content_source_url="https://tea.example.com/a?a=1")["media_id"])
    assert {name: item[name] for name in ("title", "author", "digest", "content", "content_source_url")} == {
        "title": "明前龙井",
        "author": "山间",
        "digest": "新茶到了",
        "content": "<p>新茶到了</p>",
        "content_source_url": "https://tea.example.com/a?a=1",
    }
    assert (item["show_cover_pic"], item["need_open_comment"], item["article_type"]) == (0, 0, "news")
    assert item["thumb_url"].startswith("http://mmbiz.qpic.cn/mmbiz_jpg/")
    assert "tempkey=" in item["url"]


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"title": "茶" * 33}, 45003),
        ({"title": ""}, 40035),
        ({"title": 7}, 47001),
        ({"author": "山" * 17}, 45110),
        ({"digest": "摘" * 121}, 45004),
        ({"content": ""}, 44004),
        ({"content": "茶" * 350_000}, 45002),
        ({"content_source_url": "https://tea.example.com/" + "a" * 1010}, 45005),
        ({"content_source_url": "tea.example.com"}, 41039),
        ({"thumb_media_id": ""}, 40007),
        ({"thumb_media_id": "someone-elses"}, 40007),
        ({"content": '<p><a href="http://mp.weixin.qq.com/s?tempkey=1">x</a></p>'}, 45166),
        ({"content": '<mpvoice voice_encode_fileid="1"></mpvoice>'}, 45166),
        ({"article_type": "video"}, 40035),
        ({"article_type": "newspic"}, 40007),
        ({"pic_crop_235_1": "0_0_1_1"}, None),
        ({"pic_crop_235_1": "0_0_1_0.5"}, 53402),
        ({"pic_crop_235_1": "0_0_1_1.0000001"}, 53402),
        ({"pic_crop_235_1": "0_0_2_2"}, 53402),
        ({"pic_crop_1_1": "0_0_1"}, 53402),
        ({"cover_info": {"crop_percent_list": [{"ratio": "9_9", "x1": "0", "y1": "0", "x2": "1", "y2": "1"}]}}, 53402),
        ({"need_open_comment": 2}, 40035),
        ({"title": "茶" * 32, "author": "山" * 16, "digest": "摘" * 120}, None),
    ],
)
def test_limits_of_an_article(api: Api, changes: dict[str, Any], errcode: int | None) -> None:
    assert add(api, **changes).get("errcode") == errcode


@pytest.mark.parametrize("articles", [None, [], {}, "x", ["x"], [[]]])
def test_articles_must_be_an_array_of_objects(api: Api, articles: object) -> None:
    assert api.post("draft/add", {"articles": articles})["errcode"] == 44003


def test_eight_articles_at_most(api: Api) -> None:
    cover = api.cover()
    assert "media_id" in api.post("draft/add", {"articles": [article(cover)] * 8})
    assert api.post("draft/add", {"articles": [article(cover)] * 9})["errcode"] == 45008


def test_a_tiny_cover(api: Api) -> None:
    tiny = api.cover(picture(size=(1, 1)))
    assert add(api, thumb_media_id=tiny)["errcode"] == 53402


def test_a_deleted_cover(api: Api) -> None:
    cover = api.cover()
    api.post("material/del_material", {"media_id": cover})
    assert add(api, thumb_media_id=cover)["errcode"] == 40007


def test_settings_for_disputed_points(api: Api) -> None:
    link = '<p><a href="https://tea.example.com/">店</a></p>'
    assert read(api, add(api, content=link)["media_id"])["content"] == "<p><a>店</a></p>"
    api.settings(links="reject", content_limit_chars=20_000, may_comment=False)
    assert add(api, content=link)["errcode"] == 45166
    assert "media_id" in add(api, content='<a href="https://mp.weixin.qq.com/s/abc">x</a>')
    assert add(api, content="茶" * 20_000)["errcode"] == 45002
    assert add(api, need_open_comment=1)["errcode"] == 88000


def test_crops_come_back_in_cover_info(api: Api) -> None:
    item = read(api, add(api, pic_crop_235_1="0_0_1_1", pic_crop_1_1="0_0_0.425532_1")["media_id"])
    assert "pic_crop_235_1" not in item
    assert item["cover_info"]["crop_percent_list"] == [
        {"ratio": "2.35_1", "x1": "0", "y1": "0", "x2": "1", "y2": "1"},
        {"ratio": "1_1", "x1": "0", "y1": "0", "x2": "0.425532", "y2": "1"},
    ]


def test_a_draft_of_pictures(api: Api) -> None:
    images = {"image_list": [{"image_media_id": api.cover()}, {"image_media_id": api.cover()}]}
    made = add(api, article_type="newspic", thumb_media_id="", content="两张图", image_info=images)
    assert read(api, made["media_id"])["image_info"] == images


def test_an_empty_digest_is_filled_for_one_article_only(api: Api) -> None:
    text = "一" * 100
    assert read(api, add(api, content=f"<p>{text}</p>")["media_id"])["digest"] == text[:54]
    both = [article(api.cover(), content=f"<p>{text}</p>")] * 2
    assert read(api, api.post("draft/add", {"articles": both})["media_id"])["digest"] == ""


def test_an_escaped_title_stays_escaped(api: Api) -> None:
    cover = api.cover()
    words = '"title":"\\u8336","author":"\\\\u8336","content":"\\u8336"'
    body = f'{{"articles":[{{{words},"thumb_media_id":"{cover}"}}]}}'
    item = read(api, api.post_raw("draft/add", body)["media_id"])
    assert (item["title"], item["author"], item["content"]) == ("\\u8336", "\\u8336", "茶")


def test_update_replaces_one_article_as_a_whole(api: Api) -> None:
    cover = api.cover()
    draft = api.post("draft/add", {"articles": [article(cover, author="甲"), article(cover, author="乙")]})["media_id"]
    before = api.post("draft/batchget", {})["item"][0]["update_time"]
    api.store.clock.advance(60)
    sent = article(cover, title="改")
    assert api.post("draft/update", {"media_id": draft, "index": 1, "articles": sent})["errcode"] == 0
    first, second = api.post("draft/get", {"media_id": draft})["news_item"]
    assert (first["author"], second["title"], second["author"]) == ("甲", "改", "")
    assert api.post("draft/batchget", {})["item"][0]["update_time"] == before + 60


def test_update_without_a_cover_keeps_it(api: Api) -> None:
    draft = add(api)["media_id"]
    cover = read(api, draft)["thumb_media_id"]
    sent = article("", title="改")
    assert api.post("draft/update", {"media_id": draft, "index": 0, "articles": sent})["errcode"] == 0
    assert read(api, draft)["thumb_media_id"] == cover


@pytest.mark.parametrize(
    ("changes", "errcode"),
    [
        ({"index": 1}, 40114),
        ({"index": -1}, 40114),
        ({"index": "0"}, 40114),
        ({"articles": [{"title": "x"}]}, 44003),
        ({"articles": {}}, 40007),
        ({"media_id": "gone"}, 40007),
        ({"media_id": ""}, 41006),
    ],
)
def test_updates_that_fail(api: Api, changes: dict[str, Any], errcode: int) -> None:
    body = {"media_id": add(api)["media_id"], "index": 0, "articles": article(api.cover()), **changes}
    assert api.post("draft/update", body)["errcode"] == errcode


def test_pages_of_twenty(api: Api) -> None:
    cover = api.cover()
    made = [api.post("draft/add", {"articles": [article(cover)]})["media_id"] for _ in range(23)]
    pages = [api.post("draft/batchget", {"offset": offset, "count": 20, "no_content": 1}) for offset in (0, 20)]
    assert [(page["total_count"], page["item_count"]) for page in pages] == [(23, 20), (23, 3)]
    assert {item["media_id"] for page in pages for item in page["item"]} == set(made)
    assert "content" not in pages[0]["item"][0]["content"]["news_item"][0]


@pytest.mark.parametrize("page", [{"count": 0}, {"count": 21}, {"offset": -1}, {"count": "20"}, {"offset": None}])
def test_pages_that_do_not_exist(api: Api, page: dict[str, object]) -> None:
    assert api.post("draft/batchget", {"offset": 0, "count": 20, **page})["errcode"] == 40097


def test_a_deleted_draft_is_gone_for_good(api: Api) -> None:
    draft = add(api)["media_id"]
    assert api.post("draft/delete", {"media_id": draft})["errcode"] == 0
    assert api.post("draft/delete", {"media_id": draft})["errcode"] == 40007
    assert api.get("draft/count")["total_count"] == 0


def test_drafts_are_on_for_everybody(api: Api) -> None:
    assert api.post("draft/switch", {}, checkonly="1")["is_open"] == 1
