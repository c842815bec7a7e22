"""One run of Pelican that keeps what has not changed since the last one."""

import gc
import hashlib
import json
import logging
import time
from collections.abc import Iterable, Mapping
from dataclasses import fields, replace
from datetime import datetime
from functools import cached_property
from pathlib import Path
from typing import Any

from plugins.fast_build.engine import engine, is_loaded_code, surroundings, watched
from plugins.fast_build.files import RememberedFiles
from plugins.fast_build.fingerprint import Fingerprint, Unfathomable
from plugins.fast_build.foreign import foreign_parts
from plugins.fast_build.front import is_current
from plugins.fast_build.moments import next_change
from plugins.fast_build.parts import Parts
from plugins.fast_build.reads import SHARED, Reads
from plugins.fast_build.rendering import Rendered, Renderer, WriteOthers
from plugins.fast_build.sources import Sources
from plugins.fast_build.stamps import digest_of, stamp_of
from plugins.fast_build.store import Output, Source, store_for
from plugins.fast_build.templates import compile_late
from plugins.shared.files import write_if_changed
from plugins.shared.language import say
from plugins.site.site import Site

logger = logging.getLogger(__name__)

_OWN_SETTINGS = frozenset(
    {"SITE", "WRITTEN", "THEME_ASSETS", "TEMPLATE_GLOBALS", "FAST_BUILD", "PLUGINS", "PUBLIC_PICTURES"}
    | {"ENGLISH", "TRANSLATOR"}
)


