"""How much a build does: counts, never seconds."""

import os
import subprocess
import sys
from pathlib import Path

import pytest

from plugins.fast_build import stamps, workers
from plugins.products import lists
from plugins.search import generator as search
from tests.conftest import product_text
from tests.fast_build.shop import Shop


@pytest.fixture
def shop(tmp_path: Path) -> Shop:
    shop = Shop(tmp_path, products=30)
    assert shop.build() == ""
    return shop


def longjing(shop: Shop, body: str = "好茶。", price: str = "268.00") -> None:
    keys = {"price": price, "images": "[a.jpg]", "related": "[gaiwan]", "staff_notes": "内部：毛利 45%"}
    shop.write("products/longjing.md", product_text("龙井", "LJ-1", "green", body, **keys))


def run_pelican(shop: Shop) -> None:
    command = [str(Path(sys.executable).parent / "pelican"), "content", "-s", "pelicanconf.py", "-o", "output"]
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[2]), LANG="en_US.UTF-8")
    subprocess.run(command, cwd=shop.root, env=environment, check=True, capture_output=True)


def loaded_by_a_build(shop: Shop) -> set[str]:
    code = (
        "import sys; from pathlib import Path; from plugins.site.build import build_site; "
        f"build_site(Path({str(shop.root)!r})); print(*sys.modules)"
    )
    environment = dict(os.environ, PYTHONPATH=str(Path(__file__).parents[2]))
    done = subprocess.run([sys.executable, "-c", code], env=environment, check=True, capture_output=True, text=True)
    return set(done.stdout.split())


def test_nothing_changed_writes_no_file_and_loads_no_pelican(shop: Shop) -> None:
    before = shop.stamps()
    assert not loaded_by_a_build(shop) & {"pelican", "jinja2", "yaml", "pydantic"}
    assert shop.stamps() == before


def test_an_edit_of_a_text_loads_what_makes_its_page_and_nothing_that_checks_the_rest(shop: Shop) -> None:
    longjing(shop, body="更好的茶。")
    loaded = loaded_by_a_build(shop)
    assert loaded >= {"jinja2", "pydantic"}
    assert not loaded & {"pelican", "rich", "segno", "plugins.landing_pages.conduct", "plugins.english.words"}
    assert "更好的茶" in (shop.root / "output/p/longjing/index.html").read_text(encoding="utf-8")


def test_a_run_of_pelican_itself_renders_and_writes_nothing_either(shop: Shop) -> None:
    before = shop.stamps()
    run_pelican(shop)
    assert shop.counts() == (0, 0)
    assert shop.stamps() == before


def test_an_edit_of_a_text_renders_one_page(shop: Shop) -> None:
    longjing(shop, body="更好的茶。")
    before = shop.stamps()
    assert shop.build() == ""
    assert shop.counts() == (1, 1)
    assert [path for path, stamp in shop.stamps().items() if stamp != before[path]] == [
        str(shop.root / "output/p/longjing/index.html")
    ]
    assert shop.build_clean() == ""
    assert shop.tree() == shop.tree("clean")


def test_an_edit_taken_back_together_with_another_edit_leaves_nothing_of_it(shop: Shop) -> None:
    before = (shop.content / "products/longjing.md").read_text(encoding="utf-8")
    longjing(shop, body="更好的茶。")
    assert shop.build() == ""
    shop.write("products/longjing.md", before)
    template = shop.root / "theme/templates/article.html"
    template.write_text(template.read_text(encoding="utf-8") + "<!-- new -->", encoding="utf-8")
    assert shop.build() == ""
    assert shop.build_clean() == ""
    assert shop.tree() == shop.tree("clean")


def test_an_edit_of_a_template_makes_its_pages_only_and_no_search_index(
    shop: Shop, monkeypatch: pytest.MonkeyPatch
) -> None:
    def refuse(*_: object) -> None:
        raise AssertionError

    monkeypatch.setattr(lists, "item_list_data", refuse)  # what a list's page is handed
    monkeypatch.setattr(search, "product_files", refuse)
    template = shop.root / "theme/templates/product.html"
    template.write_text(template.read_text(encoding="utf-8") + "<!-- new -->", encoding="utf-8")
    assert shop.build() == ""
    products = [name for name in shop.tree() if name.startswith("p/")]
    assert shop.counts() == (len(products), 0)  # what stands behind the blocks of a child is not shown


