"""What all layouts are made of: grounds that run over the cut, blocks of text, codes on their white plate."""

from collections.abc import Iterable

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Anchor, Box, Code, Mark, Photo, Words
from plugins.print_kits.formats import BLEED_MM, Format
from plugins.print_kits.text import Fitted
from plugins.qr_codes.code import QUIET_ZONE, modules_of

LEADING = 1.4


def ground(form: Format, colour: str, top: float = 0.0, bottom: float | None = None) -> Box:
    """Return colour across the whole width, over the cut at the edges that it reaches."""
    end = form.height_mm if bottom is None else bottom
    y = top - BLEED_MM if top <= 0 else top
    until = end + BLEED_MM if end >= form.height_mm else end
    return Box(-BLEED_MM, y, form.width_mm + 2 * BLEED_MM, until - y, colour)


def photo(form: Format, caption: Caption, height: float) -> Photo:
    """Return the caption's picture across the top, over the cut."""
    return Photo(-BLEED_MM, -BLEED_MM, form.width_mm + 2 * BLEED_MM, height + BLEED_MM, caption.photo)


def block(x: float, y: float, text: Fitted, colour: str, anchor: Anchor = "start", serif: bool = False) -> list[Mark]:
    """Return lines of text whose first line's upper edge is at ``y``."""
    return [
        Words(x, y + text.size * (0.9 + LEADING * number), line, text.size, colour, anchor, serif)
        for number, line in enumerate(text.lines)
    ]


def height_of(text: Fitted) -> float:
    """Return how much room a block takes."""
    return text.size * (LEADING * len(text.lines) - 0.2) if text.lines else 0.0


def plate_side(url: str, side: float) -> float:
    """Return the side of a code with its quiet zone."""
    modules = modules_of(url)
    return side * (modules + 2 * QUIET_ZONE) / modules


def plate(x: float, y: float, side: float, caption: Caption, frame: str = "") -> Iterable[Mark]:
    """Yield a code with its quiet zone on white, upper left corner at ``x``, ``y``; ``frame`` colours a thin edge."""
    outer = plate_side(caption.url, side)
    quiet = (outer - side) / 2
    line = max(0.15, outer * 0.004)
    if frame:
        yield Box(x - line, y - line, outer + 2 * line, outer + 2 * line, frame)
    yield Box(x, y, outer, outer, "#ffffff")
    yield Code(x + quiet, y + quiet, side, caption.url)
