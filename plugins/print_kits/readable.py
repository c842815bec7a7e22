"""Whether a phone can read a code from where people stand, decided before anything is printed."""

from plugins.print_kits.drawing import Code, Sheet
from plugins.print_kits.formats import CSS_PX_PER_POSTER, LEAST_CODE_CSS_PX, POSTER, Format
from plugins.qr_codes.code import modules_of
from plugins.shared.errors import WeizhanError
from plugins.shared.language import say

SIDE_PER_DISTANCE = 1 / 10
"""Rule of thumb: a code is read from ten times its side."""
LEAST_MODULE_MM = 0.4
"""What offset and office printers keep apart, with ink that spreads."""
MODULE_PER_DISTANCE = 1 / 500
"""2 mm a module for each metre: an ordinary phone camera then has about six pixels for it."""


class CodeTooSmall(WeizhanError):
    """A code could not be read from the distance it is meant for."""


def check_readable(sheet: Sheet, distance_mm: float | None = None) -> None:
    """Refuse a sheet whose code is too small for its distance, or for ``distance_mm`` where that is given.

    Raises:
        CodeTooSmall: with what would help.
    """
    for code in sheet.codes:
        if sheet.format is POSTER:
            _check_on_screen(sheet.format, code)
        else:
            _check_printed(sheet.format, code, distance_mm or sheet.format.distance_mm)


def needed_side_mm(modules: int, distance_mm: float) -> float:
    """Return the least side of a code of so many modules, read from a distance."""
    module = max(LEAST_MODULE_MM, distance_mm * MODULE_PER_DISTANCE)
    return max(distance_mm * SIDE_PER_DISTANCE, module * modules)


def _check_printed(form: Format, code: Code, distance_mm: float) -> None:
    modules = modules_of(code.url)
    needed = needed_side_mm(modules, distance_mm)
    if code.side >= needed:
        return
    raise CodeTooSmall(
        say(
            f"{form.title}上的码边长 {code.side:.0f} mm，从 {distance_mm / 10:.0f} cm 外扫"
            f"至少要 {needed:.0f} mm（{modules} 格）。"
            "请换大一号的物料，写近一点的 --distance，或把网址缩短。",
            f"the code on the {form.title} is {code.side:.0f} mm wide; read from {distance_mm / 10:.0f} cm it needs "
            f"{needed:.0f} mm ({modules} modules). Use a larger sheet, a nearer --distance, or a shorter address.",
        )
    )


def _check_on_screen(form: Format, code: Code) -> None:
    shown = code.side / form.width_mm * CSS_PX_PER_POSTER
    if shown < LEAST_CODE_CSS_PX:
        raise CodeTooSmall(
            say("聊天海报上的码太小，长按识别不了。", "the code on the poster is too small to be read by a long press.")
        )
