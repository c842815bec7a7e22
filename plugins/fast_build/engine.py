"""What a saved state is valid for: this format, this Python, these dependencies, this code."""

import hashlib
import os
import site
import sys
import time
from collections.abc import Iterator, Mapping
from pathlib import Path

from plugins.fast_build.stamps import is_newer, walk
from plugins.fast_build.store import FORMAT, Source

_LOADED_NS = time.time_ns()
PLUGINS = Path(__file__).resolve().parents[1]


def surroundings() -> str:
    """Return the digest of what lies outside the project: Python, installed packages, SITEURL. Reads no file."""
    packages = sorted(
        name
        for folder in {*site.getsitepackages(), *(place for place in sys.path if place.endswith("-packages"))}
        if os.path.isdir(folder)
        for name in os.listdir(folder)
        if name.endswith((".dist-info", ".egg-info"))  # these names carry the version
    )
    return _digest([FORMAT, sys.version, sys.platform, os.environ.get("SITEURL", ""), *packages])


def engine(sources: Mapping[str, Source]) -> str:
    """Return the digest of the surroundings and of all code that decides what pages look like."""
    code = [f"{name}:{source.digest}" for name, source in sorted(sources.items()) if is_code(name)]
    return _digest([surroundings(), *code])


def is_loaded_code(sources: Mapping[str, str]) -> bool:
    """Tell, from stamps by name, whether the engine on disk is the one that this process has loaded.

    A server that runs for days may build with the code of yesterday: its pages are not those of the code on disk.
    """
    return not any(name.startswith("plugins/") and is_newer(stamp, _LOADED_NS) for name, stamp in sources.items())


def is_code(name: str) -> bool:
    """Tell whether a source is code: the engine's, a plugin's, or the settings."""
    return name.startswith(("plugins/", "settings/"))


def watched(root: Path, content: Path, theme: Path) -> Iterator[tuple[str, str, str]]:
    """Yield name, path and stamp of every file that a site depends on; ``root`` holds the settings."""
    yield from walk(content, "content")
    yield from walk(theme, "theme")
    yield from walk(PLUGINS, "plugins", (".py", ".txt"))  # tables are code: they decide too
    for path in sorted(root.glob("*.py")):
        if path.name != "tasks.py":
            yield from walk(path, f"settings/{path.name}")


def _digest(parts: list[str]) -> str:
    return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()
