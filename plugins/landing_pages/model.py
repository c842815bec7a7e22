"""A landing page and the promotion on it."""

from datetime import datetime, timedelta
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.shared.language import say
from plugins.shared.validation import ContentModel, EndMoment, Moment, Slug, Text

Goal = Literal["call", "map", "form", "coupon", "buy", "follow"]
Layout = Literal["campaign", "one_day", "coupon", "launch", "follow", "survey"]
Phase = Literal["before", "during", "after"]


class Coupon(ContentModel):
    """A public code and what it is good for.

    ``codes`` gives channels a code of their own; ``channels`` are those that show the coupon, all without any.
    """

    text: Text
    code: Text
    codes: dict[str, Text] = Field(default_factory=dict)
    channels: tuple[Text, ...] = ()
    conditions: str = ""
    expires_at: EndMoment | None = None

    def for_channel(self, channel: str) -> Self | None:
        """Return the coupon with the code that a channel shows, None where it shows none; "" is no channel."""
        if self.channels and channel not in self.channels:
            return None
        return self.model_copy(update={"code": self.codes.get(channel, self.code)})


class LandingPage(ContentModel):
    """A page for one promotion. ``starts_at`` and ``ends_at`` are aware; the end is inclusive."""

    slug: Slug
    title: Text
    starts_at: Moment
    ends_at: EndMoment
    goal: Goal
    operator: str = ""
    rules: tuple[Text, ...] = ()
    hero: str = ""
    digest: str = ""
    products: tuple[Slug, ...] = ()
    coupons: tuple[Coupon, ...] = ()
    channels: tuple[Text, ...] = ()
    stores: tuple[Slug, ...] = ()
    layout: Layout = "campaign"
    status: Literal["published", "draft"] = "published"
    body: str = ""

    @model_validator(mode="after")
    def _starts_before_it_ends(self) -> Self:
        if self.ends_at <= self.starts_at:
            raise PydanticCustomError(
                "period", say("ends_at 要晚于 starts_at。", "ends_at must be later than starts_at.")
            )
        return self

    @property
    def channel_codes(self) -> tuple[str, ...]:
        """Every channel that the page or one of its coupons names."""
        named = [code for coupon in self.coupons for code in (*coupon.codes, *coupon.channels)]
        return tuple(dict.fromkeys((*self.channels, *named)))

    @property
    def url(self) -> str:
        """Root-relative address of the page."""
        return f"/landing/{self.slug}/"

    def phase_at(self, now: datetime) -> Phase:
        """Tell whether the promotion is before, during or after its period."""
        if now < self.starts_at:
            return "before"
        return "during" if now <= self.ends_at else "after"

    def days_left(self, now: datetime) -> int:
        """Return the whole days until the end, counted up; 0 when it is over."""
        return max(0, -((now - self.ends_at) // timedelta(days=1)))
