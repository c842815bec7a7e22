"""Answers are cleaned and checked; whatever comes in, nothing but answers to the form's own questions comes out."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.forms import Form
from plugins.forms.answers import check_answers

FORM = Form.model_validate(
    {
        "slug": "visit",
        "title": "报名",
        "purpose": "留座",
        "retention_days": 30,
        "contact": "店里",
        "fields": [
            {"name": "name", "label": "称呼", "required": "on", "max_length": 10},
            {"name": "tel", "label": "手机", "kind": "tel", "required": "on"},
            {"name": "mail", "label": "邮箱", "kind": "email"},
            {"name": "people", "label": "几位", "kind": "number"},
            {"name": "day", "label": "哪天", "kind": "date"},
            {"name": "kind", "label": "哪种", "kind": "choice", "options": ["绿茶", "红茶"]},
            {"name": "kinds", "label": "哪些", "kind": "choices", "options": ["绿茶", "红茶"], "required": "on"},
            {"name": "score", "label": "几分", "kind": "scale"},
            {"name": "note", "label": "留言", "kind": "textarea"},
        ],
    }
)
GOOD = {"name": ["沈山"], "tel": ["138 0013 8000"], "kinds": ["绿茶", "红茶"], "consent": ["yes"]}


def errors(**changes: list[str]) -> set[str]:
    return set(check_answers(FORM, GOOD | changes).errors)


def test_good_answers_pass_and_what_was_not_asked_is_dropped() -> None:
    answers = check_answers(FORM, GOOD | {"admin": ["1"], "ch": ["x"]})
    assert answers.errors == {}
    assert set(answers.values) == {field.name for field in FORM.fields}
    assert answers.values["kinds"] == ("绿茶", "红茶")


def test_each_mistake_is_told_at_its_field() -> None:
    assert errors(name=[""], tel=["12"], kinds=[], consent=[]) == {"name", "tel", "kinds", "consent"}
    assert errors(mail=["a@b"], people=["两位"], day=["2026-02-30"], score=["6"]) == {"mail", "people", "day", "score"}
    assert errors(kind=["咖啡"], kinds=["绿茶", "咖啡"], note=["长" * 1001]) == {"kind", "kinds", "note"}
    assert errors(name=["长" * 11], consent=["no"]) == {"name", "consent"}


def test_full_width_digits_are_what_people_type() -> None:
    answers = check_answers(FORM, GOOD | {"tel": ["１３８００１３８０００"], "people": ["３"]})
    assert (answers.errors, answers.values["tel"], answers.values["people"]) == ({}, ("13800138000",), ("3",))


@given(st.dictionaries(st.sampled_from([*GOOD, "note", "mail", "x"]), st.lists(st.text(max_size=30), max_size=4)))
def test_nothing_comes_out_that_was_not_asked_or_cannot_be_stored(typed: dict[str, list[str]]) -> None:
    answers = check_answers(FORM, typed)
    assert set(answers.values) == {field.name for field in FORM.fields}
    for field in FORM.fields:
        for text in answers.values[field.name]:
            text.encode("utf-8")
            assert all(each.isprintable() or each == "\n" or each.isspace() or ord(each) > 0x7F for each in text)
            if field.kind != "textarea":
                assert "\n" not in text
