"""A QR code as a picture file."""

from io import BytesIO
from pathlib import Path

from plugins.qr_codes.code import QUIET_ZONE, Level, make_code
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import say


def write_png(url: str, path: Path, scale: int = 8) -> None:
    """Write the code of an address as PNG, black on white, ``scale`` pixels to a module; equal input, equal bytes.

    Raises:
        UsageProblem: the address cannot be a QR code, or the scale is not 1..100.
    """
    if not 1 <= scale <= 100:
        text = f"scale 要在 1 到 100 之间，这里是 {scale}。", f"scale must be 1 to 100, not {scale}."
        raise UsageProblem(say(*text))
    write_atomic(path, png_bytes(url, scale))


def png_bytes(url: str, scale: int = 8, level: Level = "m") -> bytes:
    """Return the code of an address as PNG. Raises UsageProblem when the address cannot be a QR code."""
    picture = BytesIO()
    make_code(url, level).save(picture, kind="png", scale=scale, border=QUIET_ZONE)
    return picture.getvalue()


def svg_bytes(url: str, level: Level = "h") -> bytes:
    """Return the code of an address as SVG, one unit to a module, on white. Raises UsageProblem as the PNG does."""
    picture = BytesIO()
    make_code(url, level).save(picture, kind="svg", border=QUIET_ZONE, light="#fff", xmldecl=False, nl=False)
    return picture.getvalue()
