"""A report on a phone: no sideways scroll, nothing that a screen reader stumbles over, light and dark."""

from pathlib import Path
from typing import Any

import pytest
from axe_playwright_python.sync_playwright import Axe

from plugins.report_page import render_page
from tests.report_page.test_report import REPORT

pytestmark = pytest.mark.browser


@pytest.mark.parametrize("scheme", ["light", "dark"])
def test_the_page_reads_well_on_a_phone(tmp_path: Path, chromium: Any, scheme: str) -> None:
    path = tmp_path / "report.html"
    path.write_bytes(render_page(REPORT))
    context = chromium.new_context(viewport={"width": 390, "height": 844}, color_scheme=scheme)
    page = context.new_page()
    page.goto(path.as_uri())
    assert page.evaluate("document.documentElement.scrollWidth - document.documentElement.clientWidth") == 0
    assert Axe().run(page).response["violations"] == []
    context.close()
