"""Publishing: a slow task with many ends, a permanent address, and a draft that leaves only on success."""

import pytest

from tests.wechat_emulator.conftest import Api, article, credentials


def statuses(api: Api, publish_id: object, polls: int) -> list[int]:
    return [api.post("freepublish/get", {"publish_id": publish_id})["publish_status"] for _ in range(polls)]


def submit(api: Api, media_id: str) -> str:
    return str(api.post("freepublish/submit", {"media_id": media_id})["publish_id"])


def test_submitting_only_means_that_it_was_accepted(api: Api) -> None:
    draft = api.draft()
    answer = api.post("freepublish/submit", {"media_id": draft})
    assert (answer["errcode"], type(answer["publish_id"]), type(answer["msg_data_id"])) == (0, str, int)
    assert api.post("freepublish/batchget", {})["total_count"] == 0
    assert api.post("freepublish/get", {"publish_id": answer["publish_id"]}) == {
        "publish_id": answer["publish_id"],
        "publish_status": 1,
        "fail_idx": [],
    }


def test_success_gives_an_article_id_and_takes_the_draft_away(api: Api) -> None:
    draft = api.draft()
    done = api.publish(draft)
    assert done["publish_status"] == 0
    [item] = done["article_detail"]["item"]
    assert (done["article_detail"]["count"], item["idx"]) == (1, 1)
    assert item["article_url"].startswith("https://mp.weixin.qq.com/s/")
    assert api.post("draft/get", {"media_id": draft})["errcode"] == 40007
    [shown] = api.post("freepublish/getarticle", {"article_id": done["article_id"]})["news_item"]
    assert (shown["url"], shown["title"], shown["is_deleted"]) == (item["article_url"], "明前龙井", False)
    assert shown["thumb_url"].startswith("http://mmbiz.qpic.cn/")
    assert "article_type" not in shown


@pytest.mark.parametrize(("outcome", "fail_idx"), [(2, [1]), (3, []), (4, [1])])
def test_failures_leave_the_draft(api: Api, outcome: int, fail_idx: list[int]) -> None:
    api.settings(publish_outcome=outcome)
    draft = api.draft()
    done = api.publish(draft)
    assert (done["publish_status"], done["fail_idx"], "article_id" in done) == (outcome, fail_idx, False)
    assert "news_item" in api.post("draft/get", {"media_id": draft})


@pytest.mark.parametrize("outcome", [5, 6])
def test_articles_that_are_deleted_or_banned_afterwards(api: Api, outcome: int) -> None:
    api.settings(publish_outcome=outcome)
    draft = api.draft()
    assert api.publish(draft)["publish_status"] == outcome
    assert api.post("draft/get", {"media_id": draft})["errcode"] == 40007


def test_a_task_can_wait_for_polls(api: Api) -> None:
    api.settings(publish_polls=3)
    assert statuses(api, submit(api, api.draft()), 5) == [1, 1, 1, 0, 0]


def test_a_task_can_wait_for_the_clock(api: Api) -> None:
    api.settings(publish_polls=0, publish_seconds=600)
    draft = api.draft()
    publish_id = submit(api, draft)
    assert statuses(api, publish_id, 3) == [1, 1, 1]
    api.store.clock.advance(600)
    assert api.post("draft/get", {"media_id": draft})["errcode"] == 40007
    assert statuses(api, int(publish_id), 1) == [0]


def test_nothing_keeps_a_draft_from_being_published_twice(api: Api) -> None:
    draft = api.draft()
    tasks = [submit(api, draft), submit(api, draft)]
    assert [statuses(api, task, 2)[-1] for task in tasks] == [0, 0]
    assert api.post("freepublish/batchget", {})["total_count"] == 2
    assert api.post("freepublish/submit", {"media_id": draft})["errcode"] == 40007


def test_a_publish_id_can_be_a_number(api: Api) -> None:
    api.settings(publish_id_number=True)
    publish_id = api.post("freepublish/submit", {"media_id": api.draft()})["publish_id"]
    assert type(publish_id) is int
    assert api.post("freepublish/get", {"publish_id": str(publish_id)})["publish_id"] == publish_id


@pytest.mark.parametrize("publish_id", [None, "", "x", "1", 10**30, -1, ["1"]])
def test_tasks_that_do_not_exist(api: Api, publish_id: object) -> None:
    assert api.post("freepublish/get", {"publish_id": publish_id})["errcode"] == 53502


def test_deleting_counts_from_one_and_zero_means_all(api: Api) -> None:
    cover = api.cover()
    draft = api.post("draft/add", {"articles": [article(cover, title=word) for word in "甲乙丙"]})["media_id"]
    done = api.publish(draft)
    article_id = done["article_id"]

    def deleted() -> list[bool]:
        shown = api.post("freepublish/getarticle", {"article_id": article_id})["news_item"]
        return [one["is_deleted"] for one in shown]

    for index in (4, -1, "1"):
        assert api.post("freepublish/delete", {"article_id": article_id, "index": index})["errcode"] == 40114
    assert api.post("freepublish/delete", {"article_id": article_id, "index": 2})["errcode"] == 0
    assert deleted() == [False, True, False]
    assert api.post("freepublish/get", {"publish_id": done["publish_id"]})["publish_status"] == 0
    assert api.post("freepublish/delete", {"article_id": article_id})["errcode"] == 0
    assert deleted() == [True, True, True]
    assert api.post("freepublish/get", {"publish_id": done["publish_id"]})["publish_status"] == 5


def test_a_banned_message(api: Api) -> None:
    done = api.publish(api.draft())
    api.control("callback/ban_article", {"article_id": done["article_id"]})
    assert api.post("freepublish/get", {"publish_id": done["publish_id"]})["publish_status"] == 6


def test_pages_of_twenty(api: Api) -> None:
    cover = api.cover()
    articles = api.post("draft/add", {"articles": [article(cover)]})["media_id"]
    kept = api.store.drafts.get("wxdemo000000000001", articles).articles
    made = [api.store.published.add("wxdemo000000000001", kept)[0] for _ in range(23)]
    pages = [api.post("freepublish/batchget", {"offset": offset, "no_content": 1}) for offset in (0, 20)]
    assert [(page["total_count"], page["item_count"]) for page in pages] == [(23, 20), (23, 3)]
    listed = [item["article_id"] for page in pages for item in page["item"]]
    assert listed == made[::-1]
    assert "content" not in pages[0]["item"][0]["content"]["news_item"][0]
    api.settings(list_order="oldest")
    assert api.post("freepublish/batchget", {"count": 1})["item"][0]["article_id"] == made[0]


def test_what_a_person_publishes_in_the_console_is_listed(api: Api) -> None:
    published = api.control("console/publish", {"media_id": api.draft()})
    [item] = api.post("freepublish/batchget", {})["item"]
    assert item["article_id"] == published["article_id"]
    assert item["content"]["news_item"][0]["url"] == published["article_urls"][0]


def test_test_accounts_always_fail(api: Api) -> None:
    account = api.store.new_account("test")
    api.token = api.post("stable_token", credentials(account.secret, appid=account.appid))["access_token"]
    assert statuses(api, submit(api, api.draft()), 2) == [1, 3]


def test_an_article_can_stand_in_the_menu(api: Api) -> None:
    article_id = api.publish(api.draft())["article_id"]
    button = {"type": "article_id", "name": "文", "article_id": article_id}
    assert api.post("menu/create", {"button": [button]})["errcode"] == 0
