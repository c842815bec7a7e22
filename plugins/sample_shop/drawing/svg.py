"""Small helpers that write SVG as text.

The id of a paint spells its definition (`lin_0_0_100_0__0-ffffff-100__100-000000-100`), so pieces of a
picture stay plain text and the document writes each definition it finds once.
"""

import re
from hashlib import md5

Stop = tuple[int, str, int]
"""Offset in percent, colour, opacity in percent."""

Point = tuple[float, float]

_PAINT = re.compile(r"url\(#((?:lin|rad|blur)_[0-9a-f_-]+)\)")


def number(value: float) -> str:
    """Text of a coordinate, at most two decimals."""
    return f"{round(value, 2):g}"


def element(tag: str, *content: str, **attributes: str | float) -> str:
    """One element; underscores in attribute names become hyphens."""
    pairs = "".join(
        f' {key.replace("_", "-")}="{value if isinstance(value, str) else number(value)}"'
        for key, value in attributes.items()
    )
    inner = "".join(content)
    return f"<{tag}{pairs}>{inner}</{tag}>" if inner else f"<{tag}{pairs}/>"


def path(d: str, **attributes: str | float) -> str:
    """A path element."""
    return element("path", d=d, **attributes)


def line(d: str, colour: str, width: float, **attributes: str | float) -> str:
    """A stroked path with round ends and no fill."""
    return path(d, fill="none", stroke=colour, stroke_width=width, stroke_linecap="round", **attributes)


def ellipse(cx: float, cy: float, rx: float, ry: float, **attributes: str | float) -> str:
    """An ellipse element."""
    return element("ellipse", cx=cx, cy=cy, rx=rx, ry=ry, **attributes)


def rect(x: float, y: float, width: float, height: float, **attributes: str | float) -> str:
    """A rectangle element."""
    return element("rect", x=x, y=y, width=width, height=height, **attributes)


def group(*content: str, **attributes: str | float) -> str:
    """A group element."""
    return element("g", *content, **attributes)


def moved(content: str, x: float, y: float, angle: float = 0, scale: float = 1, flat: float = 1) -> str:
    """Content drawn around the origin, turned, scaled, flattened towards the table and put at (x, y)."""
    transform = f"translate({number(x)} {number(y)})"
    if scale != 1 or flat != 1:
        transform += f" scale({scale:.3f} {scale * flat:.3f})"
    if angle:
        transform += f" rotate({number(angle)})"
    return group(content, transform=transform)


def linear(start: tuple[int, int], end: tuple[int, int], *stops: Stop) -> str:
    """A linear gradient across the shape's box, coordinates in percent."""
    return f"url(#lin_{start[0]}_{start[1]}_{end[0]}_{end[1]}__{_stops(stops)})"


def radial(centre: tuple[int, int], radius: int, *stops: Stop) -> str:
    """A radial gradient across the shape's box, in percent."""
    return f"url(#rad_{centre[0]}_{centre[1]}_{radius}__{_stops(stops)})"


def blur(sigma: int) -> str:
    """A blur filter; sigma in user units."""
    return f"url(#blur_{sigma})"


def clipped(d: str, *content: str) -> str:
    """Content seen only inside the outline."""
    name = "clip" + md5(d.encode(), usedforsecurity=False).hexdigest()[:12]
    return element("clipPath", path(d), id=name) + group(*content, clip_path=f"url(#{name})")


def oval(cx: float, cy: float, rx: float, ry: float) -> str:
    """Outline of an ellipse, as path data."""
    a, b = number(rx), number(ry)
    return (
        f"M{number(cx - rx)} {number(cy)}A{a} {b} 0 1 1 {number(cx + rx)} {number(cy)}"
        f"A{a} {b} 0 1 1 {number(cx - rx)} {number(cy)}Z"
    )


def polygon(points: list[Point]) -> str:
    """Closed path data through straight sides."""
    return "M" + "L".join(f"{number(x)} {number(y)}" for x, y in points) + "Z"


def smooth(points: list[Point], closed: bool = False) -> str:
    """Path data of a soft curve through the points (Catmull-Rom)."""
    count = len(points)
    before = [points[i - 1] if closed or i else points[0] for i in range(count)]
    after = [points[(i + 1) % count] if closed or i < count - 1 else points[-1] for i in range(count)]
    data = f"M{number(points[0][0])} {number(points[0][1])}"
    for i in range(count if closed else count - 1):
        j = (i + 1) % count
        (x0, y0), (x1, y1) = points[i], points[j]
        c0 = (x0 + (after[i][0] - before[i][0]) / 6, y0 + (after[i][1] - before[i][1]) / 6)
        c1 = (x1 - (after[j][0] - before[j][0]) / 6, y1 - (after[j][1] - before[j][1]) / 6)
        data += "C" + " ".join(f"{number(x)} {number(y)}" for x, y in (c0, c1, (x1, y1)))
    return data + ("Z" if closed else "")


def document(width: int, height: int, *content: str) -> str:
    """A whole SVG document with the definitions its content names."""
    body = "".join(content)
    names = dict.fromkeys(_PAINT.findall(body))
    defs = element("defs", *(_definition(name) for name in names))
    box = f"0 0 {width} {height}"
    return element("svg", defs, body, xmlns="http://www.w3.org/2000/svg", viewBox=box)


def _stops(stops: tuple[Stop, ...]) -> str:
    return "__".join(f"{offset}-{colour.lstrip('#')}-{opacity}" for offset, colour, opacity in stops)


def _definition(name: str) -> str:
    head, *stops = name.split("__")
    kind, *numbers = head.split("_")
    if kind == "blur":
        inner = element("feGaussianBlur", stdDeviation=numbers[0])
        region = {"x": "-60%", "y": "-60%", "width": "220%", "height": "220%"}
        return element("filter", inner, id=name, **region)
    inner = "".join(_stop(stop) for stop in stops)
    percents = [f"{value}%" for value in numbers]
    if kind == "lin":
        ends = dict(zip(("x1", "y1", "x2", "y2"), percents, strict=True))
        return element("linearGradient", inner, id=name, **ends)
    circle = dict(zip(("cx", "cy", "r"), percents, strict=True))
    return element("radialGradient", inner, id=name, **circle)


def _stop(text: str) -> str:
    offset, colour, opacity = text.split("-")
    shown = {} if opacity == "100" else {"stop_opacity": int(opacity) / 100}
    return element("stop", offset=f"{offset}%", stop_color=f"#{colour}", **shown)
