"""The theme's own files: styles inlined page by page, scripts under names that carry their digests."""

from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from pathlib import Path

import rcssmin
import rjsmin
from markupsafe import Markup

from plugins.shared.files import digest
from plugins.site.shop import Colours


@dataclass(frozen=True)
class ThemeAssets:
    """Styles and script of a theme folder, with the shop's own colours."""

    folder: Path
    colours: Colours

    def styles(self, *names: str) -> Markup:
        """Return the named component stylesheets as one minified text, the shop's colours in front of the rest."""
        parts = [self._style(name) for name in names]
        own = "".join(
            f"--wz-{name.replace('_', '-')}:{value};" for name, value in self.colours.model_dump().items() if value
        )
        return Markup("".join(parts) + (f":root{{{own}}}" if own else ""))

    @cached_property
    def script_url(self) -> str:
        """Address of the one script."""
        return f"/theme/site.{digest(self._script)[:8]}.js"

    def bundle_url(self, name: str) -> str:
        """Address of a script that pages fetch when they need it: all files of a folder below js/."""
        return f"/theme/{name}.{digest(self._bundles[name])[:8]}.js"

    @cached_property
    def files(self) -> Mapping[str, bytes]:
        """What the theme adds to output/, by path."""
        icons = sorted((self.folder / "static" / "icons").glob("*"))
        bundles = {self.bundle_url(name).lstrip("/"): script for name, script in self._bundles.items()}
        return (
            {self.script_url.lstrip("/"): self._script}
            | bundles
            | {f"theme/{icon.name}": icon.read_bytes() for icon in icons}
        )

    def made(self, script: bytes) -> bytes:
        """Return a script as this theme publishes it."""
        return script

    @cached_property
    def _script(self) -> bytes:
        return self.made(_joined(self.folder / "static" / "js"))

    @cached_property
    def _bundles(self) -> dict[str, bytes]:
        folders = sorted(path for path in (self.folder / "static" / "js").iterdir() if path.is_dir())
        return {folder.name: self.made(_joined(folder)) for folder in folders}

    @cached_property
    def _styles(self) -> dict[str, str]:
        return {
            path.stem: str(rcssmin.cssmin(path.read_text(encoding="utf-8")))
            for path in sorted((self.folder / "static" / "css").glob("*.css"))
        }

    def _style(self, name: str) -> str:
        return self._styles[name]


def _joined(folder: Path) -> bytes:
    sources = sorted(folder.glob("*.js"))
    return str(rjsmin.jsmin("\n".join(path.read_text(encoding="utf-8") for path in sources))).encode("utf-8")
