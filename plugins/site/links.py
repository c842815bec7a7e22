"""Links between the pages that were built."""

import re
from pathlib import Path
from urllib.parse import unquote

_LINK = re.compile(r"""\b(?:href|src)="(/[^"#?]*)""")


def dead_links(output: Path) -> list[tuple[str, str]]:
    """Return page and address of every internal link or picture that no file of the site answers."""
    dead = []
    for page in sorted(output.rglob("*.html")):
        for link in sorted(set(_LINK.findall(page.read_text(encoding="utf-8")))):
            target = output / unquote(link).lstrip("/")
            if not (target / "index.html" if link.endswith("/") else target).is_file():
                dead.append((page.relative_to(output).as_posix(), link))
    return dead
