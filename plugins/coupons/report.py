"""What became of the coupons, as a report."""

from collections.abc import Callable, Sequence

from plugins.coupons.code import shown
from plugins.coupons.reconcile import STATUSES, Ledger
from plugins.coupons.tally import UNKNOWN, Tally, by_channel, by_day, by_promotion, by_store
from plugins.report_page import Cell, Chart, Report, Series, Table
from plugins.shared.language import say
from plugins.site.site import Site

_MOST_INVALID = 300


def coupon_report(ledger: Ledger, site: Site, problems: Sequence[str]) -> Report:
    """Return the report; names of channels, promotions and stores are the shop's own."""
    channels, promotions = by_channel(ledger), by_promotion(ledger)
    days = by_day(ledger)
    span = f"{days[0].name} – {days[-1].name}" if days else say("还没有核销", "nothing redeemed yet")
    return Report(
        title=say(f"{site.shop.name} · 优惠券核销", f"{site.shop.name} · coupons"),
        subtitle=span,
        figures=[(say("发出", "issued"), sum(each.issued for each in channels)), *_sums(ledger)],
        parts=[
            Chart(
                say("各渠道：发出与核销", "Issued and redeemed by channel"),
                [channel_name(site)(each.name).partition("（")[0] for each in channels if each.name != UNKNOWN],
                [
                    Series(say("发出", "issued"), [each.issued for each in channels if each.name != UNKNOWN]),
                    Series(say("核销", "redeemed"), [each.redeemed for each in channels if each.name != UNKNOWN]),
                ],
            ),
            _table(say("渠道", "channel"), channels, channel_name(site), with_issued=True),
            _table(say("促销", "promotion"), promotions, promotion_name(site), with_issued=True),
            _table(say("门店", "store"), by_store(ledger), lambda name: name or "-"),
            Chart(
                say("每天的核销", "Redeemed by day"),
                [each.name[5:] for each in days],
                [Series(status_name(status), [each.counts[status] for each in days]) for status in STATUSES],
                "columns",
            ),
            _table(say("日期", "day"), days, str),
            *_invalid(ledger),
        ],
        problems=problems,
    )


def channel_name(site: Site) -> Callable[[str], str]:
    """Return the function from a channel's code to what a report calls it."""
    names = {channel.code: f"{channel.name}（{channel.code}）" for channel in site.channels}
    fixed = {"": say("通用（不分渠道）", "no channel"), UNKNOWN: say("认不出的券码", "unknown codes")}
    return lambda code: fixed.get(code) or names.get(code, code)


def promotion_name(site: Site) -> Callable[[str], str]:
    """Return the function from a promotion's slug to its title."""
    names = {landing.slug: landing.title for landing in site.landing_pages}
    return lambda slug: say("认不出的券码", "unknown codes") if slug == UNKNOWN else names.get(slug, slug)


def status_name(status: str) -> str:
    """Return a status in the reader's language."""
    words = {
        "redeemed": ("核销", "redeemed"),
        "doubled": ("重复", "doubled"),
        "expired": ("过期", "expired"),
        "invalid": ("无效", "invalid"),
    }
    return say(*words[status])


def _sums(ledger: Ledger) -> list[tuple[str, int]]:
    return [(status_name(status), ledger.count(status)) for status in STATUSES]


def _table(what: str, tallies: Sequence[Tally], name_of: Callable[[str], str], with_issued: bool = False) -> Table:
    headings = [what, *([say("发出", "issued")] if with_issued else []), *map(status_name, STATUSES)]
    rows: list[list[Cell]] = [
        [
            name_of(each.name),
            *([each.issued] if with_issued else []),
            *each.counts.values(),
            *([each.share if each.issued else "-"] if with_issued else []),
        ]
        for each in tallies
    ]
    note = say(
        "公开券码人人可用，不计入“发出”和核销率。", "Public codes are for everybody: not issued, not in the share."
    )
    return Table(
        say(f"按{what}", f"By {what}"),
        [*headings, *([say("核销率", "share")] if with_issued else [])],
        rows,
        note if with_issued else "",
    )


def _invalid(ledger: Ledger) -> list[Table]:
    """List what staff should look at again, with the code that was probably meant."""
    rows = [
        [entry.redemption.where, entry.redemption.typed, shown(entry.suggestion) if entry.suggestion else "-"]
        for entry in ledger.entries
        if entry.status == "invalid"
    ]
    if not rows:
        return []
    headings = [say("位置", "where"), say("写的", "written"), say("可能是", "probably")]
    note = say("核对小票后改表，或用 --accept 采用建议。", "Compare the receipts and mend the list, or use --accept.")
    return [Table(say("认不出的券码", "Unknown codes"), headings, rows[:_MOST_INVALID], note)]
