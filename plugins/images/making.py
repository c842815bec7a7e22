"""Variants made of an original, in the folder that the cache has for them."""

import json
import os
import shutil
from pathlib import Path

from PIL import Image

from plugins.images.job import INFO, Job, Made
from plugins.images.model import WIDTHS_PX
from plugins.images.opening import PictureFlaw, main_colour, open_picture
from plugins.shared.files import write_if_changed
from plugins.shared.language import say

_WEBP = {"quality": 62, "method": 4}
_JPEG = {"quality": 72, "optimize": True, "progressive": True}
_AVIF = {"quality": 50, "speed": 6}
_ENOUGH_PX = WIDTHS_PX[-1] * 2


def make(job: Job) -> Made:
    """Make the variants of one picture, all or none."""
    try:
        picture, kind = open_picture(job.path, _ENOUGH_PX)
    except PictureFlaw as flaw:
        return Made(flaw=str(flaw))
    new = job.folder.with_name(f"{job.folder.name}.{os.getpid()}")
    new.mkdir(parents=True, exist_ok=True)
    info = {"width": picture.width, "height": picture.height, "colour": main_colour(picture)}
    _write_variants(picture, new, job.avif)
    write_if_changed(new / INFO, json.dumps(info, sort_keys=True).encode("ascii"))
    try:
        new.rename(job.folder)
    except OSError:  # another build has made the same picture meanwhile
        shutil.rmtree(new)
    return Made(kind=kind)


def lost(job: Job) -> Made:
    """Return what there is to say of a picture whose process died."""
    return Made(say("处理它时程序被系统终止，请换一张。", "it killed the process that opened it. Use another."))


def _write_variants(picture: Image.Image, folder: Path, avif: bool) -> None:
    widths = [width for width in WIDTHS_PX if width <= picture.width] or [picture.width]
    for width in reversed(widths):  # each from the next larger one: a fraction of the work, no visible loss
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        picture.save(folder / f"{width}.webp", "WEBP", **_WEBP)
        picture.save(folder / f"{width}.jpg", "JPEG", **_JPEG)
        if avif:
            picture.save(folder / f"{width}.avif", "AVIF", **_AVIF)
