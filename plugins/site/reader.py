"""content/ to a Site: every file read, every reference and picture checked, all problems at once."""

import difflib
from collections.abc import Callable, Collection, Iterable, Iterator, Sequence
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import NamedTuple, TypeVar

from plugins.articles.model import Article, Page
from plugins.channels import Channel, read_channels
from plugins.forms import Form, read_forms
from plugins.images import Picture, Pictures
from plugins.landing_pages.model import LandingPage
from plugins.landing_pages.reader import read_landing_pages
from plugins.products.model import Catalog
from plugins.products.reader import read_catalog
from plugins.search import read_synonyms
from plugins.shared.errors import ContentProblems, Problem
from plugins.shared.folder import DIRECT, Files, read_folder
from plugins.shared.front_matter import read_document
from plugins.shared.language import say
from plugins.shared.validation import validate
from plugins.site.body import Bodies, direct_bodies, missing_picture
from plugins.site.columns import column_url
from plugins.site.redirects import read_redirects
from plugins.site.references import References, Target
from plugins.site.shop import Shop
from plugins.site.site import Site
from plugins.stores.model import Store
from plugins.stores.reader import read_stores

RESERVED = frozenset(
    {
        "admin",
        "articles",
        "c",
        "columns",
        "compare",
        "coupons",
        "en",
        "favourites",
        "forms",
        "hub",
        "images",
        "landing",
        "m",
        "p",
        "prices",
    }
    | {"products", "search", "staff", "stores", "theme"}
)
"""First steps of addresses that a page must not take."""

_Read = TypeVar("_Read")


class _Text(NamedTuple):
    """A Markdown file that was read: where it is, what it names, and its body."""

    path: str
    body: str
    pictures: tuple[str, ...] = ()
    references: tuple[str, ...] = ()


def read_site(
    content: Path,
    pictures: Pictures,
    now: datetime,
    problems: Iterable[Problem] = (),
    site_url: str = "",
    files: Files = DIRECT,
    render_bodies: Bodies = direct_bodies,
    make_references: Callable[[dict[str, Target], set[str]], References] = References,
    articles_apart: bool = False,
    checked: bool = False,
) -> Site:
    """Return the whole site as it is at ``now``; ``site_url`` replaces the shop's own address.

    ``files`` and ``render_bodies`` may remember what they have read before. With ``articles_apart`` articles that
    cannot be read, and what files say about each other, stop nothing: for a reader that checks articles one by one.
    ``checked`` says that this content has been read before, and that nothing in it contradicted anything else.

    Raises:
        ContentProblems: anything that cannot be used, from every file together, with the ``problems`` known before.
    """
    found = list(problems)
    shop = _collect(found, read_shop(content, site_url))
    catalog = _collect(found, read_catalog(content, files))
    landing_pages = _collect(found, read_landing_pages(content, files))
    stores = _collect(found, read_stores(content))
    synonyms = _collect(found, read_synonyms(content))
    articles = _collect(found, _read_articles(content, files))
    pages = _collect(found, _read_pages(content, files))
    channels = _collect(found, read_channels(content, RESERVED | {page.slug for page in pages}))
    forms = _collect(found, read_forms(content))
    found += [] if checked else _unknown_channels(content, landing_pages, channels, {each.path for each in found})
    redirects = _collect(found, read_redirects(content))
    named = targets(catalog, landing_pages, stores, articles, pages, forms)
    if shop and shop.price_list:
        named["prices"] = Target("价目表", "/prices/")
    references = make_references(named, {each.path for each in found})
    unusable = frozenset(each.path.removeprefix("images/") for each in found)
    unread = [each for each in found if not each.path.startswith("articles/")]
    bodies = {}
    texts = list(_texts(shop, catalog, landing_pages, articles, pages, stores, forms))
    rendered = render_bodies({text.path: text.body for text in texts}, references, pictures, unusable)
    for text in texts:
        found += [] if checked else _broken(content, text, pictures, references, unusable)
        body = rendered[text.path]
        found += [Problem(text.path, _line(content, text.path, needle), message) for needle, message in body.problems]
        bodies[text.path] = body.html
    if shop and not checked:
        found += _without_receiver(shop, forms)
    if shop and shop.in_english and not checked:
        from plugins.english.content import read_english  # few shops have it

        found += read_english(content)[2]
    if shop and landing_pages and not checked:
        from plugins.landing_pages.checks import Surroundings, landing_problems  # WeChat's rules take long to load

        found += landing_problems(content, landing_pages, Surroundings(shop, catalog, stores, forms, references))
    stops = unread if articles_apart else found
    if stops or shop is None:
        raise ContentProblems(stops)
    return Site(
        shop=shop,
        catalog=catalog,
        landing_pages=landing_pages,
        stores=stores,
        channels=channels,
        articles=articles,
        pages=pages,
        pictures=pictures,
        references=references,
        bodies=bodies,
        now=now,
        forms=forms,
        synonyms=synonyms,
        redirects=redirects,
    )


