"""Small things side by side on an A4 page, with lines to cut along."""

from collections.abc import Iterator

from plugins.print_kits.formats import Format

PAGE_MM = (210.0, 297.0)
_EDGE_MM = 7.0
_GAP_MM = 4.0


def places(form: Format) -> list[tuple[float, float]]:
    """Return the upper left corners in mm of as many as fit on an A4 page, centred."""
    columns, rows = (_count(page, size) for page, size in zip(PAGE_MM, (form.width_mm, form.height_mm), strict=True))
    left = (PAGE_MM[0] - columns * form.width_mm - (columns - 1) * _GAP_MM) / 2
    top = (PAGE_MM[1] - rows * form.height_mm - (rows - 1) * _GAP_MM) / 2
    step_x, step_y = form.width_mm + _GAP_MM, form.height_mm + _GAP_MM
    return [(left + column * step_x, top + row * step_y) for row in range(rows) for column in range(columns)]


def cut_lines(form: Format) -> Iterator[tuple[float, float, float, float]]:
    """Yield x1, y1, x2, y2 of a short line at each corner, outside of every piece."""
    near, far = 0.4, 1.8
    for x, y in places(form):
        for edge_x, out_x in ((x, -1), (x + form.width_mm, 1)):
            for edge_y, out_y in ((y, -1), (y + form.height_mm, 1)):
                yield edge_x + out_x * near, edge_y, edge_x + out_x * far, edge_y
                yield edge_x, edge_y + out_y * near, edge_x, edge_y + out_y * far


def _count(page: float, size: float) -> int:
    return max(1, int((page - 2 * _EDGE_MM + _GAP_MM) // (size + _GAP_MM)))
