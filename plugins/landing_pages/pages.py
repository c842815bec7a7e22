"""What a landing page shows at a moment."""

from collections.abc import Iterator
from functools import partial
from typing import Any

from plugins.channels import Channel, channel_copies
from plugins.forms.pages import form_action
from plugins.landing_pages.dates import calendar_leaf, day_text, period_text
from plugins.landing_pages.goals import buy_links, goal_action
from plugins.landing_pages.model import LandingPage
from plugins.landing_pages.shown import shown_coupons, shown_offer
from plugins.products.card import product_card
from plugins.site.pages import Crumb, OutputPage
from plugins.site.site import Site
from plugins.stores.model import Store
from plugins.stores.pages import postal_address


def landing_pages(site: Site) -> Iterator[OutputPage]:
    """Yield a page for each promotion and its channels' copies, whatever its phase: a page that is over says so."""
    for landing in site.landing_pages:
        yield _page(site, landing)
        page_for = partial(_page, site, landing)
        yield from channel_copies(landing.slug, landing.url, site.channels_of(landing), page_for)


def _page(site: Site, landing: LandingPage, channel: Channel | None = None) -> OutputPage:
    return OutputPage(landing.url, f"landing_{landing.layout}", partial(_values, site, landing, channel))


def _values(site: Site, landing: LandingPage, channel: Channel | None) -> dict[str, Any]:
    return _texts(site, landing, channel) | _parts(site, landing, channel)


def _texts(site: Site, landing: LandingPage, channel: Channel | None) -> dict[str, Any]:
    return {
        "landing": landing,
        "phase": landing.phase_at(site.now),
        "starts_at": landing.starts_at.isoformat(),
        "ends_at": landing.ends_at.isoformat(),
        "period": period_text(landing),
        "ends": day_text(landing.ends_at),
        "leaf": calendar_leaf(landing.held_at or landing.ends_at),
        "tel": (channel.tel if channel else "") or site.shop.tel,
        "body": site.body_of("landing_pages", landing.slug),
        "crumbs": (Crumb("首页", "/"), Crumb(landing.title)),
        "structured_data": _event(site, landing),
    }


def _parts(site: Site, landing: LandingPage, channel: Channel | None) -> dict[str, Any]:
    stores = [store for slug in landing.stores for store in site.stores if store.slug == slug]
    form = site.form(landing.form)
    return {
        "hero": site.pictures[landing.hero] if landing.hero else None,
        "offer": shown_offer(landing.offer),
        "coupons": shown_coupons(landing, channel),
        "cards": [product_card(site.catalog.by_slug[slug], site) for slug in landing.products],
        "buy": buy_links(landing, site.catalog)[:1] if landing.goal == "buy" else (),
        "stores": stores or list(site.stores),
        "form": form,
        "action": form_action(site, form) if form else "",
        "goal": goal_action(landing, site.shop, site.catalog, site.stores, form, channel.tel if channel else ""),
        "running": [page for page in site.running if page.slug != landing.slug],
    }


def _event(site: Site, landing: LandingPage) -> dict[str, Any]:
    """Return a schema.org SaleEvent, for one day an Event: https://schema.org/SaleEvent"""
    places = [store for store in site.stores if store.slug in landing.stores] or list(site.stores)
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Event" if landing.layout == "one_day" else "SaleEvent",
        "name": landing.title,
        "startDate": (landing.held_at or landing.starts_at).isoformat(),
        "endDate": landing.ends_at.isoformat(),
        "url": site.shop.site_url + landing.url,
        "organizer": {"@type": "Organization", "name": landing.operator or site.shop.operator},
    }
    if places:
        data["location"] = [_place(site, store) for store in places]
    if landing.hero:
        data["image"] = site.shop.site_url + site.pictures[landing.hero].largest
    return data


def _place(site: Site, store: Store) -> dict[str, Any]:
    return {
        "@type": "Place",
        "name": store.name,
        "address": postal_address(store),
        "url": site.shop.site_url + store.url,
    }
