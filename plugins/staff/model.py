"""A product as staff see it: everything ready-made, pictures and codes by their place in the folder."""

from dataclasses import dataclass
from datetime import date

from plugins.images import Picture
from plugins.products.card import ProductCard
from plugins.products.model import Product


@dataclass(frozen=True)
class StaffProduct:
    """One product. ``thumb`` and ``pictures`` are paths below the folder, ``qr`` too, empty when it has no public page.

    ``find`` is what the filter looks into; ``price_over`` tells that the price's period has ended.
    """

    product: Product
    card: ProductCard
    category: str
    variants: tuple[ProductCard, ...]
    thumb: str
    pictures: tuple[tuple[str, Picture], ...]
    qr: str
    public_url: str
    find: str
    price_over: bool

    @property
    def url(self) -> str:
        """Where its page is, below the folder."""
        return f"p/{self.product.slug}/"

    @property
    def is_public(self) -> bool:
        """Tell whether customers find it on the site."""
        return self.product.status == "published"

    @property
    def stock_checked(self) -> date | None:
        """The day on which somebody counted."""
        return self.product.stock_checked
