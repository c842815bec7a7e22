"""Sheets as PDF for the print shop: text as outlines, pure black codes, bleed, cut marks, trim and bleed boxes.

Chinese print shops ask for outlined text (文字转曲): nothing has to be embedded, no font can be missing at theirs, and
any font of this computer may be used, TrueType or PostScript.
"""

from collections.abc import Sequence
from io import BytesIO
from pathlib import Path
from typing import Any

from fontTools.pens.basePen import BasePen
from reportlab.lib.colors import CMYKColor, HexColor
from reportlab.lib.units import mm
from reportlab.lib.utils import ImageReader
from reportlab.pdfgen.canvas import Canvas

from plugins.print_kits.drawing import Box, Code, Mark, Photo, Sheet, Words, moved
from plugins.print_kits.fonts import Face, Fonts
from plugins.print_kits.formats import BLEED_MM
from plugins.print_kits.imposition import PAGE_MM, cut_lines, places
from plugins.print_kits.modules import module_runs
from plugins.print_kits.photos import cropped

_MARGIN_MM = 10.0
_MARK_MM = 5.0
_FILL_NON_ZERO = 1
_BLACK = CMYKColor(0, 0, 0, 1)


def render_pdf(sheet: Sheet, fonts: Fonts, images: Path, title: str) -> bytes:
    """Return a PDF of a sheet; equal input gives equal bytes. Small formats get a second page, an A4 full of them."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    canvas.setCreator("Weizhan")
    _single(_Pen(canvas, fonts, images), sheet)
    if sheet.format.is_small:
        _full_page(_Pen(canvas, fonts, images), [sheet] * len(places(sheet.format)))
    canvas.save()
    return target.getvalue()


def render_pages_pdf(sheets: Sequence[Sheet], fonts: Fonts, images: Path, title: str) -> bytes:
    """Return a PDF of A4 pages full of small things of one format, each with words of its own."""
    target = BytesIO()
    canvas = Canvas(target, invariant=1, pageCompression=1)
    canvas.setTitle(title)
    step = len(places(sheets[0].format))
    for start in range(0, len(sheets), step):
        _full_page(_Pen(canvas, fonts, images), sheets[start : start + step])
    canvas.save()
    return target.getvalue()


class _Pen:
    """Draws marks on a canvas, from millimetres below the upper left corner to points above the lower left one."""

    def __init__(self, canvas: Canvas, fonts: Fonts, images: Path) -> None:
        self.canvas, self.fonts, self.images = canvas, fonts, images
        self.height = 0.0
        self.left = 0.0

    def start(self, width_mm: float, height_mm: float, left_mm: float = 0.0) -> None:
        """Begin a page; marks are drawn ``left_mm`` in from its left and its upper edge."""
        self.canvas.setPageSize((width_mm * mm, height_mm * mm))
        self.height, self.left = height_mm, left_mm

    def at(self, x: float, y: float) -> tuple[float, float]:
        """Return a place in points."""
        return (x + self.left) * mm, (self.height - self.left - y) * mm

    def draw(self, mark: Mark) -> None:
        """Draw one mark."""
        if isinstance(mark, Box):
            self._box(mark)
        elif isinstance(mark, Words):
            self._words(mark)
        elif isinstance(mark, Photo):
            self._photo(mark)
        else:
            self._code(mark)

    def line(self, x1: float, y1: float, x2: float, y2: float) -> None:
        """Draw a cut mark: a hairline on every plate."""
        self.canvas.setStrokeColor(CMYKColor(1, 1, 1, 1))
        self.canvas.setLineWidth(0.25)
        self.canvas.line(*self.at(x1, y1), *self.at(x2, y2))

    def _box(self, box: Box) -> None:
        x, y = self.at(box.x, box.y + box.height)
        self.canvas.setFillColor(HexColor(box.colour))
        self.canvas.rect(x, y, box.width * mm, box.height * mm, stroke=0, fill=1)

    def _words(self, words: Words) -> None:
        face = self.fonts.face(words.serif)
        scale = words.size * mm / face.units
        advance = sum(face.glyphs[name].width for name in _names(face, words.text)) * scale
        x, y = self.at(words.x, words.y)
        x -= {"start": 0.0, "middle": advance / 2, "end": advance}[words.anchor]
        path = self.canvas.beginPath()
        for name in _names(face, words.text):
            face.glyphs[name].draw(_OutlinePen(face.glyphs, path, x, y, scale))
            x += face.glyphs[name].width * scale
        self.canvas.setFillColor(HexColor(words.colour))
        self.canvas.drawPath(path, stroke=0, fill=1, fillMode=_FILL_NON_ZERO)

    def _photo(self, photo: Photo) -> None:
        x, y = self.at(photo.x, photo.y + photo.height)
        picture = ImageReader(BytesIO(cropped(self.images, photo)))
        self.canvas.drawImage(picture, x, y, photo.width * mm, photo.height * mm)

    def _code(self, code: Code) -> None:
        path = self.canvas.beginPath()
        for x, y, width, height in module_runs(code):
            left, bottom = self.at(x, y + height)
            path.rect(left, bottom, width * mm, height * mm)
        self.canvas.setFillColor(_BLACK)
        self.canvas.drawPath(path, stroke=0, fill=1, fillMode=_FILL_NON_ZERO)


class _OutlinePen(BasePen):  # type: ignore[misc]
    """Appends a glyph's outline to a path; quadratic curves arrive as cubic ones from the base class."""

    def __init__(self, glyphs: Any, path: Any, x: float, y: float, scale: float) -> None:
        super().__init__(glyphs)
        self.path, self.x, self.y, self.scale = path, x, y, scale

    def _to(self, point: tuple[float, float]) -> tuple[float, float]:
        return self.x + point[0] * self.scale, self.y + point[1] * self.scale

    def _moveTo(self, point: tuple[float, float]) -> None:
        self.path.moveTo(*self._to(point))

    def _lineTo(self, point: tuple[float, float]) -> None:
        self.path.lineTo(*self._to(point))

    def _curveToOne(self, *points: tuple[float, float]) -> None:
        self.path.curveTo(*(value for point in points for value in self._to(point)))

    def _closePath(self) -> None:
        self.path.close()


