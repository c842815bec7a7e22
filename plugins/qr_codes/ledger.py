"""The ledger of printed codes, content/qr_codes.yaml: what hangs on a wall cannot be looked up anywhere else."""

from collections.abc import Iterable, Sequence
from datetime import date
from pathlib import Path
from typing import Annotated

from plugins.qr_codes.address import ACCOUNT, page_addresses
from plugins.shared.errors import Problem, UsageProblem
from plugins.shared.language import say
from plugins.shared.records import Record, load_records, read_records, write_records
from plugins.shared.validation import Day, Text, WebAddress, shaped
from plugins.site.site import Site

LEDGER = "qr_codes.yaml"
_KEY = "codes"
_HEADER = (
    "# 印出去的二维码。由 invoke qr 写入，只增不改：码贴在墙上，地址就不能再动。\n"
    "# Codes in print, written by invoke qr. Entries are added, never changed: what hangs on a wall stays.\n"
)


class PrintedCode(Record):
    """One code in print. ``scene`` is set for codes that open the account; their page is ``account``."""

    id: Annotated[str, shaped(r"[a-z0-9]{2,6}-[0-9]{1,5}", "s1-3")]
    page: Text
    channel: str = ""
    url: WebAddress
    since: Day
    scene: str = ""


def read_ledger(content: Path) -> tuple[tuple[PrintedCode, ...], list[Problem]]:
    """Return the codes in the order they were made; a shop without the file has printed none."""
    return read_records(PrintedCode, content, LEDGER, _KEY)


def load_ledger(content: Path) -> tuple[PrintedCode, ...]:
    """Return the ledger's codes. Raises ContentProblems when the file cannot be used."""
    return load_records(PrintedCode, content, LEDGER, _KEY)


def code_for(codes: Sequence[PrintedCode], page: str, channel: str, url: str, today: date) -> PrintedCode:
    """Return the code of a page and channel: the one in the ledger, or a new one with the channel's next number."""
    known = [code for code in codes if (code.page, code.channel, code.url) == (page, channel, url)]
    if known:
        return known[0]
    return PrintedCode(id=next_id(codes, channel), page=page, channel=channel, url=url, since=today)


def next_id(codes: Iterable[PrintedCode], channel: str) -> str:
    """Return the id of a channel's next code; codes without a channel are numbered under ``web``."""
    prefix = channel or "web"
    numbers = [int(code.id.rpartition("-")[2]) for code in codes if code.id.rpartition("-")[0] == prefix]
    return f"{prefix}-{max(numbers, default=0) + 1}"


def write_ledger(content: Path, codes: Sequence[PrintedCode]) -> None:
    """Replace the ledger by these codes."""
    write_records(content / LEDGER, _KEY, _HEADER, codes)


def ledger_problems(content: Path, site: Site) -> list[Problem]:
    """Return a problem for every printed code that no longer leads where it was printed to lead."""
    codes, problems = read_ledger(content)
    return problems + [Problem(LEDGER, 1, text) for code in codes if (text := _flaw(code, site))]


def _flaw(code: PrintedCode, site: Site) -> str:
    if code.page == ACCOUNT:
        return ""
    try:
        now = page_addresses(site, code.page, code.channel)
    except UsageProblem as gone:
        told = f"{code.id}: {gone}"
        return told + say("码已经印出去了，请把它恢复。", " The code is in print; bring it back.")
    if code.url in now:
        return ""
    return say(
        f"{code.id} 印的是 {code.url}，现在的地址是 {now[0]}。请恢复原来的地址，或重新印一张。",
        f"{code.id} was printed as {code.url}, but the page is now {now[0]}. Restore the address, or print it anew.",
    )
