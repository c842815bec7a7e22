"""Reports for a terminal and for spreadsheets."""

import csv
import io

from rich.console import Console
from rich.table import Table as RichTable

from plugins.report_page.model import Report, Table, is_text, shown
from plugins.shared.language import say

_MOST_PROBLEMS = 20


def render_terminal(report: Report, width: int, colour: bool) -> str:
    """Return the figures, every table and the first problems, as wide as the terminal."""
    console = Console(
        file=io.StringIO(), width=width, force_terminal=colour, color_system="standard" if colour else None
    )
    console.print(f"[bold]{report.title}[/bold]  {report.subtitle}", highlight=False)
    console.print("   ".join(f"{name} {shown(value)}" for name, value in report.figures), highlight=False)
    for table in report.tables:
        console.print(_rich(table))
    for problem in report.problems[:_MOST_PROBLEMS]:
        console.print(problem, highlight=False, markup=False)
    more = len(report.problems) - _MOST_PROBLEMS
    if more > 0:
        console.print(say(f"…还有 {more} 个问题，见网页报告。", f"… and {more} more, see the page."))
    output = console.file
    assert isinstance(output, io.StringIO)
    return "\n".join(line.rstrip() for line in output.getvalue().splitlines())


def render_csv(report: Report) -> bytes:
    """Return all tables in one CSV file, a column for the table's title in front; UTF-8 with the mark Excel wants."""
    target = io.StringIO()
    writer = csv.writer(target, lineterminator="\r\n")
    for table in report.tables:
        writer.writerow([table.title, *table.headings])
        writer.writerows([table.title, *(_harmless(cell) for cell in row)] for row in table.rows)
    return target.getvalue().encode("utf-8-sig")


def _rich(table: Table) -> RichTable:
    drawn = RichTable(title=table.title, title_justify="left", caption=table.note or None, caption_justify="left")
    for place, heading in enumerate(table.headings):
        drawn.add_column(heading, justify="left" if is_text(table, place) else "right")
    for row in table.rows:
        drawn.add_row(*(_escaped(shown(cell)) for cell in row))
    return drawn


def _escaped(text: str) -> str:
    return text.replace("[", "\\[")


def _harmless(cell: object) -> object:
    """Keep a spreadsheet from taking a text for a formula: https://owasp.org/www-community/attacks/CSV_Injection"""
    if isinstance(cell, str) and cell[:1] in ("=", "+", "-", "@", "\t", "\r") and len(cell) > 1:
        return "'" + cell
    return round(cell, 4) if isinstance(cell, float) else cell
