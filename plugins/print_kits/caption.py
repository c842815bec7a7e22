"""What a sheet says: the words, colours and picture of a page, ready to be laid out."""

from dataclasses import dataclass, field
from typing import Any

from plugins.landing_pages.model import LandingPage
from plugins.products.card import product_card
from plugins.products.model import Product
from plugins.qr_codes.address import shown_address
from plugins.qr_codes.ledger import PrintedCode
from plugins.shared.validation import SHANGHAI
from plugins.site.shop import Shop
from plugins.site.site import Site
from plugins.stores.model import Store


@dataclass(frozen=True)
class Palette:
    """The shop's colours on paper; what the shop does not set is the theme's."""

    accent: str = "#2f6b4f"
    paper: str = "#faf7f0"
    ink: str = "#2a2823"
    price: str = "#a3392a"
    muted: str = "#686154"
    on_accent: str = "#ffffff"


@dataclass(frozen=True)
class Caption:
    """The words of a sheet; empty ones are left out."""

    shop: str
    title: str
    url: str
    code_id: str
    address: str
    call: str = "微信扫一扫"
    why: str = ""
    line: str = ""
    offer: str = ""
    note: str = ""
    price: str = ""
    coupon: str = ""
    tel: str = ""
    place: str = ""
    tagline: str = ""
    facts: tuple[tuple[str, str], ...] = ()
    photo: str = ""
    palette: Palette = field(default_factory=Palette)


def caption_for(site: Site, code: PrintedCode) -> Caption:
    """Return what a sheet with this code says, from the page that it leads to."""
    shop = site.shop
    base: dict[str, Any] = {
        "shop": shop.name,
        "url": code.url,
        "code_id": code.id,
        "address": shown_address(code.url) if code.page != "account" else "",
        "tel": next((each.tel for each in site.channels if each.code == code.channel), "") or shop.tel,
        "place": shop.address,
        "tagline": shop.tagline,
        "palette": palette_of(shop),
    }
    return Caption(**(base | _words(site, code.page)))


def palette_of(shop: Shop) -> Palette:
    """Return the shop's colours, and white or ink on the accent, whichever reads better."""
    own = {name: value for name, value in shop.colour.model_dump().items() if value and name != "accent_dark"}
    palette = Palette(**own)
    return palette if _luminance(palette.accent) < 0.4 else Palette(**own, on_accent=palette.ink)


def _words(site: Site, page: str) -> dict[str, Any]:
    kind, _, slug = page.partition(":")
    if kind == "landing":
        return _of_promotion(next(each for each in site.landing_pages if each.slug == slug))
    if kind == "product":
        return _of_product(site, site.catalog.by_slug[slug])
    if kind == "store":
        return _of_store(next(each for each in site.stores if each.slug == slug))
    shop = site.shop
    if page == "account":
        name = shop.account_name or shop.name
        return {"title": f"关注“{name}”", "line": shop.tagline, "why": "关注公众号", "photo": shop.hero}
    title = shop.name if page == "home" else site.references[page].title
    return {"title": title, "line": shop.tagline, "why": "进店看看" if page == "home" else "看详情", "photo": shop.hero}


def _of_promotion(landing: LandingPage) -> dict[str, Any]:
    start, end = (moment.astimezone(SHANGHAI) for moment in (landing.starts_at, landing.ends_at))
    return {
        "title": landing.title,
        "line": landing.digest.partition("。")[0],
        "why": "看活动详情",
        "offer": landing.coupons[0].text if landing.coupons else "",
        "note": f"{start.year}年{start.month}月{start.day}日 – {end.year}年{end.month}月{end.day}日",
        "photo": landing.hero,
    }


def _of_product(site: Site, product: Product) -> dict[str, Any]:
    return {
        "title": product.title,
        "line": product.highlights[0] if product.highlights else "",
        "facts": tuple(list(product.specs.items())[:4]),
        "why": "看参数和用法",
        "note": f"型号 {product.model}",
        "price": product_card(product, site).price,
        "photo": product.images[0] if product.images else "",
    }


def _of_store(store: Store) -> dict[str, Any]:
    return {
        "title": store.name,
        "line": store.intro,
        "why": "看路线和营业时间",
        "tel": store.tel,
        "place": store.whole_address,
        "photo": store.image,
    }


def _luminance(colour: str) -> float:
    """Return the relative luminance of ``#rrggbb``: https://www.w3.org/TR/WCAG22/#dfn-relative-luminance"""
    parts = [int(colour[at : at + 2], 16) / 255 for at in (1, 3, 5)]
    linear = [part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts]
    return 0.2126 * linear[0] + 0.7152 * linear[1] + 0.0722 * linear[2]
