"""The page that the receiver answers with: the same form again, with what was typed and what is wrong."""

import base64
import hashlib
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

from jinja2 import Environment, FileSystemLoader, StrictUndefined

from plugins.forms.model import Form
from plugins.site.shop import Shop
from plugins.site.theme import ThemeAssets


@dataclass(frozen=True)
class AgainPage:
    """Renders with the theme's own partial and styles, without anything else of the site."""

    theme: Path
    shop: Shop
    site_url: str

    def render(
        self,
        form: Form,
        action: str,
        typed: Mapping[str, Sequence[str]],
        errors: Mapping[str, str] | None = None,
        notice: str = "",
    ) -> str:
        """Return the page; ``notice`` is a sentence above the form."""
        return self._environment.get_template("form_again.html").render(
            form=form,
            action=action,
            values=typed,
            errors=errors or {},
            notice=notice,
            shop=self.shop,
            style=self._style,
            channel=None,
            site_url=self.site_url,
            privacy_url=f"{self.site_url}/privacy/",
        )

    @cached_property
    def style_hash(self) -> str:
        """The style's digest as a Content-Security-Policy names it."""
        return f"'sha256-{base64.b64encode(hashlib.sha256(self._style.encode('utf-8')).digest()).decode('ascii')}'"

    @cached_property
    def _style(self) -> str:
        return ThemeAssets(self.theme, self.shop.colour).styles("base", "form")

    @cached_property
    def _environment(self) -> Environment:
        loader = FileSystemLoader(self.theme / "templates")
        return Environment(
            loader=loader, autoescape=True, undefined=StrictUndefined, trim_blocks=True, lstrip_blocks=True
        )
