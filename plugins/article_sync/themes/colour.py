"""Colours as numbers: contrast, and what WeChat's dark mode makes of them.

WeChat recolours articles on phones in dark mode with https://github.com/wechatjs/mp-darkmode. The two functions
here follow its published rules: light backgrounds become dark, text keeps its hue and moves away from them.
"""

import colorsys
import re
from collections.abc import Iterable

Rgb = tuple[float, float, float]
"""Red, green, blue from 0 to 255."""
WHITE: Rgb = (255, 255, 255)
NIGHT: Rgb = (25, 25, 25)
_NIGHT_TEXT: Rgb = (163, 163, 163)
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_RGB = re.compile(r"rgb\(\s*(\d{1,3})\s*,\s*(\d{1,3})\s*,\s*(\d{1,3})\s*\)")
_LIKE_WHITE, _DARK_PLATE, _LEAST_OFFSET = 250.0, 45.0, 65.0


def read_colour(text: str) -> Rgb | None:
    """Return the first colour in a declaration's value, None for none in ``#rgb``, ``#rrggbb`` or ``rgb()``."""
    if found := _HEX.search(text):
        digits = found[1] if len(found[1]) == 6 else "".join(digit * 2 for digit in found[1])
        return int(digits[:2], 16), int(digits[2:4], 16), int(digits[4:], 16)
    rgb = _RGB.search(text)
    return (int(rgb[1]), int(rgb[2]), int(rgb[3])) if rgb else None


def contrast(one: Rgb, other: Rgb) -> float:
    """Return the contrast of two colours, 1 to 21 (https://www.w3.org/TR/WCAG22/#dfn-contrast-ratio)."""
    light, dark = sorted((_luminance(one), _luminance(other)), reverse=True)
    return (light + 0.05) / (dark + 0.05)


def night_background(colour: Rgb) -> Rgb:
    """Return what becomes of a background at night."""
    if _brightness(colour) >= _LIKE_WHITE:
        return NIGHT
    return _with_brightness(colour, min(_brightness(colour), _DARK_PLATE))


def night_text(colour: Rgb, background: Rgb) -> Rgb:
    """Return what becomes of text at night; ``background`` is what is behind it by then."""
    hue, lightness, saturation = colorsys.rgb_to_hls(*(part / 255 for part in colour))
    if lightness < 0.4:
        colour = _scaled(colorsys.hls_to_rgb(hue, 0.9 - lightness, saturation))
    wanted = _brightness(background) + _LEAST_OFFSET
    return colour if _brightness(colour) >= wanted else _with_brightness(colour, max(wanted, _brightness(_NIGHT_TEXT)))


def spell(colour: Rgb) -> str:
    """Return a colour as CSS."""
    return "#" + "".join(f"{min(255, max(0, round(part))):02x}" for part in colour)


def _luminance(colour: Rgb) -> float:
    red, green, blue = (
        part / 255 / 12.92 if part / 255 <= 0.04045 else ((part / 255 + 0.055) / 1.055) ** 2.4 for part in colour
    )
    return 0.2126 * red + 0.7152 * green + 0.0722 * blue


def _brightness(colour: Rgb) -> float:
    return (299 * colour[0] + 587 * colour[1] + 114 * colour[2]) / 1000


def _with_brightness(colour: Rgb, wanted: float) -> Rgb:
    """Return a colour of the same hue that is as bright as wanted."""
    now = _brightness(colour)
    if wanted <= now:
        return _scaled(part / 255 * wanted / max(now, 1) for part in colour)
    share = (wanted - now) / (255 - now)
    return _scaled((part + (255 - part) * share) / 255 for part in colour)


def _scaled(parts: Iterable[float]) -> Rgb:
    red, green, blue = (part * 255 for part in parts)
    return red, green, blue