def _names(face: Face, text: str) -> list[str]:
    return [face.names.get(ord(char), ".notdef") for char in text]


def _single(pen: _Pen, sheet: Sheet) -> None:
    form = sheet.format
    pen.start(form.width_mm + 2 * _MARGIN_MM, form.height_mm + 2 * _MARGIN_MM, _MARGIN_MM)
    _boxes(pen.canvas, form.width_mm, form.height_mm)
    pen.canvas.saveState()
    _clip(pen, -BLEED_MM, -BLEED_MM, form.width_mm + 2 * BLEED_MM, form.height_mm + 2 * BLEED_MM)
    for mark in sheet.marks:
        pen.draw(mark)
    pen.canvas.restoreState()
    for x1, y1, x2, y2 in _corner_marks(form.width_mm, form.height_mm):
        pen.line(x1, y1, x2, y2)
    pen.canvas.showPage()


def _full_page(pen: _Pen, sheets: Sequence[Sheet]) -> None:
    form = sheets[0].format
    pen.start(*PAGE_MM)
    for sheet, (x, y) in zip(sheets, places(form), strict=False):
        pen.canvas.saveState()
        _clip(pen, x, y, form.width_mm, form.height_mm)
        for mark in sheet.marks:
            pen.draw(moved(mark, x, y))
        pen.canvas.restoreState()
    for x1, y1, x2, y2 in cut_lines(form):
        pen.line(x1, y1, x2, y2)
    pen.canvas.showPage()


def _clip(pen: _Pen, x: float, y: float, width: float, height: float) -> None:
    path = pen.canvas.beginPath()
    path.rect(*pen.at(x, y + height), width * mm, height * mm)
    pen.canvas.clipPath(path, stroke=0, fill=0)


def _boxes(canvas: Canvas, width: float, height: float) -> None:
    """Tell the print shop's software where the cut and the bleed are."""
    for name, out in (("trim", 0.0), ("bleed", BLEED_MM)):
        low, right, top = (
            (_MARGIN_MM - out) * mm,
            (_MARGIN_MM + width + out) * mm,
            (_MARGIN_MM + height + out) * mm,
        )
        getattr(canvas, f"set{name.title()}Box")((low, low, right, top))


def _corner_marks(width: float, height: float) -> Sequence[tuple[float, float, float, float]]:
    near, far = BLEED_MM + 0.5, BLEED_MM + 0.5 + _MARK_MM
    rows = [(x + sign * near, y, x + sign * far, y) for x, sign in ((0, -1), (width, 1)) for y in (0, height)]
    columns = [(x, y + sign * near, x, y + sign * far) for y, sign in ((0, -1), (height, 1)) for x in (0, width)]
    return [*rows, *columns]
