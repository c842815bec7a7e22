"""A QR code as the picture that showqrcode serves."""

import io

import segno
from PIL import Image

SIDE_PX, QUIET_MODULES = 430, 4


def draw_qr(text: str) -> bytes:
    """Return a JPEG of 430 by 430 pixels, as WeChat's are."""
    code = segno.make(text, error="m", micro=False)
    rows = [list(row) for row in code.matrix_iter(scale=1, border=QUIET_MODULES)]
    picture = Image.new("L", (len(rows[0]), len(rows)))
    picture.putdata([0 if dark else 255 for row in rows for dark in row])
    data = io.BytesIO()
    picture.resize((SIDE_PX, SIDE_PX), Image.Resampling.NEAREST).save(data, "JPEG", quality=92)
    return data.getvalue()
