"""Which channel brought whom, and what came of it, as a report."""

from collections import Counter
from collections.abc import Sequence

from plugins.beacon import ACTIONS, EVENTS
from plugins.beacon.event import VIEWS
from plugins.channel_report.funnel import OTHER, Funnel
from plugins.channel_report.occurrence import Occurrence
from plugins.coupons import channel_name
from plugins.report_page import Cell, Chart, Report, Series, Table
from plugins.shared.language import say
from plugins.site.site import Site

_MOST_PAGES = 30


def channels_report(
    site: Site, funnels: Sequence[Funnel], found: Sequence[Occurrence], robots: int, problems: Sequence[str]
) -> Report:
    """Return the report; ``robots`` counts the requests that were left out."""
    days = sorted({each.day for each in found})
    names = {funnel.channel: _name(site, funnel.channel) for funnel in funnels}
    busy = [each for each in funnels if each.views or each.redeemed or any(each.actions.values())]
    return Report(
        title=say(f"{site.shop.name} · 渠道报告", f"{site.shop.name} · channels"),
        subtitle=f"{days[0]} – {days[-1]}" if days else say("没有数据", "no data"),
        figures=[
            (say("浏览", "views"), sum(each.views for each in funnels)),
            (say("访客", "visitors"), sum(each.visitors for each in funnels)),
            (say("有行动的访客", "visitors who acted"), sum(each.acted for each in funnels)),
            (say("核销", "redeemed"), sum(each.redeemed for each in funnels)),
            (say("已排除的机器访问", "robots left out"), robots),
        ],
        parts=[
            Chart(
                say("浏览 → 行动 → 核销", "View → action → coupon"),
                [names[each.channel].partition("（")[0] for each in busy],
                [
                    Series(say("访客", "visitors"), [each.visitors for each in busy]),
                    Series(say("有行动", "acted"), [each.acted for each in busy]),
                    Series(say("核销", "redeemed"), [each.redeemed for each in busy]),
                ],
            ),
            _funnel_table(funnels, names),
            _action_table(busy, names),
            _day_chart(found),
            _page_table(found),
        ],
        problems=problems,
    )


def _name(site: Site, code: str) -> str:
    return say("不认识的渠道", "unknown channels") if code == OTHER else channel_name(site)(code)


def _funnel_table(funnels: Sequence[Funnel], names: dict[str, str]) -> Table:
    zh = ("渠道", "浏览", "访客", "有行动", "行动率", "发券", "核销", "核销/访客")
    en = ("channel", "views", "visitors", "acted", "share", "issued", "redeemed", "per visitor")
    rows = [
        (names[f.channel], f.views, f.visitors, f.acted, f.action_share, f.issued, f.redeemed, f.coupon_share)
        for f in funnels
    ]
    note = say(
        "访客按天计：同一个人今天和明天各算一次。核销来自券账本，按券码所属的渠道。",
        "A visitor counts once a day. Redeemed coupons come from the ledger, by the channel of the code.",
    )
    return Table(say("漏斗", "Funnel"), [say(*pair) for pair in zip(zh, en, strict=True)], rows, note)


def _action_table(funnels: Sequence[Funnel], names: dict[str, str]) -> Table:
    shown = [name for name in ACTIONS if any(funnel.actions.get(name) for funnel in funnels)]
    rows: list[list[Cell]] = [[names[each.channel], *(each.actions[name] for name in shown)] for each in funnels]
    headings = [say("渠道", "channel"), *(say(*EVENTS[name]) for name in shown)]
    return Table(say("做了什么", "Actions"), headings, rows)


def _day_chart(found: Sequence[Occurrence]) -> Chart:
    views = Counter(each.day for each in found if each.event.name in VIEWS)
    acted = Counter(each.day for each in found if each.event.name in ACTIONS)
    days = sorted({*views, *acted})
    series = [
        Series(say("浏览", "views"), [views[day] for day in days]),
        Series(say("行动", "actions"), [acted[day] for day in days]),
    ]
    return Chart(say("每天", "By day"), [f"{day:%m-%d}" for day in days], series, "columns")


def _page_table(found: Sequence[Occurrence]) -> Table:
    views = Counter(each.event.page for each in found if each.event.name in VIEWS)
    acted = Counter(each.event.page for each in found if each.event.name in ACTIONS)
    pages = sorted({*views, *acted}, key=lambda page: (-views[page], page))[:_MOST_PAGES]
    headings = [say("页面", "page"), say("浏览", "views"), say("行动", "actions")]
    return Table(say("看得最多的页面", "Pages"), headings, [(page, views[page], acted[page]) for page in pages])
