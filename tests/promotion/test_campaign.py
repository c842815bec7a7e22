"""A promotion from end to end: codes in print, visitors in a log, coupons in staff's lists; the report is the truth.

Three channels, 1,000 coupons. Every number of the report is compared with what was really done, which is counted here
while it is done. Nothing in this file reads what the report reads.
"""

import csv
import gzip
import random
from collections import Counter
from dataclasses import dataclass, field, replace
from datetime import UTC, date, datetime, timedelta
from pathlib import Path

import openpyxl
import pytest

from plugins.channel_report.command import Sources, build_report, report_channels
from plugins.channel_report.hit import Hit
from plugins.coupons import command as coupons
from plugins.print_kits.command import Wanted, make_codes
from plugins.qr_codes.ledger import load_ledger
from plugins.site.check import load_site
from tests.channel_report import lines
from tests.channel_report.lines import PHONE

CHANNELS = {"s1": 300, "car": 300, "box": 400}
STORES = ["一店", "二店"]
FIRST = date(2026, 11, 1)
ENVIRON = {"WEIZHAN_COUPON_SECRET": "campaign" * 8}
ROBOTS = ["Mozilla/5.0 (compatible; Baiduspider/2.0)", "WhatsApp/2.23.20.0 A", "QQ-URL-Manager/1.0"]


@dataclass
class Truth:
    """What was really done."""

    views: Counter[str] = field(default_factory=Counter)
    visitors: Counter[str] = field(default_factory=Counter)
    acted: Counter[str] = field(default_factory=Counter)
    actions: Counter[tuple[str, str]] = field(default_factory=Counter)
    robots: int = 0
    redeemed: Counter[str] = field(default_factory=Counter)
    stores: Counter[tuple[str, str]] = field(default_factory=Counter)
    days: Counter[tuple[str, str]] = field(default_factory=Counter)
    statuses: Counter[str] = field(default_factory=Counter)
    typos: dict[str, str] = field(default_factory=dict)


def write_campaign_shop(content: Path) -> Path:
    """Turn the small shop into one with three channels and two stores."""
    rows = "".join(f"- {{code: {code}, name: 渠道{code}, kind: print}}\n" for code in CHANNELS)
    (content / "channels.yaml").write_text("channels:\n" + rows, encoding="utf-8")
    stores = "".join(
        f"- {{slug: s{n}, name: {name}, city: 杭州, address: 路 {n} 号}}\n" for n, name in enumerate(STORES)
    )
    (content / "stores.yaml").write_text("stores:\n" + stores, encoding="utf-8")
    with open(content / "shop.yaml", "a", encoding="utf-8") as file:
        file.write("beacon: {url: /b.gif}\n")
    page = content / "landing_pages/spring.md"
    text = page.read_text(encoding="utf-8")
    coupon = "coupons:\n- {text: 减 20 元, code: SPRING, expires_at: 2026-11-25}\n"
    page.write_text(text.replace("goal: call\n", "goal: call\n" + coupon), encoding="utf-8")
    return content


def visits(rng: random.Random, truth: Truth) -> dict[date, list[Hit]]:
    """Let people and robots come for twenty days, and count them."""
    log: dict[date, list[Hit]] = {}
    for day in (FIRST + timedelta(days=number) for number in range(20)):
        hits = log[day] = []
        for number in range(rng.randint(20, 40)):
            channel = rng.choice([*CHANNELS, "s1", ""])
            robot = rng.random() < 0.2
            agent = rng.choice(ROBOTS) if robot else PHONE
            visitor = f"203.0.113.{number}"
            at = datetime(day.year, day.month, day.day, rng.randint(0, 15), rng.randint(0, 59), tzinfo=UTC)
            page = f"/c/{channel}/spring/" if channel else "/landing/spring/"
            seen = rng.randint(1, 3)
            hits.append(Hit(at, visitor, "GET", page, "", 200, agent))
            hits.append(Hit(at, visitor, "GET", "/images/a-360.webp", "", 200, agent))
            for view in range(seen):
                moment = at + timedelta(seconds=view + 1)
                hits.append(Hit(moment, visitor, "POST", "/b.gif", f"e=view&p={page}&c={channel}", 405, agent))
            done = rng.sample(["tel", "coupon", "map"], rng.choice([0, 0, 1, 2]))
            for action in done:
                hits.append(Hit(at, visitor, "POST", "/b.gif", f"e={action}&p={page}&c={channel}", 405, agent))
            if robot:
                truth.robots += 1 + seen + len(done)
            else:
                truth.views[channel] += seen
                truth.visitors[channel] += 1
                truth.acted[channel] += bool(done)
                truth.actions.update((channel, action) for action in done)
    return log


