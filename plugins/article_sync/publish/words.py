"""Every publish_status in words: what happened, and what to do.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_get.html
"""

from collections.abc import Mapping

from plugins.shared.language import say
from plugins.wechat import PublishStatus

PUBLISHED, RUNNING = 0, 1
DELETED, BANNED = 5, 6
_REASONS: Mapping[int, tuple[str, str]] = {
    2: (
        "原创校验没有通过。请在后台打开这篇草稿，取消“原创”声明或补充授权，再发表",
        "the originality check failed. Open the draft in the console, withdraw the 原创 claim or prove it",
    ),
    3: (
        "常规失败，微信没有说原因（测试号总是这样）。请在后台 → 草稿箱 里手动发表一次，看它提示什么",
        "failed for a reason that WeChat does not tell (test accounts always end here). Publish it by hand in the "
        "console's draft box and read what it says",
    ),
    4: (
        "平台审核不通过。请到后台的通知中心看是哪一条，改好文件，sync 之后再发表",
        "refused by the platform's review. Read the notice in the console, mend the file, sync, publish again",
    ),
    5: (
        "发表成功之后，文章在后台被删除了。文件还在；要再发就新建草稿",
        "published, and then deleted in the console. The file is still here; a new draft is needed to publish again",
    ),
    6: (
        "发表成功之后，文章被平台封禁了。请到后台的通知中心看原因并申诉，不要原样重发",
        "published, and then banned by the platform. Read the notice in the console and appeal",
    ),
}


def explain(status: PublishStatus, titles: tuple[str, ...]) -> str:
    """Return a status in the reader's language, with the articles that are to blame."""
    if status.status == PUBLISHED:
        return say("已发表", "published")
    if status.status == RUNNING:
        return say("还在发表中", "still being published")
    unknown = (
        f"微信返回了未知的状态 {status.status}。请在后台查看",
        f"unknown status {status.status}; see the console",
    )
    reason = say(*_REASONS.get(status.status, unknown))
    blamed = [titles[place - 1] for place in status.failed if 0 < place <= len(titles)]
    joined = say("、", ", ").join(blamed)
    return say(f"{reason}。出在：{joined}", f"{reason}. It is about: {joined}") if blamed else reason
