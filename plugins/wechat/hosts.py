"""Where requests go: WeChat's own hosts, or the server that stands in for them."""

from typing import Any
from urllib.parse import urlsplit

import requests
from requests.adapters import BaseAdapter

from plugins.wechat.credentials import OFFICIAL_BASE, Credentials

PICTURE_REFERER = "https://mp.weixin.qq.com/"
_API_HOSTS = ("api.weixin.qq.com",)
_OTHER_HOSTS = ("mp.weixin.qq.com", "mmbiz.qpic.cn", "mmbiz.qlogo.cn")
_PICTURE_DOMAINS = (".qpic.cn", ".qlogo.cn")


def is_picture_host(address: str) -> bool:
    """Tell whether an address lies on one of Tencent's picture hosts."""
    try:
        parts = urlsplit(address)
        return parts.scheme in ("http", "https") and (parts.hostname or "").endswith(_PICTURE_DOMAINS)
    except ValueError:
        return False


def secure(address: str) -> str:
    """Return an address with https; WeChat still writes http into its answers."""
    return "https://" + address.removeprefix("http://") if address.startswith("http://") else address


def reach(address: str, credentials: Credentials) -> str:
    """Return where a request for one of WeChat's hosts really goes.

    A server that is not Tencent's stands in for all of them: API, QR codes and pictures.
    """
    host = urlsplit(address).hostname
    official = credentials.is_official
    if credentials.api_base == OFFICIAL_BASE or host not in (_API_HOSTS if official else _API_HOSTS + _OTHER_HOSTS):
        return address
    return credentials.api_base + address.split("://", 1)[1][len(urlsplit(address).netloc) :]


class Redirected(BaseAdapter):
    """Sends requests for WeChat's hosts to the server that the credentials name."""

    def __init__(self, inner: BaseAdapter, credentials: Credentials) -> None:
        super().__init__()
        self._inner = inner
        self._credentials = credentials

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Pass a request on with its address changed."""
        request.url = reach(request.url or "", self._credentials)
        return self._inner.send(request, *args, **kwargs)

    def close(self) -> None:
        """Close the connections."""
        self._inner.close()
