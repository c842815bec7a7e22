"""A QR code for the terminal, so that the phone opens what the computer just served."""

from itertools import zip_longest

from plugins.qr_codes.code import QUIET_ZONE, make_code

# Black and white are named, not left to the terminal's theme: a code must be dark on light everywhere.
_INK_ON_PAPER = "\x1b[38;5;16;48;5;231m"
_RESET = "\x1b[0m"
_HALVES = {(0, 0): " ", (1, 0): "▀", (0, 1): "▄", (1, 1): "█"}


def render_terminal(url: str) -> str:
    """Return lines of half blocks, two modules to a character, dark on light whatever the terminal's colours.

    Raises:
        UsageProblem: the address cannot be a QR code.
    """
    rows = [list(map(int, row)) for row in make_code(url).matrix_iter(border=QUIET_ZONE)]
    blank = [0] * len(rows[0])
    pairs = zip_longest(rows[::2], rows[1::2], fillvalue=blank)
    return "\n".join(f"{_INK_ON_PAPER}{_line(upper, lower)}{_RESET}" for upper, lower in pairs)


def _line(upper: list[int], lower: list[int]) -> str:
    return "".join(_HALVES[pair] for pair in zip(upper, lower, strict=True))
