"""What the task ``coupons`` calls: make, print, verify, redeem, reconcile."""

import csv
import io
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.coupons.batch import batch_problems, load_batches
from plugins.coupons.code import normalise, shown
from plugins.coupons.issue import make_batch, write_codes
from plugins.coupons.issued import Book, CodesClash, issued_codes, public_codes, single_codes, suggestion
from plugins.coupons.reconcile import Judged, Ledger, reconcile, with_store_names
from plugins.coupons.redemption import Redemption, read_redemptions
from plugins.coupons.report import channel_name, coupon_report, promotion_name, status_name
from plugins.coupons.secret import read_secret
from plugins.print_kits.slips import write_slips
from plugins.report_page import render_csv, render_page, render_terminal
from plugins.shared.errors import Problem, UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI
from plugins.site.site import Site

REDEEMED = "coupons/redeemed"
"""Where staff's lists are, below content/: every .csv and .xlsx."""
ACTIONS = ("make", "print", "verify", "redeem", "reconcile")


@dataclass(frozen=True)
class Shop:
    """Where the coupons of a shop are, and the secret's surroundings."""

    content: Path
    site: Site
    environ: Mapping[str, str]
    today: date


def make(shop: Shop, folder: Path, promotion: str, channel: str, count: int, expires: str) -> str:
    """Record a batch of single codes and return where its list is."""
    secret = read_secret(shop.environ, is_used=bool(load_batches(shop.content)))
    batch, codes = make_batch(shop.content, shop.site, secret, promotion, channel, count, expires, shop.today)
    path = write_codes(folder, batch, codes)
    return say(
        f"批次 {batch.id}：{len(codes)} 张，如 {codes[0]}。清单 {path}（不进 git，交给印刷或发券的人）；"
        "账本 content/coupons/batches.yaml 请提交。",
        f"batch {batch.id}: {len(codes)} codes, like {codes[0]}. The list is {path} (not for git); "
        "commit the ledger, content/coupons/batches.yaml.",
    )


def print_slips(shop: Shop, folder: Path, batch_id: str) -> str:
    """Return where the slips of a batch are, A4 pages to cut.

    Raises:
        UsageProblem: no such batch, or no secret.
        FontMissing: no Chinese font to set them in.
    """
    batch = next((each for each in load_batches(shop.content) if each.id == batch_id), None)
    if batch is None:
        known = ", ".join(each.id for each in load_batches(shop.content)) or "-"
        raise UsageProblem(say(f"没有批次“{batch_id}”。可用：{known}。", f"no batch '{batch_id}'. Known: {known}."))
    codes = [shown(code) for code in single_codes(batch, read_secret(shop.environ, is_used=True))]
    landing = next((each for each in shop.site.landing_pages if each.slug == batch.promotion), None)
    conditions = landing.coupons[0].conditions if landing and landing.coupons else ""
    until = f"有效期至 {batch.expires_at.astimezone(SHANGHAI):%Y-%m-%d}" if batch.expires_at else ""
    path = folder / f"{batch.id}-{batch.promotion}{'-' + batch.channel if batch.channel else ''}.pdf"
    offer = (batch.text or batch.promotion, conditions, until)
    write_slips(shop.content, shop.site, path, batch.promotion, batch.channel, offer, codes, shop.environ, shop.today)
    return say(f"{len(codes)} 张，裁开即可：{path}", f"{len(codes)} slips to cut out: {path}")


def verify(shop: Shop, typed: str) -> tuple[str, int]:
    """Return what a code is worth today, and 0 when it may be redeemed, else 1."""
    entry = _judge_now(shop, typed, "", "")
    return _told(shop, entry), 0 if entry.status == "redeemed" else 1


def redeem(shop: Shop, typed: str, store: str, receipt: str) -> tuple[str, int]:
    """Write a code into the store's list of the month, unless it is worth nothing; return what was done."""
    name = store_name(shop.site, store)
    if store and name == store and store not in {each.name for each in shop.site.stores}:
        known = ", ".join(each.slug for each in shop.site.stores)
        raise UsageProblem(say(f"没有门店“{store}”。可用：{known}。", f"no store '{store}'. Known: {known}."))
    entry = _judge_now(shop, typed, name, receipt)
    if entry.status != "redeemed":
        return _told(shop, entry), 1
    slug = next((each.slug for each in shop.site.stores if each.name == name), "shop")
    path = shop.content / REDEEMED / f"{slug}-{shop.today:%Y-%m}.csv"
    code = entry.redemption.code
    _append(
        path, [entry.issued.code if entry.issued and entry.issued.public else shown(code), name, receipt], shop.today
    )
    return _told(shop, entry) + say(f" 已记入 {path}。", f" Written to {path}."), 0


