"""images.yaml reaches the pages: focus and AVIF, also in a build that has everything else already."""

from pathlib import Path

from plugins.site.build import build_site
from tests.conftest import ROOT


def test_a_focus_set_later_is_on_the_next_build(small_shop: Path, tmp_path: Path) -> None:
    output = tmp_path / "output"
    build_site(ROOT, small_shop, output)
    page = output / "p/longjing/index.html"
    assert "object-position" not in page.read_text(encoding="utf-8")
    (small_shop / "images/images.yaml").write_text("avif: on\nfocus: {a.jpg: 0.25 0.8}\n", encoding="utf-8")
    build_site(ROOT, small_shop, output)
    text = page.read_text(encoding="utf-8")
    assert "object-position:25% 80%" in text
    assert 'type="image/avif"' in text
    assert len(list((output / "images").glob("a-*.avif"))) == 2
