"""Templates of staff mode: theme/templates/staff/, with the shop's colours and one script."""

from functools import cached_property
from pathlib import Path

import rcssmin
import rjsmin
from jinja2 import Environment, FileSystemLoader, StrictUndefined
from markupsafe import Markup

from plugins.shared.files import digest
from plugins.site.site import Site
from plugins.site.theme import ThemeAssets
from plugins.staff.pages import StaffPage


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
        own = Markup(rcssmin.cssmin((self._folder / "staff.css").read_text(encoding="utf-8")))
        self._jinja.globals.update(
            shop=site.shop, now=site.now, styles=assets.styles("base") + own, script=self.script[0]
        )

    @cached_property
    def script(self) -> tuple[str, bytes]:
        """Path and bytes of the one script; its name carries its digest."""
        source = (self._folder / "staff.js").read_text(encoding="utf-8")
        data = str(rjsmin.jsmin(source)).encode("utf-8")
        return f"theme/staff.{digest(data)[:8]}.js", data

    def render(self, page: StaffPage) -> bytes:
        """Return a page's HTML."""
        template = self._jinja.get_template(f"staff/{page.template}.html")
        return template.render(root=page.root, page=page.template, **page.values).encode("utf-8")