def test_an_edit_of_a_text_renders_one_page_in_pelican_too(shop: Shop) -> None:
    longjing(shop, body="更好的茶。")
    run_pelican(shop)
    assert shop.counts() == (1, 1)


def test_an_edit_of_a_price_renders_the_pages_that_show_it(shop: Shop) -> None:
    shown = {name for name, data in shop.tree().items() if "¥268".encode() in data} - {"search.json"}
    longjing(shop, price="333.00")
    assert shop.build() == ""
    assert shop.counts() == (len(shown), len(shown))
    assert {name for name, data in shop.tree().items() if "¥333".encode() in data} - {"search.json"} == shown
    assert 4 <= len(shown) < 10


def test_an_edit_of_a_landing_page_text_renders_it_and_its_channel_copy(shop: Shop) -> None:
    path = shop.content / "landing_pages/spring.md"
    path.write_text(path.read_text(encoding="utf-8") + "\n再来。\n", encoding="utf-8")
    assert shop.build() == ""
    assert shop.counts() == (2, 2)


def test_a_touched_file_with_the_same_content_renders_nothing(shop: Shop) -> None:
    for path in shop.content.rglob("*.md"):
        os.utime(path, (1, 1))
    before = shop.stamps()
    assert shop.build() == ""
    assert shop.stamps() == before


def test_a_rebuild_reads_no_picture(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(stamps, "RACY_NS", 0)  # else a picture as young as this one is read once more
    shop = Shop(tmp_path)
    shop.build()
    longjing(shop, price="300.00")
    opened = _opened_while(shop.build)
    assert any(name.endswith("longjing.md") for name in opened)
    assert not any(name.endswith(".jpg") and "content" in name for name in opened)


def test_workers_give_what_one_process_gives(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = Shop(tmp_path, products=40)
    monkeypatch.setattr(workers, "FEWEST", 1)
    monkeypatch.setattr(os, "cpu_count", lambda: 3)
    assert shop.build() == ""
    monkeypatch.setattr(workers, "FEWEST", 10**6)
    assert shop.build_clean() == ""
    assert shop.tree() == shop.tree("clean")


def test_problems_are_the_same_after_an_edit_as_from_nothing(shop: Shop) -> None:
    shop.write("products/longjing.md", product_text("龙井", "W-3", "gren", "[x](product:nothing)", price="x"))
    shop.write("articles/two.md", "---\ntitle: 二\ndate: 2026-11-01\ncategory: 茶事\n---\n![](none.jpg)\n")
    failed = shop.build()
    assert failed == shop.build_clean()
    assert "products/longjing.md:5:" in failed
    assert "articles/two.md:6:" in failed


def test_a_plugin_that_is_not_ours_is_named_and_sees_every_page(
    shop: Shop, capsys: pytest.CaptureFixture[str], monkeypatch: pytest.MonkeyPatch
) -> None:
    (shop.root / "shouting.py").write_text(
        "from pathlib import Path\nfrom pelican import signals\n\n\ndef shout(path, context):\n"
        "    page = Path(path)\n    page.write_text(page.read_text('utf-8') + '<!-- !! -->', 'utf-8')\n\n\n"
        "def register():\n    signals.content_written.connect(shout)\n",
        encoding="utf-8",
    )
    settings = shop.root / "pelicanconf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + 'PLUGINS.append("shouting")\n', encoding="utf-8")
    monkeypatch.syspath_prepend(str(shop.root))
    try:
        for _ in range(2):
            assert shop.build() == ""
            assert "because of shouting" in capsys.readouterr().out
            pages = [data for name, data in shop.tree().items() if name.endswith(".html")]
            assert all(data.endswith(b"<!-- !! -->") for data in pages)
    finally:
        from pelican import signals

        signals.content_written.disconnect(sys.modules.pop("shouting").shout)


def _opened_while(build: object) -> list[str]:
    assert callable(build)
    opened: list[str] = []
    watching = [True]

    def note(event: str, arguments: tuple[object, ...]) -> None:
        if watching and event == "open":
            opened.append(str(arguments[0]))

    sys.addaudithook(note)
    try:
        build()
    finally:
        watching.clear()
    return opened
