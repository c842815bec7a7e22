"""The questions, in the order they are asked; the same checks hold for answers given as arguments."""

from collections.abc import Callable, Mapping
from dataclasses import dataclass

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.shop_init.answers import Answers
from plugins.shop_init.checks import (
    Refused,
    check_accent,
    check_appid,
    check_line,
    check_site_url,
    check_tel,
    check_wechat_id,
)


@dataclass(frozen=True)
class Question:
    """One question. ``field`` names its place in Answers; with a default (even an empty one) it may be skipped."""

    field: str
    zh: str
    en: str
    check: Callable[[str], str]
    default: str | None = None

    @property
    def text(self) -> str:
        """The question in the reader's language, with its default."""
        if self.default is None:
            return say(f"{self.zh}：", f"{self.en}: ")
        skip_zh, skip_en = (f"回车用 {self.default}",) * 2 if self.default else ("可留空", "may be empty")
        if self.default:
            skip_en = f"Enter for {self.default}"
        return say(f"{self.zh}（{skip_zh}）：", f"{self.en} ({skip_en}): ")

    def parse(self, answer: str) -> str:
        """Return the answer as it is stored. Raises Refused with a sentence that says what to write."""
        given = answer.strip()
        return self.default if not given and self.default is not None else self.check(given)


QUESTIONS = (
    Question("shop_name", "店名", "Name of the shop", check_line),
    Question("site_url", "网站地址，例如 https://tea.example.com", "Address of the site", check_site_url),
    Question("accent", "主色", "Accent colour", check_accent, "#2f6b4f"),
    Question("operator", "经营主体（营业执照上的名称）", "Operator (the company's registered name)", check_line),
    Question("tel", "电话", "Telephone", check_tel),
    Question("account_name", "公众号名称", "Name of the Official Account", check_line, ""),
    Question("wechat_id", "公众号的微信号", "WeChat id of the account", check_wechat_id, ""),
    Question("appid", "公众号 APPID（wx 开头）", "The account's APPID (wx…)", check_appid, ""),
)


def ask(read: Callable[[str], str], write: Callable[[str], None], given: Mapping[str, str] | None = None) -> Answers:
    """Ask every question that is not ``given``, again until its answer can be used, and return the answers.

    ``read`` shows a prompt and returns a line, as ``input`` does; ``write`` shows a line, as ``print`` does.
    """
    fields = dict(given or {})
    _refuse(fields)
    for question in QUESTIONS:
        if question.field in fields:
            continue
        answer = None
        while answer is None:
            answer = _try(question, read(question.text), write)
        fields[question.field] = answer
    return parse_answers(fields)


def parse_answers(fields: Mapping[str, str]) -> Answers:
    """Return answers that were given as arguments, by the names of Answers.

    Raises:
        UsageProblem: with everything that is wrong.
    """
    complete = {question.field: "" for question in QUESTIONS} | dict(fields)
    _refuse(complete)
    return Answers(**{question.field: question.parse(complete[question.field]) for question in QUESTIONS})


def _refuse(fields: Mapping[str, str]) -> None:
    """Raise UsageProblem with everything that is wrong in answers given beforehand."""
    questions = {question.field: question for question in QUESTIONS}
    wrong = []
    for name, answer in sorted(fields.items(), key=lambda item: item[0] in questions):  # what is unknown comes first
        if name not in questions:
            names = ", ".join(questions)
            wrong.append(f"{name}: {say(f'没有这一项，可用：{names}。', f'there is no such answer. Known: {names}.')}")
            continue
        try:
            questions[name].parse(answer)
        except Refused as refused:
            wrong.append(f"{name}: {refused}")
    if wrong:
        raise UsageProblem("\n".join(wrong))


def _try(question: Question, answer: str, write: Callable[[str], None]) -> str | None:
    try:
        return question.parse(answer)
    except Refused as refused:
        write(f"  {refused}")
        return None
