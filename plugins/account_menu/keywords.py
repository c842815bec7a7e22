"""A table of words and answers, to be copied into the console's automatic replies 自动回复.

The console takes at most 30 characters a keyword and 300 a reply (shown in its own form).
"""

import csv
from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from io import StringIO

from plugins.account_menu.model import Button, ContentReference, KeywordReply, Menu
from plugins.site.references import References

MOST_KEYWORD, MOST_REPLY = 30, 300
_HEAD = ("关键词", "别的说法", "回复")
Resolve = Callable[[str], str | None]


@dataclass(frozen=True)
class Row:
    """A word, other ways to say it, and the answer."""

    keyword: str
    also: tuple[str, ...]
    reply: str


def keyword_rows(menu: Menu, references: References, resolve: Resolve) -> list[Row]:
    """Return the rows: what the file says, then every entry of the menu, promotion, form and store by its name."""
    rows = [_written(reply, resolve) for reply in menu.keywords]
    taken = {word for row in rows for word in (row.keyword, *row.also)}
    for title, reference in (*_entries(menu.buttons), *_named(references)):
        url = resolve(reference)
        if url and title not in taken and len(title) <= MOST_KEYWORD:
            taken.add(title)
            rows.append(Row(title, (), f"{title}：{url}"))
    return rows


def render_markdown(rows: Sequence[Row]) -> str:
    """Return the table as Markdown."""
    lines = ["| " + " | ".join(_HEAD) + " |", "|---|---|---|"]
    lines += [f"| {_cell(row.keyword)} | {_cell('、'.join(row.also))} | {_cell(row.reply)} |" for row in rows]
    return "\n".join(lines) + "\n"


def render_csv(rows: Sequence[Row]) -> bytes:
    """Return the table as CSV that spreadsheets read as UTF-8."""
    text = StringIO()
    csv.writer(text).writerows([_HEAD, *((row.keyword, "、".join(row.also), row.reply) for row in rows)])
    return text.getvalue().encode("utf-8-sig")


def too_long(rows: Sequence[Row]) -> list[str]:
    """Return the keywords that the console would not take as they are."""
    return [
        row.keyword
        for row in rows
        if len(row.reply) > MOST_REPLY or any(len(word) > MOST_KEYWORD for word in (row.keyword, *row.also))
    ]


def _written(reply: KeywordReply, resolve: Resolve) -> Row:
    url = resolve(reply.target) if reply.target else None
    return Row(reply.keyword, reply.also, "\n".join(filter(None, (reply.reply, url))))


def _entries(buttons: Sequence[Button]) -> Iterator[tuple[str, str]]:
    for button in buttons:
        if isinstance(button.target, ContentReference):
            yield button.name, button.target.text
        yield from _entries(button.children)


def _named(references: References) -> Iterator[tuple[str, str]]:
    for kind in ("landing", "form", "store"):
        for name, target in references.items():
            if name.startswith(f"{kind}:"):
                yield target.title, name


def _cell(text: str) -> str:
    return text.replace("|", "\\|").replace("\n", "<br>")
