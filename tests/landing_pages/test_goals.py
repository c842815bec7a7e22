"""The action of each goal: what the bar at the thumb offers and the beacon counts."""

from pathlib import Path

import pytest

from plugins.landing_pages.goals import goal_action
from plugins.site.check import load_site


@pytest.mark.parametrize(
    ("slug", "expected"),
    [
        ("nianhuo-chali", ("打电话", "tel:0571-87001234", "tel")),
        ("xinke-shiyin", ("看券码", "#coupon", "coupon")),
        ("shoumei-kaicang", ("微店下单", "https://shop.example.com/item/sm-1901", "buy")),
        ("guanzhu", ("关注公众号", "#follow", "follow")),
        ("weilu-yewan", ("报名", "#form", "form")),
        ("dongcha-wenjuan", ("开始填写", "#form", "form")),
    ],
)
def test_each_sample_promotion_offers_what_it_is_for(
    sample_shop: Path, slug: str, expected: tuple[str, str, str]
) -> None:
    site = load_site(sample_shop)
    landing = next(page for page in site.landing_pages if page.slug == slug)
    action = goal_action(landing, site.shop, site.catalog, site.stores, site.form(landing.form))
    assert action is not None
    assert (action.text, action.href, action.event) == expected


def test_a_promotion_of_one_store_leads_to_its_map_and_a_channels_telephone_is_called(sample_shop: Path) -> None:
    site = load_site(sample_shop)
    over = next(page for page in site.landing_pages if page.slug == "qiucha-pinjian")
    action = goal_action(over, site.shop, site.catalog, site.stores, None)
    assert action is not None
    assert action.href.startswith("https://apis.map.qq.com/")
    called = over.model_copy(update={"goal": "call"})
    action = goal_action(called, site.shop, site.catalog, site.stores, None, tel="0571-1 2")
    assert action is not None
    assert action.href == "tel:0571-12"
