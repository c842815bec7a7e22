"""What the pages of stores tell machines."""

from pathlib import Path

from plugins.site.check import load_site
from plugins.stores.pages import store_pages


def test_structured_data_holds_hours_days_that_differ_and_the_map(small_shop: Path) -> None:
    path = small_shop / "stores.yaml"
    path.write_text(path.read_text("utf-8") + "  special: {2027-02-06: closed, 2027-02-05: 09:30-15:00}\n", "utf-8")
    pages = {page.url: page.values for page in store_pages(load_site(small_shop))}
    data = pages["/stores/one/"]["structured_data"]
    assert data["@type"] == "Store"
    assert data["openingHours"][:2] == ["Mo 09:30-21:00", "Tu 09:30-21:00"]
    assert [
        (each["validFrom"], each["opens"], each["closes"]) for each in data["specialOpeningHoursSpecification"]
    ] == [
        ("2027-02-05", "09:30", "15:00"),
        ("2027-02-06", "00:00", "00:00"),
    ]
    assert "position=120.1,30.2" in data["hasMap"]
    assert pages["/stores/"]["can_be_near"] is False, "one store is always the nearest"
