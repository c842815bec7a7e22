"""Content files as values and as HTML, remembered by the digest of their bytes."""

import hashlib
import json
from collections.abc import Collection, Iterator, Mapping, Sequence
from pathlib import Path
from typing import Any, TypeVar

from plugins.articles.model import Article, Page
from plugins.fast_build.fingerprint import Digest
from plugins.fast_build.restore import restore_value, save_value
from plugins.fast_build.sources import Sources
from plugins.fast_build.spool import PartlySpooled, Spool
from plugins.fast_build.store import Record
from plugins.fast_build.workers import in_workers
from plugins.images import Picture, Pictures
from plugins.landing_pages.model import LandingPage
from plugins.products.model import Product
from plugins.shared.errors import Problem
from plugins.shared.folder import DirectFiles, name_in, parse_value
from plugins.shared.validation import ContentModel
from plugins.site.body import Body, BodyRenderer
from plugins.site.references import References, Target

_Value = TypeVar("_Value", bound=ContentModel)

MODELS: Mapping[str, type[Product | LandingPage | Article | Page]] = {
    "products": Product,
    "landing_pages": LandingPage,
    "articles": Article,
    "pages": Page,
}
"""Folders below content/ and what a file in them becomes."""


class RememberedFiles(DirectFiles):
    """Reads content files once for each content. A file with problems is not remembered, so it tells them again."""

    def __init__(self, content: Path, sources: Sources, before: dict[str, Record]) -> None:
        self._content = content
        self._sources = sources
        self._before = before
        self.records: dict[str, Record] = {}
        self.digests: dict[int, tuple[object, Digest]] = {}
        self._values: dict[str, ContentModel] = {}
        self._texts, self._htmls = Spool(), Spool()
        self._parse_new()

    def read(self, model: type[_Value], content: Path, path: Path) -> tuple[_Value | None, list[Problem]]:
        """Return the typed value of a Markdown file and its problems."""
        name = name_in(content, path)
        record = self.records.get(name)
        if record and record.record:
            self._restore(name, record.record)
        value = self._values.pop(name, None)
        if isinstance(value, model):
            return value, []
        return parse_value(model, name, path.read_bytes())

    def render_bodies(
        self, texts: Mapping[str, str], references: References, pictures: Pictures, unusable: Collection[str]
    ) -> Mapping[str, Body]:
        """Render the bodies that are new, or that lead to or show something else than they did."""
        known = {name: self.records[name] for name in texts if name in self.records}
        done = {name: Body(record.html) for name, record in known.items() if _holds(record, references, pictures)}
        done |= {name: Body() for name, text in texts.items() if not text.strip()}
        left = [name for name in texts if name not in done]

        def render(names: Sequence[str]) -> list[Any]:
            renderer = NotingRenderer(references, pictures, unusable)
            return [renderer.render(texts[name]) for name in names]

        for name, (html, uses, problems) in in_workers(render, left):
            done[name] = Body(html, [(needle, message) for needle, message in problems])
            if name in self.records and not problems:
                record = self.records[name]
                self.records[name] = Record(record.digest, record.record, html, uses)
        return done

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows to save: those that are new or differ."""
        return [
            (name, digest, text or self._texts[name], html or self._htmls.get(name, ""), uses)
            for name, (digest, text, html, uses) in self.records.items()
            if self._before.get(name) != self.records[name]
        ]

    def put_away(self, bodies: Mapping[str, str]) -> Mapping[str, str]:
        """Return rendered bodies; those of new files come from a file from now on, each when it is asked for."""
        new = {name: record for name, record in self.records.items() if self._before.get(name) is not record}
        for name, record in new.items():
            if record.html and bodies.get(name) is record.html:
                self._htmls.put(name, record.html)
                self.records[name] = record._replace(html="")
        self._htmls.write()
        return PartlySpooled(bodies, self._htmls)

    def gone(self) -> list[str]:
        """Return the names of remembered files that are no longer there or no longer good."""
        return [name for name in self._before if name not in self.records]

    def _parse_new(self) -> None:
        below = (name.removeprefix("content/") for name in self._sources.now if name.startswith("content/"))
        names = [name for name in below if model_of(name)]
        new = [name for name in names if f"content/{name}" in self._sources.unread or name not in self._before]
        self.records = {name: self._before[name] for name in names if name in self._before}
        for name, (digest, text, html) in in_workers(self._parse, new):
            self._sources.learn(f"content/{name}", digest)
            if text:
                self.records[name] = Record(digest, "", html)
                self._texts.put(name, text)
                self._restore(name, text)
            elif name in self.records and self.records[name].digest != digest:
                del self.records[name]

    def _restore(self, name: str, text: str) -> None:
        """Have a file's value ready, and what a digest of it would be."""
        model = model_of(name)
        assert model
        try:
            value = restore_value(model, text)
        except (ValueError, TypeError, AttributeError):  # not what we saved
            del self.records[name]
            return
        self._values[name] = value
        self.digests[id(value)] = value, (type(value).__name__, hashlib.sha256(text.encode()).hexdigest())

    def _parse(self, names: Sequence[str]) -> list[Any]:
        renderer = NotingRenderer(References({}), {})
        return [self._parse_one(name, renderer) for name in names]

    def _parse_one(self, name: str, renderer: "NotingRenderer") -> tuple[str, str, str]:
        """Return digest, value as JSON, and the body as HTML where it asks for nothing that other files hold.

        There is no value where the file is as it was, or has problems.
        """
        try:
            with open(f"{self._content}/{name}", "rb", buffering=0) as file:
                data = file.readall()
        except FileNotFoundError:
            return "", "", ""
        digest = hashlib.sha256(data).hexdigest()
        if name in self._before and self._before[name].digest == digest:
            return digest, "", ""
        model = model_of(name)
        assert model
        value, problems = parse_value(model, name, data)
        if value is None or problems:
            return digest, "", ""
        try:
            text = save_value(value)
        except ValueError:  # text that no JSON can hold
            return digest, "", ""
        return digest, text, renderer.render_alone(value.body)


