"""Parameters, questions and ways to buy as lines of one cell, and back."""

import re
from collections.abc import Mapping, Sequence

from plugins.product_import.lists import escape, split_at, unescape

_ASKED = re.compile(r"(?:问|q)\s*[:：]\s*", re.IGNORECASE)
_ANSWERED = re.compile(r"(?:答|a)\s*[:：]\s*", re.IGNORECASE)
_ADDRESS = re.compile(r"https?://", re.IGNORECASE)


def join_pairs(pairs: Mapping[str, str]) -> str:
    """Return parameters as ``名称: 值``, one a line."""
    return "\n".join(f"{escape(name, ':：')}: {escape(value)}" for name, value in pairs.items())


def split_pairs(cell: str) -> dict[str, str]:
    """Return name and value of every line; a line without a colon has an empty value."""
    pairs = {}
    for line in split_at(cell, "\n"):
        name, value = _halves(line, ":：")
        if name or value:
            pairs[name] = value
    return pairs


def join_questions(questions: Sequence[Mapping[str, str]]) -> str:
    """Return questions and answers as lines that begin with 问： and 答：."""
    return "\n".join(f"问：{escape(each['q'])}\n答：{escape(each['a'])}" for each in questions)


def split_questions(cell: str) -> list[dict[str, str]]:
    """Return ``q`` and ``a`` of every question; a line that begins with neither goes on where the last one stopped."""
    found: list[dict[str, str]] = []
    key = ""
    for line in split_at(cell, "\n"):
        if begun := _ASKED.match(line):
            found.append({"q": "", "a": ""})
            key, line = "q", line[begun.end() :]
        elif found and (begun := _ANSWERED.match(line)):
            key, line = "a", line[begun.end() :]
        if key:
            found[-1][key] = f"{found[-1][key]}\n{unescape(line)}".strip()
        elif line.strip():
            found, key = [{"q": unescape(line).strip(), "a": ""}], "a"
    return found


def join_links(links: Sequence[Mapping[str, str]]) -> str:
    """Return ways to buy as ``名称 | 网址或电话``, one a line."""
    return "\n".join(f"{escape(each['label'], '|')} | {each.get('url') or each.get('tel') or ''}" for each in links)


def split_links(cell: str) -> list[dict[str, str]]:
    """Return ``label`` and ``url`` or ``tel`` of every line; a line without ``|`` is its own label."""
    links = []
    for line in _lines(cell):
        label, target = _halves(line, "|")
        target = target or label
        links.append({"label": label, "url" if _ADDRESS.match(target) else "tel": target})
    return links


def _lines(cell: str) -> list[str]:
    return [line for line in split_at(cell, "\n") if line.strip()]


def _halves(line: str, separators: str) -> tuple[str, str]:
    first, *rest = split_at(line, separators, 2)
    return unescape(first).strip(), unescape(rest[0] if rest else "").strip()
