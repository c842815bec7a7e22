"""The editor that the demo plays in WeChat's console: changes one article, writes one, saves one as it is."""

from dataclasses import dataclass

from plugins.shared.errors import WeizhanError
from plugins.shared.language import say
from plugins.wechat_emulator import ConsoleEditor

ADDED = "（后台补一句：周三前下单，当天发出）"
NEW_TITLE = "冬至营业时间"
NEW_HTML = (
    '<section style="font-size:16px"><p>冬至那天三家店都提前到 <strong>17:00</strong> 打烊，回家吃汤圆。</p>'
    "<p>订了茶的朋友，16:30 以前来取。</p></section>"
)


@dataclass(frozen=True)
class Edits:
    """What was done: the titles of the article changed, of the one written, and of the one saved unchanged.

    A shop with a single article has none to save unchanged.
    """

    changed: str
    written: str
    saved: str = ""


def play_editor(console: ConsoleEditor) -> Edits:
    """Do three things that editors do every day, and return what they were.

    Raises:
        WeizhanError: the account holds no draft.
    """
    drafts = sorted(console.list(), key=lambda draft: str(draft["news_item"][0]["title"]))
    if not drafts:
        text = say("演示至少要有一篇会同步的文章。", "The demo needs at least one article that is synced.")
        raise WeizhanError(text)
    first, last = drafts[0], drafts[-1]
    html = str(first["news_item"][0]["content"])
    place = html.index("。") if "。" in html else html.index("</p>")
    console.save(first["media_id"], html=html[:place] + ADDED + html[place:])
    console.new(NEW_TITLE, NEW_HTML)
    if last is first:
        return Edits(first["news_item"][0]["title"], NEW_TITLE)
    console.save(last["media_id"])
    return Edits(first["news_item"][0]["title"], NEW_TITLE, last["news_item"][0]["title"])
