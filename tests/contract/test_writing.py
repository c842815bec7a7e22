"""Promises about drafts, materials, pictures and the menu."""

import pytest

from plugins.shared.errors import NotFound, Refused
from tests.contract.conftest import Account
from tests.wechat_emulator.conftest import picture


def test_a_draft_comes_back_with_what_was_sent(account: Account) -> None:
    cover = account.cover()
    sent = account.article(
        author="山间", content_source_url="https://tea.example.com/?a=1", thumb_media_id=cover, need_open_comment=1
    )
    (read,) = account.gateway.get_draft(account.gateway.add_draft([sent]))
    for field in ("title", "author", "content", "content_source_url", "thumb_media_id", "need_open_comment"):
        assert getattr(read, field) == getattr(sent, field)
    assert read.thumb_url.startswith("https://mmbiz.qpic.cn/")
    assert read.url.startswith("https://mp.weixin.qq.com/")


def test_several_articles_keep_their_order(account: Account) -> None:
    cover = account.cover()
    sent = [account.article(title=title, thumb_media_id=cover) for title in ("一", "二", "三")]
    media_id = account.gateway.add_draft(sent)
    account.gateway.update_draft(media_id, account.article(title="改", thumb_media_id=cover), index=1)
    assert [article.title for article in account.gateway.get_draft(media_id)] == ["一", "改", "三"]
    with pytest.raises(Refused) as caught:
        account.gateway.update_draft(media_id, sent[0], index=3)
    assert caught.value.errcode == 40114


def test_every_draft_is_listed_once(account: Account) -> None:
    article = account.article()
    made = [account.gateway.add_draft([article]) for _ in range(43)]
    listed = list(account.gateway.list_drafts())
    assert sorted(draft.media_id for draft in listed) == sorted(made)
    assert all(draft.articles[0].content == "<p>新茶到了</p>" for draft in listed)
    assert account.gateway.count_drafts() == 43


def test_a_listing_that_shifts_still_gives_each_draft_once(account: Account) -> None:
    article = account.article()
    made = {account.gateway.add_draft([article]) for _ in range(25)}
    listing = account.gateway.list_drafts()
    ids = [next(listing).media_id]
    account.editor.new("插进来的", "<p>新</p>")
    ids += [draft.media_id for draft in listing]
    assert len(ids) == len(set(ids))
    assert made <= set(ids)


def test_a_deleted_draft_is_not_found(account: Account) -> None:
    media_id = account.draft()
    account.gateway.delete_draft(media_id)
    for call in (account.gateway.get_draft, account.gateway.delete_draft):
        with pytest.raises(NotFound):
            call(media_id)


def test_a_published_draft_is_not_found(account: Account) -> None:
    media_id = account.draft()
    account.editor.publish(media_id)
    with pytest.raises(NotFound):
        account.gateway.get_draft(media_id)


def test_a_draft_from_the_console_keeps_its_cover_when_updated(account: Account) -> None:
    url = account.gateway.upload_body_image("a.jpg", picture())
    media_id = account.editor.new("控制台写的", f'<p>字</p><img src="{url}">')
    (read,) = account.gateway.get_draft(media_id)
    assert (read.thumb_media_id, read.thumb_url != "") == ("", True)
    account.gateway.update_draft(media_id, account.article(title="改", thumb_media_id=""))
    assert account.gateway.get_draft(media_id)[0].thumb_url.rstrip("0") == read.thumb_url.rstrip("0")


def test_a_foreign_cover_is_not_found(account: Account) -> None:
    with pytest.raises(NotFound):
        account.draft(thumb_media_id="of-another-account")


def test_a_body_image_can_be_fetched_again(account: Account) -> None:
    data = picture("PNG")
    url = account.gateway.upload_body_image("云栏山 1.png", data)
    assert url.startswith("https://mmbiz.qpic.cn/mmbiz_png/")
    assert account.gateway.download(url) == data
    assert account.gateway.download(url.replace("https:", "http:").replace("/0?", "/640?")) == data


def test_downloads_stay_on_the_picture_host(account: Account) -> None:
    for url in ("https://evil.example/a.jpg", "file:///etc/passwd", "https://mmbiz.qpic.cn.evil.example/a", "//["):
        with pytest.raises(Refused):
            account.gateway.download(url)
    with pytest.raises(NotFound):
        account.gateway.download("https://mmbiz.qpic.cn/mmbiz_jpg/nothing/0")


@pytest.mark.parametrize(("name", "data", "errcode"), [("a.gif", picture("GIF"), 40005), ("a.jpg", b"", 44001)])
def test_pictures_that_are_refused(account: Account, name: str, data: bytes, errcode: int) -> None:
    with pytest.raises(Refused) as caught:
        account.gateway.upload_body_image(name, data)
    assert caught.value.errcode == errcode


def test_materials_are_kept_listed_and_deleted(account: Account) -> None:
    made = [account.gateway.add_material("image", f"{n}.jpg", picture()) for n in range(22)]
    listed = list(account.gateway.list_materials("image"))
    assert {material.media_id: material.url for material in listed} == {one.media_id: one.url for one in made}
    assert listed[0].update_time > 0
    account.gateway.delete_material(made[0].media_id)
    assert len(list(account.gateway.list_materials("image"))) == 21
    thumb = account.gateway.add_material("thumb", "t.jpg", picture())
    assert (thumb.media_id != "", thumb.url) == (True, "")


def test_the_menu_is_replaced_read_and_deleted(account: Account) -> None:
    view = {"type": "view", "name": "官网", "url": "https://tea.example.com/"}
    assert account.gateway.get_menu() == ()
    account.gateway.create_menu([view, {"name": "更多", "sub_button": [view]}])
    first, second = account.gateway.get_menu()
    assert (first["name"], second["sub_button"][0]["url"]) == ("官网", "https://tea.example.com/")
    assert account.gateway.get_current_menu()["selfmenu_info"]["button"][1]["sub_button"]["list"] == [view]
    account.gateway.delete_menu()
    assert account.gateway.get_menu() == ()
    with pytest.raises(Refused) as caught:
        account.gateway.create_menu([view] * 4)
    assert caught.value.errcode == 40016
