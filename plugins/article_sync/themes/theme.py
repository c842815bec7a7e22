"""One theme: base.css and its own file, made into inline declarations once."""

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import cache
from hashlib import sha256
from pathlib import Path

import css_inline
from bs4 import BeautifulSoup

from plugins.article_sync.themes.contrast import flaws
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say

FOLDER = Path(__file__).parent
DEFAULT_THEME = "plain"
_HEADINGS = ("h1", "h2", "h3", "p")
_BOXED = ("code-comment", "code-string", "code-number", "code-keyword", "code-name")
_PARTS = (
    *("quote", "list", "item", "box", "pre", "code", "mark", "sup", "table", "cell", "head", "hr", "figure", "img"),
    *("caption", "formula", "callout", "coupon", "card", "steps", "gallery", "frame", "sublist", "qr", "note"),
)
PARTS = ("article", *_HEADINGS, *_PARTS, *_BOXED)
"""Everything a theme may style: elements by name, all others as classes."""
_VARIABLE = re.compile(r"--([a-z-]+)\s*:\s*([^;}]+)")
_USE = re.compile(r"var\(--([a-z-]+)\)")


@dataclass(frozen=True)
class Theme:
    """Declarations by part, and a short hash of them all."""

    name: str
    styles: Mapping[str, str]

    @property
    def fingerprint(self) -> str:
        """Changes when anything of the looks changes."""
        return sha256(repr(sorted(self.styles.items())).encode("utf-8")).hexdigest()[:12]


def theme_names(folder: Path = FOLDER) -> list[str]:
    """Return the names of all themes."""
    return sorted(path.stem for path in folder.glob("*.css") if path.stem != "base")


@cache
def load_theme(name: str, folder: Path = FOLDER) -> Theme:
    """Return a theme by name.

    Raises:
        UsageProblem: there is no such theme, or its text cannot be read well by day or by night.
    """
    if name not in theme_names(folder):
        known = "、".join(theme_names(folder))
        text = f"没有文章主题 {name}。现有：{known}。", f"there is no article theme {name}, but {known}."
        raise UsageProblem(say(*text))
    sheets = [(FOLDER / "base.css").read_text("utf-8"), (folder / f"{name}.css").read_text("utf-8")]
    styles = inline(resolve("\n".join(sheets), name))
    if found := list(flaws(styles)):
        raise UsageProblem("\n".join(f"themes/{name}.css: {flaw}" for flaw in found))
    return Theme(name, styles)


def resolve(css: str, name: str) -> str:
    """Return a style sheet with its variables replaced by their last values. Raises UsageProblem."""
    css = re.sub(r"/\*.*?\*/", "", css, flags=re.DOTALL)
    values = {found[1]: found[2].strip() for found in _VARIABLE.finditer(css)}

    def value(use: re.Match[str]) -> str:
        if use[1] not in values:
            text = f"--{use[1]} 没有定义。", f"--{use[1]} has no value. Add it to :root."
            raise UsageProblem(f"themes/{name}.css: {say(*text)}")
        return values[use[1]]

    for _ in range(3):  # a variable may name another
        values = {key: _USE.sub(value, text) for key, text in values.items()}
    return _USE.sub(value, re.sub(r":root\s*\{[^}]*\}", "", css))


def inline(css: str) -> dict[str, str]:
    """Return the declarations of every part, as an inliner gives them to a specimen of an article."""
    specimen = f'<section class="article" data-part="article">{"".join(_specimens())}</section>'
    tree = BeautifulSoup(css_inline.inline_fragment(specimen, css), "html.parser")
    found = tree.find_all(attrs={"data-part": True})
    return {str(tag["data-part"]): _spelled(str(tag.get("style", ""))) for tag in found}


def _specimens() -> Iterator[str]:
    for name in _HEADINGS:
        yield f'<{name} data-part="{name}"></{name}>'
    for name in (*_PARTS, *_BOXED):
        yield f'<section class="{name}" data-part="{name}"></section>'


def _spelled(style: str) -> str:
    """Declarations without quotes, which WeChat would not forgive, and without a last semicolon."""
    parts = [part.strip() for part in style.replace('"', "").replace("'", "").split(";")]
    return "; ".join(re.sub(r"\s*:\s*", ": ", part, count=1) for part in parts if part and "position" not in part)
