"""What a landing page shows at a moment."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from plugins.channels import Channel, channel_copies
from plugins.landing_pages.model import Coupon, LandingPage
from plugins.products.card import product_card
from plugins.shared.validation import SHANGHAI
from plugins.site.pages import Crumb, OutputPage
from plugins.site.site import Site

PHASE_TEXT = {"before": "即将开始", "during": "进行中", "after": "已结束"}


def landing_pages(site: Site) -> Iterator[OutputPage]:
    """Yield a page for each promotion and its channels' copies, whatever its phase: a page that is over says so."""
    for landing in site.landing_pages:
        yield _page(site, landing)
        page_for = partial(_page, site, landing)
        yield from channel_copies(landing.slug, landing.url, site.channels_of(landing), page_for)


def _page(site: Site, landing: LandingPage, channel: Channel | None = None) -> OutputPage:
    return OutputPage(landing.url, "landing_page", _values(site, landing, channel))


def period_text(landing: LandingPage) -> str:
    """Return ``2026年11月15日 00:00 – 2027年2月5日 23:59`` in Beijing time."""
    times = [moment.astimezone(SHANGHAI) for moment in (landing.starts_at, landing.ends_at)]
    return " – ".join(f"{time.year}年{time.month}月{time.day}日 {time:%H:%M}" for time in times)


def _values(site: Site, landing: LandingPage, channel: Channel | None) -> dict[str, Any]:
    phase = landing.phase_at(site.now)
    stores = {store.slug: store for store in site.stores}
    products = [site.catalog.by_slug[slug] for slug in landing.products]
    return {
        "landing": landing,
        "coupons": _coupons(landing, channel),
        "tel": (channel.tel if channel else "") or site.shop.tel,
        "phase": phase,
        "phase_text": PHASE_TEXT[phase],
        "days_left": landing.days_left(site.now),
        "starts_at": landing.starts_at.isoformat(),
        "ends_at": landing.ends_at.isoformat(),
        "period": period_text(landing),
        "hero": site.pictures[landing.hero] if landing.hero else None,
        "body": site.body_of("landing_pages", landing.slug),
        "cards": [product_card(product, site) for product in products],
        "stores": [stores[slug] for slug in landing.stores] or list(site.stores),
        "running": [page for page in site.running if page.slug != landing.slug],
        "crumbs": (Crumb("首页", "/"), Crumb(landing.title)),
        "structured_data": _event(site, landing),
    }


def _coupons(landing: LandingPage, channel: Channel | None) -> tuple[Coupon, ...]:
    shown = (coupon.for_channel(channel.code if channel else "") for coupon in landing.coupons)
    return tuple(coupon for coupon in shown if coupon)


def _event(site: Site, landing: LandingPage) -> dict[str, Any]:
    """Return a schema.org SaleEvent: https://schema.org/SaleEvent"""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "SaleEvent",
        "name": landing.title,
        "startDate": landing.starts_at.isoformat(),
        "endDate": landing.ends_at.isoformat(),
        "url": site.shop.site_url + landing.url,
        "organizer": {"@type": "Organization", "name": landing.operator or site.shop.operator},
    }
    data["location"] = [
        {"@type": "Place", "name": store.name, "address": f"{store.city}{store.address}"} for store in site.stores
    ]
    if landing.hero:
        data["image"] = site.shop.site_url + site.pictures[landing.hero].largest
    return data