def _collect(found: list[Problem], result: tuple[_Read, list[Problem]]) -> _Read:
    found += result[1]
    return result[0]


def read_shop(content: Path, site_url: str = "") -> tuple[Shop | None, list[Problem]]:
    """Return the facts of the shop; ``site_url`` replaces its own address."""
    path = content / "shop.yaml"
    if not path.exists():
        text = say("没有这个文件。请运行 python3 tasks.py init。", "this file is missing. Run python3 tasks.py init.")
        return None, [Problem("shop.yaml", 1, text)]
    document, problems = read_document(content, path)
    if site_url:
        document = replace(document, meta={**document.meta, "site_url": site_url})
    return (None, problems) if problems else validate(Shop, document)


def _read_articles(content: Path, files: Files) -> tuple[tuple[Article, ...], list[Problem]]:
    articles, problems = read_folder(Article, content, "articles", files)
    return order_articles(articles), problems


def order_articles(articles: Iterable[Article]) -> tuple[Article, ...]:
    """Return the published articles, newest first."""
    shown = [article for article in articles if article.status == "published"]
    return tuple(sorted(shown, key=lambda article: (-article.date.timestamp(), article.slug)))


def _read_pages(content: Path, files: Files) -> tuple[tuple[Page, ...], list[Problem]]:
    pages, problems = read_folder(Page, content, "pages", files)
    problems += [Problem(page.path, 1, _reserved(page.slug)) for page in pages if page.slug in RESERVED]
    return tuple(page for page in pages if page.status == "published"), problems


def _without_receiver(shop: Shop, forms: Sequence[Form]) -> list[Problem]:
    """Return a problem for each form that nothing receives."""
    text = say(
        "这个表单没有人接收。请在 shop.yaml 写 forms_url，例如 /submit；或用 link 写外部问卷。",
        "nothing receives this form. Write forms_url in shop.yaml, like /submit, or link to a survey elsewhere.",
    )
    return [Problem(f"forms/{form.slug}.yaml", 1, text) for form in forms if form.fields and not shop.forms_url]


def _unknown_channels(
    content: Path, landing_pages: Iterable[LandingPage], channels: Sequence[Channel], unread: Collection[str]
) -> list[Problem]:
    """Return a problem for each code that channels.yaml does not hold; an unreadable file is reported already."""
    known = [channel.code for channel in channels]
    return [
        Problem(f"landing_pages/{landing.slug}.md", _line(content, f"landing_pages/{landing.slug}.md", code), text)
        for landing in landing_pages
        for code in landing.channel_codes
        if code not in known and "channels.yaml" not in unread
        for text in [_unknown_channel(code, known)]
    ]


def _unknown_channel(code: str, known: Sequence[str]) -> str:
    near = difflib.get_close_matches(code, known, n=1, cutoff=0.4) or known[:1]
    hint_zh, hint_en = (f"是不是想写 {near[0]}？", f"Did you mean {near[0]}?") if near else ("", "")
    return say(
        f"channels.yaml 里没有渠道“{code}”。{hint_zh}", f"channels.yaml has no channel '{code}'. {hint_en}"
    ).strip()


def _reserved(slug: str) -> str:
    return say(f"网站自己要用 /{slug}/，请给文件换个名字。", f"the site itself uses /{slug}/. Rename the file.")


