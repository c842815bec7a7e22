"""What a first contact did, one line a document, each with its next step."""

import json
from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime
from enum import Enum

from plugins.article_sync.visible import visible, visible_name
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI

FORMAT = 1


class Outcome(Enum):
    """How an account item came out."""

    KNOWN = "known"
    PAIRED = "paired"
    IMPORTED = "imported"
    DIFFERS = "differs"
    ASKS = "asks"
    FAILED = "failed"


@dataclass(frozen=True)
class ContactLine:
    """One account item and what became of it; ``shown``: the site shows what was imported."""

    outcome: Outcome
    path: str
    title: str
    published: bool
    update_time: int
    shown: bool = False
    note: str = ""


@dataclass(frozen=True)
class ContactReport:
    """Every account item, and what the lists themselves tell.

    ``alone`` are files that the account does not know; ``complete`` is False where published articles cannot be listed;
    ``set_aside`` are state files that could not be trusted.
    """

    lines: tuple[ContactLine, ...]
    alone: tuple[str, ...] = ()
    deleted: int = 0
    pictures: int = 0
    complete: bool = True
    dry_run: bool = False
    set_aside: tuple[str, ...] = ()
    stopped_with: int = 0

    @property
    def exit_code(self) -> int:
        """0 all well · 1 a person must look · 3 something failed, run again · 5 credentials or permission."""
        if self.stopped_with:
            return self.stopped_with
        found = {line.outcome for line in self.lines}
        return 3 if Outcome.FAILED in found else int(bool(found & {Outcome.ASKS, Outcome.DIFFERS}))


_SIGNS = {
    Outcome.PAIRED: "✓",
    Outcome.IMPORTED: "✓",
    Outcome.DIFFERS: "!",
    Outcome.ASKS: "!",
    Outcome.FAILED: "✗",
}


def render_contact(report: ContactReport) -> str:
    """Return a report as text in the reader's language; what was known before is only counted."""
    rows = [_row(line) for line in report.lines if line.outcome is not Outcome.KNOWN]
    rows += [_set_aside(name, report.dry_run) for name in report.set_aside]
    if not report.complete:
        rows.append(_incomplete())
    return "\n".join([*rows, _summary(report)])


def render_contact_json(report: ContactReport) -> str:
    """Return a report as JSON: format, lines, alone, deleted, pictures, complete, dry_run, set_aside, exit_code."""
    lines = [
        {
            "outcome": line.outcome.value,
            "path": line.path,
            "title": line.title,
            "kind": "published" if line.published else "draft",
            "update_time": line.update_time,
            "note": line.note,
        }
        for line in report.lines
    ]
    data = {
        "format": FORMAT,
        "lines": lines,
        "alone": list(report.alone),
        "deleted": report.deleted,
        "pictures": report.pictures,
        "complete": report.complete,
        "dry_run": report.dry_run,
        "set_aside": list(report.set_aside),
        "exit_code": report.exit_code,
    }
    return json.dumps(data, ensure_ascii=False, indent=2)


def _row(line: ContactLine) -> str:
    kind = say("已发表", "published") if line.published else say("草稿", "draft")
    day = f"{datetime.fromtimestamp(line.update_time, SHANGHAI):%Y-%m-%d}"
    what, step = _words(line)
    path, title = visible_name(line.path) or "-", visible_name(line.title)
    row = f"{_SIGNS[line.outcome]} {what}  {path}  {title}  ({kind}, {day}) → {step}"
    return f"{row}\n      {visible(line.note)}" if line.note else row


def _words(line: ContactLine) -> tuple[str, str]:
    name = line.path.rpartition("/")[2].removesuffix(".md")
    if line.outcome is Outcome.PAIRED:
        return say("配对", "pair"), say("内容一样，已记下", "the same text, recorded")
    if line.outcome is Outcome.IMPORTED:
        hidden = say("看一遍，要显示在网站上就删掉 status: draft", "read it; remove status: draft to show it")
        return say("导入", "import"), say("网站会显示，看一遍", "on the site; read it") if line.shown else hidden
    if line.outcome is Outcome.ASKS:
        step = say(
            f"标题（和日期）一样，内容不同。是同一篇：--pair '{name}'；是两篇：--apart '{name}'",
            f"one title (and day), two texts. The same article: --pair '{name}'; two articles: --apart '{name}'",
        )
        return say("是同一篇吗", "the same?"), step
    if line.outcome is Outcome.DIFFERS:
        step = say(
            f"两边内容不同，公众号那份在 {name}.account.md；以文件为准或照它改好文件，再 sync",
            f"the texts differ, the account's is in {name}.account.md; mend the file if need be, then sync",
        )
        return say("首次冲突", "first contact conflict"), step
    return say("失败", "failed"), say("再运行一次", "run again")


def _set_aside(name: str, dry_run: bool) -> str:
    if dry_run:
        zh, en = "正式运行时移进 .wechat/trash，按两边重建", "a real run moves it to .wechat/trash and rebuilds it"
        return say(f"! 记录不可信：{name} → {zh}", f"! not trusted: {name} → {en}")
    zh, en = "已按两边重建，看过 git diff 后提交 content/", "rebuilt from both sides: read git diff, commit content/"
    return say(f"! 记录不可信，已移到 {name} → {zh}", f"! not trusted, moved to {name} → {en}")


def _incomplete() -> str:
    return say(
        "~ 这个公众号不能用接口列出已发表的文章（48001）：只看了草稿箱。"
        "已发表的请在浏览器里存成网页，用 convert 转换。",
        "~ This account may not list what it published (48001): only drafts were read. Save published articles in the "
        "browser and convert them.",
    )


def _summary(report: ContactReport) -> str:
    counts = _counted(report.lines)
    words = {
        Outcome.IMPORTED: ("导入", "imported"),
        Outcome.PAIRED: ("配对", "paired"),
        Outcome.DIFFERS: ("内容不同", "different"),
        Outcome.ASKS: ("要您确认", "to be confirmed"),
        Outcome.FAILED: ("失败", "failed"),
        Outcome.KNOWN: ("早已记录", "known before"),
    }
    parts = [f"{say(*words[outcome])} {counts[outcome]}" for outcome in words if counts.get(outcome)]
    extra = (
        (report.pictures, "图片", "pictures"),
        (report.deleted, "公众号里已删除，未导入", "deleted in the account, left out"),
        (len(report.alone), "只在本地", "only here"),
    )
    parts += [f"{say(zh, en)} {number}" for number, zh, en in extra if number]
    if report.alone:
        step = "“只在本地”的用 python3 tasks.py sync 建成草稿", "python3 tasks.py sync makes drafts of those only here"
        parts.append(say(*step))
    if counts.get(Outcome.IMPORTED) and not report.dry_run:
        parts.append(say("看过 git diff 之后提交 content/", "read git diff, then commit content/"))
    head = say("试运行，什么都没有写：", "Dry run, nothing written: ") if report.dry_run else ""
    return head + " · ".join(parts or [say("公众号里没有文章", "the account holds no articles")])


def _counted(lines: Iterable[ContactLine]) -> dict[Outcome, int]:
    counts: dict[Outcome, int] = {}
    for line in lines:
        counts[line.outcome] = counts.get(line.outcome, 0) + 1
    return counts
