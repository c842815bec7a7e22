"""Every code of every kit is read back by an independent reader: print, screen, and a picture pressed long."""

import base64
import re
import zlib
from io import BytesIO
from pathlib import Path

import pypdfium2
import pytest
import resvg_py
import zxingcpp
from PIL import Image

from plugins.print_kits.caption import Caption
from plugins.print_kits.fonts import Fonts
from plugins.print_kits.formats import BLEED_MM, CSS_PX_PER_POSTER, FORMATS, POSTER, POSTER_PX
from plugins.print_kits.imposition import places
from plugins.print_kits.layouts import compose
from plugins.print_kits.page import render_page
from plugins.print_kits.pdf import render_pdf
from plugins.print_kits.poster import render_poster
from plugins.print_kits.readable import check_readable
from plugins.qr_codes import png_bytes, svg_bytes
from tests.print_kits.conftest import PAGES


def texts(picture: Image.Image) -> list[str]:
    """Return what a reader finds; nothing that is upside down or inverted counts."""
    return [found.text for found in zxingcpp.read_barcodes(picture.convert("L"), try_invert=False)]


@pytest.mark.parametrize("page", PAGES)
def test_png_and_svg_are_read_at_full_size_and_at_180_pixels(captions: dict[str, Caption], page: str) -> None:
    url = captions[page].url
    png = Image.open(BytesIO(png_bytes(url, 20, "h")))
    svg = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg_bytes(url).decode(), width=900))))
    small = png.resize((180, 180), Image.Resampling.BILINEAR)
    assert [texts(picture) for picture in (png, svg, small)] == [[url]] * 3


@pytest.mark.parametrize("page", PAGES[:2])
@pytest.mark.parametrize("kit", FORMATS)
def test_the_pdf_is_read_from_its_raster(
    captions: dict[str, Caption], fonts: Fonts, sample_shop: Path, kit: str, page: str
) -> None:
    form, caption = FORMATS[kit], captions[page]
    sheet = compose(form, caption)
    check_readable(sheet)
    document = pypdfium2.PdfDocument(render_pdf(sheet, fonts, sample_shop / "images", "x"))
    wide = 1400 if form.is_small else 900
    single = document[0].render(scale=wide / document[0].get_width()).to_pil()
    assert texts(single) == [caption.url]
    assert len(document) == 1 + form.is_small
    if form.is_small:
        many = document[1].render(scale=2400 / document[1].get_width()).to_pil()
        assert texts(many) == [caption.url] * len(places(form))


def test_the_print_shop_finds_cut_and_bleed_outlines_and_pure_black(
    captions: dict[str, Caption], fonts: Fonts, sample_shop: Path
) -> None:
    form = FORMATS["card"]
    data = render_pdf(compose(form, captions[PAGES[0]]), fonts, sample_shop / "images", "x")
    page = pypdfium2.PdfDocument(data)[0]
    for box, out in ((page.get_trimbox(), 0), (page.get_bleedbox(), BLEED_MM)):
        left, bottom, right, top = (value * 25.4 / 72 for value in box)
        assert right - left == pytest.approx(form.width_mm + 2 * out, abs=0.1)
        assert top - bottom == pytest.approx(form.height_mm + 2 * out, abs=0.1)
    assert page.get_textpage().get_text_range() == ""
    streams = re.findall(rb"stream\r?\n(.+?~>)endstream", data, re.DOTALL)
    drawn = zlib.decompress(base64.a85decode(b"<~" + streams[0].strip(), adobe=True))
    assert b"\n0 0 0 1 k\n" in drawn
    assert b"Tj" not in drawn


@pytest.mark.parametrize("page", PAGES)
def test_the_poster_is_read_as_a_phone_shows_it(
    captions: dict[str, Caption], fonts: Fonts, sample_shop: Path, page: str
) -> None:
    sheet = compose(POSTER, captions[page])
    check_readable(sheet)
    poster = Image.open(BytesIO(render_poster(sheet, fonts, sample_shop / "images", POSTER_PX)))
    shown = poster.resize((CSS_PX_PER_POSTER, round(poster.height * CSS_PX_PER_POSTER / POSTER_PX)))
    assert poster.width == POSTER_PX
    assert texts(poster) == texts(shown) == [captions[page].url]


@pytest.mark.parametrize("kit", ["a4", "card"])
def test_the_page_is_read_from_its_drawing(captions: dict[str, Caption], sample_shop: Path, kit: str) -> None:
    caption, form = captions[PAGES[0]], FORMATS[kit]
    html = render_page(compose(form, caption), sample_shop / "images", "x").decode()
    svg = html[html.index("<svg") : html.rindex("</svg>") + 6].replace(
        "<svg", '<svg xmlns="http://www.w3.org/2000/svg"', 1
    )
    drawn = Image.open(BytesIO(bytes(resvg_py.svg_to_bytes(svg_string=svg, width=2000))))
    assert texts(drawn) == [caption.url] * (len(places(form)) if form.is_small else 1)
