"""Pages rendered only where an input changed, written only where their bytes did."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment, Template

from plugins.fast_build.fingerprint import Fingerprint, Unfathomable
from plugins.fast_build.reads import Reads
from plugins.fast_build.stamps import stamp_of
from plugins.fast_build.store import Output
from plugins.fast_build.templates import Templates, load
from plugins.fast_build.workers import in_workers
from plugins.products.card import ProductCard

_REPLACE = os.O_WRONLY | os.O_CREAT | os.O_TRUNC | getattr(os, "O_BINARY", 0)


@dataclass(frozen=True)
class Job:
    """A page to have in output/: ``values`` gives the names its template may use, once it is asked for."""

    name: str
    template: str
    values: Callable[[], Mapping[str, Any]]


@dataclass(frozen=True)
class Rendered:
    """A page after a build, and whether it was rendered and written for that."""

    output: Output
    rendered: bool
    written: bool


class Renderer:
    """Renders the jobs of one build.

    ``frame`` is the digest of what every page depends on; files next to ``scratch`` are written before they replace a
    page.
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
    ) -> None:
        self._environment = environment
        self._templates = Templates(environment)
        self._reads = reads
        self.frame = frame
        self._output = output
        self._before = before
        self._fingerprint = fingerprint
        self._scratch = scratch
        self._loaded: dict[str, Template] = {}

    def names(self, template: str) -> frozenset[str]:
        """Return every name that a template, or anything it includes, may look up."""
        return self._templates.closure(template).names

    def render(self, jobs: Sequence[Job], processes: int | None = None) -> dict[str, Rendered]:
        """Bring every page up to date; return them by name, in the order of the jobs."""
        self._scratch.parent.mkdir(parents=True, exist_ok=True)
        for template in dict.fromkeys(job.template for job in jobs):
            self._templates.closure(template)  # before the fork: once for all
            self._template(template)
        rows = in_workers(self._share, jobs, processes)
        return {
            job.name: Rendered(Output(*row[2:]) if row[0] or row[1] else self._before[job.name], row[0], row[1])
            for job, row in zip(jobs, rows, strict=True)
        }

    def _template(self, name: str) -> Template:
        if name not in self._loaded:
            self._loaded[name] = load(self._environment, name)
        return self._loaded[name]

    def _share(self, jobs: Sequence[Job]) -> list[Any]:
        return [self._one(job) for job in jobs]

    def _one(self, job: Job) -> tuple[Any, ...]:
        self._reads.start(job.name)
        values = job.values()
        before = self._before.get(job.name)
        base = self._base(job, values)
        path = f"{self._output}/{job.name}"  # a Path costs more than the look itself
        there = before is not None and _stamp(path) == before.stamp
        if base and before and there and self._holds(before, base):
            return False, False
        data = self._template(job.template).render(values).encode("utf-8")
        names = sorted(self._reads.names)
        digest = hashlib.sha256(data).hexdigest()
        if before and there:
            same, stamp = before.digest == digest, before.stamp
        else:
            stamp = _stamp(path)
            same = bool(stamp) and _holds(path, data)
        if not same:
            stamp = write(path, data, f"{self._scratch}.{os.getpid()}" if stamp else "")
        key = self._key(base, names) if base else ""
        shows = json.dumps(sorted(_cards_in(values)), ensure_ascii=False)
        return True, not same, stamp, digest, key, json.dumps(names, ensure_ascii=False), shows

    def _holds(self, before: Output, base: str) -> bool:
        names = json.loads(before.reads) if before.key else []
        return self._reads.names.issubset(names) and before.key == self._key(base, names)

    def _base(self, job: Job, values: Mapping[str, Any]) -> str:
        """Return the digest of what is known before rendering; "" for what has none: such pages are always made."""
        closure = self._templates.closure(job.template)
        try:
            return self._fingerprint.of([self.frame, closure.digest, job.name, values]) if closure.pure else ""
        except Unfathomable:
            return ""

    def _key(self, base: str, names: Sequence[str]) -> str:
        try:
            parts = [base, *(f"{name}={self._reads.now(name)}" for name in names)]
        except Unfathomable:
            return ""
        return hashlib.sha256("\n".join(parts).encode("utf-8")).hexdigest()


def _cards_in(values: Mapping[str, Any]) -> set[str]:
    lists = [value if isinstance(value, list) else [value] for value in values.values()]
    return {each.slug for items in lists for each in items if isinstance(each, ProductCard)}


def write(path: str, data: bytes, scratch: str = "") -> str:
    """Write a generated file and return its stamp.

    A file that is there already is replaced in one step, by way of ``scratch``: who reads it meanwhile gets the old one
    or the new one whole. Folders are made only where they are missing.
    """
    if scratch:
        _fill(scratch, data)
        try:
            os.replace(scratch, path)
        except OSError:  # another file system
            os.unlink(scratch)
            _fill(path, data)
    else:
        try:
            _fill(path, data)
        except FileNotFoundError:
            _make_folder(os.path.dirname(path))
            _fill(path, data)
    return stamp_of(os.stat(path))


def _fill(path: str, data: bytes) -> None:
    file = os.open(path, _REPLACE, 0o666)
    try:
        left = memoryview(data)
        while left:
            left = left[os.write(file, left) :]
    finally:
        os.close(file)


def _make_folder(path: str) -> None:
    try:
        os.mkdir(path)  # nearly always the folder above is there
    except FileNotFoundError:
        os.makedirs(path, exist_ok=True)
    except FileExistsError:  # another worker was quicker
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
