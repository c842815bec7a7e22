"""The starter files, filled: whatever the answers, they are valid and say what was answered."""

import re
from dataclasses import replace
from datetime import datetime
from string import Template

import pytest
from bs4 import BeautifulSoup
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.shared.front_matter import parse_document, parse_yaml
from plugins.shared.markdown import render_html
from plugins.shared.validation import SHANGHAI
from plugins.shop_init import Answers
from plugins.shop_init.starter import STARTER, _values, render_template

NOW = datetime(2026, 11, 22, 10, 5, tzinfo=SHANGHAI)
ANSWERS = Answers("小店", "https://shop.example.com", "小店有限公司", "0571-8700 1234", account_name="小店的号")
TEMPLATES = sorted(path.relative_to(STARTER).as_posix() for path in STARTER.rglob("*") if path.is_file())
ANY_TEXT = st.text(st.characters(exclude_categories=["Cs"]), max_size=20) | st.text(
    st.sampled_from(list("'\":#$${}[]-&*!|>%@`,\\\n\r\t~<_🍵茶 ")), max_size=12
)


def fill(name: str, answers: Answers) -> str:
    return render_template((STARTER / name).read_text(encoding="utf-8"), _values(answers, NOW))


def read(name: str, text: str):
    document, problems = (parse_document if name.endswith(".md") else parse_yaml)(name, text)
    assert problems == []
    return document


def test_the_starter_is_a_small_shop():
    assert len(TEMPLATES) == 13
    assert not [name for name in TEMPLATES if not name.endswith((".md", ".yaml"))]


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_placeholder_is_filled_and_none_stands_at_a_lines_start(name):
    template = Template((STARTER / name).read_text(encoding="utf-8"))
    assert template.is_valid()
    assert "$" not in fill(name, ANSWERS)
    body = template.template.partition("\n---\n")[2]
    assert not re.search(r"^\s*\$", body, re.MULTILINE)  # a name like "# 1" would become a heading


@pytest.mark.parametrize("name", TEMPLATES)
def test_every_file_says_where_to_edit(name):
    assert "改" in (STARTER / name).read_text(encoding="utf-8") or name == "menu.yaml"


@settings(deadline=None)
@given(ANY_TEXT, ANY_TEXT, ANY_TEXT, ANY_TEXT)
@example('"', "a: b", "🍵", "$tel")
@example("two\nlines", "'", "- x", "${shop_name}")
@example("---", "\n---\n", "", "\\")
def test_any_answer_stays_the_text_it_is(shop_name, operator, tel, account_name):
    answers = replace(ANSWERS, shop_name=shop_name, operator=operator, tel=tel, account_name=account_name)
    shop = read("shop.yaml", fill("shop.yaml", answers)).meta
    assert (shop["name"], shop["operator"], shop["tel"]) == (shop_name, operator, tel)
    assert shop["account_name"] == (account_name or shop_name)
    for name in TEMPLATES:
        document, usual = read(name, fill(name, answers)), read(name, fill(name, ANSWERS))
        assert shape(document.meta) == shape(usual.meta)


def shape(value):
    """The structure of a value, without its texts."""
    if isinstance(value, dict):
        return {key: shape(inner) for key, inner in value.items()}
    return [shape(inner) for inner in value] if isinstance(value, list) else str


@settings(deadline=None)
@given(ANY_TEXT)
@example("*bold* [x](y) <b>&amp; `code` ~~no~~ \\")
def test_any_answer_is_shown_as_it_is_in_a_body(name):
    plain = "".join(character if character.isprintable() else " " for character in name)
    words = " ".join(plain.split())
    body = read("pages/privacy.md", fill("pages/privacy.md", replace(ANSWERS, operator=name))).body
    html = render_html(body, lambda target: target, lambda *_: "")
    assert f"本说明由{words}（下称" in BeautifulSoup(html, "html.parser").get_text()


def test_dates_follow_the_given_time():
    landing = read("landing_pages/opening.md", fill("landing_pages/opening.md", ANSWERS)).meta
    assert (landing["starts_at"], landing["ends_at"]) == ("2026-11-22 00:00", "2027-01-21 23:59")
    assert read("articles/hello.md", fill("articles/hello.md", ANSWERS)).meta["date"] == "2026-11-22 10:05"
