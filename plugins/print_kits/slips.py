"""A batch of coupons to cut out: each with its own code, all with the QR code of their channel's page."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from datetime import date
from pathlib import Path

from plugins.print_kits.caption import caption_for
from plugins.print_kits.fonts import find_fonts
from plugins.print_kits.formats import SLIP
from plugins.print_kits.layouts import compose
from plugins.print_kits.pdf import render_pages_pdf
from plugins.print_kits.readable import check_readable
from plugins.qr_codes.address import page_address
from plugins.qr_codes.ledger import code_for, load_ledger, write_ledger
from plugins.shared.files import write_atomic
from plugins.site.site import Site


def write_slips(
    content: Path,
    site: Site,
    path: Path,
    promotion: str,
    channel: str,
    offer: tuple[str, str, str],
    codes: Sequence[str],
    environ: Mapping[str, str],
    today: date,
) -> Path:
    """Write a PDF of slips and return where it is; their QR code goes into the ledger of printed codes.

    ``offer`` is what a code is good for, its conditions, and how long it lasts.

    Raises:
        FontMissing, CodeTooSmall, UsageProblem.
    """

    fonts, known = find_fonts(environ), load_ledger(content)
    page = f"landing:{promotion}"
    code = code_for(known, page, channel, page_address(site, page, channel), today)
    caption = replace(caption_for(site, code), offer=offer[0], line=offer[1], note=offer[2])
    sheets = [compose(SLIP, replace(caption, coupon=each)) for each in codes]
    check_readable(sheets[0])
    write_atomic(path, render_pages_pdf(sheets, fonts, content / "images", caption.title))
    if code not in known:
        write_ledger(content, [*known, code])
    return path
