"""A store, its opening hours by weekday, and its place on the map."""

import re
from typing import Annotated, Any
from urllib.parse import quote

from pydantic import BeforeValidator, Field
from pydantic_core import PydanticCustomError

from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Slug, Telephone, Text

WEEKDAYS = ("mon", "tue", "wed", "thu", "fri", "sat", "sun")
_NAMES = ("周一", "周二", "周三", "周四", "周五", "周六", "周日")
_SPAN = re.compile(r"([01]\d|2[0-4]):[0-5]\d-([01]\d|2[0-4]):[0-5]\d")


def _parse_hours(value: Any) -> dict[str, str]:
    """Spread ranges like ``mon-fri`` over the seven days; a day not named is closed."""
    days = dict.fromkeys(WEEKDAYS, "closed")
    for key, span in value.items() if isinstance(value, dict) else ():
        first, _, last = str(key).partition("-")
        if first not in WEEKDAYS or (last or first) not in WEEKDAYS:
            raise _bad(key, "mon … sun, mon-fri")
        if span != "closed" and not _SPAN.fullmatch(str(span)):
            raise _bad(span, "09:30-21:00, closed")
        for day in WEEKDAYS[WEEKDAYS.index(first) : WEEKDAYS.index(last or first) + 1]:
            days[day] = str(span)
    return days


def _bad(value: Any, right: str) -> PydanticCustomError:
    return PydanticCustomError("hours", say(f"“{value}”请写成 {right}。", f'"{value}" should be written as {right}.'))


class Store(ContentModel):
    """A place to visit; ``lat`` and ``lng`` are GCJ-02 degrees, hours map mon..sun to a span or ``closed``."""

    slug: Slug
    name: Text
    city: Text
    address: Text
    tel: Telephone = ""
    hours: Annotated[dict[str, str], BeforeValidator(_parse_hours)] = Field(default_factory=dict)
    lat: Annotated[float, Field(ge=-90, le=90)] | None = None
    lng: Annotated[float, Field(ge=-180, le=180)] | None = None
    image: str = ""
    intro: str = ""
    transit: str = ""
    services: tuple[Text, ...] = ()

    @property
    def url(self) -> str:
        """Root-relative address of the store's page."""
        return f"/stores/{self.slug}/"

    @property
    def hours_text(self) -> tuple[tuple[str, str], ...]:
        """Opening hours with equal days in a row put together: (周一至周五, 09:30-21:00)."""
        rows: list[tuple[str, str, str]] = []
        for name, day in zip(_NAMES, WEEKDAYS, strict=True):
            span = self.hours.get(day, "closed")
            if rows and rows[-1][2] == span:
                rows[-1] = (rows[-1][0], name, span)
            else:
                rows.append((name, name, span))
        return tuple(
            (first if first == last else f"{first}至{last}", "休息" if span == "closed" else span.replace("-", "–"))
            for first, last, span in rows
        )

    @property
    def map_links(self) -> tuple[tuple[str, str], ...]:
        """Names and addresses of both map services; their coordinate orders differ."""
        if self.lat is None or self.lng is None:
            return ()
        name, address = quote(self.name), quote(self.address)
        tencent = (
            f"https://apis.map.qq.com/uri/v1/marker?marker=coord:{self.lat},{self.lng};title:{name};addr:{address}"
        )
        return (
            ("腾讯地图", f"{tencent}&referer=weizhan"),
            ("高德地图", f"https://uri.amap.com/marker?position={self.lng},{self.lat}&name={name}"),
        )
