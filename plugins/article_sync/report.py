"""What a run did or would do, for people: one line a document, each with its next step."""

from dataclasses import dataclass, field, replace
from enum import Enum

from plugins.article_sync.visible import visible, visible_name
from plugins.article_sync.words import FIELD_WORDS, NEXT_STEPS, RULE_WORDS


class Status(Enum):
    """How an article came out."""

    DONE = "done"
    PLANNED = "planned"
    WAITING = "waiting"
    ATTENTION = "attention"
    FAILED = "failed"
    CLASH = "clash"


_SIGNS = {"done": "✓", "planned": "·", "waiting": "…", "attention": "!", "failed": "✗", "clash": "✗"}
_COLOURS = {"done": "32", "planned": "36", "waiting": "90", "attention": "33", "failed": "31", "clash": "31"}


@dataclass(frozen=True)
class Line:
    """One article: the row of the decision table, what was done, and what a person should know.

    ``pictures`` go up and ``calls`` are made for it. ``diff`` is a unified diff of the file for pulls; ``note`` says
    why something failed or waits. Of a conflict: ``copy`` is the file with the account's version, ``versions`` are
    pairs of what the file and the account say, ``commands`` end it. ``url`` is the permanent address once published.
    """

    rule: int
    action: str
    path: str
    title: str
    status: Status
    fields: tuple[str, ...] = ()
    pictures: int = 0
    calls: int = 0
    diff: str = ""
    note: str = ""
    copy: str = ""
    versions: tuple[tuple[str, str], ...] = ()
    commands: tuple[str, ...] = ()
    url: str = ""


@dataclass(frozen=True)
class Report:
    """Every article that is not simply in sync, and how many are."""

    lines: tuple[Line, ...]
    in_sync: int = 0
    dry_run: bool = False
    stopped_with: int = field(default=0)

    @property
    def exit_code(self) -> int:
        """0 all well · 1 something needs a person · 2 an id is not clear · 3 something failed, run again.

        4 a brake was shown by a dry run · 5 credentials or permission.
        """
        if self.stopped_with:
            return self.stopped_with
        found = {line.status for line in self.lines}
        return 2 if Status.CLASH in found else 3 if Status.FAILED in found else 1 if Status.ATTENTION in found else 0


def render_report(report: Report, colour: bool = False, language: str = "zh") -> str:
    """Return a report as text in Chinese (``zh``) or English (``en``)."""
    parts = [_render_line(_printable(line), colour, language) for line in report.lines]
    return "\n".join([*parts, _summary(report, language)])


def _printable(line: Line) -> Line:
    """Return a line whose names and texts, written by others, cannot steer a terminal."""
    versions = tuple((visible(ours), visible(theirs)) for ours, theirs in line.versions)
    path, title = (visible_name(text) for text in (line.path, line.title))
    return replace(line, path=path, title=title, diff=visible(line.diff), note=visible(line.note), versions=versions)


def _render_line(line: Line, colour: bool, language: str) -> str:
    zh = language == "zh"
    action = RULE_WORDS.get(line.action, (line.action, line.action))[0 if zh else 1]
    title = (f"《{line.title}》" if zh else f' "{line.title}"') if line.title else ""
    details = [("、" if zh else ", ").join(FIELD_WORDS.get(name, (name, name))[0 if zh else 1] for name in line.fields)]
    if line.pictures:
        details.append(f"图片 {line.pictures} 张" if zh else f"{line.pictures} picture(s)")
    if line.calls:
        details.append(f"{line.calls} 次调用" if zh else f"{line.calls} call(s)")
    about = ("；" if zh else "; ").join(filter(None, details))
    about = (f"（{about}）" if zh else f" ({about})") if about else ""
    step = next_step(line)
    sign = _painted(_SIGNS[line.status.value], _COLOURS[line.status.value], colour)
    text = f"{sign} #{line.rule:<2} {action}  {line.path}{title}{about} → {step[0 if zh else 1]}"
    extra = [f"      {row}" for row in [line.url, *line.note.splitlines()] if row]
    for ours, theirs in line.versions:
        extra += _version("文件" if zh else "file", ours, "31", colour)
        extra += _version("公众号" if zh else "account", theirs, "32", colour)
    extra += [f"      $ {command}" for command in line.commands]
    extra += [f"      {_painted_diff(row, colour)}" for row in line.diff.splitlines()]
    return "\n".join([text, *extra])


def next_step(line: Line) -> tuple[str, str]:
    """Return what a person does next about a line, in Chinese and English."""
    return NEXT_STEPS.get((line.action, line.status.value)) or NEXT_STEPS[("", line.status.value)]


def _version(side: str, text: str, code: str, colour: bool) -> list[str]:
    rows = text.splitlines() or ["∅"]
    return [f"      {side}：" if side.isalpha() and not side.isascii() else f"      {side}:"] + [
        f"      {_painted(f'  | {row}', code, colour)}" for row in rows
    ]


def _summary(report: Report, language: str) -> str:
    counts = {status: sum(line.status is status for line in report.lines) for status in Status}
    words = {
        Status.DONE: ("已处理", "done"),
        Status.PLANNED: ("将处理", "planned"),
        Status.WAITING: ("未处理", "left"),
        Status.ATTENTION: ("需要您看", "need a person"),
        Status.FAILED: ("失败，可再运行", "failed, run again"),
        Status.CLASH: ("id 不清楚", "unclear id"),
    }
    zh = language == "zh"
    parts = [f"{words[status][0 if zh else 1]} {count}" for status, count in counts.items() if count]
    parts.append(f"一致 {report.in_sync}" if zh else f"in sync {report.in_sync}")
    head = ("试运行，什么都没有写：" if zh else "Dry run, nothing written: ") if report.dry_run else ""
    return head + (" · ".join(parts))


def _painted(text: str, code: str, colour: bool) -> str:
    return f"\x1b[{code}m{text}\x1b[0m" if colour else text


def _painted_diff(row: str, colour: bool) -> str:
    code = {"+": "32", "-": "31", "@": "36"}.get(row[:1])
    return _painted(row, code, colour) if code else row
