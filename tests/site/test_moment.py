"""The site as it will be: a preview beside the real output, whose pages take its moment for the clock."""

from datetime import datetime
from pathlib import Path

import pytest

from plugins.shared.errors import UsageProblem
from plugins.shared.validation import SHANGHAI
from plugins.site.build import build_preview
from plugins.site.moment import parse_at
from tests.conftest import ROOT

EVENING = datetime(2026, 12, 24, 20, tzinfo=SHANGHAI)


@pytest.mark.parametrize("text", ["2026-12-24T20:00+08:00", "2026-12-24 20:00", "2026-12-24T12:00Z"])
def test_a_moment_without_an_offset_is_beijings(text: str) -> None:
    assert parse_at(text) == EVENING


def test_what_is_no_moment_is_refused() -> None:
    with pytest.raises(UsageProblem, match="Write it as 2026-12-24T20:00"):
        parse_at("tomorrow")


def test_a_preview_shows_the_future_and_says_so_to_the_script(small_shop: Path, tmp_path: Path) -> None:
    built = build_preview(ROOT, "2026-12-24T20:00+08:00", small_shop, tmp_path / "preview")
    page = (tmp_path / "preview/landing/spring/index.html").read_text("utf-8")
    assert 'data-now="2026-12-24T20:00:00+08:00" data-phase="after"' in page
    assert built.folder == "preview"
