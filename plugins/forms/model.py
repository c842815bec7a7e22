"""A form: what it asks, what for, how long the answers are kept, and who is asked about them."""

from typing import Annotated, Literal, Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Slug, Switch, Text, WebAddress, shaped

Kind = Literal["text", "tel", "email", "number", "date", "textarea", "choice", "choices", "scale"]
CHOOSING = ("choice", "choices")
OWN_NAMES = frozenset({"ch", "website", "once", "consent"})
"""Names that every form uses itself: channel, honeypot, double-submit guard, consent."""

SCALE = ("1", "2", "3", "4", "5")
_LONGEST = {"text": 80, "tel": 30, "email": 120, "number": 12, "date": 10, "textarea": 1000, "scale": 1}
_MOST = 2000


class FormField(ContentModel):
    """One question. ``low`` and ``high`` are the words at both ends of a scale of five."""

    name: Annotated[str, shaped(r"[a-z][a-z0-9_]{0,29}", "wechat_id")]
    label: Text
    kind: Kind = "text"
    required: Switch = False
    hint: str = ""
    options: tuple[Text, ...] = ()
    low: str = ""
    high: str = ""
    max_length: Annotated[int, Field(ge=1, le=_MOST)] | None = None

    @model_validator(mode="after")
    def _asks_something_answerable(self) -> Self:
        if self.name in OWN_NAMES:
            text = (
                f"字段名 {self.name} 表单自己要用，请换一个。",
                f"'{self.name}' is used by the form itself. Rename it.",
            )
            raise PydanticCustomError("name", say(*text))
        if (self.kind in CHOOSING) != (len(self.options) >= 2):
            text = (
                "choice 和 choices 至少要有两个 options，别的字段不写 options。",
                "a choice or choices has two options or more, any other field none.",
            )
            raise PydanticCustomError("options", say(*text))
        return self

    @property
    def longest(self) -> int:
        """The most characters an answer may have."""
        return self.max_length or _LONGEST.get(self.kind, max([1, *map(len, self.options)]))

    @property
    def choices(self) -> tuple[str, ...]:
        """What one may choose from; empty where one types."""
        return SCALE if self.kind == "scale" else self.options


class Form(ContentModel):
    """A form of content/forms/. ``link`` leads to a survey elsewhere; such a form has no fields of its own.

    ``next`` are content references that the thanks page offers; ``minutes`` is how long it takes.
    """

    slug: Slug
    title: Text
    purpose: Text
    retention_days: Annotated[int, Field(ge=1, le=1100)]
    contact: Text
    fields: tuple[FormField, ...] = ()
    intro: str = ""
    digest: str = ""
    consent: str = ""
    submit: Text = "提交"
    thanks: Text = "收到了，谢谢。"
    next: tuple[Text, ...] = ()
    minutes: Annotated[int, Field(ge=1, le=60)] | None = None
    link: WebAddress | None = None
    status: Literal["published", "draft"] = "published"

    @model_validator(mode="after")
    def _asks_here_or_elsewhere(self) -> Self:
        if bool(self.fields) == bool(self.link):
            text = (
                "表单要么写 fields，要么写 link（外部问卷），只写一种。",
                "a form has either fields of its own or a link to a survey elsewhere.",
            )
            raise PydanticCustomError("fields", say(*text))
        names = [field.name for field in self.fields]
        if len(set(names)) < len(names):
            raise PydanticCustomError("fields", say("字段的 name 不能重复。", "the names of fields must differ."))
        return self

    @property
    def url(self) -> str:
        """Root-relative address of the form's own page."""
        return f"/forms/{self.slug}/"

    @property
    def thanks_url(self) -> str:
        """Root-relative address of the page after sending."""
        return f"{self.url}thanks/"

    @property
    def retention_text(self) -> str:
        """How long answers are kept: 30 天, 3 个月, 1 年."""
        days = self.retention_days
        for unit, size in (("年", 365), ("个月", 30)):
            if days % size == 0 and days > size * (unit == "个月"):
                return f"{days // size} {unit}"
        return f"{days} 天"
