"""Which addresses an article may point to."""

from urllib.parse import urlsplit

_PICTURE_HOSTS = ("mmbiz.qpic.cn", "mmbiz.qlogo.cn")


def is_inside(href: str) -> bool:
    """Tell whether a link leads to an article on WeChat's own host, the only kind that stays."""
    return _host(href) == "mp.weixin.qq.com"


def is_own_picture(src: str) -> bool:
    """Tell whether a picture lies on WeChat's picture hosts; all others are dropped."""
    return _host(src) in _PICTURE_HOSTS


def _host(address: str) -> str:
    address = address.strip()
    try:
        parts = urlsplit("https:" + address if address.startswith("//") else address)
        return parts.hostname or "" if parts.scheme in ("http", "https") else ""
    except ValueError:
        return ""
