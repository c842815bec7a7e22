"""Whether the pages that a menu leads to were built."""

from collections.abc import Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any
from urllib.parse import unquote, urlsplit


def unbuilt_pages(buttons: Sequence[Mapping[str, Any]], site_url: str, output: Path) -> list[str]:
    """Return the addresses of this site that a menu leads to and that no file of ``output`` answers."""
    own = urlsplit(site_url).netloc
    missing = []
    for url in dict.fromkeys(_urls(buttons)):
        parts = urlsplit(url)
        path = output / unquote(parts.path).lstrip("/")
        if parts.netloc == own and not (path / "index.html" if parts.path.endswith("/") else path).is_file():
            missing.append(url)
    return missing


def _urls(buttons: Sequence[Mapping[str, Any]]) -> Iterator[str]:
    for button in buttons:
        if button.get("url"):
            yield str(button["url"])
        yield from _urls(button.get("sub_button") or ())
