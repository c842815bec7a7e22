"""The page of everything 全部服务: whatever the site offers is one tap from here, and this page is one of the menu."""

from collections.abc import Iterator
from typing import NamedTuple

from plugins.landing_pages.model import LandingPage
from plugins.shared.clock import SHANGHAI
from plugins.site.columns import column_url
from plugins.site.pages import Crumb
from plugins.site.references import References
from plugins.site.site import Site

_MORE = ("prices", "compare", "favourites")
_OWN_LINES = ("page:privacy", "page:terms", "page:service")


class Way(NamedTuple):
    """One link: its words, its address, a note in small letters."""

    title: str
    url: str
    note: str = ""


def hub_values(site: Site) -> dict[str, object]:
    """Return the groups of ways, in the order in which people ask for them."""
    groups = [
        ("活动", list(_promotions(site))),
        ("找茶" if "茶" in site.shop.name else "找产品", list(_products(site))),
        ("办事", list(_services(site))),
        ("门店", [Way(store.name, store.url, store.city) for store in site.stores]),
        ("看看", [Way(name, column_url(name)) for name in site.columns]),
    ]
    return {"groups": [each for each in groups if each[1]], "crumbs": (Crumb("首页", "/"), Crumb("全部服务"))}


def _promotions(site: Site) -> Iterator[Way]:
    for page in site.running:
        yield Way(page.title, page.url, page.ends_text)
    for page in sorted(site.landing_pages, key=lambda page: page.starts_at):
        if page.phase_at(site.now) == "before":
            yield Way(page.title, page.url, _starts(page))


def _products(site: Site) -> Iterator[Way]:
    yield Way("全部产品", "/products/", f"{len(site.catalog.products)} 款")
    yield Way("搜索", "/search/", "名称、型号")
    for name in _MORE:
        if name in site.references:
            yield Way(site.references[name].title, site.references[name].url)
    for category in site.catalog.categories:
        yield Way(category.title, category.url, f"{len(site.catalog.products_in(category))} 款")


def _services(site: Site) -> Iterator[Way]:
    references: References = site.references
    if "service" in references:
        yield Way(references["service"].title, "/service/", "常见问题")
    for form in site.forms:
        yield Way(form.title, form.url, form.purpose)
    for page in site.pages:
        if f"page:{page.slug}" not in _OWN_LINES:
            yield Way(page.title, page.url)


def _starts(page: LandingPage) -> str:
    local = page.starts_at.astimezone(SHANGHAI)
    return f"{local.month}月{local.day}日开始"
