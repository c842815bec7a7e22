"""Texts are found whole, with holes, and never half."""

import re
from pathlib import Path

import pytest

from plugins.english.script import translate_script
from plugins.english.view import read_view
from plugins.english.words import CHINESE, Words
from plugins.site.shop import Colours
from plugins.site.theme import ThemeAssets
from tests.conftest import ROOT

TABLE = read_view(ROOT / "content", ROOT / "theme").table
_HOLES = re.compile(r"\{[a-z]+\}")
_RUN = re.compile(r"[\u3400-\u9fff]+")
_DATE = re.compile(r"(\{y\}年)?\{m\}月(\{d\}日)?|(?<=星期).|(?<=周.)至")
"""What the pages put together from single characters."""
_FORMS = ("form.html", "form_again.html", "form_thanks.html")
_COMMENT = re.compile(r"\{#.*?#\}", re.DOTALL)


@pytest.mark.parametrize(
    ("text", "english"),
    [
        ("首页", "Home"),
        (" 起 / 罐", " and up / tin"),
        ("共 1,024 款", "1,024 products"),
        ("全部产品（第 2 页） · 小店", "All products (page 2) · The Shop"),
        ("小店绿茶 · 只看有货，共 5 款。", "The Shop: Green tea · In stock only, 5 products."),
        ("周一至周五 18:00–次日 02:00", "Mon–Fri 18:00–02:00 (next day)"),
        ("周六 休息", "Sat closed"),
        ("2026年11月15日 00:00 起", "From 2026-11-15 00:00"),
        ("共 很多 款", "共 很多 款"),
        ("首页的茶", "首页的茶"),
        ("Longjing {n} %s", "Longjing {n} %s"),
    ],
)
def test_a_text_is_translated_whole_or_not_at_all(text: str, english: str) -> None:
    own = {"小店": "The Shop", "绿茶": "Green tea", "罐": "tin"}
    assert Words({**TABLE, **own}, "小店").translate(text) == english


def test_braces_in_a_text_are_text() -> None:
    assert Words(TABLE).translate("收藏{title}{0}") == "Add {title}{0} to favourites"


def test_every_chinese_word_of_a_template_is_in_the_table() -> None:
    keys = "\n".join(TABLE)
    missing = [
        (path.name, run)
        for path in sorted((ROOT / "theme/templates").rglob("*.html"))
        if "staff" not in path.parts and path.name not in (*_FORMS, "language.html")
        for run in _RUN.findall(_COMMENT.sub("", path.read_text(encoding="utf-8")))
        if run not in keys
    ]
    assert missing == []


def test_no_chinese_is_left_in_english_scripts() -> None:
    theme = ThemeAssets(ROOT / "theme", Colours())
    scripts = [data.decode() for name, data in theme.files.items() if name.endswith(".js")]
    assert any(CHINESE.search(script) for script in scripts)
    english = [translate_script(script, Words(TABLE)) for script in scripts]
    assert [found[0] for script in english for found in re.finditer(r'[^"]*[\u3400-\u9fff][^"]*', script)] == []
    assert all('"/p/' not in script and '"/compare/' not in script for script in english)


def test_every_entry_of_the_table_is_of_use() -> None:
    paths = [*(ROOT / "theme/templates").rglob("*.html"), *(ROOT / "theme/static/js").rglob("*.js")]
    paths += [path for path in (ROOT / "plugins").rglob("*.py") if "english" not in path.parts]
    sources = "\n".join(path.read_text(encoding="utf-8") for path in paths)
    unused = [key for key in TABLE if not all(run in sources for run in _RUN.findall(_DATE.sub("", key)))]
    assert unused == []


def test_holes_of_keys_are_those_of_their_english() -> None:
    allowed = {"{shop}", "{names}", "{columns}"}
    wrong = [
        key
        for key, text in TABLE.items()
        if not set(_HOLES.findall(text)) <= set(_HOLES.findall(key))
        or set(_HOLES.findall(key)) - set(_HOLES.findall(text)) - allowed
    ]
    assert wrong == []


def test_a_table_that_is_none_is_a_problem(tmp_path: Path) -> None:
    from plugins.english.content import read_words

    (tmp_path / "words.yaml").write_text("绿茶: Green tea\n红茶: [Black]\n'{aa} 和 {aa}': x\n", encoding="utf-8")
    _, problems = read_words(tmp_path, "words.yaml", tmp_path)
    text = "write 'Chinese: English', one to a line."
    assert [str(each) for each in problems] == [f"words.yaml:{line}: {text}" for line in (2, 3)]
