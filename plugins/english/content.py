"""content/en/: what the shop has in English. A file is named as the Chinese one and holds only what is translated."""

from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.articles.model import QuestionGroup
from plugins.english.words import HOLE
from plugins.products.model import Question
from plugins.shared.errors import ContentProblems, Problem
from plugins.shared.folder import markdown_files
from plugins.shared.front_matter import read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Text, validate
from plugins.site.body import Bodies
from plugins.site.site import Site

FOLDER = "en"


class ProductText(ContentModel):
    """A product's texts in English; what is missing stays Chinese."""

    title: Text | None = None
    highlights: tuple[Text, ...] | None = None
    faq: tuple[Question, ...] | None = None
    body: Text | None = None


class PageText(ContentModel):
    """A page's texts in English."""

    title: Text | None = None
    digest: Text | None = None
    faq: tuple[QuestionGroup, ...] | None = None
    body: Text | None = None


class ArticleText(ContentModel):
    """An article's texts in English."""

    title: Text | None = None
    digest: Text | None = None
    body: Text | None = None


class LandingText(ContentModel):
    """A promotion's texts in English; short words of offers, steps and coupons stand in words.yaml."""

    title: Text | None = None
    digest: Text | None = None
    rules: tuple[Text, ...] | None = None
    body: Text | None = None


MODELS: dict[str, type[ContentModel]] = {
    "products": ProductText,
    "articles": ArticleText,
    "pages": PageText,
    "landing_pages": LandingText,
}
Texts = dict[str, dict[str, Any]]
"""What replaces Chinese texts, by the path of the Chinese file."""


def read_english(content: Path) -> tuple[Texts, dict[str, str], list[Problem]]:
    """Return the translated texts, the shop's own table of words, and what is wrong with them."""
    texts: Texts = {}
    words, problems = read_words(content / FOLDER, "words.yaml", content)
    for folder, model in MODELS.items():
        for path in markdown_files(content, f"{FOLDER}/{folder}"):
            text, found = _read(content, folder, path, model)
            problems += found
            texts[f"{folder}/{path.name}"] = text
    return texts, words, problems


def read_words(folder: Path, name: str, root: Path) -> tuple[dict[str, str], list[Problem]]:
    """Return a table of words; a missing file is an empty one."""
    if not (folder / name).exists():
        return {}, []
    document, problems = read_document(root, folder / name)
    wrong = [key for key, text in document.meta.items() if not isinstance(text, str) or _repeats(key)]
    text = say("这里写成“中文: English”，一行一条。", "write 'Chinese: English', one to a line.")
    problems += [Problem(document.path, document.line_of((key,)), text) for key in wrong]
    return {} if problems else dict(document.meta), problems


def _repeats(key: str) -> bool:
    """Tell whether two holes of a key have one name."""
    names = HOLE.findall(key)
    return len(set(names)) < len(names)


def _read(content: Path, folder: str, path: Path, model: type[ContentModel]) -> tuple[dict[str, Any], list[Problem]]:
    document, problems = read_document(content, path)
    if not (content / folder / path.name).exists():
        name = f"{folder}/{path.name}"
        text = say(f"没有对应的 {name}。", f"there is no {name} that it translates.")
        problems.append(Problem(document.path, 1, text))
    if problems:
        return {}, problems
    given: dict[str, Any] = {"body": document.body} if document.body.strip() else {}
    value, problems = validate(model, document, **given)
    return {name: getattr(value, name) for name in value.model_fields_set} if value else {}, problems


def english_site(site: Site, texts: Texts, render_bodies: Bodies) -> Site:
    """Return the site with its English texts in place. Raises ContentProblems: a text leads nowhere."""

    def told(folder: str, values: Any) -> tuple[Any, ...]:
        return tuple(each.model_copy(update=texts.get(f"{folder}/{each.slug}.md", {})) for each in values)

    catalog = site.catalog.model_copy(update={"products": told("products", site.catalog.products)})
    return replace(
        site,
        catalog=type(catalog)(**{name: getattr(catalog, name) for name in type(catalog).model_fields}),
        articles=told("articles", site.articles),
        pages=told("pages", site.pages),
        landing_pages=told("landing_pages", site.landing_pages),
        channels=(),  # copies for channels are printed on paper: they stay as they are
        bodies={**site.bodies, **_bodies(site, texts, render_bodies)},
    )


def _bodies(site: Site, texts: Texts, render_bodies: Bodies) -> dict[str, str]:
    given = {name: text["body"] for name, text in texts.items() if "body" in text and name in site.bodies}
    rendered = render_bodies(given, site.references, site.pictures, frozenset())
    found = list(_problems({name: body.problems for name, body in rendered.items()}))
    if found:
        raise ContentProblems(found)
    return {name: body.html for name, body in rendered.items()}


def _problems(bodies: dict[str, list[tuple[str, str]]]) -> Iterator[Problem]:
    for name, problems in bodies.items():
        yield from (Problem(f"{FOLDER}/{name}", 1, message) for _, message in problems)