def report(shop: Shop, files: Sequence[str], accept: bool, folder: Path, width: int, colour: bool) -> str:
    """Reconcile lists (all of content/coupons/redeemed without any), write CSV and page, and return the tables."""
    ledger, problems = read_ledger(shop, files, accept)
    made = coupon_report(ledger, shop.site, list(map(str, problems)))
    write_atomic(folder / "coupons.csv", render_csv(made))
    write_atomic(folder / "coupons.html", render_page(made))
    return render_terminal(made, width, colour) + f"\n{folder / 'coupons.html'}  {folder / 'coupons.csv'}"


def read_ledger(shop: Shop, files: Sequence[str] = (), accept: bool = False) -> tuple[Ledger, list[Problem]]:
    """Return every redemption judged against every code that is out, and the rows that could not be used.

    Raises:
        UsageProblem: a list is missing, or single codes were made and the secret is not there.
    """
    paths = [Path(name) for name in files] or lists_of(shop.content)
    missing = [path for path in paths if not path.is_file()]
    if missing:
        raise UsageProblem(say(f"没有文件 {missing[0]}。", f"there is no file {missing[0]}."))
    lists, problems = [], list[Problem]()
    for path in paths:
        rows, found = read_redemptions(path, path.name)
        lists.append(with_store_names(rows, lambda typed: store_name(shop.site, typed)))
        problems += found
    return reconcile(lists, read_book(shop), accept), problems


def read_book(shop: Shop) -> Book:
    """Return every code that is out; the secret is asked for only where a batch was made."""
    batches = load_batches(shop.content)
    if not batches:
        return public_codes(shop.site.landing_pages)
    return issued_codes(batches, shop.site.landing_pages, read_secret(shop.environ, is_used=True))


def coupon_problems(content: Path, site: Site) -> list[Problem]:
    """Return what is wrong with the coupons of a shop: its ledger of batches, and public codes that clash."""
    promotions = {landing.slug for landing in site.landing_pages}
    problems = batch_problems(content, promotions, {channel.code for channel in site.channels})
    try:
        public_codes(site.landing_pages)
    except CodesClash as clash:
        problems.append(Problem("landing_pages", 1, str(clash)))
    return problems


def lists_of(content: Path) -> list[Path]:
    """Return staff's lists, sorted."""
    folder = content / REDEEMED
    return sorted(
        path for path in folder.rglob("*") if path.suffix.lower() in (".csv", ".xlsx") and path.name[0] not in ".~"
    )


def store_name(site: Site, typed: str) -> str:
    """Return a store's own name for what staff call it: its slug, its name, or a part of one name only."""
    exact = [each.name for each in site.stores if typed in (each.slug, each.name)]
    part = [each.name for each in site.stores if typed and typed in each.name]
    return exact[0] if exact else part[0] if len(part) == 1 else typed


def _judge_now(shop: Shop, typed: str, store: str, receipt: str) -> Judged:
    """Judge a code as if it were redeemed today, after everything in the lists."""
    if not normalise(typed):
        raise UsageProblem(say("请用 --code 写券码。", "write the code with --code."))
    ledger, _ = read_ledger(shop)
    code = normalise(typed)
    before = [entry for entry in ledger.entries if entry.redemption.code == code and entry.status == "redeemed"]
    now = Redemption(shop.today, store, receipt, code, typed)
    (entry,) = reconcile([[now]], ledger.book).entries
    if entry.status == "redeemed" and entry.issued and not entry.issued.public and before:
        return Judged(before[0].redemption, "doubled", entry.issued)
    return entry


def _told(shop: Shop, entry: Judged) -> str:
    issued, redemption = entry.issued, entry.redemption
    if issued is None:
        meant = suggestion(redemption.code, read_book(shop))
        hint = say(f"是不是 {shown(meant)}？", f"Did the customer mean {shown(meant)}?") if meant else ""
        return say(f"没有这张券。{hint}", f"no such code. {hint}").strip()
    about = say("，", ", ").join(
        (promotion_name(shop.site)(issued.promotion), channel_name(shop.site)(issued.channel), issued.text)
    )
    if entry.status == "doubled":
        told = f"{redemption.day} {redemption.store} {redemption.receipt}".strip()
        return say(f"已经用过了：{told}（{about}）", f"used already: {told} ({about})")
    word = say("可以用", "good") if entry.status == "redeemed" else status_name(entry.status)
    return say(f"{word}：{about}", f"{word}: {about}")


def _append(path: Path, cells: list[str], day: date) -> None:
    before = path.read_bytes() if path.exists() else "券码,日期,门店,小票号\r\n".encode("utf-8-sig")
    line = io.StringIO()
    code, store, receipt = cells
    csv.writer(line, lineterminator="\r\n").writerow([code, day.isoformat(), store, receipt])
    if before and not before.endswith(b"\n"):
        before += b"\r\n"
    write_atomic(path, before + line.getvalue().encode("utf-8"))
