"""What the task ``report`` calls: logs, exports and the coupon ledger, joined by channel."""

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from pathlib import Path

from plugins.channel_report.export import read_export
from plugins.channel_report.funnel import Funnel, count_funnels
from plugins.channel_report.occurrence import Occurrence, occurrences, union, without_requests_beside_reports
from plugins.channel_report.reader import read_log
from plugins.channel_report.report import channels_report
from plugins.coupons import Ledger, Shop, parse_day, read_ledger
from plugins.report_page import Report, render_csv, render_page, render_terminal
from plugins.shared.errors import Problem, StateUntrusted, UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import say

_DEFAULT_BEACON = "/b.gif"


@dataclass(frozen=True)
class Sources:
    """Where the numbers come from, and for which days; without days, everything."""

    logs: Sequence[str] = ()
    exports: Sequence[str] = ()
    since: date | None = None
    until: date | None = None

    def holds(self, day: date) -> bool:
        """Tell whether a day is asked for."""
        return (self.since is None or self.since <= day) and (self.until is None or day <= self.until)


def report_channels(shop: Shop, sources: Sources, folder: Path, width: int, colour: bool) -> str:
    """Write the report as CSV and page, and return its tables for the terminal."""
    report, _ = build_report(shop, sources)
    write_atomic(folder / "channels.csv", render_csv(report))
    write_atomic(folder / "channels.html", render_page(report))
    return render_terminal(report, width, colour) + f"\n{folder / 'channels.html'}  {folder / 'channels.csv'}"


def build_report(shop: Shop, sources: Sources) -> tuple[Report, list[Funnel]]:
    """Return the report and its funnels.

    Raises:
        UsageProblem: no log and no export is named, or one is missing.
    """
    _refuse_missing(sources)
    found, problems = _found(shop, sources)
    ledger, rows = _coupons(shop)
    kept = [each for each in without_requests_beside_reports(found) if sources.holds(each.day)]
    robots = sum(1 for each in found if each.robot and sources.holds(each.day))
    within = _within(ledger, sources) if ledger else None
    funnels = count_funnels(kept, within, [channel.code for channel in shop.site.channels])
    told = [*map(str, problems), *rows]
    return channels_report(shop.site, funnels, kept, robots, told), funnels


def day_of(text: str) -> date | None:
    """Return the day of an option, None without one. Raises UsageProblem."""
    day = parse_day(text)
    if text and day is None:
        raise UsageProblem(say(f"“{text}”不是日期。请写成 2026-11-22。", f'"{text}" is no date; write 2026-11-22.'))
    return day


def _found(shop: Shop, sources: Sources) -> tuple[list[Occurrence], list[Problem]]:
    problems: list[Problem] = []
    beacon = shop.site.shop.beacon.url if shop.site.shop.beacon else _DEFAULT_BEACON
    channels = {folder: channel.code for channel in shop.site.channels for folder in channel.folders}
    logs = [
        list(occurrences(read_log(Path(name), Path(name).name, problems), beacon, channels)) for name in sources.logs
    ]
    exports = []
    for name in sources.exports:
        rows, found = read_export(Path(name), Path(name).name)
        exports.append(rows)
        problems += found
    return [*union(logs), *union(exports)], problems


def _coupons(shop: Shop) -> tuple[Ledger | None, list[str]]:
    """Return the ledger and what could not be read; without the secret the report goes on without coupons."""
    try:
        ledger, problems = read_ledger(shop)
    except (UsageProblem, StateUntrusted) as reason:
        return None, [str(reason)]
    return ledger, list(map(str, problems))


def _within(ledger: Ledger, sources: Sources) -> Ledger:
    return replace(ledger, entries=tuple(each for each in ledger.entries if sources.holds(each.redemption.day)))


def _refuse_missing(sources: Sources) -> None:
    names = [*sources.logs, *sources.exports]
    if not names:
        raise UsageProblem(
            say(
                "请用 --log 写访问日志，或用 --export 写导出的表。",
                "name access logs with --log, or exports with --export.",
            )
        )
    missing = [name for name in names if not Path(name).is_file()]
    if missing:
        raise UsageProblem(say(f"没有文件 {missing[0]}。", f"there is no file {missing[0]}."))
