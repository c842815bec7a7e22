"""An edit of what only a product's own page shows, such as its text: that page is made anew, and of all products only
those are loaded that stand on it. Any doubt, and any mistake in the file, is left to the full run."""

import hashlib
import json
import os
import runpy
from collections.abc import Iterator, Sequence
from datetime import datetime
from functools import partial
from pathlib import Path
from typing import Any

from jinja2 import Environment, FileSystemLoader, TemplateError

from plugins.fast_build.few_files import FewFiles, StoredReferences, Uncertain, stored_product
from plugins.fast_build.files import NotingRenderer
from plugins.fast_build.fingerprint import Fingerprint
from plugins.fast_build.front import Look
from plugins.fast_build.own_fields import CANDIDATES
from plugins.fast_build.reads import SHARED, page_of
from plugins.fast_build.rendering import Job, Rendered, Renderer
from plugins.fast_build.restore import save_value
from plugins.fast_build.store import Output, Record, Store
from plugins.fast_build.templates import parse_once
from plugins.images import Picture
from plugins.products.model import Product
from plugins.shared.errors import ContentProblems
from plugins.shared.folder import parse_value
from plugins.site.globals import FILTERS, reads_of, template_globals
from plugins.site.pages import OutputPage
from plugins.site.reader import read_site
from plugins.site.site import Site
from plugins.site.theme import ThemeAssets

_MOST = 20
_TOO_WIDE = ("refs:", "card:", "catalog:products", "catalog:by_", "site:bodies", "site:references", "site:pictures")
"""Look-ups whose answer needs products that are not loaded."""


def touch_up(last: Look, root: Path, content: Path, output: Path, now: datetime) -> bool:
    """Bring the pages of edited products up to date; False, and nothing written, where that takes a full run."""
    if not last.meta["page_context"] or not 0 < len(last.changed) <= _MOST:
        return False
    own = CANDIDATES - {name.removeprefix(SHARED) for name in last.meta["shared"].split(",")}
    try:
        edits = [_Edit(last.store, content, name.removeprefix("content/"), own) for name in last.changed]
        site = _site_around(last, content, edits, now)
        rendered = _Pages(last, root, output, site, edits).made()
    except (Uncertain, ContentProblems, KeyError, ValueError, OSError, TemplateError):
        return False
    for name, edit in zip(last.changed, edits, strict=True):
        last.sources.learn(name, edit.record.digest)
    pages = rendered.values()
    last.store.save(
        {
            "meta": [
                ("inputs", ""),
                ("rendered", str(sum(page.rendered for page in pages))),
                ("written", str(sum(page.written for page in pages))),
            ],
            "sources": last.sources.rows(),
            "records": [(edit.name, *edit.record) for edit in edits],
            "outputs": [(name, *page.output) for name, page in rendered.items()],
        },
        {},
    )
    return True


class _Edit:
    """A product file that differs from its record in a product's own fields only, and its page as it was."""

    def __init__(self, store: Store, content: Path, name: str, own: frozenset[str]) -> None:
        if not name.startswith("products/") or not name.endswith(".md"):
            raise Uncertain(name)
        data = (content / name).read_bytes()
        product, problems = parse_value(Product, name, data)
        before = stored_product(store, Path(name).stem)
        if product is None or problems or _differences(product, before) - own or product.status != "published":
            raise Uncertain(name)
        self.name = name
        self._uses_before = store.one("records", name)[3]
        self.product = product
        self.save_as = page_of(product.slug)
        self.before = Output(*store.one("outputs", self.save_as))
        self.neighbours: list[str] = json.loads(self.before.shows)
        self.record = Record(hashlib.sha256(data).hexdigest(), save_value(product))

    def put_into(self, site: Site) -> None:
        """Let the site hold the product as it is now."""
        product = self.product
        renderer = NotingRenderer(site.references, site.pictures)
        html, uses, problems = renderer.render(product.body) if product.body.strip() else ("", "", [])
        if problems or _pictures_in(uses) != _pictures_in(self._uses_before):
            raise Uncertain(self.name)  # a picture may have to be published now
        known = site.catalog.by_slug[product.slug]
        known.__dict__.update(product.__dict__)
        object.__setattr__(known, "__pydantic_fields_set__", product.model_fields_set)
        site.bodies[self.name] = html  # type: ignore[index]
        self.record = Record(self.record.digest, self.record.record, html, uses)


