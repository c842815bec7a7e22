"""Pelican without its reader of reStructuredText, until somebody asks for it."""

import subprocess
import sys
from pathlib import Path

LOAD = "import sys; from plugins.site.quick_pelican import import_pelican; pelican = import_pelican(); "


def run(code: str) -> str:
    root = Path(__file__).parents[2]
    return subprocess.run([sys.executable, "-c", code], cwd=root, check=True, capture_output=True, text=True).stdout


def test_what_nobody_reads_is_not_loaded() -> None:
    names = run(LOAD + "print([n for n in sys.modules if n.split('.')[0] in ('docutils', 'pygments', 'PIL')])")
    assert names == "[]\n"


def test_who_asks_for_the_reader_gets_it_whole(tmp_path: Path) -> None:
    (tmp_path / "a.rst").write_text(
        "Tea\n###\n\n:date: 2026-11-22\n\n.. code-block:: python\n\n   1\n", encoding="utf-8"
    )
    read = (
        "from pelican.settings import DEFAULT_CONFIG; from pelican.readers import RstReader; "
        f"text, data = RstReader(dict(DEFAULT_CONFIG)).read({str(tmp_path / 'a.rst')!r}); "
        "print(data['title'], data['date'].year, 'highlight' in text)"
    )
    assert run(LOAD + read) == "Tea 2026 True\n"


def test_a_name_that_never_was_is_missing() -> None:
    assert run(LOAD + "import pelican.readers; print(hasattr(pelican.readers, 'nothing'))") == "False\n"


def test_rich_is_loaded_with_the_first_line_that_is_logged() -> None:
    code = (
        "from pelican.log import init; import logging; "
        "init(logging.WARNING, name='pelican', handler=pelican.LOG_HANDLERS['rich']); "
        "pelican.console.quiet = True; pelican.console.print('counted'); pelican.console.quiet = False; "
        "print('rich.console' in sys.modules); "
        "logging.getLogger('pelican').warning('nothing is %s', 'lost'); print('rich.console' in sys.modules); "
        "pelican.console.print(pelican.console.encoding)"
    )
    before, logged, after, printed = run(LOAD + code).splitlines()
    assert (before, after, printed) == ("False", "True", "utf-8")
    assert "WARNING" in logged
    assert "nothing is lost" in logged
