"""A person in the console: what a save, a new draft, a deletion and a publication leave behind."""

import pytest

from plugins.wechat_emulator import ConsoleEditor, ConsoleRefused, EmulatorTransport
from plugins.wechat_emulator.article_html.editor import editor_save
from tests.wechat_emulator.conftest import BASE, Api, article


@pytest.fixture
def editor(api: Api) -> ConsoleEditor:
    return ConsoleEditor(BASE, transport=EmulatorTransport(api.store))


def draft_of(api: Api, **changes: object) -> str:
    return str(api.post("draft/add", {"articles": [article(api.cover(), **changes)]})["media_id"])


def test_a_save_changes_the_markup_and_the_time(api: Api, editor: ConsoleEditor) -> None:
    draft = draft_of(api)
    (before,) = editor.list()
    api.store.clock.advance(5)
    editor.save(draft)
    (after,) = editor.list()
    assert after["update_time"] == before["update_time"] + 5
    assert after["news_item"][0]["content"] == editor_save("<p>新茶到了</p>")
    assert after["news_item"][0]["title"] == "明前龙井"


def test_a_save_with_new_words(api: Api, editor: ConsoleEditor) -> None:
    draft = draft_of(api)
    editor.save(draft, html="<p>改过</p><script>x</script>", title="茶" * 64, author="人", need_open_comment=1)
    item = api.post("draft/get", {"media_id": draft})["news_item"][0]
    assert item["content"] == editor_save("<p>改过</p>")
    assert (item["title"], item["author"], item["need_open_comment"]) == ("茶" * 64, "人", 1)


def test_a_new_draft_has_no_cover_id(api: Api, editor: ConsoleEditor) -> None:
    media_id = editor.new("新写", '<p>字</p><img src="https://mmbiz.qpic.cn/mmbiz_jpg/K/0?wx_fmt=jpeg">', digest="摘")
    item = api.post("draft/get", {"media_id": media_id})["news_item"][0]
    assert (item["thumb_media_id"], item["digest"]) == ("", "摘")
    assert item["thumb_url"] == "http://mmbiz.qpic.cn/mmbiz_jpg/K/640?wx_fmt=jpeg"


def test_deleting_and_publishing_remove_the_draft(api: Api, editor: ConsoleEditor) -> None:
    one, two = draft_of(api), draft_of(api)
    editor.delete(one)
    assert editor.publish(two)
    assert editor.list() == []
    assert api.post("draft/get", {"media_id": two})["errcode"] == 40007


def test_mistakes_are_told(editor: ConsoleEditor) -> None:
    with pytest.raises(ConsoleRefused, match="invalid media_id"):
        editor.save("nothing")
    with pytest.raises(ConsoleRefused, match="title"):
        editor.new("茶" * 65, "<p>x</p>")


def test_the_control_calls_answer_mistakes_with_a_sentence(api: Api) -> None:
    for name, body in (
        ("settings", {"settings": {"nothing": 1}}),
        ("settings", {"settings": 1}),
        ("faults", {"endpoint": "draft/add", "kind": "earthquake"}),
        ("clock", {"advance": "soon"}),
        ("clock", {"set": float("inf")}),
        ("accounts", {"profile": "royal"}),
        ("console/save", {"appid": "wxnobody"}),
        ("nothing", {}),
    ):
        assert api.control(name, body)["error"]
