"""A code's dark modules as rectangles on paper."""

from collections.abc import Iterator

from plugins.print_kits.drawing import Code
from plugins.qr_codes.code import make_code


def module_runs(code: Code) -> Iterator[tuple[float, float, float, float]]:
    """Yield x, y, width, height in mm of every horizontal run of dark modules."""
    rows = [list(row) for row in make_code(code.url, "h").matrix]
    module = code.side / len(rows)
    for number, row in enumerate(rows):
        start = None
        for place, dark in enumerate([*row, 0]):
            if dark and start is None:
                start = place
            elif not dark and start is not None:
                yield code.x + start * module, code.y + number * module, (place - start) * module, module
                start = None
