"""Who may call the emulator's own API: programs, and the console page; no other page of a browser.

A page of another site can make a browser send requests to 127.0.0.1, and a host name of its own can be made to point
there. So names of hosts are checked, and what a browser sends must come from the console and carry its token.
"""

import hmac
import ipaddress
import secrets
import socket
from urllib.parse import urlsplit

from werkzeug.wrappers import Request

TOKEN_HEADER = "X-Emulator-Console"
_SIGNS_OF_A_BROWSER = ("Origin", "Sec-Fetch-Site", "Referer")
_HARMLESS = frozenset({"GET", "HEAD", "OPTIONS"})


class Guard:
    """Knows the host names that the emulator goes by and the token of its console; ``host``: where it listens."""

    def __init__(self, host: str = "") -> None:
        self.token = secrets.token_urlsafe(24)
        self._names = {"localhost", host.lower(), socket.gethostname().lower()}

    def objection(self, request: Request) -> str:
        """Return why a call is refused, empty when it may pass."""
        if not self.knows_host(request):
            return "this host name is not the emulator's; use 127.0.0.1 or localhost"
        if request.headers.get("Sec-Fetch-Site", "same-origin") not in ("same-origin", "none"):
            return "another site's page may not call the emulator"
        if request.method in _HARMLESS or not _from_browser(request):
            return ""
        if not _same_origin(request):
            return "another site's page may not call the emulator"
        sent = request.headers.get(TOKEN_HEADER, "").encode("utf-8", "replace")
        if not hmac.compare_digest(sent, self.token.encode()):
            return f"the header {TOKEN_HEADER} is missing or old; reload the console"
        return ""

    def knows_host(self, request: Request) -> bool:
        """Tell whether the request names the emulator by an address or by a name that nobody else can claim."""
        name = _host_name(request.host)
        return name in self._names or name.endswith((".localhost", ".invalid")) or _is_address(name)


def _from_browser(request: Request) -> bool:
    return any(name in request.headers for name in _SIGNS_OF_A_BROWSER)


def _same_origin(request: Request) -> bool:
    sent = request.headers.get("Origin") or request.headers.get("Referer") or f"http://{request.host}"
    try:
        return urlsplit(sent).netloc == request.host
    except ValueError:
        return False


def _host_name(host: str) -> str:
    try:
        return (urlsplit(f"//{host}").hostname or "").lower()
    except ValueError:
        return ""


def _is_address(name: str) -> bool:
    try:
        ipaddress.ip_address(name)
    except ValueError:
        return False
    return True
