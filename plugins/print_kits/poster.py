"""A sheet as a JPEG to send in chats."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageDraw, ImageFont

from plugins.print_kits.drawing import Box, Code, Photo, Sheet, Words
from plugins.print_kits.fonts import Fonts
from plugins.print_kits.photos import cropped
from plugins.qr_codes.code import make_code

_ANCHORS = {"start": "ls", "middle": "ms", "end": "rs"}


def render_poster(sheet: Sheet, fonts: Fonts, images: Path, width_px: int) -> bytes:
    """Return the sheet at its cut size as JPEG, ``width_px`` wide; a module is a whole number of pixels."""
    scale = width_px / sheet.format.width_mm
    picture = Image.new("RGB", (width_px, round(sheet.format.height_mm * scale)), "#ffffff")
    draw = ImageDraw.Draw(picture)
    for mark in sheet.marks:
        if isinstance(mark, Box):
            corners = [value * scale for value in (mark.x, mark.y, mark.x + mark.width, mark.y + mark.height)]
            draw.rectangle(tuple(round(value) for value in corners), fill=mark.colour)
        elif isinstance(mark, Words):
            face = fonts.face(mark.serif)
            font = ImageFont.truetype(str(face.path), max(8, round(mark.size * scale)), index=face.index)
            draw.text((mark.x * scale, mark.y * scale), mark.text, mark.colour, font, _ANCHORS[mark.anchor])
        elif isinstance(mark, Photo):
            with Image.open(BytesIO(cropped(images, mark, scale))) as photo:
                wide, high = round(mark.width * scale), round(mark.height * scale)
                picture.paste(photo.resize((wide, high)), (round(mark.x * scale), round(mark.y * scale)))
        else:
            _paste_code(picture, mark, scale)
    target = BytesIO()
    picture.save(target, "JPEG", quality=90, subsampling=0)
    return target.getvalue()


def _paste_code(picture: Image.Image, code: Code, scale: float) -> None:
    """Paste a code of whole pixels in the middle of its place."""
    rows = [bytes(255 * (1 - dark) for dark in row) for row in make_code(code.url, "h").matrix]
    module = max(1, int(code.side * scale / len(rows)))
    small = Image.frombytes("L", (len(rows), len(rows)), b"".join(rows))
    side = module * len(rows)
    spare = (code.side * scale - side) / 2
    sized = small.resize((side, side), Image.Resampling.NEAREST)
    picture.paste(sized, (round(code.x * scale + spare), round(code.y * scale + spare)))
