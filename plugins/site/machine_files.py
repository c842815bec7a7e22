"""Files that machines read: sitemap, robots."""

from xml.sax.saxutils import escape

from plugins.beacon.model import PIXEL
from plugins.products.lists import label_urls
from plugins.site.columns import column_url
from plugins.site.site import Site


def machine_files(site: Site) -> dict[str, bytes]:
    """Return the files by their path below output/."""
    maps = ["/sitemap.xml", *(["/en/sitemap.xml"] if site.shop.in_english else [])]
    robots = "User-agent: *\nAllow: /\n" + "".join(f"Sitemap: {site.shop.site_url}{each}\n" for each in maps)
    beacon = {site.shop.beacon.url.lstrip("/"): PIXEL} if site.shop.beacon else {}
    return beacon | {
        "sitemap.xml": sitemap(site).encode("utf-8"),
        "robots.txt": robots.encode("utf-8"),
    }


def page_urls(site: Site) -> list[str]:
    """Return the root-relative address of every page worth finding, sorted."""
    urls = {"/", "/products/", "/articles/", "/stores/"}
    urls |= {target.url for target in site.references.values()} - {"/search/"}
    urls |= {column_url(name) for name in site.columns}
    urls |= set(label_urls(site.catalog).values())
    return sorted(urls)


def sitemap(site: Site, folder: str = "") -> str:
    """Return the sitemap of the pages below a folder."""
    top = site.shop.site_url + folder
    rows = "".join(f"<url><loc>{escape(top + url)}</loc></url>\n" for url in page_urls(site))
    schema = "http://www.sitemaps.org/schemas/sitemap/0.9"
    return f'<?xml version="1.0" encoding="utf-8"?>\n<urlset xmlns="{schema}">\n{rows}</urlset>\n'