def _pictures_in(uses: str) -> set[str]:
    return {use for use in json.loads(uses or "{}") if use.startswith("picture:")}


def _differences(one: Product, other: Product) -> set[str]:
    return {name for name in Product.model_fields if getattr(one, name) != getattr(other, name)}


def _site_around(last: Look, content: Path, edits: Sequence[_Edit], now: datetime) -> Site:
    """Return the site as it was, with the edited products, those that their pages show, and all that is no product."""
    slugs = {slug for edit in edits for slug in (edit.product.slug, *edit.neighbours)}
    files = FewFiles(last.store, slugs)
    pictures = {path: Picture(path, *facts) for path, *facts in json.loads(last.meta["pictures"])}
    references = partial(StoredReferences, store=last.store)
    site_url = os.environ.get("SITEURL", "")
    return read_site(content, pictures, now, (), site_url, files, files.render_bodies, references, checked=True)


class _Pages:
    """The pages of the edited products, before and after the edits."""

    def __init__(self, last: Look, root: Path, output: Path, site: Site, edits: Sequence[_Edit]) -> None:
        self._site, self._edits, self._output = site, edits, output
        self._reads = reads_of(site)
        self._environment = _environment(root)
        theme = ThemeAssets(root / "theme", site.shop.colour)
        self._environment.globals.update(template_globals(site, theme, self._reads))
        self._environment.filters.update(FILTERS)
        self._shared = json.loads(last.meta["page_context"])
        before = {edit.save_as: edit.before for edit in edits}
        self._renderer = Renderer(
            self._environment,
            self._reads,
            last.meta["frame"],
            output,
            before,
            Fingerprint(),
            last.store.path.with_suffix(".page"),
        )
        self._jobs = list(self._jobs_of(edits))

    def made(self) -> dict[str, Rendered]:
        """Render and write; first see that the pages as they were come out of what was loaded, byte for byte."""
        for edit, page in zip(self._edits, self._looks(), strict=True):
            if page != (self._output / edit.save_as).read_bytes():
                raise Uncertain(edit.name)
        for edit in self._edits:
            edit.put_into(self._site)
        self._looks()
        return self._renderer.render(self._jobs, processes=1)[0]

    def _looks(self) -> list[bytes]:
        """Render without writing, and see that no page asks for what is not loaded."""
        return [self._look(job) for job in self._jobs]

    def _look(self, job: Job) -> bytes:
        self._reads.start(job.name)
        page = self._environment.get_template(job.template).render(job.values())
        if any(name.startswith(_TOO_WIDE) for name in self._reads.names):
            raise Uncertain(job.name)
        return page.encode("utf-8")

    def _jobs_of(self, edits: Sequence[_Edit]) -> Iterator[Job]:
        """Yield the pages of edited products; what they show is asked each time they are rendered."""
        from plugins.products.pages import product_pages

        pages = {page.save_as: page for page in product_pages(self._site)}
        for edit in edits:
            yield self._job(pages[edit.save_as])

    def _job(self, page: OutputPage) -> Job:
        return Job(page.save_as, f"{page.template}.html", self._shared, page)


def _environment(root: Path) -> Environment:
    """Return Jinja set up as Pelican does for a theme without overrides, filters or globals of its own."""
    options: dict[str, Any] = runpy.run_path(str(root / "pelicanconf.py"))["JINJA_ENVIRONMENT"]
    loader = FileSystemLoader(root / "theme" / "templates")
    environment = Environment(loader=loader, auto_reload=False, optimized=False, **options)  # few pages: not worth it
    parse_once(environment)
    return environment
