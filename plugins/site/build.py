"""Building the site: Pelican, run as its own command would run it."""

import json
import logging
import time
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path

from plugins.shared.errors import WeizhanError
from plugins.shared.language import say

SETTINGS = "pelicanconf.py"
PREVIEW = "output-preview"


class BuildFailed(WeizhanError):
    """The site could not be built; the reason was printed or is the message."""


@dataclass(frozen=True)
class Built:
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

    return build_site(root, content, output or root / PREVIEW, parse_at(at))


def build_site(
    root: Path, content: Path | None = None, output: Path | None = None, at: datetime | None = None
) -> Built:
    """Do what ``pelican content -s pelicanconf.py --fatal errors`` does, byte for byte; ``at`` shows another moment.

    Raises:
        BuildFailed: content problems, with all of them in the message, or an error that Pelican has logged.
    """
    import pelican
    from pelican.log import init

    start = time.monotonic()
    arguments = [str(content or root / "content"), "-s", str(root / SETTINGS), "--fatal", "errors"]
    arguments += ["-o", str(output)] if output else []
    arguments += ["-e", f"PREVIEW_AT={json.dumps(at.isoformat())}"] if at else []
    parsed = pelican.parse_arguments(arguments)
    init(logging.WARNING, fatal=parsed.fatal, name="pelican", handler=pelican.LOG_HANDLERS[parsed.log_handler])
    try:
        site, settings = pelican.get_instance(parsed)
        pelican.console.quiet = True  # it would count articles and pages only
        site.run()
    except SystemExit as stop:
        raise BuildFailed("" if isinstance(stop.code, int) else str(stop.code)) from None
    except RuntimeError as error:  # what --fatal makes of an error that is in the log already
        raise BuildFailed(str(error)) from error
    finally:
        pelican.console.quiet = False
    written = Path(settings["OUTPUT_PATH"])
    return Built(sum(1 for _ in written.rglob("*.html")), time.monotonic() - start, written.name)
