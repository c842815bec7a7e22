"""What can be computed from the shop's colour."""

_RGB = tuple[int, int, int]
WHITE: _RGB = (255, 255, 255)
BLACK: _RGB = (0, 0, 0)


def parse_colour(text: str) -> _RGB:
    """Return the parts of a colour written as ``#2f6b4f``."""
    return int(text[1:3], 16), int(text[3:5], 16), int(text[5:7], 16)


def mix(one: _RGB, other: _RGB, share: float) -> _RGB:
    """Return the colour that holds ``share`` (0 to 1) of the first and the rest of the other."""
    red, green, blue = (round(a * share + b * (1 - share)) for a, b in zip(one, other, strict=True))
    return red, green, blue


def render_colour(colour: _RGB) -> str:
    """Return a colour as ``#2f6b4f``."""
    return "#{:02x}{:02x}{:02x}".format(*colour)


def contrast_with_white(colour: _RGB) -> float:
    """Return how well white text reads on a colour, 1 to 21 (https://www.w3.org/TR/WCAG22/#contrast-minimum)."""
    parts = [value / 255 for value in colour]
    red, green, blue = (part / 12.92 if part <= 0.04045 else ((part + 0.055) / 1.055) ** 2.4 for part in parts)
    return 1.05 / (0.2126 * red + 0.7152 * green + 0.0722 * blue + 0.05)
