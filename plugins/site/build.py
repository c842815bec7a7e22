"""Building the site: Pelican, run as its own command would run it."""

from pathlib import Path

from plugins.shared.errors import WeizhanError

SETTINGS = "pelicanconf.py"


class BuildFailed(WeizhanError):
    """The site could not be built; the reason was printed or is the message."""


def build_site(root: Path, content: Path | None = None, output: Path | None = None) -> None:
    """Do what ``pelican content -s pelicanconf.py --fatal errors`` does, byte for byte.

    Raises:
        BuildFailed: content problems, with all of them in the message, or an error that Pelican has logged.
    """
    from pelican import main

    arguments = [str(content or root / "content"), "-s", str(root / SETTINGS), "--fatal", "errors"]
    if output:
        arguments += ["-o", str(output)]
    try:
        main(arguments)
    except SystemExit as stop:
        if stop.code:
            raise BuildFailed("" if isinstance(stop.code, int) else str(stop.code)) from None
