"""What a form file may say, and what is refused."""

from pathlib import Path

import pytest

from plugins.forms import Form, read_forms
from plugins.shared.errors import ContentProblems
from plugins.site.check import load_site

GOOD = """\
title: 报名
purpose: 留座
retention_days: 30
contact: 0571-1234 5678
fields:
- {name: name, label: 称呼, required: on}
- {name: kinds, label: 茶, kind: choices, options: [绿, 红]}
"""


def write(content: Path, text: str) -> list[str]:
    (content / "forms").mkdir(exist_ok=True)
    (content / "forms/visit.yaml").write_text(text, encoding="utf-8")
    return [str(problem) for problem in read_forms(content)[1]]


def test_a_form_is_read_with_its_addresses(small_shop: Path) -> None:
    assert write(small_shop, GOOD) == []
    (form,) = read_forms(small_shop)[0]
    assert (form.url, form.thanks_url) == ("/forms/visit/", "/forms/visit/thanks/")
    assert [field.required for field in form.fields] == [True, False]


@pytest.mark.parametrize(
    ("old", "new", "words"),
    [
        ("name: name", "name: ch", "forms/visit.yaml:6: fields.0: 'ch' is used by the form itself"),
        ("name: kinds", "name: name", "the names of fields must differ"),
        ("options: [绿, 红]", "options: [绿]", "two options or more"),
        ("kind: choices, options: [绿, 红]", "kind: tell", "cannot be"),
        ("retention_days: 30", "retention_days: 0", "greater than or equal to 1"),
        ("purpose: 留座\n", "", "purpose is missing"),
        ("fields:", "link: https://wj.qq.com/s/1\nfields:", "either fields of its own or a link"),
    ],
)
def test_a_mistake_is_named_with_its_line(small_shop: Path, old: str, new: str, words: str) -> None:
    assert any(words in each for each in write(small_shop, GOOD.replace(old, new)))


def test_a_form_that_nothing_receives_is_a_problem_and_a_survey_elsewhere_is_not(small_shop: Path) -> None:
    write(small_shop, GOOD)
    with pytest.raises(ContentProblems, match="nothing receives this form"):
        load_site(small_shop)
    write(small_shop, GOOD.split("fields:")[0] + "link: https://wj.qq.com/s2/1/\n")
    assert load_site(small_shop).forms[0].link
    write(small_shop, GOOD + "next: [page:nowhere]\n")
    with pytest.raises(ContentProblems, match="page:nowhere"):
        load_site(small_shop)


@pytest.mark.parametrize(
    ("days", "text"), [(1, "1 天"), (30, "30 天"), (45, "45 天"), (90, "3 个月"), (365, "1 年"), (730, "2 年")]
)
def test_retention_is_told_in_words(days: int, text: str) -> None:
    facts = {"slug": "a", "title": "t", "purpose": "p", "contact": "c", "link": "https://a.example.com/"}
    assert Form.model_validate(facts | {"retention_days": days}).retention_text == text
