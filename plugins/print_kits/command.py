"""What the task ``qr`` calls: codes looked up or added in the ledger, then drawn in every form that was asked for."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from datetime import date
from pathlib import Path

from plugins.print_kits.caption import Caption, caption_for
from plugins.print_kits.fonts import FontMissing, Fonts, find_fonts
from plugins.print_kits.formats import FORMATS, POSTER, POSTER_PX, Format
from plugins.print_kits.layouts import compose
from plugins.print_kits.page import render_page
from plugins.print_kits.pdf import render_pdf
from plugins.print_kits.poster import render_poster
from plugins.print_kits.readable import check_readable
from plugins.qr_codes import png_bytes, svg_bytes
from plugins.qr_codes.account import AccountCodes, account_code
from plugins.qr_codes.address import ACCOUNT, find_channel, page_address, refuse_local
from plugins.qr_codes.code import QUIET_ZONE, modules_of
from plugins.qr_codes.ledger import PrintedCode, code_for, load_ledger, write_ledger
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_if_changed
from plugins.shared.language import say
from plugins.site.site import Site

KITS = (*FORMATS, POSTER.name)
"""What ``--kit`` may name; ``all`` stands for all of them."""
_CODE_PX = 1000


@dataclass(frozen=True)
class Wanted:
    """What was asked for. Empty pages: every promotion that is not over; ``distance_mm`` replaces the formats' own."""

    pages: Sequence[str] = ()
    channels: Sequence[str] = ()
    kits: Sequence[str] = ()
    distance_mm: float | None = None


def make_codes(
    content: Path,
    output: Path,
    site: Site,
    wanted: Wanted,
    environ: Mapping[str, str],
    today: date,
    account: AccountCodes | None = None,
) -> str:
    """Write codes and kits below ``output``, new codes into the ledger, and return what was made.

    ``account`` makes codes that open the Official Account instead of a page. Nothing is written when a code cannot be
    made or read; without a Chinese font everything but PDF and poster is written first.

    Raises:
        UsageProblem, ContentProblems, CodeTooSmall, FontMissing, AccountError.
    """
    if not account:
        refuse_local(site.shop.site_url)
    forms = kit_formats(wanted.kits)
    fonts, lacking = _fonts(environ) if forms else (None, None)
    known = load_ledger(content)
    codes = _codes(site, wanted, known, today, account)
    files: dict[str, bytes] = {}
    for code in codes:
        files |= code_files(code, caption_for(site, code), forms, fonts, content / "images", wanted.distance_mm)
    new = [code for code in codes if code not in known]
    if new:
        write_ledger(content, [*known, *new])
    for name, data in files.items():
        write_if_changed(output / name, data)
    report = _report(codes, len(new), len(files), output)
    if lacking:
        raise FontMissing(f"{report}\n{lacking}")
    return report


def kit_formats(kits: Sequence[str]) -> tuple[Format, ...]:
    """Return the formats named; ``all`` is every one. Raises UsageProblem for a name that is none."""
    names = [name for each in kits for name in each.split(",") if name]
    unknown = sorted(set(names) - {*KITS, "all"})
    if unknown:
        raise UsageProblem(say("没有这种物料：", "no such kit: ") + f"{unknown[0]}. {', '.join(KITS)}, all")
    chosen = KITS if "all" in names else tuple(dict.fromkeys(names))
    return tuple(POSTER if name == POSTER.name else FORMATS[name] for name in chosen)


def code_files(
    code: PrintedCode,
    caption: Caption,
    forms: Sequence[Format],
    fonts: Fonts | None,
    images: Path,
    distance_mm: float | None = None,
) -> dict[str, bytes]:
    """Return the files of one code by their path: PNG and SVG, and each kit as PDF and HTML, the poster as JPEG."""
    scale = max(1, _CODE_PX // (modules_of(code.url) + 2 * QUIET_ZONE))
    stem = f"{code.id}/{code.id}"
    files = {f"{stem}.png": png_bytes(code.url, scale, "h"), f"{stem}.svg": svg_bytes(code.url)}
    for form in forms:
        sheet = compose(form, caption)
        check_readable(sheet, distance_mm)
        title = f"{caption.title} · {form.title} · {code.id}"
        if fonts and form is POSTER:
            files[f"{stem}-{form.name}.jpg"] = render_poster(sheet, fonts, images, POSTER_PX)
        elif fonts:
            files[f"{stem}-{form.name}.pdf"] = render_pdf(sheet, fonts, images, title)
        if form is not POSTER:
            files[f"{stem}-{form.name}.html"] = render_page(sheet, images, title)
    return files


def _fonts(environ: Mapping[str, str]) -> tuple[Fonts | None, FontMissing | None]:
    try:
        return find_fonts(environ), None
    except FontMissing as lacking:
        return None, lacking


def _codes(
    site: Site, wanted: Wanted, known: tuple[PrintedCode, ...], today: date, account: AccountCodes | None
) -> list[PrintedCode]:
    """Return every code asked for, each page with each channel."""
    made: list[PrintedCode] = []
    _refuse_retired(site, wanted.channels, today)
    pairs = [(ACCOUNT, channel) for channel in wanted.channels or ("",)] if account else _pairs(site, wanted, today)
    for page, channel in pairs:
        ledger = (*known, *made)
        if account:
            made.append(account_code(account, site, ledger, channel, today))
        else:
            made.append(code_for(ledger, page, channel, page_address(site, page, channel), today))
    return list(dict.fromkeys(made))


def _pairs(site: Site, wanted: Wanted, today: date) -> list[tuple[str, str]]:
    open_ones = [each for each in site.landing_pages if each.phase_at(site.now) != "after"]
    pages = wanted.pages or [f"landing:{each.slug}" for each in open_ones]
    if not pages:
        raise UsageProblem(
            say("现在没有促销。请用 --page 写明哪一页。", "no promotion is running or coming. Name a page with --page.")
        )
    return [(page, channel) for page in pages for channel in wanted.channels or _channels_of(site, page, today)]


def _channels_of(site: Site, page: str, today: date) -> Sequence[str]:
    """Return the channels in use of a promotion, and none for other pages."""
    kind, _, slug = page.partition(":")
    if kind != "landing":
        return ("",)
    landing = next((each for each in site.landing_pages if each.slug == slug), None)
    in_use = [each for each in site.channels_of(landing) if not each.is_retired(today)] if landing else []
    return [each.code for each in in_use] or ("",)


def _refuse_retired(site: Site, channels: Sequence[str], today: date) -> None:
    for code in channels:
        if find_channel(site, code).is_retired(today):
            raise UsageProblem(
                say(
                    f"渠道“{code}”已经停用，不再印它的码。",
                    f"the channel '{code}' is retired; print no more codes for it.",
                )
            )


def _report(codes: Sequence[PrintedCode], new: int, files: int, output: Path) -> str:
    width = max(len(code.id) for code in codes)
    lines = [f"{code.id:<{width}}  {code.page}  {code.url}" for code in codes]
    lines.append(
        say(
            f"{len(codes)} 个码（新 {new} 个，已记入 content/qr_codes.yaml），{files} 个文件在 {output}/",
            f"{len(codes)} codes ({new} new, recorded in content/qr_codes.yaml), {files} files in {output}/",
        )
    )
    return "\n".join(lines)
