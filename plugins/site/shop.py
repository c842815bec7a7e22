"""Facts of the shop itself."""

from typing import Annotated, Literal

from pydantic import Field

from plugins.beacon.model import Beacon
from plugins.shared.validation import ContentModel, Switch, Telephone, Text, shaped

Colour = Annotated[str, shaped(r"#[0-9a-fA-F]{6}", "#2f6b4f")]


class Colours(ContentModel):
    """The five colours a shop may change; each has a default in the theme."""

    accent: Colour | None = None
    accent_dark: Colour | None = None
    paper: Colour | None = None
    ink: Colour | None = None
    price: Colour | None = None


class Shelf(ContentModel):
    """A row of products on the home page: those with a tag, in shop order."""

    title: Text
    tag: Text


class Shop(ContentModel):
    """content/shop.yaml: who runs the site, how it is reached, and what its home page shows.

    ``hero`` is the picture on the home page; ``badges`` are the product tags worth a badge on a card;
    ``article_theme`` is the look of articles in WeChat; ``forms_url`` is where forms are sent; ``facets`` are the
    specs that lists are narrowed by; ``beacon`` makes pages report to the shop's own log; a stock that nobody has
    checked for ``stale_days`` is called old; with ``price_list`` off there is no page of all prices;
    ``languages`` are those of the pages, Chinese always among them.
    """

    name: Text
    site_url: Annotated[str, shaped(r"https?://[a-z0-9.-]+(:\d+)?", "https://tea.example.com")]
    operator: Text
    tagline: str = ""
    intro: str = ""
    tel: Telephone = ""
    wechat_id: str = ""
    account_name: str = ""
    icp: str = ""
    police: str = ""
    address: str = ""
    colour: Colours = Field(default_factory=Colours)
    logo: str = ""
    hero: str = ""
    shelves: tuple[Shelf, ...] = ()
    badges: tuple[Text, ...] = ()
    facets: tuple[Text, ...] = ()
    account_qr: str = ""
    article_theme: str = ""
    forms_url: Annotated[str, shaped(r"(https://[a-z0-9.:-]+)?(/[a-z0-9-]+)*/?", "/submit")] = ""
    beacon: Beacon | None = None
    since: str = ""
    price_list: Switch = True
    stale_days: int = Field(14, ge=1, le=3650)
    languages: tuple[Literal["zh", "en"], ...] = ("zh",)

    @property
    def in_english(self) -> bool:
        """Whether the pages stand in English too, under /en/."""
        return "en" in self.languages