class NotingRenderer:
    """Renders bodies and notes what each leads to and shows."""

    def __init__(self, references: References, pictures: Pictures, unusable: Collection[str] = ()) -> None:
        self._uses: dict[str, str] = {}
        self._renderer = BodyRenderer(
            _NotedReferences(references, self._uses), _NotedPictures(pictures, self._uses), unusable
        )

    def render(self, text: str) -> tuple[str, str, list[tuple[str, str]]]:
        """Return HTML, uses as JSON, and problems."""
        self._uses.clear()
        body = self._renderer.render(text)
        return body.html, json.dumps(self._uses, ensure_ascii=False) if self._uses else "", body.problems

    def render_alone(self, text: str) -> str:
        """Return the HTML of a text that leads nowhere and shows nothing; "" for one that may."""
        if "]" in text or ":::" in text:
            return ""
        html, uses, problems = self.render(text)
        return "" if uses or problems else html


class _NotedReferences(References):
    def __init__(self, references: References, uses: dict[str, str]) -> None:
        super().__init__({})
        self._references = references
        self._uses = uses

    def __getitem__(self, reference: str) -> Target:
        self._uses[f"ref:{reference}"] = _answer(f"ref:{reference}", self._references, {})
        return self._references[reference]

    def __iter__(self) -> Iterator[str]:
        return iter(self._references)

    def __len__(self) -> int:
        return len(self._references)

    def is_unreadable(self, reference: str) -> bool:
        return self._references.is_unreadable(reference)

    def leads_to(self, url: str) -> bool:
        self._uses[f"leads:{url}"] = _answer(f"leads:{url}", self._references, {})
        return self._references.leads_to(url)

    def explain_missing(self, reference: str) -> str:
        return self._references.explain_missing(reference)


class _NotedPictures(Mapping[str, Picture]):
    def __init__(self, pictures: Pictures, uses: dict[str, str]) -> None:
        self._pictures = pictures
        self._uses = uses

    def __getitem__(self, path: str) -> Picture:
        self._uses[f"picture:{path}"] = _answer(f"picture:{path}", {}, self._pictures)
        return self._pictures[path]

    def __iter__(self) -> Iterator[str]:
        return iter(self._pictures)

    def __len__(self) -> int:
        return len(self._pictures)


def _holds(record: Record, references: References, pictures: Pictures) -> bool:
    """Tell whether a remembered body would be rendered the same now. A body without HTML was never rendered."""
    if not record.html or not record.uses:
        return bool(record.html)
    return all(_answer(use, references, pictures) == answer for use, answer in json.loads(record.uses).items())


def _answer(use: str, references: Mapping[str, Target], pictures: Pictures) -> str:
    """Return as text what a body was told when it asked for a reference, an address or a picture."""
    kind, _, name = use.partition(":")
    if kind == "leads":
        assert isinstance(references, References)
        return str(references.leads_to(name))
    if kind == "ref":
        return repr(references.get(name))
    return repr(pictures.get(name))


def model_of(name: str) -> type[Product | LandingPage | Article | Page] | None:
    """Return what a file below content/ becomes."""
    folder, _, rest = name.partition("/")
    return MODELS.get(folder) if rest.endswith(".md") and "/" not in rest else None
