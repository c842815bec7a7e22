"""schema.org data for product pages and lists: https://schema.org/Product"""

from collections.abc import Sequence
from typing import Any

from plugins.products.model import Product
from plugins.site.site import Site

_AVAILABILITY = {
    "in_stock": "InStock",
    "out_of_stock": "OutOfStock",
    "preorder": "PreOrder",
    "discontinued": "Discontinued",
}


def product_data(site_url: str, product: Product, site: Site) -> dict[str, Any]:
    """Return a Product with its Offer; without a valid price there is no Offer."""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Product",
        "name": product.title,
        "sku": product.model,
        "url": site_url + product.url,
        "brand": {"@type": "Brand", "name": site.shop.name},
    }
    if product.highlights:
        data["description"] = "；".join(product.highlights)
    if product.images:
        data["image"] = [site_url + site.pictures[name].largest for name in product.images]
    if product.price is not None and product.price_is_valid(site.now.date()):
        data["offers"] = _offers(site_url, product, product.price)
    return data


def item_list_data(site_url: str, products: Sequence[Product]) -> dict[str, Any]:
    """Return an ItemList of product pages in the order shown."""
    return {
        "@context": "https://schema.org",
        "@type": "ItemList",
        "itemListElement": [
            {"@type": "ListItem", "position": place, "url": site_url + product.url, "name": product.title}
            for place, product in enumerate(products, start=1)
        ],
    }


def _offers(site_url: str, product: Product, fen: int) -> dict[str, Any]:
    """Return one Offer, or for variants of several prices the range: https://schema.org/AggregateOffer"""
    prices = product.prices
    offer = _offer(site_url, product, fen)
    if len(prices) < 2:
        return offer
    del offer["price"]
    bounds = {"lowPrice": _amount(prices[0]), "highPrice": _amount(prices[-1]), "offerCount": len(product.variants)}
    return offer | bounds | {"@type": "AggregateOffer"}


def _amount(fen: int) -> str:
    return f"{fen // 100}.{fen % 100:02d}"


def _offer(site_url: str, product: Product, fen: int) -> dict[str, Any]:
    offer = {
        "@type": "Offer",
        "priceCurrency": "CNY",
        "price": _amount(fen),
        "availability": f"https://schema.org/{_AVAILABILITY[product.availability]}",
        "url": site_url + product.url,
    }
    if product.price_valid_until:
        offer["priceValidUntil"] = product.price_valid_until.isoformat()
    return offer
