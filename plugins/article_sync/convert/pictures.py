"""Addresses of pictures, reduced to what identifies the picture."""

import re
from urllib.parse import urlsplit

_HOSTS = ("mmbiz.qpic.cn", "mmbiz.qlogo.cn")
_SIZE = re.compile(r"/\d+$")


def is_wechat_picture(url: str) -> bool:
    """Tell whether an address is on WeChat's own picture hosts."""
    parts = _split(url)
    return parts is not None and parts[0] in _HOSTS


def image_key(url: str) -> str:
    """Return an address without the parts that vary: scheme, size segment, query and fragment on WeChat's hosts.

    Any other address is returned as it is.
    """
    parts = _split(url)
    if parts is None or parts[0] not in _HOSTS:
        return url
    host, path = parts
    return f"https://{host}{_SIZE.sub('', path)}"


def _split(url: str) -> tuple[str, str] | None:
    try:
        parts = urlsplit("https:" + url if url.startswith("//") else url)
        return (parts.hostname or "", parts.path) if parts.scheme in ("http", "https") else None
    except ValueError:  # a bracket that opens no IPv6 address, say
        return None
