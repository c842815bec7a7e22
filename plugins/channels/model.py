"""A channel: a poster, a fair, a card in the parcel, and the code that tells it from the others."""

from datetime import date
from typing import Annotated, Literal

from plugins.shared.validation import ContentModel, Day, Telephone, Text, shaped

Kind = Literal["store", "print", "fair", "car", "package", "online", "menu", "article"]


class Channel(ContentModel):
    """A way people find the shop.

    ``alias`` is one letter for the shortest codes: /h/… in place of /c/hfj/…; ``tel`` is a telephone number that only
    this channel shows. A ``retired`` channel is printed no more, but its codes are out there: its pages stay.
    """

    code: Annotated[str, shaped(r"[a-z0-9]{2,6}", "s1")]
    name: Text
    kind: Kind
    place: str = ""
    since: Day | None = None
    retired: Day | None = None
    alias: Annotated[str, shaped(r"[a-z]", "h")] | Literal[""] = ""
    tel: Telephone = ""

    @property
    def folders(self) -> tuple[str, ...]:
        """Root-relative folders of the channel's pages, the shortest first: that one is printed."""
        return (f"/{self.alias}/", f"/c/{self.code}/") if self.alias else (f"/c/{self.code}/",)

    def is_retired(self, day: date) -> bool:
        """Tell whether nothing more is to be printed for it on a day."""
        return self.retired is not None and self.retired <= day
