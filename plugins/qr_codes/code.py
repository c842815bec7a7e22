"""An address as a grid of modules; both outputs draw this grid."""

from functools import lru_cache
from typing import Literal
from urllib.parse import urlsplit

import segno
from werkzeug.urls import iri_to_uri

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say

Level = Literal["m", "q", "h"]
"""How much of a code may be lost: a screen needs M (15 %), print gets dirty and wants H (30 %)."""
QUIET_ZONE = 4
"""Light modules around a code, the least that readers are promised (ISO/IEC 18004)."""


def make_code(url: str, level: Level = "m") -> segno.QRCode:
    """Return the QR code of an address, at least of the level given, better where that costs no room.

    Chinese in the address is percent-encoded, as browsers send it: readers disagree about anything but ASCII.

    Raises:
        UsageProblem: not an http(s) address, or too long for a code that phones read well.
    """
    try:
        valid = urlsplit(url).scheme in ("http", "https") and bool(urlsplit(url).hostname)
        address = iri_to_uri(url)
    except ValueError:
        valid, address = False, ""
    if not valid or any(character.isspace() or not character.isprintable() for character in url):
        raise UsageProblem(_not_an_address(url))
    if len(address) > 1000:
        raise UsageProblem(_too_long(len(address)))
    return _encoded(address, level)


@lru_cache(maxsize=64)
def _encoded(address: str, level: Level) -> segno.QRCode:
    return segno.make_qr(address, error=level)


def modules_of(url: str, level: Level = "h") -> int:
    """Return how many modules the side of a code has, without its quiet zone."""
    return int(make_code(url, level).symbol_size(border=0)[0])


def _not_an_address(url: str) -> str:
    return say(
        f"“{url}”不是网址，做不成二维码。请写成 https://tea.example.com/ 这样的完整网址。",
        f'"{url}" is not an address. Write it in full, like https://tea.example.com/.',
    )


def _too_long(length: int) -> str:
    return say(
        f"网址有 {length} 个字符，二维码会密得扫不出来。请用 1000 个字符以内的短网址。",
        f"the address has {length} characters; phones could not read the code. Use at most 1000.",
    )
