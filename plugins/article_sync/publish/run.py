"""Publishing one draft from beginning to end: agreed on, asked, submitted once, followed, recorded."""

import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.journal import Journal
from plugins.article_sync.local import read_local
from plugins.article_sync.lock import hold_lock
from plugins.article_sync.model import Base, LocalArticle
from plugins.article_sync.opening import open_beside
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.publish.draft import (
    PublishedDraft,
    check_agreed,
    find_published,
    is_in_box,
    read_draft,
    record_published,
)
from plugins.article_sync.publish.task import PublishTask, Sleep
from plugins.article_sync.publish.words import PUBLISHED, RUNNING, explain
from plugins.article_sync.session import Session
from plugins.article_sync.settings import SyncSettings
from plugins.shared.errors import AnswerUnclear, NotFound, UsageProblem
from plugins.shared.language import say
from plugins.wechat import Gateway, PublishStatus, account_name

Ask = Callable[[tuple[str, ...]], bool]
"""Shown the titles of what would be published; tells whether a person says yes."""


@dataclass(frozen=True)
class PublishReport:
    """How it went: the message for people, permanent addresses by path, and the exit code."""

    message: str
    urls: dict[str, str]
    exit_code: int


def publish(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    name: str,
    ask: Ask,
    again: bool = False,
    sleep: Sleep = time.sleep,
) -> PublishReport:
    """Publish the draft of one article, or follow a publication that an earlier run began.

    ``again`` says that a submission whose fate is unknown is known to have failed, by a look at the console.

    Raises:
        UsageProblem: no such article, or it has no draft.
        NotInSync: file or draft was edited since the last sync.
        AnswerUnclear: nobody knows whether WeChat accepted the draft; it is not sent again.
        LockHeld, StateUntrusted, AccountError: as for every run.
    """
    with hold_lock(settings.state_dir / "sync.lock", now):
        states = BaseFolder(content, account_name(gateway.appid))
        bases = states.read(settings.new_account)
        local = read_local(content, settings)
        session = open_beside(content, gateway, settings, now, states, PictureMap.read(states))
        article, base = _named(name, local.articles, bases)
        if base.kind == "published":
            return _already(article, base)
        journal = Journal(settings.state_dir / f"publish-{states.account}.json")
        task = PublishTask(gateway, journal, base.media_id)
        if again and not task.publish_id:
            task.end()
        return _publish(session, task, base, bases, local.articles, ask, sleep)


def _publish(
    session: Session,
    task: PublishTask,
    base: Base,
    bases: Sequence[Base],
    articles: Sequence[LocalArticle],
    ask: Ask,
    sleep: Sleep,
) -> PublishReport:
    if task.is_begun and not task.publish_id:
        return _look_for(session, task, base, bases, articles)
    try:
        draft = read_draft(session, task.media_id, bases, articles)
    except NotFound:
        if not task.is_begun:
            raise
        draft = from_state(task.media_id, bases, articles)
    if not task.is_begun:
        check_agreed(draft)
        if not ask(draft.titles):
            return PublishReport(say("没有发表。", "Nothing was published."), {}, 0)
        task.submit()
    return _conclude(session, task, draft, task.wait(sleep))


def _conclude(session: Session, task: PublishTask, draft: PublishedDraft, status: PublishStatus) -> PublishReport:
    words = explain(status, draft.titles)
    if status.status == RUNNING:
        text = say(
            f"{words}。过一会儿再运行 publish，会接着问，不会再发一次。",
            f"{words}; run publish again later.",
        )
        return PublishReport(text, {}, AnswerUnclear.exit_code)
    urls = record_published(session, draft, status) if status.status == PUBLISHED else {}
    task.end()
    rows = [words, *(f"{path} → {url}" for path, url in urls.items())]
    return PublishReport("\n".join(rows), urls, 0 if status.status == PUBLISHED else 1)


def _look_for(
    session: Session, task: PublishTask, base: Base, bases: Sequence[Base], articles: Sequence[LocalArticle]
) -> PublishReport:
    """Find out what became of a submission that WeChat never confirmed; never submit again on a guess."""
    status = find_published(session, base.id)
    if status:
        return _conclude(session, task, from_state(task.media_id, bases, articles), status)
    gone = not is_in_box(session, task.media_id)
    raise AnswerUnclear(
        say(
            f"上次提交发表后没有收到回答，{'草稿已不在草稿箱' if gone else '草稿还在草稿箱'}，已发表列表里还没有它。"
            "请到后台 → 发表记录 看一眼：正在发表就等一会儿再运行；确定没有，就加 --again 重新发表。",
            f"The last submission was never answered; the draft is {'gone from' if gone else 'still in'} the box and "
            "not among the published yet. Look at 发表记录 in the console: wait if it is on its way, or say --again.",
        )
    )


def from_state(media_id: str, bases: Sequence[Base], articles: Sequence[LocalArticle]) -> PublishedDraft:
    """Return a draft that has left the box, as far as the state knows it."""
    by_id = {article.id: article for article in articles if article.id}
    mine = [base for base in bases if base.media_id == media_id and base.id in by_id]
    return PublishedDraft(media_id, (), tuple((by_id[base.id], base) for base in mine))


def _named(name: str, articles: Sequence[LocalArticle], bases: Sequence[Base]) -> tuple[LocalArticle, Base]:
    stem = name.rpartition("/")[2].removesuffix(".md")
    article = next((one for one in articles if one.slug == stem), None)
    if article is None:
        raise UsageProblem(
            say(f"没有文章 {name}。写文件名，例如 longjing-chongpao。", f"no article {name}. Write its file name.")
        )
    base = next((one for one in bases if one.id == article.id), None)
    if not article.wechat:
        zh = f"{article.path} 写着不进公众号（wechat: off 或 detached）。要发表就改成 wechat: on，先 sync。"
        en = f"{article.path} is opted out (wechat: off or detached). Write wechat: on and run sync first."
        raise UsageProblem(say(zh, en))
    if base is None or (base.kind == "draft" and not base.media_id):
        raise UsageProblem(
            say(f"{article.path} 还没有草稿。先 sync。", f"{article.path} has no draft. Run sync first.")
        )
    return article, base


def _already(article: LocalArticle, base: Base) -> PublishReport:
    text = say(f"{article.path} 早已发表：{base.url}", f"{article.path} is published already: {base.url}")
    return PublishReport(text, {article.path: base.url}, 0)
