"""Promises about what was published, how a draft gets there, and the crops that must survive."""

import pytest

from plugins.shared.errors import AnswerUnclear, CredentialsRefused, ListingShifted, NotFound, Refused
from plugins.wechat import Crop, PublishStatus
from plugins.wechat_emulator import DEMO_APPID, Fault
from plugins.wechat_emulator.state.profile_switch import switch_profile
from tests.contract.conftest import Account


def test_a_draft_is_published_and_found_by_its_article_id(account: Account) -> None:
    media_id = account.draft(author="山间", content_source_url="https://tea.example.com/?a=1")
    publish_id = account.gateway.publish_draft(media_id)
    assert account.gateway.publish_status(publish_id) == PublishStatus(1)
    done = account.gateway.publish_status(publish_id)
    assert (done.status, done.failed) == (0, ())
    (article,) = account.gateway.get_published(done.article_id)
    assert (article.title, article.author, article.content) == ("明前龙井", "山间", "<p>新茶到了</p>")
    assert article.content_source_url == "https://tea.example.com/?a=1"
    assert (article.url,) == done.urls
    assert article.url.startswith("https://mp.weixin.qq.com/s/")
    assert account.gateway.count_drafts() == 0


def test_a_publish_id_may_be_a_number(account: Account) -> None:
    account.store.accounts.change(DEMO_APPID, {"publish_id_number": True})
    publish_id = account.gateway.publish_draft(account.draft())
    assert publish_id.isdigit()
    assert account.gateway.publish_status(publish_id).status == 1


@pytest.mark.parametrize(("outcome", "failed"), [(2, (1,)), (3, ()), (4, (1,)), (5, ()), (6, ())])
def test_publishing_that_does_not_end_well(account: Account, outcome: int, failed: tuple[int, ...]) -> None:
    account.store.accounts.change(DEMO_APPID, {"publish_outcome": outcome, "publish_polls": 0})
    publish_id = account.gateway.publish_draft(account.draft())
    assert account.gateway.publish_status(publish_id) == PublishStatus(outcome, failed=failed)
    assert account.gateway.count_drafts() == (0 if outcome in (5, 6) else 1)


def test_every_published_message_is_listed_once(account: Account) -> None:
    article = account.article()
    made = {account.editor.publish(account.gateway.add_draft([article])) for _ in range(23)}
    listed = list(account.gateway.list_published())
    assert {one.article_id for one in listed} == made
    assert len(listed) == account.gateway.count_published() == 23
    assert all(one.articles[0].content == "<p>新茶到了</p>" and one.update_time > 0 for one in listed)
    bare = list(account.gateway.list_published(with_content=False))
    assert {one.articles[0].content for one in bare} == {""}
    assert {one.articles[0].url for one in bare} == {one.articles[0].url for one in listed}


def test_a_published_list_that_shifts_is_not_believed(account: Account) -> None:
    article = account.article()
    for _ in range(21):
        account.editor.publish(account.gateway.add_draft([article]))
    listing = account.gateway.list_published()
    next(listing)
    account.editor.publish(account.gateway.add_draft([article]))
    with pytest.raises(ListingShifted):
        list(listing)
    assert len(list(account.gateway.list_published())) == 22


def test_deleted_articles_say_so(account: Account) -> None:
    article = account.article()
    article_id = account.editor.publish(account.gateway.add_draft([article, article]))
    account.store.published.delete(DEMO_APPID, article_id, 2)
    assert [one.is_deleted for one in account.gateway.get_published(article_id)] == [False, True]


def test_unknown_ids_of_publishing(account: Account) -> None:
    for call in (account.gateway.get_published, account.gateway.publish_status, account.gateway.publish_draft):
        with pytest.raises(NotFound):
            call("1")


def test_publishing_may_be_closed_to_an_account(account: Account) -> None:
    media_id = account.draft()
    switch_profile(account.store, DEMO_APPID, "unverified")
    for call in (
        lambda: list(account.gateway.list_published()),
        account.gateway.count_published,
        lambda: account.gateway.publish_draft(media_id),
        lambda: account.gateway.quota("freepublish/submit"),
    ):
        with pytest.raises(CredentialsRefused):
            call()
    assert account.gateway.count_drafts() == 1


