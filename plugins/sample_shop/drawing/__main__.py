"""Redraw the pictures of the sample shop: all of them, or the named ones."""

import sys
from multiprocessing import Pool
from pathlib import Path

from .render import render_jpeg
from .scenes import SCENES, draw

IMAGES = Path(__file__).resolve().parents[3] / "content" / "images"


def write_picture(name: str) -> str:
    """Draw one picture into content/images/; returns its name with its size."""
    target = IMAGES / f"{name}.jpg"
    target.parent.mkdir(parents=True, exist_ok=True)
    data = render_jpeg(draw(name))
    target.write_bytes(data)
    return f"{name} {len(data) / 1000:.0f} kB"


def main(names: list[str]) -> int:
    """Exit code: 0 when drawn, 1 when a name is unknown."""
    unknown = sorted(set(names) - set(SCENES))
    if unknown:
        examples = ", ".join(sorted(SCENES)[:3])
        print(f"No picture is called {', '.join(unknown)}. Write a name such as {examples}.", file=sys.stderr)
        return 1
    with Pool() as pool:
        for line in pool.imap(write_picture, names or sorted(SCENES)):
            print(line, flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main(sys.argv[1:]))
