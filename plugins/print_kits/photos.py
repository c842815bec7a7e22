"""Pictures of content/images/ cut to the rectangle they fill."""

from io import BytesIO
from pathlib import Path

from PIL import Image, ImageOps

from plugins.print_kits.drawing import Photo

_DOTS_PER_MM = 150 / 25.4
_MOST_PX = 2400
_MIDDLE = (0.5, 0.64)
"""What a cut keeps: pictures of things show them below their middle."""


def cropped(images: Path, photo: Photo, dots_per_mm: float = _DOTS_PER_MM) -> bytes:
    """Return a picture as JPEG, cut to the photo's shape, no larger than it is worth in print."""
    scale = min(dots_per_mm, _MOST_PX / max(photo.width, photo.height))
    size = (max(1, round(photo.width * scale)), max(1, round(photo.height * scale)))
    with Image.open(images / photo.name) as picture:
        picture.draft("RGB", (size[0] * 2, size[1] * 2))
        upright = ImageOps.exif_transpose(picture).convert("RGB")
    target = BytesIO()
    ImageOps.fit(upright, size, Image.Resampling.LANCZOS, centering=_MIDDLE).save(target, "JPEG", quality=86)
    return target.getvalue()
