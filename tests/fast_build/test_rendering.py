"""What one process or two make besides pages."""

from pathlib import Path

import pytest
from jinja2 import Environment

from plugins.fast_build.fingerprint import Fingerprint
from plugins.fast_build.own_fields import watch_products
from plugins.fast_build.rendering import Renderer
from plugins.images import Picture
from plugins.site.globals import reads_of
from plugins.site.reader import read_site
from tests.conftest import NOW, write_small_shop


@pytest.mark.parametrize("processes", [1, 2])
def test_what_other_files_ask_for_is_known(tmp_path: Path, processes: int) -> None:
    site = read_site(write_small_shop(tmp_path / "content"), {"a.jpg": Picture("a.jpg", 100, 100, "0" * 64)}, NOW)
    reads = reads_of(site)
    site = watch_products(site, reads)
    renderer = Renderer(Environment(), reads, "", tmp_path / "output", {}, Fingerprint(), tmp_path / "scratch")

    def write() -> list[str]:
        (tmp_path / "highlights.txt").write_text("".join(map(str, (each.highlights for each in site.catalog.products))))
        return ["highlights.txt"]

    _, files = renderer.render([], [write, lambda: ["other.txt"]], processes)
    assert files == {"highlights.txt": {"shared:highlights"}, "other.txt": set()}
