"""Laws: an export imported again changes nothing, and imported into an empty shop makes the same products."""

import tempfile
from datetime import date
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from plugins.product_import import export_sheet, import_sheet
from plugins.product_import.render import render_new
from tests.product_import.sheets import empty_shop, products

LETTERS = st.one_of(
    st.sampled_from("龙井茶 abcXYZ019-_.,，、;；:：|/\\'\"#*&!?%@=+~`^$<>{}[]()（）问答QA"),
    st.characters(categories=("L", "N", "P", "S", "Zs"), exclude_characters="\u00a0\u3000\ufeff\u200b"),
)
LINE = st.text(LETTERS, min_size=1, max_size=24).map(lambda text: text.strip()).filter(bool)
LONG = st.lists(LINE, min_size=1, max_size=4).map("\n".join)
WORD = st.from_regex(r"[a-z0-9]{1,8}(-[a-z0-9]{1,6}){0,2}", fullmatch=True)
MODEL = st.from_regex(r"[A-Z]{1,4}-[0-9]{1,5}[A-Z]?|0[0-9]{4}|龙井[0-9]{2}", fullmatch=True)
YUAN = st.integers(0, 10**10 - 1).map(lambda fen: f"{fen // 100}.{fen % 100:02d}")
DAY = st.dates(date(1980, 1, 1), date(2099, 12, 31)).map(date.isoformat)
AVAILABILITY = st.sampled_from(["in_stock", "out_of_stock", "preorder", "discontinued"])
VARIANT = st.fixed_dictionaries({"name": LINE}, optional={"model": MODEL, "price": YUAN, "availability": AVAILABILITY})
BUY = st.one_of(
    st.fixed_dictionaries({"label": LINE, "url": st.sampled_from(["https://a.example/x?y=1&z=|", "http://b.example"])}),
    st.fixed_dictionaries({"label": LINE, "tel": st.sampled_from(["0571-8700 1234", "+86 571 1234"])}),
)
PRODUCT = st.fixed_dictionaries(
    {"title": LINE, "model": MODEL, "category": st.sampled_from(["tea", "green", "ware"])},
    optional={
        "price": YUAN,
        "list_price": YUAN,
        "price_valid_until": DAY,
        "stock_checked": DAY,
        "unit": LINE,
        "availability": AVAILABILITY,
        "variants": st.lists(VARIANT, max_size=3),
        "images": st.lists(st.sampled_from(["a.jpg", "b c.jpg", "products/x.png"]), unique=True),
        "specs": st.dictionaries(LINE, LONG, max_size=4),
        "highlights": st.lists(LONG, max_size=3, unique=True),
        "tags": st.lists(LINE, max_size=3, unique=True),
        "keywords": st.lists(LINE, max_size=3, unique=True),
        "faq": st.lists(st.fixed_dictionaries({"q": LONG, "a": LONG}), max_size=3, unique_by=str),
        "buy": st.lists(BUY, max_size=2, unique_by=str),
        "series": LINE,
        "weight": st.integers(-99, 99).filter(bool).map(str),
        "status": st.sampled_from(["published", "draft", "hidden"]),
        "staff_notes": LONG,
        "body": LONG,
    },
)


def catalogue(values: list[tuple[str, dict[str, Any]]]) -> dict[str, dict[str, Any]]:
    """Front matter by slug, every slug and model used once."""
    taken: set[str] = set()
    found = {}
    for slug, meta in values:
        models = [meta["model"], *(each["model"] for each in meta.get("variants", []) if "model" in each)]
        if len({*models}) == len(models) and not taken & {*models, slug}:
            taken |= {*models, slug}
            found[slug] = meta
    return found


@pytest.mark.parametrize("ending", ["xlsx", "csv"])
@given(values=st.lists(st.tuples(WORD, PRODUCT), max_size=4))
@settings(max_examples=40, deadline=None)
def test_nothing_is_lost_on_the_way_out_and_back(ending: str, values: list[tuple[str, dict[str, Any]]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        shop, copy = empty_shop(Path(folder) / "shop"), empty_shop(Path(folder) / "copy")
        for content in (shop, copy):
            for name in ("a.jpg", "b c.jpg", "products/x.png"):
                (content / "images" / name).parent.mkdir(exist_ok=True)
                (content / "images" / name).write_bytes(b"")
        for slug, meta in catalogue(values).items():
            text = render_new({**meta, "body": ""}, meta.get("body", ""))
            (shop / f"products/{slug}.md").write_text(text, encoding="utf-8")
        before = {path.name: path.read_bytes() for path in shop.glob("products/*")}
        sheet = Path(folder) / f"products.{ending}"
        export_sheet(shop, sheet)

        report, code = import_sheet(shop, sheet)
        assert code == 0, report
        assert {path.name: path.read_bytes() for path in shop.glob("products/*")} == before
        report, code = import_sheet(copy, sheet)
        assert code == 0, report
        assert products(copy) == products(shop)
        assert products(copy).keys() == catalogue(values).keys()
