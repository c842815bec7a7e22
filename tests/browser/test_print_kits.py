"""The HTML kit, printed by a real browser: one page, true size, and a code that is read."""

from datetime import date
from pathlib import Path
from typing import Any

import pypdfium2
import pytest
import zxingcpp

from plugins.print_kits.caption import caption_for
from plugins.print_kits.formats import FORMATS
from plugins.print_kits.imposition import PAGE_MM, places
from plugins.print_kits.layouts import compose
from plugins.print_kits.page import render_page
from plugins.qr_codes.address import page_address
from plugins.qr_codes.ledger import code_for
from plugins.site.check import load_site

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("kit", ["a4", "card"])
def test_a_browser_prints_it_at_true_size(chromium: Any, sample_shop: Path, tmp_path: Path, kit: str) -> None:
    form, site = FORMATS[kit], load_site(sample_shop)
    page = "landing:nianhuo-chali"
    code = code_for((), page, "hfj", page_address(site, page, "hfj"), date(2026, 11, 22))
    path = tmp_path / "kit.html"
    path.write_bytes(render_page(compose(form, caption_for(site, code)), sample_shop / "images", "kit"))
    context = chromium.new_context()
    tab = context.new_page()
    tab.goto(path.as_uri())
    document = pypdfium2.PdfDocument(tab.pdf(prefer_css_page_size=True, print_background=True))
    context.close()
    assert len(document) == 1
    size = [value * 25.4 / 72 for value in document[0].get_size()]
    assert size == pytest.approx(PAGE_MM if form.is_small else (form.width_mm, form.height_mm), abs=0.6)
    drawn = document[0].render(scale=3).to_pil()
    assert {found.text for found in zxingcpp.read_barcodes(drawn.convert("L"))} == {code.url}
    assert len(zxingcpp.read_barcodes(drawn.convert("L"))) == (len(places(form)) if form.is_small else 1)
