"""Templates of staff mode: theme/templates/staff/, with the shop's colours and one script."""

from functools import cached_property
from pathlib import Path

import rcssmin
import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.shared.files import digest
from plugins.site.site import Site
from plugins.site.theme import ThemeAssets
from plugins.staff.pages import StaffPage

_SCRIPTS = ("base.js", "picks.js", "shelf.js", "compare.js", "labels.js", "stamps.js", "offline.js")


class StaffTemplates:
    """Renders pages against one site and theme."""

    def __init__(self, theme: Path, site: Site, assets: ThemeAssets) -> None:
        self._folder = theme / "static" / "staff"
        self._jinja = Environment(
            loader=FileSystemLoader(theme / "templates"),
            autoescape=True,
            undefined=StrictUndefined,
            trim_blocks=True,
            lstrip_blocks=True,
        )
        self._assets = assets
        names = {"script": self.script[0], "stylesheet": self.stylesheet[0]}
        self._jinja.globals.update(shop=site.shop, now=site.now, **names)

    @cached_property
    def script(self) -> tuple[str, bytes]:
        """Path and bytes of the one script; its name carries its digest."""
        return _named("js", str(rjsmin.jsmin("\n".join(map(self._source, _SCRIPTS)))))

    @cached_property
    def stylesheet(self) -> tuple[str, bytes]:
        """Path and bytes of the one stylesheet: kept once on the tablet, not with every page."""
        return _named("css", str(rcssmin.cssmin(self._source("staff.css"))), str(self._assets.styles("base")))

    def render(self, page: StaffPage) -> bytes:
        """Return a page's HTML."""
        template = self._jinja.get_template(f"staff/{page.template}.html")
        return template.render(root=page.root, page=page.template, **page.values).encode("utf-8")

    def _source(self, name: str) -> str:
        return (self._folder / name).read_text(encoding="utf-8")


def _named(ending: str, text: str, before: str = "") -> tuple[str, bytes]:
    data = (before + text).encode("utf-8")
    return f"theme/staff.{digest(data)[:8]}.{ending}", data
