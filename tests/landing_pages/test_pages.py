"""What the pages of promotions tell machines."""

from pathlib import Path
from typing import Any

from plugins.landing_pages.pages import landing_pages
from plugins.site.check import load_site


def data_of(content: Path) -> dict[str, Any]:
    page = next(page for page in landing_pages(load_site(content)) if page.url == "/landing/spring/")
    return dict(page.values["structured_data"])


def test_an_event_tells_when_where_and_by_whom(small_shop: Path) -> None:
    data = data_of(small_shop)
    assert (data["@type"], data["name"], data["organizer"]["name"]) == ("SaleEvent", "开春", "小店有限公司")
    assert data["startDate"] == "2026-11-01T00:00:00+08:00"
    assert data["url"] == "https://shop.example.com/landing/spring/"
    (place,) = data["location"]
    assert (place["@type"], place["name"], place["url"]) == ("Place", "一店", "https://shop.example.com/stores/one/")
    assert place["address"] == {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressLocality": "杭州",
        "streetAddress": "路 1 号",
    }


def test_one_day_is_an_event_and_a_shop_without_stores_names_no_place(small_shop: Path) -> None:
    (small_shop / "stores.yaml").write_text("stores: []\n", encoding="utf-8")
    path = small_shop / "landing_pages/spring.md"
    path.write_text(path.read_text("utf-8").replace("goal: call", "goal: call\nlayout: one_day"), encoding="utf-8")
    data = data_of(small_shop)
    assert data["@type"] == "Event"
    assert "location" not in data