def slip(rng: random.Random, code: str) -> str:
    """Write a code down wrongly: one sign, or two neighbours swapped."""
    bare = code.replace("-", "")
    at = rng.randrange(8)
    if rng.random() < 0.5 and bare[at] != bare[at + 1]:
        return bare[:at] + bare[at + 1] + bare[at] + bare[at + 2 :]
    return bare[:at] + rng.choice([sign for sign in "34679ACDEFHJKMNPQRTVWXY" if sign != bare[at]]) + bare[at + 1 :]


Line = tuple[str, date, str, str]


def redemptions(rng: random.Random, issued: dict[str, list[str]], truth: Truth) -> list[Line]:
    """Let customers come with their coupons, and staff write down what they think they read."""
    written: list[Line] = []

    def note(code: str, day: date, status: str, channel: str = "") -> None:
        store = rng.choice(STORES)
        written.append((code, day, store, f"{len(written):05}"))
        truth.statuses[status] += 1
        truth.stores[store, status] += 1
        truth.days[day.isoformat(), status] += 1
        if status == "redeemed":
            truth.redeemed[channel] += 1

    for channel, codes in issued.items():
        for code in rng.sample(codes, len(codes) // 4):
            day = FIRST + timedelta(days=rng.randrange(24))
            kind = rng.choices(["good", "doubled", "typo", "expired"], [80, 8, 8, 4])[0]
            if kind == "typo":
                wrong = slip(rng, code)
                truth.typos[wrong] = code
                note(wrong, day, "invalid")
            elif kind == "expired":
                note(code, FIRST + timedelta(days=30), "expired")
            else:
                note(rng.choice([code, code.lower(), code.replace("-", " ")]), day, "redeemed", channel)
                if kind == "doubled":
                    note(code, day + timedelta(days=1) if day.day < 24 else day, "doubled")
    for _ in range(37):
        note("SPRING", FIRST + timedelta(days=rng.randrange(24)), "redeemed", "")
    for guess in ("K7M-4QX-9RB", "XXXXXXXXX", "0O1-IL2-Z5S"):
        note(guess, FIRST, "invalid")
    return written


def write_lists(folder: Path, written: list[Line], rng: random.Random) -> None:
    """Write two overlapping lists, one in GB18030 and one as a workbook, rows in any order."""
    folder.mkdir(parents=True)
    rng.shuffle(written)
    half = len(written) // 2
    with open(folder / "一.csv", "w", encoding="gb18030", newline="") as file:
        table = csv.writer(file)
        table.writerow(["券码", "日期", "门店", "小票号"])
        table.writerows((code, day.isoformat(), store, receipt) for code, day, store, receipt in written[: half + 60])
    book = openpyxl.Workbook()
    book.active.append(["日期", "券码", "小票号", "门店"])
    for code, day, store, receipt in written[half:]:
        book.active.append([day, code, receipt, store])
    book.save(folder / "二.xlsx")


def write_logs(folder: Path, log: dict[date, list[Hit]]) -> list[str]:
    """Write a week each from nginx, COS, OSS and CloudFront, packed or not, and one of them twice."""
    folder.mkdir()
    names = []
    for number, (day, hits) in enumerate(log.items()):
        kind = ("nginx", "cos", "oss", "cloudfront")[number % 4]
        head = lines.CLOUDFRONT_HEAD if kind == "cloudfront" else ""
        data = (head + "".join(getattr(lines, kind)(hit) + "\n" for hit in hits)).encode()
        path = folder / f"{day}.log{'.gz' if number % 3 == 0 else ''}"
        path.write_bytes(gzip.compress(data) if number % 3 == 0 else data)
        names.append(str(path))
    return [*names, names[0], names[5]]


@pytest.fixture
def campaign(small_shop: Path) -> tuple[coupons.Shop, list[str], Truth]:
    """A shop after its campaign, the names of its logs, and the truth."""
    rng, truth = random.Random(20261122), Truth()
    content = write_campaign_shop(small_shop)
    shop = coupons.Shop(content, load_site(content), ENVIRON, FIRST)
    issued = {}
    for channel, count in CHANNELS.items():
        coupons.make(shop, content.parent / "lists", "spring", channel, count, "")
        (path,) = (content.parent / "lists").glob(f"*-{channel}.csv")
        with open(path, encoding="utf-8-sig") as file:
            issued[channel] = [row["券码"] for row in csv.DictReader(file)]
    write_lists(content / coupons.REDEEMED, redemptions(rng, issued, truth), rng)
    return shop, write_logs(content.parent / "logs", visits(rng, truth)), truth


def test_the_coupon_report_is_the_truth(campaign: tuple[coupons.Shop, list[str], Truth]) -> None:
    shop, _, truth = campaign
    ledger, problems = coupons.read_ledger(shop)
    assert problems == []
    assert sum(1 for each in ledger.book.values() if not each.public) == 1000
    assert {status: ledger.count(status) for status in truth.statuses} == dict(truth.statuses)  # type: ignore[arg-type]
    assert Counter((each.redemption.store, each.status) for each in ledger.entries) == truth.stores
    assert Counter((each.redemption.day.isoformat(), each.status) for each in ledger.entries) == truth.days
    assert (
        Counter(each.issued.channel for each in ledger.entries if each.issued and each.status == "redeemed")
        == truth.redeemed
    )
    used = [each.issued.promotion for each in ledger.entries if each.issued and each.status == "redeemed"]
    assert Counter(used) == {"spring": truth.statuses["redeemed"]}
    wrong = {each.redemption.code: each.suggestion for each in ledger.entries if each.status == "invalid"}
    assert {code: each.replace("-", "") for code, each in truth.typos.items()} == {
        code: wrong[code] for code in truth.typos
    }


def test_accepted_suggestions_turn_every_slip_into_its_coupon(
    campaign: tuple[coupons.Shop, list[str], Truth],
) -> None:
    shop, _, truth = campaign
    ledger, _ = coupons.read_ledger(shop, accept=True)
    assert ledger.count("invalid") == 3
    assert ledger.count("redeemed") == truth.statuses["redeemed"] + len(truth.typos)
    assert ledger.count("doubled") == truth.statuses["doubled"]


def test_the_channel_report_is_the_truth(campaign: tuple[coupons.Shop, list[str], Truth]) -> None:
    shop, logs, truth = campaign
    report, funnels = build_report(shop, Sources(logs))
    assert report.problems == []
    found = {funnel.channel: funnel for funnel in funnels}
    assert set(found) == {*CHANNELS, ""}
    for channel, funnel in found.items():
        assert (funnel.views, funnel.visitors, funnel.acted) == (
            truth.views[channel],
            truth.visitors[channel],
            truth.acted[channel],
        )
        actions = {name: count for (code, name), count in truth.actions.items() if code == channel}
        assert {name: count for name, count in funnel.actions.items() if count} == actions
        assert (funnel.issued, funnel.redeemed) == (CHANNELS.get(channel, 0), truth.redeemed[channel])
    assert dict(report.figures)["robots left out"] == truth.robots


def test_the_poster_that_sold_most_is_named_in_every_form(
    campaign: tuple[coupons.Shop, list[str], Truth], tmp_path: Path
) -> None:
    shop, logs, truth = campaign
    text = report_channels(shop, Sources(logs), tmp_path / "out", 120, False)
    best = max(CHANNELS, key=lambda channel: truth.redeemed[channel])
    assert f"渠道{best}（{best}）" in text
    page = (tmp_path / "out/channels.html").read_text(encoding="utf-8")
    with open(tmp_path / "out/channels.csv", encoding="utf-8-sig") as file:
        rows = {row[1]: row for row in csv.reader(file) if row[0] == "Funnel"}
    for channel in CHANNELS:
        name = f"渠道{channel}（{channel}）"
        assert rows[name][2:5] == [str(truth.views[channel]), str(truth.visitors[channel]), str(truth.acted[channel])]
        assert rows[name][7] == str(truth.redeemed[channel])
        assert name in page
    assert "203.0.113" not in page + text


def test_on_a_computer_without_the_secret_the_log_is_counted_and_the_coupons_are_not(
    campaign: tuple[coupons.Shop, list[str], Truth],
) -> None:
    shop, logs, truth = campaign
    report, funnels = build_report(replace(shop, environ={}), Sources(logs))
    assert sum(funnel.views for funnel in funnels) == truth.views.total()
    assert sum(funnel.redeemed for funnel in funnels) == 0
    assert "WEIZHAN_COUPON_SECRET" in report.problems[0]


def test_a_span_of_days_is_a_part_of_the_truth(campaign: tuple[coupons.Shop, list[str], Truth]) -> None:
    shop, logs, truth = campaign
    first, rest = FIRST + timedelta(days=9), FIRST + timedelta(days=10)
    early = build_report(shop, Sources(logs, until=first))[1]
    late = build_report(shop, Sources(logs, since=rest))[1]
    for one, other in zip(early, late, strict=True):
        assert one.views + other.views == truth.views[one.channel]
        assert one.redeemed + other.redeemed == truth.redeemed[one.channel]
        assert 0 < one.views < truth.views[one.channel]


def test_the_codes_in_print_lead_to_the_channels_that_are_counted(
    campaign: tuple[coupons.Shop, list[str], Truth], tmp_path: Path
) -> None:
    shop, _, _ = campaign
    make_codes(shop.content, tmp_path, shop.site, Wanted(), {}, FIRST)
    printed = {code.channel: code.url for code in load_ledger(shop.content)}
    assert printed == {channel: f"https://shop.example.com/c/{channel}/spring/" for channel in CHANNELS}
