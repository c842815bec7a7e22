"""Makes variants of pictures, once for each content: the cache is keyed by the bytes of the original."""

import json
import os
import shutil
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import ProcessPoolExecutor
from pathlib import Path

from PIL import Image, ImageOps, UnidentifiedImageError

from plugins.images.model import FORMATS, WIDTHS_PX, Picture
from plugins.shared.errors import Problem
from plugins.shared.files import digest, write_if_changed
from plugins.shared.language import say

RECIPE = 1
"""Raise it when the way variants are made changes; older ones are then made anew."""

_EXTENSIONS = {".jpg", ".jpeg", ".png", ".webp"}
_MAX_PIXELS = 60_000_000
_WEBP = {"quality": 62, "method": 4}
_JPEG = {"quality": 72, "optimize": True, "progressive": True}
_INFO = "info.json"

Made = tuple[Picture | None, Problem | None]


def make_variants(
    folder: Path,
    cache: Path,
    on_made: Callable[[str, int], None] = lambda path, total: None,
    digest_of: Callable[[Path], str] = lambda path: digest(path.read_bytes()),
) -> tuple[dict[str, Picture], list[Problem]]:
    """Return every usable picture below ``folder``; those that the cache lacks are made in worker processes.

    ``digest_of`` gives the SHA-256 of a file's bytes; it may know it without reading.
    """
    originals = _originals(folder)
    known: dict[str, Made] = {}
    new: list[tuple[Path, Path, str]] = []
    for path in originals:
        name = path.relative_to(folder).as_posix()
        job = (path, cache / f"{digest_of(path)[:32]}-{RECIPE}", name)
        info = _cached(job)
        if info is None:
            new.append(job)
        else:
            known[name] = (info, None)
    for name, made in zip((job[2] for job in new), _in_workers(new), strict=True):
        on_made(name, len(new))
        known[name] = made
    pictures = {name: picture for name, (picture, _) in sorted(known.items()) if picture}
    return pictures, [problem for _, problem in known.values() if problem]


def picture_problems(folder: Path) -> list[Problem]:
    """Return what is wrong with the originals below ``folder``, without making anything of them."""
    found = []
    for path in _originals(folder):
        picture = _open(path, path.relative_to(folder).as_posix(), (64, 64))
        found += [picture] if isinstance(picture, Problem) else []
    return found


def flaw_of(path: Path) -> str:
    """Return what is wrong with one picture file, empty when it can be used."""
    picture = _open(path, path.name, (64, 64))
    return picture.message if isinstance(picture, Problem) else ""


def publish_variants(
    pictures: Iterable[Picture], cache: Path, output: Path, is_as_left: Callable[[str], bool] = lambda name: True
) -> list[str]:
    """Have every variant below ``output`` and return their paths there; what is there already is not read.

    ``is_as_left`` tells of a file in output/ whether it is as it was written.
    """
    names = []
    for picture in pictures:
        source = cache / f"{picture.key}-{RECIPE}"
        for width in picture.widths_px:
            for extension in FORMATS:
                name = picture.url(width, extension).lstrip("/")
                names.append(name)
                if not ((output / name).exists() and is_as_left(name)):  # the name carries the content's digest
                    write_if_changed(output / name, (source / f"{width}.{extension}").read_bytes())
    return names


def _in_workers(jobs: list[tuple[Path, Path, str]]) -> Iterator[Made]:
    if len(jobs) < 3:
        yield from map(_make, jobs)
        return
    with ProcessPoolExecutor(min(len(jobs), os.cpu_count() or 1)) as pool:
        yield from pool.map(_make, jobs)


def _cached(job: tuple[Path, Path, str]) -> Picture | None:
    _, folder, name = job
    try:
        info = json.loads((folder / _INFO).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None
    key = folder.name.rsplit("-", 1)[0]
    return Picture(name, info["width"], info["height"], key, info["colour"])


def _originals(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in _EXTENSIONS and path.is_file())


def _open(path: Path, name: str, size: tuple[int, int]) -> Image.Image | Problem:
    """Return a picture upright and on white, at least ``size`` pixels where the format can shrink while it reads."""
    too_large = say("像素太多，请先缩小到 6000 万像素以内。", "Too many pixels; shrink it below 60 megapixels.")
    try:
        with Image.open(path) as original:
            if original.width * original.height > _MAX_PIXELS:
                return Problem(f"images/{name}", 1, f"{original.width}x{original.height} px. {too_large}")
            original.draft("RGB", size)
            return _on_white(ImageOps.exif_transpose(original))
    except Image.DecompressionBombError:
        return Problem(f"images/{name}", 1, too_large)
    except (UnidentifiedImageError, OSError, ValueError) as error:
        hint = say("这不是能打开的图片，请重新导出。", "this is not a picture that can be opened. Export it again.")
        return Problem(f"images/{name}", 1, f"{hint} ({type(error).__name__})")


def _make(job: tuple[Path, Path, str]) -> Made:
    path, folder, name = job
    picture = _open(path, name, (WIDTHS_PX[-1] * 2, WIDTHS_PX[-1] * 2))
    if isinstance(picture, Problem):
        return None, picture
    new = folder.with_name(f"{folder.name}.{os.getpid()}")
    new.mkdir(parents=True, exist_ok=True)
    _write_variants(picture, new)
    red, green, blue = picture.resize((1, 1), Image.Resampling.BOX).getpixel((0, 0))  # type: ignore[misc]
    info = {"width": picture.width, "height": picture.height, "colour": f"#{red:02x}{green:02x}{blue:02x}"}
    write_if_changed(new / _INFO, json.dumps(info, sort_keys=True).encode("ascii"))
    try:
        new.rename(folder)
    except OSError:  # another build has made the same picture meanwhile
        shutil.rmtree(new)
    return _cached(job), None


def _on_white(picture: Image.Image) -> Image.Image:
    if not picture.has_transparency_data:
        return picture.convert("RGB")
    plate = Image.new("RGBA", picture.size, "white")
    return Image.alpha_composite(plate, picture.convert("RGBA")).convert("RGB")


def _write_variants(picture: Image.Image, folder: Path) -> None:
    widths = [width for width in WIDTHS_PX if width <= picture.width] or [picture.width]
    for width in reversed(widths):  # each from the next larger one: a fraction of the work, no visible loss
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        picture.save(folder / f"{width}.webp", "WEBP", **_WEBP)
        picture.save(folder / f"{width}.jpg", "JPEG", **_JPEG)
