"""Makes variants of pictures, once for each content: the cache is keyed by the bytes of the original."""

import json
import logging
import os
import shutil
from collections.abc import Callable, Iterable
from dataclasses import dataclass
from pathlib import Path

from PIL import Image

from plugins.images.model import WIDTHS_PX, Picture
from plugins.images.opening import EXTENSIONS, OTHER_EXTENSIONS, PictureFlaw, main_colour, open_picture
from plugins.images.settings import PictureSettings, read_settings
from plugins.images.workers import run_in_workers
from plugins.shared.errors import Problem
from plugins.shared.files import digest, write_if_changed
from plugins.shared.language import say

RECIPE = 2
"""Raise it when the way variants are made changes; older ones are then made anew."""

_WEBP = {"quality": 62, "method": 4}
_JPEG = {"quality": 72, "optimize": True, "progressive": True}
_AVIF = {"quality": 50, "speed": 6}
_INFO = "info.json"
_ENOUGH_PX = WIDTHS_PX[-1] * 2
_THUMB_PX = 64

logger = logging.getLogger(__name__)


@dataclass(frozen=True)
class _Job:
    """A picture to make: the original, the folder of its variants in the cache, its name, and whether as AVIF too."""

    path: Path
    folder: Path
    name: str
    avif: bool


@dataclass(frozen=True)
class _Made:
    """What came of a job: ``flaw`` says why nothing did, ``kind`` is the format that the file really has."""

    flaw: str = ""
    kind: str = ""


def make_variants(
    folder: Path,
    cache: Path,
    on_made: Callable[[str, int], None] = lambda path, total: None,
    digest_of: Callable[[Path], str] = lambda path: digest(path.read_bytes()),
    workers: int = 0,
) -> tuple[dict[str, Picture], list[Problem]]:
    """Return every usable picture below ``folder``; those that the cache lacks are made in worker processes.

    ``digest_of`` gives the SHA-256 of a file's bytes; it may know it without reading.
    """
    settings, problems = read_settings(folder)
    jobs = [_job(folder, cache, path, digest_of(path), settings.avif) for path in _originals(folder)]
    new = [job for job in jobs if _cached(job, settings) is None]
    unique = list({job.folder: job for job in new}.values())  # the same bytes under two names are made once
    made: dict[Path, _Made] = {}
    for job, result in zip(unique, run_in_workers(_make, unique, _lost, workers), strict=True):
        on_made(job.name, len(unique))
        made[job.folder] = result
        if result.kind and result.kind != EXTENSIONS[job.path.suffix.lower()]:
            logger.warning("images/%s: %s", job.name, _misnamed(result.kind))
    problems += [Problem(f"images/{job.name}", 1, made[job.folder].flaw) for job in new if made[job.folder].flaw]
    found = ((job.name, _cached(job, settings)) for job in jobs)
    return {name: picture for name, picture in found if picture}, problems + _unused(folder)


def picture_problems(folder: Path) -> list[Problem]:
    """Return what is wrong with the originals below ``folder``, without making anything of them."""
    flaws = ((path, flaw_of(path)) for path in _originals(folder))
    found = [Problem(f"images/{path.relative_to(folder).as_posix()}", 1, flaw) for path, flaw in flaws if flaw]
    return found + read_settings(folder)[1] + _unused(folder)


def flaw_of(path: Path) -> str:
    """Return what is wrong with one picture file, empty when it can be used."""
    try:
        open_picture(path, _THUMB_PX)
    except PictureFlaw as flaw:
        return str(flaw)
    return ""


def publish_variants(
    pictures: Iterable[Picture], cache: Path, output: Path, is_as_left: Callable[[str], bool] = lambda name: True
) -> list[str]:
    """Have every variant below ``output`` and return their paths there; what is there already is not read.

    ``is_as_left`` tells of a file in output/ whether it is as it was written.
    """
    names = []
    for picture in pictures:
        for width in picture.widths_px:
            for extension in picture.formats:
                name = picture.file_name(width, extension)
                names.append(name)
                if not ((output / name).exists() and is_as_left(name)):  # the name carries the content's digest
                    write_if_changed(output / name, variant_file(picture, cache, width, extension).read_bytes())
    return names


def variant_file(picture: Picture, cache: Path, width_px: int, extension: str) -> Path:
    """Return where the cache has one variant of a picture."""
    return _folder(cache, picture.key, picture.avif) / f"{width_px}.{extension}"


def _folder(cache: Path, key: str, avif: bool) -> Path:
    return cache / f"{key}-{RECIPE}{'a' if avif else ''}"


def _job(folder: Path, cache: Path, path: Path, whole_digest: str, avif: bool) -> _Job:
    return _Job(path, _folder(cache, whole_digest[:32], avif), path.relative_to(folder).as_posix(), avif)


def _cached(job: _Job, settings: PictureSettings) -> Picture | None:
    try:
        info = json.loads((job.folder / _INFO).read_text(encoding="ascii"))
    except (FileNotFoundError, ValueError):
        return None
    key = job.folder.name.rsplit("-", 1)[0]
    focus = settings.focus.get(job.name, "")
    return Picture(job.name, info["width"], info["height"], key, info["colour"], focus, job.avif)


def _originals(folder: Path) -> list[Path]:
    return sorted(path for path in folder.rglob("*") if path.suffix.lower() in EXTENSIONS and path.is_file())


def _unused(folder: Path) -> list[Problem]:
    """Return a problem for every picture of a kind that no page would show."""
    hint = say("这种图片用不了，请导出成 JPEG。", "pictures of this kind are not used. Export it as JPEG.")
    others = sorted(path for path in folder.rglob("*") if path.suffix.lower() in OTHER_EXTENSIONS and path.is_file())
    return [Problem(f"images/{path.relative_to(folder).as_posix()}", 1, hint) for path in others]


def _make(job: _Job) -> _Made:
    try:
        picture, kind = open_picture(job.path, _ENOUGH_PX)
    except PictureFlaw as flaw:
        return _Made(flaw=str(flaw))
    new = job.folder.with_name(f"{job.folder.name}.{os.getpid()}")
    new.mkdir(parents=True, exist_ok=True)
    info = {"width": picture.width, "height": picture.height, "colour": main_colour(picture)}
    _write_variants(picture, new, job.avif)
    write_if_changed(new / _INFO, json.dumps(info, sort_keys=True).encode("ascii"))
    try:
        new.rename(job.folder)
    except OSError:  # another build has made the same picture meanwhile
        shutil.rmtree(new)
    return _Made(kind=kind)


def _lost(job: _Job) -> _Made:
    return _Made(say("处理它时程序被系统终止，请换一张。", "it killed the process that opened it. Use another."))


def _misnamed(kind: str) -> str:
    return say(f"其实是 {kind}，已照样使用；建议改名。", f"it really is {kind}; used all the same, better rename it.")


def _write_variants(picture: Image.Image, folder: Path, avif: bool) -> None:
    widths = [width for width in WIDTHS_PX if width <= picture.width] or [picture.width]
    for width in reversed(widths):  # each from the next larger one: a fraction of the work, no visible loss
        height = max(1, round(picture.height * width / picture.width))
        picture = picture.resize((width, height), Image.Resampling.LANCZOS)
        picture.save(folder / f"{width}.webp", "WEBP", **_WEBP)
        picture.save(folder / f"{width}.jpg", "JPEG", **_JPEG)
        if avif:
            picture.save(folder / f"{width}.avif", "AVIF", **_AVIF)
