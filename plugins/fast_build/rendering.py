"""Pages rendered only where an input changed, written only where their bytes did."""

import hashlib
import json
import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from jinja2 import Environment

from plugins.fast_build.fingerprint import Fingerprint, Unfathomable
from plugins.fast_build.reads import Reads
from plugins.fast_build.stamps import stamp_of
from plugins.fast_build.store import Output
from plugins.fast_build.templates import Templates
from plugins.fast_build.workers import in_workers
from plugins.products.card import ProductCard


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
    """Renders the jobs of one build. ``frame`` is the digest of what every page depends on."""

    def __init__(
        self,
        environment: Environment,
        reads: Reads,
        frame: str,
        output: Path,
        before: Mapping[str, Output],
        fingerprint: Fingerprint,
    ) -> None:
        self._environment = environment
        self._templates = Templates(environment)
        self._reads = reads
        self.frame = frame
        self._output = output
        self._before = before
        self._fingerprint = fingerprint

    def names(self, template: str) -> frozenset[str]:
        """Return every name that a template, or anything it includes, may look up."""
        return self._templates.closure(template).names

    def render(self, jobs: Sequence[Job], processes: int | None = None) -> dict[str, Rendered]:
        """Bring every page up to date; return them by name, in the order of the jobs."""
        for template in dict.fromkeys(job.template for job in jobs):
            self._templates.closure(template)  # before the fork: once for all
        rows = in_workers(self._share, jobs, processes)
        return {
            job.name: Rendered(Output(*row[2:]) if row[0] or row[1] else self._before[job.name], row[0], row[1])
            for job, row in zip(jobs, rows, strict=True)
        }

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
        data = self._environment.get_template(job.template).render(values).encode("utf-8")
        names = sorted(self._reads.names)
        digest = hashlib.sha256(data).hexdigest()
        if before and there:
            same, stamp = before.digest == digest, before.stamp
        else:
            same, stamp = _holds(path, data), _stamp(path)
        if not same:
            stamp = write(path, data)
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


def write(path: str, data: bytes) -> str:
    """Write a generated file and return its stamp; folders are made only where they are missing."""
    try:
        file = open(path, "wb", buffering=0)  # noqa: SIM115 (closed below)
    except FileNotFoundError:
        os.makedirs(os.path.dirname(path), exist_ok=True)
        file = open(path, "wb", buffering=0)  # noqa: SIM115
    with file:
        file.write(data)
        return stamp_of(os.fstat(file.fileno()))


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
