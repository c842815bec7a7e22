"""Facts that only a product's own page shows: found out, not declared."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from tests.conftest import ROOT, product_text
from tests.fast_build.shop import Shop

EVERYWHERE = "{% for each in site.catalog.products %}{{ each.highlights|join }}{% endfor %}"
BODIES = "{{ site.body_of('products', 'longjing') }}"


def edit(shop: Shop, body: str = "好茶。", **keys: str) -> None:
    keys = {"price": "268.00", "images": "[a.jpg]", "related": "[gaiwan]", "staff_notes": "内部：毛利 45%"} | keys
    shop.write("products/longjing.md", product_text("龙井", "LJ-1", "green", body, **keys))


def build_apart(shop: Shop) -> str:
    """Build in a process of its own; return which large libraries that took."""
    code = (
        "import sys; from pathlib import Path; from plugins.site.build import build_site; "
        f"build_site(Path({str(shop.root)!r})); print([m for m in ('pelican', 'jinja2') if m in sys.modules])"
    )
    done = subprocess.run(
        [sys.executable, "-c", code],
        env=dict(os.environ, PYTHONPATH=str(ROOT)),
        check=True,
        capture_output=True,
        text=True,
    )
    return done.stdout.splitlines()[-1]


@pytest.mark.parametrize("keys", [{"highlights": "[好]"}, {"staff_notes": "别的"}, {"faq": "[{q: 问, a: 答}]"}])
def test_an_edit_of_an_own_field_needs_no_pelican(tmp_path: Path, keys: dict[str, str]) -> None:
    shop = Shop(tmp_path)
    assert shop.build() == ""
    edit(shop, "更好的茶，看[盖碗](product:gaiwan)。", **keys)
    assert build_apart(shop) == "['jinja2']"
    assert shop.build_clean() == ""
    assert shop.tree() == shop.tree("clean")


@pytest.mark.parametrize("keys", [{"price": "9.00"}, {"unit": "罐"}, {"tags": "[新茶]"}])
def test_an_edit_of_what_cards_show_takes_a_full_run(tmp_path: Path, keys: dict[str, str]) -> None:
    shop = Shop(tmp_path)
    assert shop.build() == ""
    edit(shop, **keys)
    assert "pelican" in build_apart(shop)


@pytest.mark.parametrize(("text", "keys"), [(EVERYWHERE, {"highlights": "[好]"}), (BODIES, {"body": "变了。"})])
def test_a_field_that_other_pages_ask_for_is_nobodys_own(tmp_path: Path, text: str, keys: dict[str, str]) -> None:
    shop = Shop(tmp_path)
    path = shop.root / "theme/templates/partials/site_footer.html"
    path.write_text(path.read_text(encoding="utf-8") + text, encoding="utf-8")
    edit(shop)
    assert shop.build() == ""
    edit(shop, **keys)
    assert (shop.build(), shop.build_clean()) == ("", "")
    assert shop.tree() == shop.tree("clean")
    assert ("好" if text == EVERYWHERE else "变了") in (shop.root / "output/404.html").read_text(encoding="utf-8")
