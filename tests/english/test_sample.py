"""The sample shop with English switched on as docs/content.md says: only its own texts are Chinese, and marked so."""

import re
import shutil
from html.parser import HTMLParser
from pathlib import Path

import pytest

from plugins.english.page import STAYS
from plugins.site.build import build_site
from tests.conftest import ROOT

pytestmark = pytest.mark.slow

RUN = re.compile(r"[\u3400-\u9fff]+")
VOID = {"meta", "link", "img", "input", "br", "hr", "source", "path", "circle", "use"}
READ = {"alt", "aria-label", "placeholder", "title"}


class Texts(HTMLParser):
    """Collects what a reader sees: (text, whether it is marked as Chinese), forms and running texts left out."""

    def __init__(self, page: str) -> None:
        super().__init__()
        self.found: list[tuple[str, bool]] = []
        self._open: list[tuple[str, bool, bool]] = []
        self.feed(page)

    def handle_starttag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        given = dict(attrs)
        _, silent, chinese = self._open[-1] if self._open else ("", False, False)
        silent = silent or tag in ("style", "script") or bool(STAYS & set((given.get("class") or "").split()))
        chinese = (given.get("lang") or ("zh" if chinese else "en")).startswith("zh")
        if not silent:
            self.found += [(given[name] or "", chinese) for name in READ & set(given)]
        if tag not in VOID:
            self._open.append((tag, silent, chinese))

    def handle_startendtag(self, tag: str, attrs: list[tuple[str, str | None]]) -> None:
        self.handle_starttag(tag, attrs)
        if tag not in VOID:
            self.handle_endtag(tag)

    def handle_endtag(self, tag: str) -> None:
        while self._open and self._open.pop()[0] != tag:
            pass

    def handle_data(self, data: str) -> None:
        if self._open and not self._open[-1][1]:
            self.found.append((data, self._open[-1][2]))


@pytest.fixture(scope="module")
def built(sample_shop: Path, tmp_path_factory: pytest.TempPathFactory) -> Path:
    """The folder of the sample shop in both languages: content/ and output/."""
    folder = tmp_path_factory.mktemp("sample")
    shutil.copytree(sample_shop, folder / "content")
    with (folder / "content/shop.yaml").open("a", encoding="utf-8") as file:
        file.write("languages: [zh, en]\n")
    build_site(ROOT, folder / "content", folder / "output")
    return folder


def test_only_the_shops_own_words_are_chinese(built: Path) -> None:
    sources = [path for path in (built / "content").rglob("*") if path.suffix in (".md", ".yaml")]
    own = re.sub(r"\s", "", "".join(path.read_text(encoding="utf-8") for path in sources))
    left: dict[str, str] = {}
    for path in (built / "output/en").rglob("*.html"):
        for text, chinese in Texts(path.read_text(encoding="utf-8")).found:
            if text == "中文":
                continue  # the way back
            for run in RUN.findall(text):
                if run not in own or not chinese:
                    left[text] = path.relative_to(built).as_posix()
    assert left == {}


def test_letters_have_twins_in_both_languages(built: Path) -> None:
    output = built / "output"
    for top, other, prefix in ((output, output / "en", "/en"), (output / "en", output, "")):
        pages = sorted((top / "search/az").glob("*/index.html"))
        assert len(pages) == 27
        for page in pages:
            text = page.read_text(encoding="utf-8")
            assert f'<a href="{prefix}/search/az/{page.parent.name}/" hreflang=' in text
            assert (other / page.relative_to(top)).is_file()
