"""Questions are asked until they are answered; arguments are held to the same checks."""

from dataclasses import asdict, fields

import pytest

from plugins.shared.errors import UsageProblem
from plugins.shop_init import Answers, ask, parse_answers
from plugins.shop_init.questions import QUESTIONS

GOOD = {
    "shop_name": "小店",
    "site_url": "https://shop.example.com",
    "accent": "#7a3b2e",
    "operator": "小店有限公司",
    "tel": "0571-8700 1234",
    "account_name": "小店的号",
    "wechat_id": "xiaodian_1",
    "appid": "wx0123456789abcdef",
}


class Owner:
    """Answers from a list and remembers what was said."""

    def __init__(self, *answers: str) -> None:
        self.answers, self.asked, self.told = list(answers), [], []

    def read(self, prompt: str) -> str:
        self.asked.append(prompt)
        if not self.answers:
            raise EOFError
        return self.answers.pop(0)

    def ask(self, **given: str) -> Answers:
        return ask(self.read, self.told.append, given)


def test_there_is_one_question_for_each_answer():
    assert [question.field for question in QUESTIONS] == list(GOOD)
    assert {field.name for field in fields(Answers)} == set(GOOD)


def test_all_questions_are_asked_in_order():
    owner = Owner(*GOOD.values())
    assert asdict(owner.ask()) == GOOD
    assert len(owner.asked) == len(QUESTIONS)
    assert owner.told == []


def test_a_wrong_answer_is_explained_and_asked_again():
    owner = Owner(
        "", "  小店 ", "http://a.cn", "a.cn", "yellow", "", "小店有限公司", "none", "12345678", "", "x", "", ""
    )
    answers = owner.ask()
    assert answers == Answers("小店", "https://a.cn", "小店有限公司", "12345678")
    assert len(owner.told) == 5
    assert all(line.startswith("  ") for line in owner.told)


def test_what_may_be_left_out_says_so_in_both_languages(monkeypatch):
    accent, appid = QUESTIONS[2], QUESTIONS[-1]
    assert "(Enter for #2f6b4f): " in accent.text
    assert "(may be empty): " in appid.text
    monkeypatch.setenv("LC_ALL", "zh_CN.UTF-8")
    assert "（回车用 #2f6b4f）：" in accent.text
    assert "（可留空）：" in appid.text


def test_given_answers_are_not_asked_for():
    owner = Owner("小店", "")
    given = {name: value for name, value in GOOD.items() if name not in ("shop_name", "appid")}
    assert owner.ask(**given) == Answers(**(GOOD | {"appid": ""}))
    assert len(owner.asked) == 2


def test_arguments_that_cannot_be_used_are_told_together():
    wrong = GOOD | {"site_url": "x", "tel": "", "accent": "white", "secret": "s"}
    with pytest.raises(UsageProblem) as problem:
        parse_answers(wrong)
    assert [line.split(":")[0] for line in str(problem.value).splitlines()] == ["secret", "site_url", "accent", "tel"]
    assert problem.value.exit_code == 2


def test_answers_that_were_checked_stay_as_they_are():
    answers = parse_answers(GOOD | {"site_url": "Shop.example.com/", "accent": "a20"})
    assert parse_answers(asdict(answers)) == answers
