"""Whether a theme can be read: every text colour against what is behind it, by day and by night."""

from collections.abc import Iterator, Mapping

from plugins.article_sync.themes.colour import NIGHT, WHITE, Rgb, contrast, night_background, night_text, read_colour
from plugins.shared.language import say

AA = 4.5
"""https://www.w3.org/TR/WCAG22/#contrast-minimum"""
_BEHIND = {f"code-{kind}": "pre" for kind in ("comment", "string", "number", "keyword", "name")}


def flaws(styles: Mapping[str, str]) -> Iterator[str]:
    """Yield a sentence for every part whose text is too pale on its background."""
    ink = colour_of(styles["article"], "color") or NIGHT
    for part, style in styles.items():
        background = _background(style) or _background(styles.get(_BEHIND.get(part, ""), ""))
        text = colour_of(style, "color") or ink
        night_behind = night_background(background) if background else NIGHT
        pairs = {
            ("白天", "day"): contrast(text, background or WHITE),
            ("夜间", "night"): contrast(night_text(text, night_behind), night_behind),
        }
        for (zh, en), found in pairs.items():
            if found < AA:
                yield say(
                    f"{part} 的文字在{zh}对比度只有 {found:.1f}，至少要 {AA}。请调深或调浅颜色。",
                    f"{part}: contrast is {found:.1f} by {en}, at least {AA} is needed. Change its colour.",
                )
    if contrast(ink, (0, 0, 0)) < 1.2:
        yield say("正文不要用纯黑，请用深灰。", "article: pure black is hard on the eyes. Use a dark grey.")


def colour_of(style: str, name: str) -> Rgb | None:
    """Return the colour of a declaration in a style."""
    for declaration in style.split(";"):
        key, _, value = declaration.partition(":")
        if key.strip() == name:
            return read_colour(value)
    return None


def _background(style: str) -> Rgb | None:
    return colour_of(style, "background") or colour_of(style, "background-color")
