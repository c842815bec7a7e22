"""Markdown bodies as HTML of this site: references become addresses, pictures become responsive."""

import difflib
from collections.abc import Callable, Collection, Mapping
from dataclasses import dataclass, field
from html import escape
from urllib.parse import urlsplit

from plugins.images import Picture, Pictures
from plugins.shared.directives import NAMES
from plugins.shared.language import say
from plugins.shared.markdown import is_web, render_html
from plugins.site.references import References, is_reference


def missing_picture(name: str, pictures: Pictures) -> str:
    """Return the sentence for a picture that content/images/ does not hold."""
    near = difflib.get_close_matches(name, pictures, n=1, cutoff=0.5)
    hint_zh, hint_en = (
        (f"是不是想写 {near[0]}？", f"Did you mean {near[0]}?") if near else ("请放进去。", "Put it there.")
    )
    return say(f"content/images/ 里没有 {name}。{hint_zh}", f"content/images/ has no {name}. {hint_en}")


@dataclass
class Body:
    """A rendered body; ``problems`` are pairs of the text at fault and the sentence about it."""

    html: str = ""
    problems: list[tuple[str, str]] = field(default_factory=list)


class BodyRenderer:
    """Renders Markdown against one site's references and pictures."""

    def __init__(self, references: References, pictures: Pictures, unusable: Collection[str] = ()) -> None:
        """``unusable`` pictures have been reported by name already."""
        self._references = references
        self._pictures = pictures
        self._unusable = unusable

    def render(self, markdown: str) -> Body:
        """Return the body as sanitised HTML, with what is wrong in it."""
        body = Body()

        def link(target: str) -> str:
            if not is_reference(target):
                body.problems += self._hand_written(target)
                return target
            if target not in self._references:
                if not self._references.is_unreadable(target):
                    body.problems.append((target, self._references.explain_missing(target)))
                return "#"
            return self._references[target].url

        def picture(path: str, alt: str, title: str) -> str:
            if path not in self._pictures and path in self._unusable:
                return ""
            if path not in self._pictures:
                body.problems.append((path, missing_picture(path, self._pictures)))
                return ""
            return render_figure(self._pictures[path], alt, title)

        def part(kind: str, argument: str) -> str:
            if kind in ("callout", "coupon"):
                return f"<p><strong>{escape(argument)}</strong></p>" if argument else ""
            if kind in ("audio", "video"):
                return f"<p>{escape(NAMES[kind])}：{escape(argument)}</p>"
            return _reference(argument if kind == "qr" else f"{kind}:{argument}", kind)

        def _reference(target: str, kind: str) -> str:
            if kind not in ("product", "store", "qr"):
                return ""
            known = self._references.get(target)
            title = escape(known.title if known else target)
            if is_reference(target) or target.startswith(("https://", "http://")):
                return f'<p><a href="{escape(link(target))}">{title}</a></p>'
            return f"<p>{title}</p>"

        body.html = render_html(markdown, link, picture, part) if markdown and not markdown.isspace() else ""
        return body

    def _hand_written(self, target: str) -> list[tuple[str, str]]:
        """Return the problem of an address of this site that leads nowhere; other sites are left alone."""
        path = urlsplit(target).path
        if is_web(target) or target.startswith("#") or (path[:1] == "/" and self._references.leads_to(path)):
            return []
        text = say(
            f"“{target}”不是本站的页面。请写内容的名字，例如 product:文件名、page:about。",
            f"'{target}' is no page of this site. Name the content: product:file-name, page:about.",
        )
        return [(target, text)]


Bodies = Callable[[Mapping[str, str], References, Pictures, Collection[str]], Mapping[str, Body]]
"""From Markdown bodies by path, what they may refer to, and unusable pictures, to rendered ones."""


def direct_bodies(
    texts: Mapping[str, str], references: References, pictures: Pictures, unusable: Collection[str]
) -> Mapping[str, Body]:
    """Render every body, every time."""
    renderer = BodyRenderer(references, pictures, unusable)
    return {path: renderer.render(text) for path, text in texts.items()}


def render_figure(picture: Picture, alt: str, title: str = "") -> str:
    """Return a captioned, lazily loaded picture for running text."""
    sizes = "(min-width: 720px) 600px, 58vw"  # less than it fills: 750 px are enough for a phone of density 3
    caption = f"<figcaption>{escape(title or alt)}</figcaption>" if title or alt else ""
    sources = "".join(
        f'<source type="{kind}" srcset="{escape(srcset)}" sizes="{sizes}">' for kind, srcset in picture.sources
    )
    return (
        f"<figure><picture>{sources}"
        f'<img src="{escape(picture.src)}" width="{picture.width_px}" height="{picture.height_px}" '
        f'alt="{escape(alt)}" loading="lazy" decoding="async"></picture>{caption}</figure>'
    )
