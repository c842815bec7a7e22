"""The sample shop's codes and the sheets they stand on."""

import os
from datetime import date
from pathlib import Path

import pytest

from plugins.print_kits.caption import Caption, caption_for
from plugins.print_kits.fonts import Fonts, find_fonts
from plugins.qr_codes.address import page_address
from plugins.qr_codes.ledger import code_for
from plugins.site.check import load_site
from plugins.site.site import Site

PAGES = ["landing:nianhuo-chali", "product:longjing-mingqian", "store:hefang-jie", "home"]


@pytest.fixture(scope="session")
def sample_site(sample_shop: Path) -> Site:
    """The sample shop, read."""
    return load_site(sample_shop)


@pytest.fixture(scope="session")
def fonts() -> Fonts:
    """The Chinese font of this computer."""
    return find_fonts(os.environ)


@pytest.fixture(scope="session")
def captions(sample_site: Site) -> dict[str, Caption]:
    """What the sheet of each page says."""
    found = {}
    for page in PAGES:
        code = code_for((), page, "hfj", page_address(sample_site, page, "hfj"), date(2026, 11, 22))
        found[page] = caption_for(sample_site, code)
    return found
