"""Files that machines read: search index, sitemap, robots."""

import json
from xml.sax.saxutils import escape

from plugins.beacon.model import PIXEL
from plugins.products.card import product_card
from plugins.site.columns import column_url
from plugins.site.site import Site


def machine_files(site: Site) -> dict[str, bytes]:
    """Return the files by their path below output/."""
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.shop.site_url}/sitemap.xml\n"
    beacon = {site.shop.beacon.url.lstrip("/"): PIXEL} if site.shop.beacon else {}
    return beacon | {
        "sitemap.xml": _sitemap(site).encode("utf-8"),
        "robots.txt": robots.encode("utf-8"),
        "search.json": _search_index(site).encode("utf-8"),
    }


def page_urls(site: Site) -> list[str]:
    """Return the root-relative address of every page worth finding, sorted."""
    urls = {"/", "/products/", "/articles/", "/stores/"}
    urls |= {target.url for target in site.references.values()} - {"/search/"}
    urls |= {column_url(name) for name in site.columns}
    return sorted(urls)


def _sitemap(site: Site) -> str:
    rows = "".join(f"<url><loc>{escape(site.shop.site_url + url)}</loc></url>\n" for url in page_urls(site))
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{schema}">\n{rows}</urlset>\n'


def _search_index(site: Site) -> str:
    """One row a product: address, title, model, price, picture, and everything else one may look for."""
    rows = []
    for product in site.catalog.products:
        card = product_card(product, site)
        variants = [part for variant in product.variants for part in (variant.model, variant.name) if part]
        titles = [each.title for each in site.catalog.trail_to(product.category)]
        words = " ".join([*product.keywords, *product.tags, *titles, *product.specs.values(), *variants])
        picture = card.picture.url(card.picture.widths_px[0], "webp") if card.picture else ""
        rows.append([card.slug, card.title, card.model, card.price, picture, words])
    return json.dumps(rows, ensure_ascii=False, separators=(",", ":"))
