"""Where a channel's pages stand, and how long."""

from datetime import date

import pytest
from pydantic import ValidationError

from plugins.channels import Channel

FACTS = {"code": "hfj", "name": "柜台", "kind": "store"}


def test_the_shortest_folder_comes_first() -> None:
    assert Channel.model_validate(FACTS).folders == ("/c/hfj/",)
    assert Channel.model_validate(FACTS | {"alias": "h"}).folders == ("/h/", "/c/hfj/")


def test_a_channel_is_retired_from_its_day_on() -> None:
    channel = Channel.model_validate(FACTS | {"retired": "2026-11-01"})
    assert [channel.is_retired(date(2026, 10, 31)), channel.is_retired(date(2026, 11, 1))] == [False, True]
    assert not Channel.model_validate(FACTS).is_retired(date(2030, 1, 1))


@pytest.mark.parametrize(
    "change", [{"code": "H"}, {"code": "河坊"}, {"code": "toolong"}, {"alias": "ab"}, {"alias": "1"}]
)
def test_codes_that_no_address_should_hold_are_refused(change: dict[str, str]) -> None:
    with pytest.raises(ValidationError, match="wrong form"):
        Channel.model_validate(FACTS | change)
