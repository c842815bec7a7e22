"""Which pages the stores have, and what each shows."""

from collections.abc import Iterator
from typing import Any

from plugins.site.pages import Crumb, OutputPage
from plugins.site.site import Site
from plugins.stores.hours import CLOSED, WEEKDAYS
from plugins.stores.model import Store

_HOME = Crumb("首页", "/")


def store_pages(site: Site) -> Iterator[OutputPage]:
    """Yield the list by city and a page for each store."""
    cities: dict[str, list[Store]] = {}
    for store in site.stores:
        cities.setdefault(store.city, []).append(store)
    can_be_near = sum(bool(store.map_links) for store in site.stores) > 1
    values = {"cities": list(cities.items()), "can_be_near": can_be_near, "crumbs": (_HOME, Crumb("门店"))}
    yield OutputPage("/stores/", "store_list", values)
    for store in site.stores:
        yield OutputPage(
            store.url,
            "store",
            {
                "store": store,
                "picture": site.pictures[store.image] if store.image else None,
                "others": [other for other in site.stores if other.slug != store.slug],
                "crumbs": (_HOME, Crumb("门店", "/stores/"), Crumb(store.name)),
                "structured_data": _store_data(site, store),
            },
        )


def _special(day: str, span: str) -> dict[str, str]:
    """Return a day that is different; equal times mean closed: https://schema.org/specialOpeningHoursSpecification"""
    opens, _, closes = span.partition("-") if span != CLOSED else ("00:00", "", "00:00")
    return {
        "@type": "OpeningHoursSpecification",
        "validFrom": day,
        "validThrough": day,
        "opens": opens,
        "closes": closes,
    }


def postal_address(store: Store) -> dict[str, str]:
    """Return a schema.org PostalAddress: https://schema.org/PostalAddress"""
    return {
        "@type": "PostalAddress",
        "addressCountry": "CN",
        "addressLocality": store.city,
        "streetAddress": store.address,
    }


def _store_data(site: Site, store: Store) -> dict[str, Any]:
    """Return a schema.org Store: https://schema.org/Store"""
    data: dict[str, Any] = {
        "@context": "https://schema.org",
        "@type": "Store",
        "name": store.name,
        "address": postal_address(store),
        "url": site.shop.site_url + store.url,
        "openingHours": [
            f"{day[:2].title()} {store.hours[day]}" for day in WEEKDAYS if store.hours.get(day, CLOSED) != CLOSED
        ],
        "parentOrganization": {"@type": "Organization", "name": site.shop.operator},
    }
    if store.special:
        data["specialOpeningHoursSpecification"] = [_special(day, span) for day, span in store.special.items()]
    if store.map_links:
        data["hasMap"] = store.map_links[-1][1]
    if store.tel:
        data["telephone"] = store.tel
    if store.image:
        data["image"] = site.shop.site_url + site.pictures[store.image].largest
    return data
