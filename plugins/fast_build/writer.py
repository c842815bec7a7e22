"""Pelican's writer, except that pages are kept for the end of the build, when all of them are known."""

import io
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Any

from pelican.contents import Content
from pelican.paginator import Page as PaginatorPage
from pelican.paginator import Paginator
from pelican.urlwrappers import URLWrapper
from pelican.writers import FileOverwriteFailedError, Writer

from plugins.fast_build.fingerprint import Describe
from plugins.fast_build.rendering import Job
from plugins.site.pages import OutputPage

FOREIGN: Mapping[type, Describe] = {
    Content: lambda each: (each._content, each.source_value, each.url, each.save_as, each.status),
    URLWrapper: lambda each: (each.name, each.slug, each.url, each.save_as),
    Paginator: lambda each: (each.name, each.url, each.per_page, each.orphans, list(each.object_list)),
    PaginatorPage: lambda each: (each.full_name, each.base_url, each.number, list(each.object_list), each.paginator),
}
"""What stands for Pelican's objects: all that our readers put into them. Settings are digested apart."""


class FastWriter(Writer):  # type: ignore[misc]
    """Collects pages as jobs and files as bytes. Pelican's own rules on overwriting hold."""

    def __init__(self, output_path: str, settings: Mapping[str, Any], names: Callable[[str], frozenset[str]]) -> None:
        super().__init__(output_path, settings=settings)
        self.jobs: dict[str, Job] = {}
        self.files: dict[str, str] = {}
        self.shared: dict[str, Mapping[str, Any]] = {}
        self._names = names
        self._asked: tuple[str, Mapping[str, Any]] | None = None

    def add_page(self, page: OutputPage, template: Any, context: Mapping[str, Any]) -> None:
        """Keep a page of ours; of the context it gets what its template names."""
        name, layout = page.save_as, template.name
        if name in self.jobs:
            raise FileOverwriteFailedError(f'"{name}" is written twice')
        if layout not in self.shared:
            self.shared[layout] = self._narrow(layout, context)
        self.jobs[name] = Job(name, layout, self.shared[layout], page)
        self.settings["WRITTEN"].add(name)

    def write_file(self, name: str, template: Any, *arguments: Any, **named: Any) -> None:
        """Do as Pelican does, pagination included, with a stand-in that keeps what it should render."""
        super().write_file(name, _StandIn(template.name, self._ask), *arguments, **named)

    def _ask(self, template: str, context: Mapping[str, Any]) -> str:
        self._asked = template, self._narrow(template, context)
        return ""

    def _narrow(self, template: str, context: Mapping[str, Any]) -> dict[str, Any]:
        return {name: context[name] for name in sorted(self._names(template)) if name in context}

    def _open_w(self, filename: str, encoding: str, override: bool = False) -> io.StringIO:
        """Pelican opens each file here: pages just asked for become jobs, anything else is kept as text."""
        name = Path(filename).relative_to(self.output_path).as_posix()
        if filename in self._overridden_files:
            if override:
                raise FileOverwriteFailedError(f'"{name}" was overwritten before')
            return _Kept(lambda text: None)
        if filename in self._written_files and not override:
            raise FileOverwriteFailedError(f'"{name}" is written twice')
        if override:
            self._overridden_files.add(filename)
        self._written_files.add(filename)
        return _Kept(lambda text: self._keep(name, text))

    def _keep(self, name: str, text: str) -> None:
        if self._asked:
            template, values = self._asked
            self.jobs[name] = Job(name, template, values)
            self._asked = None
        else:
            self.files[name] = text


class _StandIn:
    """A template that hands on what it is asked to render."""

    def __init__(self, name: str, ask: Callable[[str, Mapping[str, Any]], str]) -> None:
        self.name = name
        self._ask = ask

    def render(self, context: Mapping[str, Any]) -> str:
        """Render nothing yet."""
        return self._ask(self.name, context)


class _Kept(io.StringIO):
    """A text file whose content is handed on when it is closed."""

    def __init__(self, keep: Callable[[str], None]) -> None:
        super().__init__()
        self._keep = keep

    def close(self) -> None:
        if not self.closed:
            self._keep(self.getvalue())
        super().close()
