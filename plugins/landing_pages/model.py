"""A landing page and the promotion on it."""

from datetime import datetime
from typing import Annotated, Literal, Self

from pydantic import Field, StringConstraints, model_validator
from pydantic_core import PydanticCustomError

from plugins.products.model import BuyLink
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI, ContentModel, EndMoment, Fen, Moment, Slug, Switch, Text, shaped

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


class Offer(ContentModel):
    """What one gets: a few words, and where there is one a price; ``was`` is the usual price."""

    text: Text
    price: Fen | None = None
    was: Fen | None = None
    note: str = ""


class Step(ContentModel):
    """One thing to do, or one point of a programme: ``title`` may be a time of day."""

    title: Text
    text: str = ""


class Waiver(ContentModel):
    """A rule of conduct that does not hold for a page, and why."""

    rule: Text
    reason: Annotated[str, StringConstraints(min_length=4)]


class LandingPage(ContentModel):
    """A page for one promotion. ``starts_at`` and ``ends_at`` are aware; the end is inclusive.

    ``highlights`` are the points of a launch, ``programme`` the hours of one day, which is ``held_at``; ``follow``
    shows the account's card.
    """

    slug: Slug
    title: Text
    starts_at: Moment
    ends_at: EndMoment
    goal: Goal
    operator: str = ""
    rules: tuple[Text, ...] = ()
    hero: str = ""
    digest: str = ""
    offer: Offer | None = None
    highlights: tuple[Step, ...] = ()
    held_at: Moment | None = None
    programme: tuple[Step, ...] = ()
    steps: tuple[Step, ...] = ()
    products: tuple[Slug, ...] = ()
    buy: tuple[BuyLink, ...] = ()
    coupons: tuple[Coupon, ...] = ()
    channels: tuple[Text, ...] = ()
    stores: tuple[Slug, ...] = ()
    form: Annotated[str, shaped(r"[a-z0-9-]*", "winter-survey")] = ""
    follow: Switch = False
    layout: Layout = "campaign"
    waive: tuple[Waiver, ...] = ()
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
    def url(self) -> str:
        """Root-relative address of the page."""
        return f"/landing/{self.slug}/"

    @property
    def path(self) -> str:
        """The file below content/."""
        return f"landing_pages/{self.slug}.md"

    @property
    def ends_text(self) -> str:
        """``2027年2月5日止``, in Beijing time."""
        local = self.ends_at.astimezone(SHANGHAI)
        return f"{local.year}年{local.month}月{local.day}日止"

    @property
    def channel_codes(self) -> tuple[str, ...]:
        """Every channel that the page or one of its coupons names."""
        named = [code for coupon in self.coupons for code in (*coupon.codes, *coupon.channels)]
        return tuple(dict.fromkeys((*self.channels, *named)))

    @property
    def follow_card(self) -> bool:
        """Whether the page shows the account to follow."""
        return self.follow or self.goal == "follow" or self.layout == "follow"

    def phase_at(self, now: datetime) -> Phase:
        """Tell whether the promotion is before, during or after its period."""
        if now < self.starts_at:
            return "before"
        return "during" if now <= self.ends_at else "after"
