"""Makes variants of pictures, once for each content: the cache is keyed by the bytes of the original."""

import json
import logging
from collections.abc import Callable, Iterable
from pathlib import Path

from plugins.images.job import INFO, Job, Made
from plugins.images.model import EXTENSIONS, OTHER_EXTENSIONS, Picture
from plugins.images.settings import PictureSettings, read_settings
from plugins.shared.errors import Problem
from plugins.shared.files import digest, write_if_changed
from plugins.shared.language import say

RECIPE = 2
"""Raise it when the way variants are made changes; older ones are then made anew."""

_THUMB_PX = 64

logger = logging.getLogger(__name__)


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
    made: dict[Path, Made] = {}
    for job, result in zip(unique, _results(unique, workers), strict=True):
        on_made(job.name, len(unique))
        made[job.folder] = result
        if result.kind and result.kind != EXTENSIONS[job.path.suffix.lower()]:
            logger.warning("images/%s: %s", job.name, _misnamed(result.kind))
    problems += [Problem(f"images/{job.name}", 1, made[job.folder].flaw) for job in new if made[job.folder].flaw]
    found = ((job.name, _cached(job, settings)) for job in jobs)
    return {name: picture for name, picture in found if picture}, problems + _unused(folder)


def _results(jobs: list[Job], workers: int) -> Iterable[Made]:
    if not jobs:
        return ()
    from plugins.images.making import lost, make  # the imaging library takes long to load
    from plugins.images.workers import run_in_workers

    return run_in_workers(make, jobs, lost, workers)


def picture_problems(folder: Path) -> list[Problem]:
    """Return what is wrong with the originals below ``folder``, without making anything of them."""
    flaws = ((path, flaw_of(path)) for path in _originals(folder))
    found = [Problem(f"images/{path.relative_to(folder).as_posix()}", 1, flaw) for path, flaw in flaws if flaw]
    return found + read_settings(folder)[1] + _unused(folder)


def flaw_of(path: Path) -> str:
    """Return what is wrong with one picture file, empty when it can be used."""
    from plugins.images.opening import PictureFlaw, open_picture

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


def _job(folder: Path, cache: Path, path: Path, whole_digest: str, avif: bool) -> Job:
    return Job(path, _folder(cache, whole_digest[:32], avif), path.relative_to(folder).as_posix(), avif)


def _cached(job: Job, settings: PictureSettings) -> Picture | None:
    try:
        info = json.loads((job.folder / INFO).read_text(encoding="ascii"))
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


def _misnamed(kind: str) -> str:
    return say(f"其实是 {kind}，已照样使用；建议改名。", f"it really is {kind}; used all the same, better rename it.")
