"""Opening hours and map links of a store."""

import pytest
from pydantic import ValidationError

from plugins.stores.model import Store

FACTS = {"slug": "a", "name": "一店 & 茶", "city": "杭州", "address": "路 1 号"}


def test_equal_days_in_a_row_are_put_together() -> None:
    store = Store.model_validate(
        FACTS | {"hours": {"mon-thu": "09:30-21:00", "sat": "10:00-18:00", "sun": "10:00-18:00"}}
    )
    assert store.hours_text == (("周一至周四", "09:30–21:00"), ("周五", "休息"), ("周六至周日", "10:00–18:00"))


@pytest.mark.parametrize("hours", [{"monday": "09:00-18:00"}, {"mon": "9-18"}, {"mon": "25:00-26:00"}, {"mon-": "x"}])
def test_hours_that_cannot_be_read_are_refused(hours: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="should be written as"):
        Store.model_validate(FACTS | {"hours": hours})


def test_the_two_maps_swap_the_coordinates() -> None:
    store = Store.model_validate(FACTS | {"lat": "30.24", "lng": "120.17"})
    (_, tencent), (_, amap) = store.map_links
    assert "coord:30.24,120.17" in tencent
    assert "position=120.17,30.24" in amap
    assert "%26" in amap
    assert "&" not in amap.split("name=")[1]


def test_a_city_that_the_address_names_is_not_said_twice() -> None:
    assert Store.model_validate(FACTS).whole_address == "杭州路 1 号"
    assert Store.model_validate(FACTS | {"address": "浙江省杭州市路 1 号"}).whole_address == "浙江省杭州市路 1 号"


def test_no_coordinates_no_map() -> None:
    assert Store.model_validate(FACTS).map_links == ()
