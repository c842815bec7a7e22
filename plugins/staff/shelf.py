"""The shelf: every product that staff may sell, in shop order."""

from collections.abc import Iterable

from plugins.images import Picture
from plugins.products.card import product_card
from plugins.products.model import Product
from plugins.products.reader import shop_order
from plugins.site.site import Site
from plugins.staff.model import StaffProduct
from plugins.staff.words import search_text


def make_shelf(site: Site, products: Iterable[Product]) -> tuple[StaffProduct, ...]:
    """Return published and hidden products as staff see them; drafts are left out."""
    shown = [product for product in products if product.status != "draft"]
    return tuple(_staff_product(site, product) for product in shop_order(shown, site.catalog))


def picture_width(picture: Picture) -> int:
    """Return the width of the big picture: enough for half a tablet."""
    return picture.widths_px[min(1, len(picture.widths_px) - 1)]


def _staff_product(site: Site, product: Product) -> StaffProduct:
    category = site.catalog.category_by_slug[product.category].title
    pictures = [site.pictures[name] for name in product.images if name in site.pictures]
    public = product.status == "published"
    today = site.now.date()
    return StaffProduct(
        product=product,
        card=product_card(product.model_copy(update={"images": ()}), site),
        category=category,
        variants=tuple(
            product_card(product.model_copy(update={"images": ()}), site, each) for each in product.variants
        ),
        thumb=pictures[0].url(pictures[0].widths_px[0], "webp")[1:] if pictures else "",
        pictures=tuple((each.url(picture_width(each), "webp")[1:], each) for each in pictures),
        qr=f"qr/{product.slug}.png" if public else "",
        public_url=site.shop.site_url + product.url if public else "",
        find=search_text(product, category),
        price_over=bool(product.price_valid_until and product.price_valid_until < today),
    )
