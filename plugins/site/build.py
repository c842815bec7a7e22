"""Building the site: Pelican, run as its own command would run it."""

import gc
import json
import time
from collections.abc import Iterator
from contextlib import contextmanager
from datetime import datetime
from pathlib import Path
from typing import TYPE_CHECKING, NamedTuple

from plugins.shared.clock import build_time
from plugins.shared.errors import WeizhanError
from plugins.shared.language import say

if TYPE_CHECKING:
    from plugins.fast_build.front import Look

SETTINGS = "pelicanconf.py"
PREVIEW = "output-preview"
ENGLISH = "en"
"""The folder of the English pages below the output."""


class BuildFailed(WeizhanError):
    """The site could not be built; the reason was printed or is the message."""


class Built(NamedTuple):
    """What a build left behind: how many pages, in how many seconds."""

    pages: int
    seconds: float
    folder: str = "output"

    def __str__(self) -> str:
        return say(
            f"{self.folder}/ 里有 {self.pages} 页，用时 {self.seconds:.1f} 秒",
            f"{self.pages} pages in {self.folder}/, {self.seconds:.1f} s",
        )


def build_preview(root: Path, at: str, content: Path | None = None, output: Path | None = None) -> Built:
    """Build the site as it will be at a moment, into output-preview/: it must not be deployed by accident.

    Raises:
        UsageProblem: ``at`` is no moment.
        BuildFailed: as ``build_site``.
    """
    from plugins.site.moment import parse_at

    start = time.monotonic()
    folder = output or root / PREVIEW
    with _without_collection():
        _run_pelican(root, content or root / "content", folder, parse_at(at))
    return Built(sum(1 for _ in folder.rglob("*.html")), time.monotonic() - start, folder.name)


def build_site(root: Path, content: Path | None = None, output: Path | None = None) -> Built:
    """Do what ``pelican content -s pelicanconf.py --fatal errors`` does, byte for byte.

    Raises:
        BuildFailed: content problems, with all of them in the message, or an error that Pelican has logged.
    """
    start = time.monotonic()
    content, output = content or root / "content", output or root / "output"
    with _without_collection():
        pages = _bring_up_to_date(root, content, output)
        if _in_english(content):
            pages += _bring_up_to_date(root, content, output / ENGLISH, "en")
        elif (output / ENGLISH).is_dir():
            _remove_english(root, output / ENGLISH)
    return Built(pages, time.monotonic() - start)


@contextmanager
def _without_collection() -> Iterator[None]:
    """A build makes much and drops little; Python would look through all of it for garbage again and again."""
    collects = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if collects:
            gc.enable()


def _in_english(content: Path) -> bool:
    """Tell whether a shop that was built has English pages too; its facts are read only where they may say so."""
    if b"languages" not in (content / "shop.yaml").read_bytes():
        return False
    from plugins.site.reader import read_shop

    shop, _ = read_shop(content)
    return shop is not None and shop.in_english


def _remove_english(root: Path, output: Path) -> None:
    """Remove what an earlier build wrote in English."""
    from plugins.site.stale import remove_stale

    remove_stale(output, (), root / ".cache")
    if not any(output.iterdir()):
        output.rmdir()


def _bring_up_to_date(root: Path, content: Path, output: Path, language: str = "") -> int:
    """Do no more than is needed; return how many pages the site has."""
    from plugins.fast_build.front import look, sign

    now = build_time()
    last = look(root, content, output, now)
    if last and not last.changed:
        last.settle()
        return last.pages
    if last and not language and _touch_up(last, root, content, output, now):
        return last.pages
    last = None
    _run_pelican(root, content, output, language=language)
    return sign(root, output)


def _touch_up(last: "Look", root: Path, content: Path, output: Path, now: datetime) -> bool:
    from plugins.fast_build.touch_up import touch_up

    return touch_up(last, root, content, output, now)


def _run_pelican(root: Path, content: Path, output: Path, at: datetime | None = None, language: str = "") -> None:
    import logging

    from plugins.site.quick_pelican import import_pelican

    pelican = import_pelican()
    from pelican.log import FatalLogger, init

    arguments = [str(content), "-s", str(root / SETTINGS), "--fatal", "errors", "-o", str(output)]
    arguments += ["-e", f"PREVIEW_AT={json.dumps(at.isoformat())}"] if at else []
    arguments += ["-e", f"LANGUAGE={json.dumps(language)}"] if language else []
    parsed = pelican.parse_arguments(arguments)
    init(logging.WARNING, fatal=parsed.fatal, name="pelican", handler=pelican.LOG_HANDLERS[parsed.log_handler])
    try:
        site, _ = pelican.get_instance(parsed)
        pelican.console.quiet = True  # it would count articles and pages only
        site.run()
    except SystemExit as stop:
        raise BuildFailed("" if isinstance(stop.code, int) else str(stop.code)) from None
    except RuntimeError as error:  # what --fatal makes of an error that is in the log already
        raise BuildFailed(str(error)) from error
    finally:
        pelican.console.quiet = False
        FatalLogger.fatal_lvl = logging.CRITICAL + 1  # it holds for every logger of the process, not for this build