def test_a_draft_is_never_submitted_twice(account: Account) -> None:
    media_id = account.draft()
    account.store.faults.add("freepublish/submit", Fault("drop_after"))
    with pytest.raises(AnswerUnclear):
        account.gateway.publish_draft(media_id)
    assert account.slept == []
    assert account.store.quota.used(DEMO_APPID, "freepublish/submit") == 1


def test_crops_set_in_the_console_survive_an_update(account: Account) -> None:
    media_id = account.draft()
    boxes = [
        {"ratio": "2.35_1", "x1": "0", "y1": "0.05", "x2": "1", "y2": "0.95"},
        {"ratio": "1_1", "x1": "0.25", "y1": "0", "x2": "0.75", "y2": "1"},
    ]
    account.editor.save(media_id, cover_info={"crop_percent_list": boxes})
    (read,) = account.gateway.get_draft(media_id)
    assert read.crops == tuple(Crop(**box) for box in boxes)
    kept = account.store.drafts.article(DEMO_APPID, media_id, 0)["cover_info"]
    account.gateway.update_draft(media_id, account.article(title="改", thumb_media_id="", crops=read.crops))
    assert account.gateway.get_draft(media_id)[0].crops == read.crops
    assert account.store.drafts.article(DEMO_APPID, media_id, 0)["cover_info"] == kept


def test_a_crop_of_the_wrong_shape_is_refused(account: Account) -> None:
    with pytest.raises(Refused) as caught:
        account.draft(crops=(Crop("1_1", "0", "0", "1", "0.1"),))
    assert caught.value.errcode == 53402


def test_a_picture_message_is_read_and_never_overwritten(account: Account) -> None:
    cover = account.cover()
    demo = account.store.accounts.get(DEMO_APPID)
    article = {
        "article_type": "newspic",
        "title": "五张图",
        "content": "字",
        "image_info": {"image_list": [{"image_media_id": cover}]},
    }
    media_id = account.store.drafts.add(demo.appid, [article])
    (read,) = account.gateway.get_draft(media_id)
    assert (read.kind, read.title) == ("newspic", "五张图")
    with pytest.raises(Refused, match="贴图"):
        account.gateway.update_draft(media_id, read)
    assert account.store.drafts.article(DEMO_APPID, media_id, 0) == article


def test_an_upload_that_not_every_server_knows_yet(account: Account) -> None:
    cover = account.cover()
    account.store.faults.add("draft/add", Fault("errcode", 40007))
    media_id = account.draft(thumb_media_id=cover)
    account.store.faults.add("draft/get", Fault("errcode", 40007), times=2)
    assert account.gateway.get_draft(media_id)[0].title == "明前龙井"
    assert account.slept == [1.0, 1.0, 4.0]
    assert account.gateway.count_drafts() == 1


def test_an_upload_that_was_used_once_is_known_everywhere(account: Account) -> None:
    cover = account.cover()
    media_id = account.draft(thumb_media_id=cover)
    account.gateway.get_draft(media_id)
    account.store.faults.add("draft/update", Fault("errcode", 40007))
    with pytest.raises(NotFound):
        account.gateway.update_draft(media_id, account.article(thumb_media_id=cover))
    assert account.slept == []


def test_an_upload_that_stays_unknown_is_given_up(account: Account) -> None:
    cover = account.cover()
    account.store.faults.add("draft/add", Fault("errcode", 40007), times=9)
    with pytest.raises(NotFound):
        account.draft(thumb_media_id=cover)
    assert account.slept == [1.0, 4.0]


def test_listings_can_be_read_page_by_page(account: Account) -> None:
    article = account.article()
    for _ in range(22):
        account.editor.publish(account.gateway.add_draft([article]))
    first, second = account.gateway.page_of_published(0), account.gateway.page_of_published(20, with_content=False)
    assert (first.total, len(first.items), len(second.items)) == (22, 20, 2)
    assert len({one.article_id for one in (*first.items, *second.items)}) == 22
    assert (first.items[0].articles[0].content != "", second.items[0].articles[0].content) == (True, "")
    media_id = account.gateway.add_draft([article])
    page = account.gateway.page_of_drafts(0)
    assert (page.total, [one.media_id for one in page.items]) == (1, [media_id])
    assert account.gateway.page_of_drafts(1).items == ()
