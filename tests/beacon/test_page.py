"""The beacon is light, off without its setting, and reports to nobody else."""

import gzip
from pathlib import Path

import pytest
import rjsmin

from plugins.site.build import build_site
from tests.conftest import ROOT

LIMIT_BYTES = 400


def test_the_beacon_weighs_at_most_400_bytes() -> None:
    script = rjsmin.jsmin((ROOT / "theme/static/js/beacon.js").read_text(encoding="utf-8"))
    assert len(gzip.compress(script.encode(), 6)) <= LIMIT_BYTES


def test_without_the_setting_no_page_names_an_address(small_shop: Path, tmp_path: Path) -> None:
    build_site(ROOT, small_shop, tmp_path / "out")
    assert not any(b"data-beacon" in path.read_bytes() for path in (tmp_path / "out").rglob("*.html"))
    assert not list((tmp_path / "out").rglob("b.gif"))


@pytest.mark.parametrize("url", ["https://evil.example/b.gif", "//evil.example/b.gif", "b.gif", "/b", "/b.gif?x=1"])
def test_only_a_path_of_this_site_can_be_the_address(small_shop: Path, url: str) -> None:
    from plugins.shared.errors import ContentProblems
    from plugins.site.check import load_site

    with open(small_shop / "shop.yaml", "a", encoding="utf-8") as file:
        file.write(f"beacon: {{url: '{url}'}}\n")
    with pytest.raises(ContentProblems, match=r"beacon\.url"):
        load_site(small_shop)
