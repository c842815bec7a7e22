"""Limits that stop a run before its first write: signs that something is wrong rather than edited."""

from collections.abc import Sequence

from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.plan import Decision
from plugins.shared.errors import BrakePulled

EDITED_AT_ONCE = 5
_EDITED_THERE = frozenset({8, 11, 19})


def check_brakes(
    bases: Sequence[Base],
    articles: Sequence[LocalArticle],
    accounts: Sequence[AccountArticle],
    decisions: Sequence[Decision],
) -> None:
    """Return when it is safe to go on.

    Raises:
        BrakePulled: a side that was not empty is empty now, or more than half of the articles, and more than five,
            look edited in the console at once.
    """
    drafts = [base for base in bases if base.kind == "draft"]
    if bases and not articles:
        raise BrakePulled(
            f"content/articles 里一篇文章都没有，上次有 {len(bases)} 篇。什么都没有改动。"
            "请检查目录或 git 状态；真要清空，请先逐篇处理公众号里的草稿。\n"
            f"content/articles is empty, it held {len(bases)} articles last time. Nothing was changed."
        )
    if drafts and not accounts:
        raise BrakePulled(
            f"公众号的草稿箱是空的，上次有 {len(drafts)} 篇。什么都没有改动。"
            "请核对 WECHAT_APPID 和 WECHAT_API_BASE；若草稿确已全部删除或发表，请删掉 content/.sync 里的记录再运行。\n"
            f"The draft box is empty, it held {len(drafts)} articles last time. Nothing was changed. "
            "Check the account; if the drafts really are gone, remove their files in content/.sync and run again."
        )
    edited = sum(decision.rule in _EDITED_THERE for decision in decisions)
    if edited > EDITED_AT_ONCE and edited * 2 > len(bases):
        raise BrakePulled(
            f"{len(bases)} 篇里有 {edited} 篇看起来都在公众号里改过，这不寻常。什么都没有改动。"
            "请先在公众号后台核对；确认无误后用 --only 分批同步。\n"
            f"{edited} of {len(bases)} articles look edited in the console at once. Nothing was changed. "
            "Check them there, then sync in portions with --only."
        )
