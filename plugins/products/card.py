"""A product as lists show it: every text ready-made."""

from collections.abc import Sequence
from dataclasses import dataclass

from plugins.images import Picture
from plugins.products.model import Product, ProductVariant
from plugins.site.site import Site

AVAILABILITY_TEXT = {
    "in_stock": "有货",
    "out_of_stock": "暂时缺货",
    "preorder": "预订",
    "discontinued": "已停售",
}
ON_REQUEST = "询价"


@dataclass(frozen=True)
class ProductCard:
    """What a card, or a row of variants, shows. ``price`` is ``¥268``, ``¥268 起``, or 询价."""

    slug: str
    url: str
    title: str
    model: str
    price: str
    list_price: str
    unit: str
    availability: str
    availability_text: str
    sold_out: bool
    picture: Picture | None
    badge: str = ""

    def __hash__(self) -> int:
        return hash((self.slug, self.title, self.price))


def product_card(product: Product, site: Site, variant: ProductVariant | None = None) -> ProductCard:
    """Return the card of a product, or of one of its variants."""
    if variant:
        return _make_card(product, site, variant)
    if product.slug not in site.cards:
        site.cards[product.slug] = _make_card(product, site, None)
    card: ProductCard = site.cards[product.slug]
    return card


def _make_card(product: Product, site: Site, variant: ProductVariant | None) -> ProductCard:
    availability = (variant and variant.availability) or product.availability
    valid = product.price_is_valid(site.now.date())
    fen = variant.price if variant else product.price
    several = not variant and len(product.prices) > 1
    return ProductCard(
        slug=product.slug,
        url=product.url,
        title=variant.name if variant else product.title,
        model=(variant and variant.model) or product.model,
        price=format_price(fen if valid else None) + (" 起" if several and valid else ""),
        list_price=format_price(product.list_price) if product.list_price and valid and not variant else "",
        unit=product.unit,
        availability=availability,
        availability_text=AVAILABILITY_TEXT[availability],
        sold_out=availability in ("out_of_stock", "discontinued"),
        picture=site.pictures[product.images[0]] if product.images else None,
        badge=_badge(product, availability, site.shop.badges),
    )


def format_price(fen: int | None) -> str:
    """Return ``¥268`` or ``¥12.50``; None is price on request."""
    if fen is None:
        return ON_REQUEST
    yuan, rest = divmod(fen, 100)
    return f"¥{yuan:,}" + (f".{rest:02d}" if rest else "")


def _badge(product: Product, availability: str, badges: Sequence[str]) -> str:
    if availability != "in_stock":
        return AVAILABILITY_TEXT[availability]
    found = [tag for tag in badges if tag in product.tags]
    return found[0] if found else ""
