"""The terminal's text is painted as a terminal would, then read by an independent decoder."""

import re

import pytest
import zxingcpp
from PIL import Image, ImageDraw

from plugins.qr_codes.terminal import render_terminal

CELL = 8  # pixels across a character; a character is twice as tall
ADDRESSES = ["http://192.168.1.23:8000/", "https://tea.example.com/p/longjing-mingqian/?from=poster"]
COLOURS = {"16": (0, 0, 0), "231": (255, 255, 255)}  # of the xterm palette
INK_UPPER, INK_LOWER = "▀█", "▄█"
COLOURED = re.compile(r"\x1b\[38;5;(\d+);48;5;(\d+)m([^\x1b]*)\x1b\[0m")


def paint(text: str, theme: tuple[int, int, int]) -> Image.Image:
    """Paint coloured half blocks on a terminal whose own background is ``theme``."""
    lines = text.split("\n")
    width = max(len(line) for line in lines)
    picture = Image.new("RGB", (width * CELL, (len(lines) + 4) * 2 * CELL), theme)
    draw = ImageDraw.Draw(picture)
    for row, line in enumerate(lines, start=2):
        ink, paper, blocks = COLOURED.fullmatch(line).groups()
        for column, block in enumerate(blocks):
            for half, inked in enumerate((block in INK_UPPER, block in INK_LOWER)):
                left, top = column * CELL, (2 * row + half) * CELL
                draw.rectangle((left, top, left + CELL - 1, top + CELL - 1), COLOURS[ink if inked else paper])
    return picture


@pytest.mark.parametrize("url", ADDRESSES)
@pytest.mark.parametrize("theme", [(0, 0, 0), (255, 255, 255), (40, 44, 52)])
def test_a_reader_finds_the_address_on_any_terminal(url, theme):
    assert zxingcpp.read_barcode(paint(render_terminal(url), theme), try_invert=False).text == url


@pytest.mark.parametrize("url", ADDRESSES)
def test_every_line_ends_in_the_terminals_own_colours(url):
    lines = render_terminal(url).split("\n")
    assert all(COLOURED.fullmatch(line) for line in lines)
    assert len({len(line) for line in lines}) == 1


def test_the_quiet_zone_surrounds_the_code():
    blocks = [COLOURED.fullmatch(line)[3] for line in render_terminal(ADDRESSES[0]).split("\n")]
    assert blocks[0].strip() == blocks[1].strip() == blocks[-1].strip() == ""
    assert all(line[:4].strip() == line[-4:].strip() == "" for line in blocks)


def test_a_local_address_fits_a_small_terminal():
    lines = render_terminal(ADDRESSES[0]).split("\n")
    assert len(lines) <= 24
    assert len(COLOURED.fullmatch(lines[0])[3]) <= 80
