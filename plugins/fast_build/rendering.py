"""Pages rendered only where an input changed, written only where their bytes did."""

import hashlib
import json
import os
from collections.abc import Callable, Iterable, Mapping, Sequence
from pathlib import Path
from typing import Any, NamedTuple

from jinja2 import Environment

from plugins.fast_build.fingerprint import Fingerprint, Unfathomable
from plugins.fast_build.reads import Reads
from plugins.fast_build.stamps import size_in, stamp_of
from plugins.fast_build.store import Output
from plugins.fast_build.templates import Templates, load
from plugins.fast_build.workers import in_workers
from plugins.products.card import ProductCard
from plugins.site.pages import OutputPage

_NEW = os.O_WRONLY | os.O_CREAT | os.O_EXCL | getattr(os, "O_BINARY", 0)
_REPLACE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


class Job(NamedTuple):
    """A page to have in output/: its template, the values that pages of that template share, and the page's own."""

    name: str
    template: str
    shared: Mapping[str, Any]
    page: OutputPage | None = None

    def values(self) -> Mapping[str, Any]:
        """Return the names that the template may use."""
        return {**self.shared, **self.page.values} if self.page else self.shared


WriteOthers = Callable[[], Iterable[str]]
"""Writes files that are no pages, and returns their names."""


class Rendered(NamedTuple):
    """A page after a build, and whether it was rendered and written for that."""

    output: Output
    rendered: bool
    written: bool


class Renderer:
    """Renders the jobs of one build.

    ``frame`` is the digest of what every page depends on; files next to ``scratch`` are written before they replace a
    page. With ``same_values`` the pages of the last build have the values that they had, and need not tell them.
    """

    def __init__(
        self,
        environment: Environment,
        reads: Reads,
        frame: str,
        output: Path,
        before: Mapping[str, Output],
        fingerprint: Fingerprint,
        scratch: Path,
        same_values: bool = False,
    ) -> None:
        self._environment = environment
        self._templates = Templates(environment)
        self._reads = reads
        self.frame = frame
        self._output = output
        self._before = before
        self._fingerprint = fingerprint
        self._scratch = scratch
        self._same_values = same_values

    def names(self, template: str) -> frozenset[str]:
        """Return every name that a template, or anything it includes, may look up."""
        return self._templates.closure(template).names

    def render(
        self, jobs: Sequence[Job], others: Sequence[WriteOthers] = (), processes: int | None = None
    ) -> tuple[dict[str, Rendered], dict[str, frozenset[str]]]:
        """Bring every page up to date; return them by name, and for the files of ``others`` what was looked up."""
        self._scratch.parent.mkdir(parents=True, exist_ok=True)
        for template in dict.fromkeys(job.template for job in jobs):
            self._templates.closure(template)  # before the fork: once for all
            if not self._before:
                load(self._environment, template)
        work: list[Job | WriteOthers] = [*others, *jobs]
        pages: dict[str, Rendered] = {}
        files: dict[str, frozenset[str]] = {}
        for each, row in in_workers(self._share, work, processes):
            if isinstance(each, Job):
                output = Output(*row[2:]) if row[0] or row[1] else self._before[each.name]
                pages[each.name] = Rendered(output, row[0], row[1])
            else:
                files |= dict.fromkeys(row[0], self._reads.names_in(row[1]))
        return pages, files

    def _share(self, work: Sequence[Job | WriteOthers]) -> list[Any]:
        return [self._one(each) if isinstance(each, Job) else self._other(each) for each in work]

    def _other(self, write: WriteOthers) -> tuple[list[str], str]:
        self._reads.start("")
        return list(write()), self._reads.noted()

    def _one(self, job: Job) -> tuple[Any, ...]:
        self._reads.start(job.name)
        before = self._before.get(job.name)
        path = f"{self._output}/{job.name}"  # a Path costs more than the look itself
        there = before is not None and _stamp(path) == before.stamp
        known = before.given if before and self._same_values else ""
        values = None if known else job.values()
        given = known or self._given(values or {})
        base = self._base(job, given)
        if base and before and there and self._holds(before, base):
            return False, False
        values = job.values() if values is None else values
        data = load(self._environment, job.template).render(values).encode("utf-8")
        stamp, written = self._write(path, data, before.stamp if before and there else "")
        noted = self._reads.noted()
        key = self._key(base, noted) if base else ""
        shows = _slugs_of_cards(values) if self._reads.product else ""  # asked for about products' own pages only
        return True, written, stamp, key, noted, shows, given

    def _write(self, path: str, data: bytes, stamp: str) -> tuple[str, bool]:
        """Have a page on disk (with a ``stamp`` it is as it was left); return its stamp and whether it was written."""
        if not stamp and (new := write_new(path, data)):
            return new, True
        stamp = stamp or _stamp(path)
        if size_in(stamp) == len(data) and _holds(path, data):
            return stamp, False
        return write(path, data, f"{self._scratch}.{os.getpid()}"), True

    def _holds(self, before: Output, base: str) -> bool:
        if not before.key or not self._reads.names.issubset(self._reads.names_in(before.reads)):
            return False
        return before.key == self._key(base, before.reads)

    def _given(self, values: Mapping[str, Any]) -> str:
        """Return the digest of what a page is handed; "" for what has none: such pages are always made."""
        try:
            return self._fingerprint.of(values)
        except Unfathomable:
            return ""

    def _base(self, job: Job, given: str) -> str:
        """Return what of the key is known before rendering; "" where no key could tell."""
        closure = self._templates.closure(job.template)
        return f"{self.frame}\n{closure.digest}\n{job.name}\n{given}" if given and closure.pure else ""

    def _key(self, base: str, noted: str) -> str:
        try:
            text = f"{base}\n{self._reads.answers(noted)}"
        except Unfathomable:
            return ""
        return hashlib.sha256(text.encode("utf-8")).hexdigest()


def _slugs_of_cards(values: Mapping[str, Any]) -> str:
    """Return as JSON the slugs of the products whose cards a page is handed."""
    found: set[str] = set()
    for value in values.values():
        if type(value) is ProductCard:
            found.add(value.slug)
        elif type(value) is list:
            found.update(each.slug for each in value if type(each) is ProductCard)
    return json.dumps(sorted(found)) if found else "[]"


def write(path: str, data: bytes, scratch: str) -> str:
    """Replace a generated file in one step, by way of ``scratch``, and return its stamp.

    Who reads it meanwhile gets the old one or the new one whole.
    """
    _fill(scratch, _REPLACE, data)
    try:
        os.replace(scratch, path)
    except OSError:  # another file system
        os.unlink(scratch)
        return _fill(path, _REPLACE, data)
    return stamp_of(os.stat(path))  # moving a file is a change of it


def write_new(path: str, data: bytes) -> str:
    """Write a generated file and return its stamp; "" where there is one already. Nearly always its folder is new."""
    _make_folder(os.path.dirname(path))
    try:
        return _fill(path, _NEW, data)
    except FileExistsError:
        return ""


def _fill(path: str, how: int, data: bytes) -> str:
    file = os.open(path, how, 0o666)
    try:
        written = os.write(file, data)
        while written < len(data):
            written += os.write(file, data[written:])
        return stamp_of(os.fstat(file))
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # nearly always the folder above is there
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:
        return


def _holds(path: str, data: bytes) -> bool:
    try:
        return Path(path).read_bytes() == data
    except OSError:
        return False


def _stamp(path: str) -> str:
    try:
        return stamp_of(os.stat(path))
    except OSError:
        return ""
