"""The front matter of articles and pages."""

from typing import Annotated, Literal

from plugins.products.model import Question
from plugins.shared.validation import ContentModel, Day, Moment, Slug, Switch, Text, WebAddress, shaped


class Source(ContentModel):
    """Where a reprinted article was first published."""

    name: Text
    url: WebAddress


class Article(ContentModel):
    """A text in content/articles/; ``category`` is its standing column (栏目).

    ``cover_focus`` is the point of the cover that every cut keeps in view: right and down, from 0 to 1.
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
    wechat: Switch = True
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
