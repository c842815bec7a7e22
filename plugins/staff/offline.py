"""The files that make staff mode an app that works in a cellar: manifest, service worker, robots."""

import json
from collections.abc import Mapping
from urllib.parse import quote

from plugins.site.shop import Shop

_SLOT = "/*FILES*/"


def manifest(shop: Shop) -> bytes:
    """Return the web app manifest: https://www.w3.org/TR/appmanifest/"""
    data = {
        "name": f"{shop.name} 店员",
        "short_name": f"{shop.name[:6]}店员",
        "lang": "zh-CN",
        "start_url": "./",
        "scope": "./",
        "display": "standalone",
        "background_color": shop.colour.paper or "#faf7f0",
        "theme_color": shop.colour.accent or "#2f6b4f",
        "icons": [
            {"src": "theme/icon-180.png", "sizes": "180x180", "type": "image/png"},
            {"src": "theme/icon.svg", "sizes": "any", "type": "image/svg+xml"},
        ],
    }
    return json.dumps(data, ensure_ascii=False, indent=1).encode("utf-8")


def service_worker(source: str, digests: Mapping[str, str]) -> bytes:
    """Return the worker that keeps exactly these files, given by path and digest."""
    files = {_address(path): digest for path, digest in sorted(digests.items())}
    return source.replace(_SLOT, json.dumps(files, ensure_ascii=False)).encode("utf-8")


def robots() -> bytes:
    """Return robots.txt: nothing here is for search engines."""
    return b"User-agent: *\nDisallow: /\n"


def _address(path: str) -> str:
    return quote(path.removesuffix("index.html") if path.endswith("/index.html") or path == "index.html" else path)
