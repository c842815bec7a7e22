"""The front matter of articles and pages."""

from typing import Annotated, Any, Literal

from pydantic import BeforeValidator

from plugins.products.model import Question
from plugins.shared.validation import ContentModel, Day, Moment, Slug, Switch, Text, WebAddress, shaped


def _without_detached(value: Any) -> Any:
    """An article that was detached is kept out of WeChat like one that never went there."""
    return "off" if str(value).strip().lower() == "detached" else value


_InWechat = Annotated[Switch, BeforeValidator(_without_detached)]


class Source(ContentModel):
    """Where a reprinted article was first published."""

    name: Text
    url: WebAddress


class Article(ContentModel):
    """A text in content/articles/; ``category`` is its standing column (栏目).

    ``cover_focus`` is the point of the cover that every cut keeps in view: right and down, from 0 to 1.
    ``corrected`` is the day of the last edit after the article was published in WeChat, written by the sync.
    """

    slug: Slug
    title: Text
    id: str = ""
    date: Moment
    author: str = ""
    digest: str = ""
    cover: str = ""
    cover_focus: Annotated[str, shaped(r"(0(\.\d+)?|1(\.0+)?) (0(\.\d+)?|1(\.0+)?)", "0.5 0.3")] = "0.5 0.5"
    tags: tuple[Text, ...] = ()
    category: Text
    intent: Literal["service", "promotion"] = "service"
    products: tuple[Slug, ...] = ()
    reprint: Switch = False
    source: Source | None = None
    push_date: Day | None = None
    post: str = ""
    post_position: int = 0
    wechat: _InWechat = True
    corrected: Day | None = None
    status: Literal["published", "draft"] = "published"
    body: str = ""

    @property
    def url(self) -> str:
        """Root-relative address of the article."""
        return f"/articles/{self.slug}/"

    @property
    def path(self) -> str:
        """The file below content/."""
        return f"articles/{self.slug}.md"


class QuestionGroup(ContentModel):
    """Questions about one subject."""

    title: Text
    items: tuple[Question, ...]


class Page(ContentModel):
    """A text in content/pages/ with an address of its own."""

    slug: Slug
    title: Text
    digest: str = ""
    template: Literal["page", "service"] = "page"
    faq: tuple[QuestionGroup, ...] = ()
    status: Literal["published", "draft"] = "published"
    body: str = ""

    @property
    def url(self) -> str:
        """Root-relative address of the page."""
        return f"/{self.slug}/"

    @property
    def path(self) -> str:
        """The file below content/."""
        return f"pages/{self.slug}.md"
