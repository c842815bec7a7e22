"""A store, its opening hours by weekday, and its place on the map."""

from typing import Annotated
from urllib.parse import quote

from pydantic import Field

from plugins.shared.validation import ContentModel, Slug, Telephone, Text
from plugins.stores.hours import Hours, SpecialDays, script_hours, special_text, week_text


class Store(ContentModel):
    """A place to visit; ``lat`` and ``lng`` are GCJ-02 degrees, hours map mon..sun to a span or ``closed``.

    ``special`` holds days that are different, by date.
    """

    slug: Slug
    name: Text
    city: Text
    address: Text
    tel: Telephone = ""
    hours: Hours = Field(default_factory=dict)
    special: SpecialDays = Field(default_factory=dict)
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
    def whole_address(self) -> str:
        """The address with its city, which most addresses name already."""
        return self.address if self.city in self.address else self.city + self.address

    @property
    def hours_text(self) -> tuple[tuple[str, str], ...]:
        """Opening hours with equal days in a row put together: (周一至周五, 09:30–21:00)."""
        return week_text(self.hours)

    @property
    def special_text(self) -> tuple[tuple[str, str], ...]:
        """Days that are different: (2027年2月6日, 休息)."""
        return special_text(self.special)

    @property
    def script_hours(self) -> str:
        """The week and the special days as the script reads them."""
        return script_hours(self.hours, self.special)

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