class FastBuild:
    """What a build takes over from the last one, and what it leaves to the next."""

    def __init__(self, settings: dict[str, Any], now: datetime) -> None:
        gc.disable()  # a build makes much and drops little; Python would look through all of it again and again
        self._settings = settings
        self._now = now
        self._content, self._theme = Path(settings["PATH"]), Path(settings["THEME"])
        self._output = Path(settings["OUTPUT_PATH"])
        self._root = Path(settings["CACHE_PATH"]).parent  # where pelicanconf.py is
        self._store = store_for(Path(settings["CACHE_PATH"]), self._output)
        self._started_ns = time.time_ns()
        if self._store.meta().get("surroundings") != surroundings():
            self._store.clear()  # another format, too
        before = self._store.sources()
        self._sources = Sources(self._watched(), before, self._started_ns)
        self._engine = engine({name: self._source(name) for name in self._sources.now if _is_code(name)})
        if self._store.meta().get("engine") != self._engine:
            self._store.clear()
            if before:
                self._sources = Sources(self._watched(), {}, self._started_ns)
        self._before = self._store.outputs()
        self.files = RememberedFiles(self._content, self._sources, self._store.records())
        self._foreign: list[str] = []
        self._shared = set(filter(None, self._store.meta().get("shared", "").split(",")))
        self._environment: Any = None
        self._site: Site | None = None
        self._reads: Reads | None = None
        self._writer: Any = None
        self._fingerprint = Fingerprint()
        self._renderer: Renderer | None = None
        self._later: list[WriteOthers] = []
        self.pages: dict[str, Rendered] = {}

    def digest_of(self, path: Path) -> str:
        """Return the SHA-256 of a content file's bytes, read only where its stamp is new."""
        return self._sources.digest(f"content/{path.relative_to(self._content).as_posix()}") or digest_of(path)

    def is_as_left(self, name: str) -> bool:
        """Tell whether a file of the output still is what the last build wrote."""
        before = self._before.get(name)
        return before is not None and _stamp(self._output / name) == before.stamp

    def kept(self, folder: str, ending: str) -> list[str]:
        """Return the files below a folder of output/ that the last build left, if this one would write the same."""
        names = [name for name in self._before if name.startswith(folder) and name.endswith(ending)]
        return names if self.is_same_content and all(map(self.is_as_left, names)) else []

    @cached_property
    def _inputs(self) -> str:
        """The digest of all that decides what pages are handed: content, settings, code."""
        self._sources.read_all()
        content = sorted((name, each.digest) for name, each in self._sources.now.items() if name.startswith("content/"))
        return self._fingerprint.of([self._engine, self._settled, content])

    @cached_property
    def is_same_content(self) -> bool:
        """Whether pages are handed what the last build handed them: nothing was edited but templates and styles."""
        meta = self._store.meta()
        return meta.get("inputs") == self._inputs and is_current(meta, self._now)

    def watch(self, site: Site) -> tuple[Site, Reads]:
        """Return the site for generators and templates, and the notebook for what they look up in it."""
        from plugins.fast_build.own_fields import watch_products
        from plugins.products.card import product_card
        from plugins.site.globals import reads_of

        self._reads = reads_of(site)
        self._site = watch_products(replace(site, bodies=self.files.put_away(site.bodies)), self._reads)
        for product in self._site.catalog.products:
            product_card(product, self._site)  # before the fork: once for all
        return self._site, self._reads

    def share_environment(self, generator: Any) -> None:
        """Let all generators use one Jinja environment, so that a template is compiled once, and late."""
        is_ours = not foreign_parts(self._settings)
        if self._environment is None:
            self._environment = generator.env
            generator.env.auto_reload = False
            if self._reads and is_ours:
                Parts(generator.env, self._reads).install()
        if is_ours:
            generator.env = self._environment
            compile_late(generator)

    def writer(self, pelican: Any) -> type | None:
        """Return the class of the writer that keeps pages, or None where every page must be made by Pelican."""
        self._foreign = foreign_parts(self._settings)
        if self._foreign:
            names = "、".join(self._foreign)
            logger.info("Every page is rendered, for %s", names)
            print(say(f"每一页都重新生成，因为用了 {names}。", f"Every page is made anew, because of {names}."))
            return None
        from plugins.fast_build.writer import FOREIGN, FastWriter

        assert self._reads
        renderer = Renderer(
            self._environment,
            self._reads,
            self._frame(),
            self._output,
            self._before,
            Fingerprint(FOREIGN, self.files.digests),
            self._store.path.with_suffix(".page"),
            self.is_same_content,
        )
        build = self

        class ThisWriter(FastWriter):
            """The writer of this build."""

            def __init__(self, output_path: str, settings: Mapping[str, Any]) -> None:
                super().__init__(output_path, settings, renderer.names)
                build._writer = self

        self._renderer = renderer
        return ThisWriter

    def write_later(self, write: WriteOthers) -> None:
        """Have other files written while pages are; ``write`` returns their paths below output/."""
        self._later.append(write)

    def write_pages(self) -> None:
        """Render and write what the writer has kept, and what was left for later."""
        written: set[str] = self._settings["WRITTEN"]
        if self._renderer is None or self._reads is None:
            written.update(name for write in self._later for name in write())
            return
        asked = set(self._reads.names)
        if not self.is_same_content and self._site:
            for card in self._site.cards.values():
                self._fingerprint.of(card)  # before the fork: once for all
        self.pages, files = self._renderer.render(list(self._writer.jobs.values()), self._later)
        written.update(files)
        asked.update(*files.values())
        self._shared |= {name for name in asked if name.startswith(SHARED)}
        for name, text in self._writer.files.items():
            write_if_changed(self._output / name, text.encode("utf-8"))
        logger.info("%s pages: %s", len(self.pages), self._counts())

    def save(self, written: Iterable[str]) -> None:
        """Keep the state of this build for the next; to be called when everything is on disk."""
        self._sources.read_all()
        is_whole = self._distrust_changed()
        outputs = {name: self._output_row(name) for name in written}
        assert self._site
        until = next_change(self._now, self._site.landing_pages)
        meta = {
            "engine": self._engine,
            "surroundings": surroundings(),
            "content": str(self._content.resolve()),
            "theme": str(self._theme.resolve()),
            "built_for": self._now.isoformat(),
            "valid_until": until.isoformat(),
            "foreign": ",".join(self._foreign),
            "by_front": "",
            "inputs": self._inputs if is_whole else "",
            **self._counts(),
            **self._for_touch_up(self._site),
        }
        self._store.save(
            {
                "meta": list(meta.items()),
                "sources": self._sources.rows(),
                "records": self.files.rows(),
                "outputs": [(name, *each) for name, each in outputs.items() if self._before.get(name) != each],
            },
            {
                "sources": self._sources.gone(),
                "records": self.files.gone(),
                "outputs": [name for name in self._before if name not in outputs],
            },
        )

    def _for_touch_up(self, site: Site) -> dict[str, str]:
        """Return what ``touch_up`` needs to render a product's page by itself; no context where it could not."""
        shared = self._writer.shared.get("product.html") if self._renderer else None
        plain = shared is not None and all(type(value) in (str, int, bool) for value in shared.values())
        alone = plain and not self._settings["THEME_TEMPLATES_OVERRIDES"]
        targets = [(name, each.title, each.url) for name, each in site.references.items()]
        made = (page.output.reads for page in self.pages.values() if page.rendered)
        self._shared |= {name for reads in made if SHARED in reads for name in json.loads(reads)}
        rows = {
            "page_context": shared if alone else "",
            "targets": [each for each in targets if not each[0].startswith("product:")],
            "pictures": [[getattr(each, field.name) for field in fields(each)] for each in site.pictures.values()],
        }
        saved = {name: json.dumps(row, ensure_ascii=False) if row != "" else "" for name, row in rows.items()}
        asked = sorted(name for name in self._shared if name.startswith(SHARED))
        return {"frame": self._renderer.frame if self._renderer else "", "shared": ",".join(asked), **saved}

    def _counts(self) -> dict[str, str]:
        """Return how many pages were rendered and written."""
        pages = self.pages.values()
        return {
            "rendered": str(sum(page.rendered for page in pages)),
            "written": str(sum(page.written for page in pages)),
        }

    def _watched(self) -> Any:
        return watched(self._root, self._content, self._theme)

    def _source(self, name: str) -> Source:
        self._sources.digest(name)
        return self._sources.now[name]

    def _output_row(self, name: str) -> Output:
        if name in self.pages:
            return self.pages[name].output
        return Output(_stamp(self._output / name))

    def _distrust_changed(self) -> bool:
        """Whatever was edited while the build ran may have been read before or after: the next build reads it again.

        False where there is such a file.
        """
        is_whole = True
        stamps = {name: stamp for name, _, stamp in self._watched()}
        if not is_loaded_code(stamps):
            self._engine = ""
        for name, stamp in stamps.items():
            source = self._sources.now.get(name)
            if source and source.stamp and source.stamp != stamp:
                self._sources.now[name] = Source("", "")
                is_whole = False
        return is_whole

    def _frame(self) -> str:
        """Return the digest of what every page depends on: code, settings, the shop's facts, the theme's files."""
        assert self._site
        assets = [
            (name, self._sources.digest(name))
            for name in sorted(self._sources.now)
            if name.startswith("theme/") and not name.startswith("theme/templates/")
        ]
        return self._fingerprint.of([self._engine, self._settled, assets, self._site.shop])

    @cached_property
    def _settled(self) -> list[tuple[str, str]]:
        """The digests of the settings."""
        return [
            (name, _settled(self._fingerprint, value))
            for name, value in sorted(self._settings.items())
            if name not in _OWN_SETTINGS
        ]


def _settled(fingerprint: Fingerprint, value: Any) -> str:
    """Return the digest of a setting; functions are code, which has a digest of its own."""
    try:
        return fingerprint.of(value)
    except Unfathomable:
        return hashlib.sha256(type(value).__qualname__.encode()).hexdigest()


def _stamp(path: Path) -> str:
    try:
        return stamp_of(path.stat())
    except OSError:
        return ""


def _is_code(name: str) -> bool:
    return name.startswith(("plugins/", "settings/"))
