"""Files that machines read: sitemap, robots."""

from xml.sax.saxutils import escape

from plugins.beacon.model import PIXEL
from plugins.products.lists import label_urls
from plugins.site.columns import column_url
from plugins.site.site import Site


def machine_files(site: Site) -> dict[str, bytes]:
    """Return the files by their path below output/."""
    robots = f"User-agent: *\nAllow: /\nSitemap: {site.shop.site_url}/sitemap.xml\n"
    beacon = {site.shop.beacon.url.lstrip("/"): PIXEL} if site.shop.beacon else {}
    return beacon | {
        "sitemap.xml": _sitemap(site).encode("utf-8"),
        "robots.txt": robots.encode("utf-8"),
    }


def page_urls(site: Site) -> list[str]:
    """Return the root-relative address of every page worth finding, sorted."""
    urls = {"/", "/products/", "/articles/", "/stores/"}
    urls |= {target.url for target in site.references.values()} - {"/search/"}
    urls |= {column_url(name) for name in site.columns}
    urls |= set(label_urls(site.catalog).values())
    return sorted(urls)


def _sitemap(site: Site) -> str:
    rows = "".join(f"<url><loc>{escape(site.shop.site_url + url)}</loc></url>\n" for url in page_urls(site))
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{schema}">\n{rows}</urlset>\n'
