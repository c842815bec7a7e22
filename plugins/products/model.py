"""Products as editors write them, and the catalogue they make together."""

from datetime import date
from functools import cached_property
from typing import Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Day, Fen, Slug, Telephone, Text, WebAddress

Availability = Literal["in_stock", "out_of_stock", "preorder", "discontinued"]


class ProductVariant(ContentModel):
    """A size or colour of a product; a price or availability of its own replaces the product's."""

    name: Text
    model: Text | None = None
    price: Fen | None = None
    availability: Availability | None = None


class Question(ContentModel):
    """A question customers ask, and the answer."""

    q: Text
    a: Text


class BuyLink(ContentModel):
    """Where the product can be bought: an address or a telephone number."""

    label: Text
    url: WebAddress | None = None
    tel: Telephone | None = None

    @model_validator(mode="after")
    def _leads_somewhere(self) -> Self:
        if (self.url is None) == (self.tel is None):
            raise PydanticCustomError(
                "buy", say("每个购买方式要写 url 或 tel，只写一个。", "give each way to buy either a url or a tel.")
            )
        return self

    @property
    def href(self) -> str:
        """The link's address."""
        return self.url or f"tel:{''.join((self.tel or '').split())}"


class Product(ContentModel):
    """One thing shown. Prices are in fen (分); None means price on request (询价)."""

    slug: Slug
    title: Text
    model: Text
    category: Slug
    price: Fen | None = None
    list_price: Fen | None = None
    price_valid_until: Day | None = None
    unit: str = ""
    availability: Availability = "in_stock"
    stock_checked: Day | None = None
    variants: tuple[ProductVariant, ...] = ()
    images: tuple[Text, ...] = ()
    specs: dict[str, Text] = Field(default_factory=dict)
    highlights: tuple[Text, ...] = ()
    tags: tuple[Text, ...] = ()
    keywords: tuple[Text, ...] = ()
    related: tuple[Slug, ...] = ()
    faq: tuple[Question, ...] = ()
    buy: tuple[BuyLink, ...] = ()
    series: str = ""
    aliases: tuple[Slug, ...] = ()
    weight: int = 0
    status: Literal["published", "draft", "hidden"] = "published"
    staff_notes: str = ""
    body: str = ""

    @property
    def url(self) -> str:
        """Root-relative address of the product's page."""
        return f"/p/{self.slug}/"

    @property
    def labels(self) -> list[str]:
        """Its series and tags as the search index names them: ``@series``, ``#tag``."""
        tags = [f"#{tag}" for tag in self.tags]
        return [f"@{self.series}", *tags] if self.series else tags

    @property
    def prices(self) -> list[int]:
        """The different prices of its variants, the lowest first."""
        return sorted({each.price for each in self.variants if each.price is not None}) if self.variants else []

    def price_is_valid(self, today: date) -> bool:
        """Tell whether the price still holds on a day."""
        return self.price is not None and (self.price_valid_until is None or today <= self.price_valid_until)


class ProductCategory(ContentModel):
    """A group of products; products of its children belong to it too."""

    slug: Slug
    title: Text
    intro: str = ""
    image: str = ""
    children: tuple["ProductCategory", ...] = ()

    @property
    def url(self) -> str:
        """Root-relative address of the category's first page."""
        return f"/products/{self.slug}/"

    @cached_property
    def slugs(self) -> frozenset[str]:
        """The slugs of the category and everything below it."""
        return frozenset({self.slug}).union(*(child.slugs for child in self.children))


class Catalog(ContentModel):
    """All published products in shop order (category, weight, slug), and the category tree.

    ``unlisted_images`` are the pictures of products that are not published.
    """

    categories: tuple[ProductCategory, ...]
    products: tuple[Product, ...]
    unlisted_images: tuple[str, ...] = ()

    @cached_property
    def by_slug(self) -> dict[str, Product]:
        """Published products by slug."""
        return {product.slug: product for product in self.products}

    @cached_property
    def all_categories(self) -> tuple[ProductCategory, ...]:
        """The tree flattened, parents first."""
        return tuple(_flatten(self.categories))

    @cached_property
    def category_by_slug(self) -> dict[str, ProductCategory]:
        """Categories of every level by slug."""
        return {category.slug: category for category in self.all_categories}

    @cached_property
    def by_category(self) -> dict[str, tuple[Product, ...]]:
        """Published products by the slug of the category they name, in shop order."""
        found: dict[str, list[Product]] = {}
        for product in self.products:
            found.setdefault(product.category, []).append(product)
        return {slug: tuple(products) for slug, products in found.items()}

    @cached_property
    def by_label(self) -> dict[str, tuple[Product, ...]]:
        """Published products by each of their labels, in shop order."""
        found: dict[str, list[Product]] = {}
        for product in self.products:
            for label in product.labels:
                found.setdefault(label, []).append(product)
        return {label: tuple(products) for label, products in found.items()}

    def products_in(self, category: ProductCategory) -> tuple[Product, ...]:
        """Return the products of a category and of everything below it, in shop order."""
        inside = (each.slug for each in self.all_categories if each.slug in category.slugs)
        return tuple(product for slug in inside for product in self.by_category.get(slug, ()))

    def trail_to(self, slug: str) -> tuple[ProductCategory, ...]:
        """Return the categories from the top down to ``slug``."""
        return self._trails.get(slug, ())

    @cached_property
    def _trails(self) -> dict[str, tuple[ProductCategory, ...]]:
        return {category.slug: self._trail(category.slug) for category in self.all_categories}

    def _trail(self, slug: str) -> tuple[ProductCategory, ...]:
        found: list[ProductCategory] = []
        level = self.categories
        while inside := next((category for category in level if slug in category.slugs), None):
            found.append(inside)
            level = inside.children
        return tuple(found)

    def related_to(self, product: Product, count: int = 4) -> tuple[Product, ...]:
        """Return what the editor named as related, filled up from the same category."""
        named = [self.by_slug[slug] for slug in product.related if slug in self.by_slug]
        same = self.by_category.get(product.category, ())[: count + len(named) + 1]
        unique = {other.slug: other for other in [*named, *same] if other.slug != product.slug}
        return tuple(unique.values())[:count]


def _flatten(categories: tuple[ProductCategory, ...]) -> list[ProductCategory]:
    return [each for category in categories for each in (category, *_flatten(category.children))]