def targets(
    catalog: Catalog,
    landing_pages: tuple[LandingPage, ...],
    stores: tuple[Store, ...],
    articles: tuple[Article, ...],
    pages: tuple[Page, ...],
    forms: tuple[Form, ...],
) -> dict[str, Target]:
    """Return what every reference leads to."""
    found = {f"product:{each.slug}": Target(each.title, each.url) for each in catalog.products}
    found |= {f"category:{each.slug}": Target(each.title, each.url) for each in catalog.all_categories}
    found |= {f"landing:{each.slug}": Target(each.title, each.url) for each in landing_pages}
    found |= {f"article:{each.slug}": Target(each.title, each.url) for each in articles}
    found |= {f"page:{each.slug}": Target(each.title, each.url) for each in pages}
    found |= {f"store:{each.slug}": Target(each.name, each.url) for each in stores}
    found |= {f"form:{each.slug}": Target(each.title, each.url) for each in forms}
    for article in articles:
        column = Target(article.category, column_url(article.category))
        found[f"column:{article.category}"] = column
    return found


def _texts(
    shop: Shop | None,
    catalog: Catalog,
    landing_pages: tuple[LandingPage, ...],
    articles: tuple[Article, ...],
    pages: tuple[Page, ...],
    stores: tuple[Store, ...],
    forms: tuple[Form, ...],
) -> Iterator[_Text]:
    if shop:
        yield _Text("shop.yaml", "", tuple(filter(None, (shop.logo, shop.hero, shop.account_qr))))
    for product in catalog.products:
        related = tuple([f"product:{slug}" for slug in product.related])
        yield _Text(f"products/{product.slug}.md", product.body, product.images, related)
    for landing in landing_pages:
        named = [f"product:{slug}" for slug in landing.products] + [f"store:{slug}" for slug in landing.stores]
        named += [f"form:{landing.form}"] if landing.form else []
        yield _Text(f"landing_pages/{landing.slug}.md", landing.body, _one(landing.hero), tuple(named))
    for article in articles:
        named = [f"product:{slug}" for slug in article.products]
        yield _Text(f"articles/{article.slug}.md", article.body, _one(article.cover), tuple(named))
    for page in pages:
        yield _Text(f"pages/{page.slug}.md", page.body)
    for form in forms:
        yield _Text(f"forms/{form.slug}.yaml", "", (), form.next)
    yield _Text("stores.yaml", "", tuple(store.image for store in stores if store.image))
    images = tuple(category.image for category in catalog.all_categories if category.image)
    yield _Text("products/categories.yaml", "", images)


def public_pictures(site: Site) -> list[Picture]:
    """Return the pictures that may be published: all but those that only products not published show."""
    candidates = {site.pictures[name] for name in site.catalog.unlisted_images if name in site.pictures}
    named = set(_named_pictures(site)) if candidates else set()
    withheld = {each for each in candidates if each.path not in named and not _in_a_body(site, each)}
    return [picture for picture in site.pictures.values() if picture not in withheld]


def _named_pictures(site: Site) -> Iterator[str]:
    """Yield the pictures that fields name; texts are not looked at, so that an edit of one stays on its own page."""
    yield from (site.shop.logo, site.shop.hero, site.shop.account_qr)
    for product in site.catalog.products:
        yield from product.images
    yield from (landing.hero for landing in site.landing_pages)
    yield from (article.cover for article in site.articles)
    yield from (store.image for store in site.stores)
    yield from (category.image for category in site.catalog.all_categories)


def _in_a_body(site: Site, picture: Picture) -> bool:
    return any(picture.src in body for body in site.bodies.values())


def _one(name: str) -> tuple[str, ...]:
    return (name,) if name else ()


def _broken(
    content: Path, text: _Text, pictures: Pictures, references: References, unusable: frozenset[str]
) -> list[Problem]:
    absent = [name for name in text.pictures if name not in pictures and name not in unusable]
    missing = [(name, missing_picture(name, pictures)) for name in absent]
    missing += [
        (name.split(":")[1], references.explain_missing(name))
        for name in text.references
        if name not in references and not references.is_unreadable(name)
    ]
    return [Problem(text.path, _line(content, text.path, needle), message) for needle, message in missing]


def _line(content: Path, name: str, needle: str) -> int:
    lines = (content / name).read_text(encoding="utf-8-sig").splitlines()
    return next((number for number, line in enumerate(lines, start=1) if needle in line), 1)
