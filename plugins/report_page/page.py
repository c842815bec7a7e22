"""A report as one HTML file: no script, nothing loaded, light and dark, prints well."""

from html import escape
from pathlib import Path

from plugins.report_page.chart import render_chart
from plugins.report_page.model import Cell, Report, Table, is_text, shown
from plugins.shared.language import say

_STYLE = Path(__file__).with_name("page.css")


def render_page(report: Report) -> bytes:
    """Return the report as HTML."""
    figures = "".join(
        f"<li><b>{escape(shown(value))}</b><span>{escape(name)}</span></li>" for name, value in report.figures
    )
    parts = "".join(_table(part) if isinstance(part, Table) else render_chart(part) for part in report.parts)
    html = (
        '<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        '<meta name="viewport" content="width=device-width,initial-scale=1">\n<meta name="robots" content="noindex">\n'
        f'<meta name="color-scheme" content="light dark">\n<title>{escape(report.title)}</title>\n'
        f"<style>\n{_STYLE.read_text(encoding='utf-8')}</style>\n</head>\n<body>\n<main>\n<h1>{escape(report.title)}</h1>\n"
        f'<p class="sub">{escape(report.subtitle)}</p>\n<ul class="figures">{figures}</ul>\n'
        f"{parts}{_problems(report)}\n</main>\n</body>\n</html>\n"
    )
    return html.encode("utf-8")


def _table(table: Table) -> str:
    texts = [is_text(table, place) for place in range(len(table.headings))]
    head = "".join(_cell("th", name, as_text) for name, as_text in zip(table.headings, texts, strict=True))
    rows = "".join(
        "<tr>" + "".join(_cell("td", cell, as_text) for cell, as_text in zip(row, texts, strict=True)) + "</tr>"
        for row in table.rows
    )
    note = f'<p class="note">{escape(table.note)}</p>' if table.note else ""
    return (
        f'<section><h2>{escape(table.title)}</h2><div class="scroll" tabindex="0" role="group" '
        f'aria-label="{escape(table.title)}"><table><thead><tr>{head}</tr></thead><tbody>{rows}</tbody></table></div>'
        f"{note}</section>"
    )


def _cell(tag: str, cell: Cell, as_text: bool) -> str:
    kind = ' class="text"' if as_text else ""
    scope = ' scope="col"' if tag == "th" else ""
    return f"<{tag}{kind}{scope}>{escape(shown(cell))}</{tag}>"


def _problems(report: Report) -> str:
    if not report.problems:
        return ""
    title = say(f"要看一眼的 {len(report.problems)} 处", f"{len(report.problems)} things to look at")
    items = "".join(f"<li>{escape(problem)}</li>" for problem in report.problems)
    return f'<section><h2>{escape(title)}</h2><ul class="problems">{items}</ul></section>'
