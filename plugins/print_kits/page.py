"""Sheets as an HTML page that any browser prints at true size; it needs no font and no network."""

from base64 import b64encode
from collections.abc import Iterator
from html import escape
from pathlib import Path

from plugins.print_kits.drawing import Box, Code, Mark, Photo, Sheet, Words
from plugins.print_kits.imposition import PAGE_MM, cut_lines, places
from plugins.print_kits.modules import module_runs
from plugins.print_kits.photos import cropped

_SERIF = "'Songti SC','Noto Serif CJK SC','Noto Serif SC','Source Han Serif SC',SimSun,serif"
_SANS = "'PingFang SC','Microsoft YaHei','Noto Sans CJK SC','Noto Sans SC',sans-serif"


def render_page(sheet: Sheet, images: Path, title: str) -> bytes:
    """Return a page with the sheet at its cut size; of small formats as many as an A4 page holds, with cut marks."""
    form = sheet.format
    if form.is_small:
        size = PAGE_MM
        marks = [_group(sheet, x, y, images) for x, y in places(form)]
        marks += [_line(*ends) for ends in cut_lines(form)]
    else:
        size = (form.width_mm, form.height_mm)
        marks = [_svg(mark, images) for mark in sheet.marks]
    return _document(title, size, "".join(marks)).encode("utf-8")


def _document(title: str, size: tuple[float, float], marks: str) -> str:
    width, height = (f"{value:g}" for value in size)
    return (
        f'<!doctype html>\n<html lang="zh-CN">\n<head>\n<meta charset="utf-8">\n'
        f'<meta name="robots" content="noindex">\n'
        f'<meta name="viewport" content="width=device-width">\n<title>{escape(title)}</title>\n<style>\n'
        f"@page {{ size: {width}mm {height}mm; margin: 0 }}\n"
        "html { -webkit-print-color-adjust: exact; print-color-adjust: exact }\n"
        "body { margin: 0; background: #77736b }\n"
        f"svg {{ display: block; width: {width}mm; height: {height}mm; margin: 0 auto; background: #fff }}\n"
        "@media print { body { background: none } svg { margin: 0 } }\n"
        f"text {{ font-family: {_SANS} }}\n.serif {{ font-family: {_SERIF}; font-weight: 600 }}\n"
        f'</style>\n</head>\n<body>\n<svg viewBox="0 0 {width} {height}" role="img" aria-label="{escape(title)}">'
        f"{marks}</svg>\n</body>\n</html>\n"
    )


def _group(sheet: Sheet, x: float, y: float, images: Path) -> str:
    """Return one piece, cut to its size by a nested viewport."""
    form = sheet.format
    inner = "".join(_svg(mark, images) for mark in sheet.marks)
    return (
        f'<svg x="{x:g}" y="{y:g}" width="{form.width_mm:g}" height="{form.height_mm:g}" '
        f'viewBox="0 0 {form.width_mm:g} {form.height_mm:g}" overflow="hidden" '
        f'style="width:auto;height:auto;margin:0">{inner}</svg>'
    )


def _svg(mark: Mark, images: Path) -> str:
    if isinstance(mark, Box):
        return f'<rect {_place(mark.x, mark.y, mark.width, mark.height)} fill="{mark.colour}"/>'
    if isinstance(mark, Words):
        serif = ' class="serif"' if mark.serif else ""
        return (
            f'<text x="{mark.x:.2f}" y="{mark.y:.2f}" font-size="{mark.size:.2f}" fill="{mark.colour}" '
            f'text-anchor="{mark.anchor}"{serif}>{escape(mark.text)}</text>'
        )
    if isinstance(mark, Photo):
        data = b64encode(cropped(images, mark)).decode("ascii")
        return f'<image {_place(mark.x, mark.y, mark.width, mark.height)} href="data:image/jpeg;base64,{data}"/>'
    return f'<path shape-rendering="crispEdges" d="{"".join(_runs(mark))}"/>'


def _runs(code: Code) -> Iterator[str]:
    for x, y, width, height in module_runs(code):
        yield f"M{x:.3f} {y:.3f}h{width:.3f}v{height:.3f}h-{width:.3f}z"


def _line(x1: float, y1: float, x2: float, y2: float) -> str:
    return f'<path d="M{x1:.2f} {y1:.2f}L{x2:.2f} {y2:.2f}" stroke="#000" stroke-width=".09"/>'


def _place(x: float, y: float, width: float, height: float) -> str:
    return f'x="{x:.3f}" y="{y:.3f}" width="{width:.3f}" height="{height:.3f}"'
