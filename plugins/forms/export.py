"""Answers as sheets. What visitors typed stays text: a spreadsheet must not take it for a formula.

https://owasp.org/www-community/attacks/CSV_Injection
"""

import csv
from collections.abc import Iterator, Sequence
from io import BytesIO, StringIO

import xlsxwriter

from plugins.forms.model import Form
from plugins.forms.store import Answer

_HEAD = ("编号", "时间", "渠道")
_FORMULA = ("=", "+", "-", "@", "\t", "\r", "\n", "＝", "＋", "－", "＠")


def sheet_rows(form: Form, answers: Sequence[Answer]) -> Iterator[list[str]]:
    """Yield the head and a row for each answer; several choices stand in one cell."""
    yield [*_HEAD, *(field.label for field in form.fields)]
    for answer in answers:
        given = ("、".join(answer.values.get(field.name, [])) for field in form.fields)
        yield [str(answer.id), answer.at, answer.ch, *given]


def csv_bytes(form: Form, answers: Sequence[Answer]) -> bytes:
    """Return a CSV file that spreadsheets read as UTF-8."""
    text = StringIO()
    csv.writer(text, quoting=csv.QUOTE_ALL).writerows(_harmless(row) for row in sheet_rows(form, answers))
    return text.getvalue().encode("utf-8-sig")


def xlsx_bytes(form: Form, answers: Sequence[Answer]) -> bytes:
    """Return an XLSX file whose cells are all text."""
    data = BytesIO()
    with xlsxwriter.Workbook(data, {"in_memory": True, "strings_to_formulas": False, "strings_to_urls": False}) as book:
        sheet = book.add_worksheet()
        for number, row in enumerate(sheet_rows(form, answers)):
            for column, text in enumerate(_harmless(row)):
                sheet.write_string(number, column, text)
        sheet.freeze_panes(1, 0)
    return data.getvalue()


def _harmless(row: Sequence[str]) -> list[str]:
    """Return cells that no spreadsheet computes: an apostrophe stands before what looks like a formula."""
    return [f"'{cell}" if cell.startswith(_FORMULA) else cell for cell in row]
