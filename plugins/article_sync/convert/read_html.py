"""From HTML to blocks: the site's, WeChat's, or whatever a person pasted into WeChat's editor."""

import re
from collections.abc import Iterable
from dataclasses import dataclass, field, replace
from html import escape

from bs4 import Tag
from bs4.element import NavigableString, PageElement, PreformattedString

from plugins.article_sync.convert.blocks import (
    CODE,
    DEL,
    EM,
    STRONG,
    Block,
    Blocks,
    Break,
    Code,
    Heading,
    Image,
    Inline,
    Inlines,
    ListBlock,
    Math,
    Note,
    NoteRef,
    Opaque,
    Paragraph,
    Quote,
    Rule,
    Run,
    plain,
    tidy,
)
from plugins.article_sync.convert.canonical import MAX_DEPTH, OPAQUE_TAGS, read_tree
from plugins.article_sync.convert.parts import BODY, LINKED, OWN, SUM, read_part, sum_of
from plugins.article_sync.convert.pictures import image_key
from plugins.article_sync.convert.read_table import read_table
from plugins.article_sync.convert.text_size import BASE_PX, heading_level, size_of
from plugins.shared.directives import ATTRIBUTE, split_info
from plugins.shared.formula import FORMULA, normal

_MARK_TAGS = {
    **dict.fromkeys(("strong", "b"), STRONG),
    **dict.fromkeys(("em", "i"), EM),
    **dict.fromkeys(("del", "s", "strike"), DEL),
    **dict.fromkeys(("code", "kbd", "samp", "tt"), CODE),
    **dict.fromkeys(("u", "ins"), "u"),
    **{name: name for name in ("mark", "sub", "sup")},
}
_STYLE_MARKS = (
    (re.compile(r"font-weight\s*:\s*(bold|[6-9]00)"), STRONG),
    (re.compile(r"font-style\s*:\s*italic"), EM),
    (re.compile(r"text-decoration[a-z-]*\s*:[^;]*line-through"), DEL),
    (re.compile(r"text-decoration[a-z-]*\s*:[^;]*underline"), "u"),
)
_INLINE_TAGS = frozenset(_MARK_TAGS) | {
    "span",
    "a",
    "abbr",
    "big",
    "cite",
    "font",
    "q",
    "rp",
    "rt",
    "ruby",
    "small",
    "time",
    "var",
}
_HEADING = re.compile(r"h[1-6]")
_MATH = re.compile(r"(?:[^$\\]|\\[^$])+")
_LANGUAGE = re.compile(r"language-([\w+#.-]+)")
_LINKS = re.compile(r"(https?|mailto|tel|product|category|landing|article|column|page|store):", re.IGNORECASE)
_EMPTY_ALTS = frozenset({"图片", "图像", "image", "Image"})  # what WeChat's editor fills in by itself


def read_html(source: str) -> Blocks:
    """Return the blocks of an article's HTML; every visible character, picture and link of it is in them."""
    builder = _Builder()
    builder.children(read_tree(source), _Context())
    return builder.finish()


def read_foreign(source: str) -> Blocks:
    """Return the blocks of HTML that is not of our making: large bold lines are headings."""
    builder = _Builder()
    builder.children(read_tree(source), _Context(guess=True))
    return builder.finish()


def is_own(source: str) -> bool:
    """Tell whether an article's HTML carries the mark of our own writer."""
    return OWN in source


@dataclass(frozen=True)
class _Context:
    """What holds around an element; ``size_px`` is its letters' size, ``guess`` lets size and weight make headings."""

    marks: frozenset[str] = frozenset()
    href: str = ""
    depth: int = 0
    size_px: float = BASE_PX
    guess: bool = False


@dataclass
class _Builder:
    """Collects blocks; inline content gathers in ``pending`` until a block begins or ends."""

    blocks: list[Block] = field(default_factory=list)
    pending: list[Inline] = field(default_factory=list)
    sizes_px: list[float] = field(default_factory=list)

    def finish(self) -> Blocks:
        self.flush()
        return tuple(self.blocks)

    def flush(self) -> None:
        content = tidy(self.pending)
        level = heading_level(content, self.sizes_px)
        self.pending.clear()
        self.sizes_px.clear()
        if content and level:
            self.blocks.append(Heading(level, _not_bold(content)))
        elif content:
            self.blocks.append(Paragraph(content))

    def add(self, block: Block | None) -> None:
        self.flush()
        if block is not None:
            self.blocks.append(block)

    def children(self, node: Tag, context: _Context) -> None:
        deeper = replace(context, depth=context.depth + 1)
        if deeper.depth > MAX_DEPTH:
            self.pending.append(Run(node.get_text(" "), context.marks, context.href))
            return
        for child in node.children:
            self.node(child, deeper)

    def node(self, node: PageElement, context: _Context) -> None:
        if isinstance(node, Tag):
            self.element(node, context)
        elif isinstance(node, NavigableString) and not isinstance(node, PreformattedString):
            self.pending.append(Run(str(node), context.marks, context.href))
            if context.guess and node.strip():
                self.sizes_px.append(context.size_px)

    def element(self, tag: Tag, context: _Context) -> None:
        name = tag.name
        if context.guess:
            context = replace(context, size_px=size_of(tag, context.size_px))
        if name == "br":
            self.pending.append(Break())
        elif name == "img":
            self.image(tag, context)
        elif name in _INLINE_TAGS:
            self.inline(tag, context)
        elif name == "hr":
            self.add(Rule())
        elif name in OPAQUE_TAGS:
            self.opaque(tag, context)
        else:
            self.block(tag, context)

    def block(self, tag: Tag, context: _Context) -> None:
        """A block that Markdown knows, or else its content as blocks of their own."""
        name = tag.name
        if _HEADING.fullmatch(name):
            self.heading(tag, context)
        elif name == "blockquote":
            inside = _inside(tag, context)
            self.add(Quote(inside) if inside else None)
        elif name in ("ul", "ol"):
            self.list(tag, context)
        elif name == "pre" and not tag.find(["img", "hr", "table"]):
            self.add(_read_code(tag, trim=context.guess))
        elif name == "table":
            self.table(tag, context)
        elif name == "figure" and (image := _read_figure(tag)):
            self.add(Paragraph((image,)))
        elif name == "section" and "footnotes" in _classes(tag):
            self.notes(tag, context)
        elif name == "section" and LINKED in tag.attrs:
            self.flush()
            shown = _children(tag, context)
            self.blocks += [] if sum_of(shown) == tag.get(SUM) else shown
        elif name == "section" and split_info(str(tag.get(ATTRIBUTE, ""))):
            self.part(tag, context)
        else:
            self.flush()
            # What people made in an editor may be bold by the paragraph's own style; our sections are a theme's.
            styled = _styled(tag) if context.guess and name in ("p", "section", "div") else frozenset()
            self.children(tag, replace(context, marks=context.marks | styled))
            self.flush()

    def inline(self, tag: Tag, context: _Context) -> None:
        label = _note_label(tag)
        if label:
            self.pending.append(NoteRef(label))
            return
        if latex := _formula(tag):
            self.pending.append(Math(latex) if _MATH.fullmatch(latex) else Run(latex, frozenset({CODE})))
            return
        href = str(tag.get("href", "")).strip() if tag.name == "a" else ""
        self.children(
            tag,
            replace(
                context,
                marks=context.marks | _marks_of(tag),
                href=href if _LINKS.match(href) or href.startswith(("#", "/")) else context.href or _bare(href),
            ),
        )

    def image(self, tag: Tag, context: _Context) -> None:
        src = str(tag.get("data-src") or tag.get("src") or "").strip()
        alt = str(tag.get("alt", "")).strip()
        if src:
            alt = "" if alt in _EMPTY_ALTS else " ".join(alt.split())
            title = " ".join(str(tag.get("title", "")).split())
            self.pending.append(Image(image_key(src), alt, title, context.href))

    def opaque(self, tag: Tag, context: _Context) -> None:
        shell = {name: value for name, value in tag.attrs.items() if name.startswith("data-")}
        if shell:
            self.add(Opaque(_shell(tag.name, shell)))
        self.flush()
        self.children(tag, context)
        self.flush()

    def part(self, tag: Tag, context: _Context) -> None:
        self.flush()
        bodies = tag.find_all("section", attrs={BODY: True}) if SUM in tag.attrs else []
        body = next((one for one in bodies if one.find_parent("section", attrs={ATTRIBUTE: True}) is tag), None)
        inside = _children(body.extract(), context) if body else None
        self.blocks += read_part(str(tag[ATTRIBUTE]), tag.attrs, _children(tag, context), inside)

    def heading(self, tag: Tag, context: _Context) -> None:
        self.flush()
        for block in _inside(tag, context):
            if isinstance(block, Paragraph) and plain(block.content).strip():
                spaced = (Run(" ") if isinstance(piece, Break) else piece for piece in block.content)
                self.add(Heading(int(tag.name[1]), tidy(spaced)))
            else:
                self.add(block)

    def list(self, tag: Tag, context: _Context) -> None:
        items: list[Blocks] = []
        context = replace(context, depth=context.depth + 1)
        for child in tag.children:
            if isinstance(child, Tag) and child.name in ("ul", "ol") and items:
                items[-1] += _inside(child, context)
            elif item := _item(child, context):
                items.append(item)
        kept = tuple(items)
        start = _number(tag.get("start"), 1) if tag.name == "ol" else None
        self.add(ListBlock(kept, start) if kept else None)

    def table(self, tag: Tag, context: _Context) -> None:
        self.flush()
        for caption in tag.find_all("caption"):
            self.children(caption.extract(), context)
        self.add(read_table(tag, lambda cell: _inside(cell, context)))

    def notes(self, tag: Tag, context: _Context) -> None:
        self.flush()
        for number, item in enumerate(tag.find_all("li", class_="footnote-item"), start=1):
            for back in item.find_all("a", class_="footnote-backref"):
                back.extract()
            self.blocks.append(Note(str(number), _inside(item, context)))


def _children(tag: Tag, context: _Context) -> Blocks:
    builder = _Builder()
    builder.children(tag, context)
    return builder.finish()


def _inside(tag: Tag, context: _Context) -> Blocks:
    """Return what stands inside an element; what is around it (a link, a mark) still holds."""
    builder = _Builder()
    context = replace(context, guess=False)
    if (
        context.depth >= MAX_DEPTH
        or tag.name in ("li", "blockquote", "th", "td", "figcaption")
        or _HEADING.fullmatch(tag.name)
    ):
        builder.children(tag, context)
    else:
        builder.element(tag, context)
    return builder.finish()


def _item(node: PageElement, context: _Context) -> Blocks:
    item = isinstance(node, Tag) and (node.name == "li" or context.depth >= MAX_DEPTH)
    return _inside(node, context) if item and isinstance(node, Tag) else _text(node, context)


def _text(node: PageElement, context: _Context) -> Blocks:
    builder = _Builder()
    builder.node(node, replace(context, guess=False))
    return builder.finish()


def _marks_of(tag: Tag) -> frozenset[str]:
    return _styled(tag) | ({_MARK_TAGS[tag.name]} if tag.name in _MARK_TAGS else set())


def _styled(tag: Tag) -> frozenset[str]:
    style = str(tag.get("style", "")).lower()
    return frozenset(mark for pattern, mark in _STYLE_MARKS if style and pattern.search(style))


def _not_bold(content: Iterable[Inline]) -> Inlines:
    spaced = (Run(" ") if isinstance(piece, Break) else piece for piece in content)
    return tidy(replace(p, marks=p.marks - {STRONG}) if isinstance(p, Run) else p for p in spaced)


def _formula(tag: Tag) -> str:
    """Return the LaTeX that an element stands for, empty when people changed its words."""
    latex = normal(str(tag.get(FORMULA, "")))
    words = "".join(tag.get_text().split())
    return latex if latex and (not words or words == latex.replace(" ", "")) else ""


def _note_label(tag: Tag) -> str:
    if tag.name == "sup" and "footnote-ref" in _classes(tag) and isinstance(link := tag.find("a"), Tag):
        found = re.fullmatch(r"#fn(\d+)", str(link.get("href", "")))
        return found[1] if found else ""
    return ""


def _bare(href: str) -> str:
    """Relative addresses are kept, but nothing with a scheme that was not let through."""
    return href if href and ":" not in href.split("/")[0] else ""


def _classes(tag: Tag) -> list[str]:
    found = tag.get("class")
    return found.split() if isinstance(found, str) else list(found or ())


def _read_figure(tag: Tag) -> Image | None:
    """Return the picture of a figure with its caption as ``alt``, when there is nothing else in it."""
    images, caption = tag.find_all("img"), next(iter(tag.find_all("figcaption")), None)
    if len(images) != 1 or tag.find_all(["table", "pre", "ul", "ol", *OPAQUE_TAGS], limit=1):
        return None
    words = " ".join(caption.get_text(" ").split()) if caption else ""
    if caption and (
        caption.find_all(["a", "img"], limit=1) or words.replace(" ", "") != "".join(tag.get_text().split())
    ):
        return None
    if not caption and tag.get_text(strip=True):
        return None
    builder = _Builder()
    link = images[0].find_parent("a")
    builder.image(images[0], _Context(href=str(link.get("href", "")) if link else ""))
    found = builder.pending[0] if builder.pending else None
    return replace(found, alt=words or found.alt) if isinstance(found, Image) else None


def _read_code(tag: Tag, trim: bool) -> Code | None:
    """Return code without blank lines at its end; ``trim`` takes those at its start too, which people never meant."""
    lines = list(tag.find_all("code", recursive=False))
    for line_end in list(tag.find_all("br")):
        line_end.replace_with("\n")
    text = "\n".join(line.get_text() for line in lines) if len(lines) > 1 else tag.get_text()
    text = re.sub(r"[\u200b\ufeff\x00-\x08\x0b-\x1f]", "", text.replace("\u00a0", " ").replace("\t", "    "))
    text = "\n".join(line.rstrip() for line in text.split("\n")).rstrip("\n")
    text = re.sub(r"\A\n+", "", text) if trim else text
    return Code(text, _language(tag)) if text.strip() else None


def _language(tag: Tag) -> str:
    for node in (tag, *tag.find_all("code")):
        names = [*_classes(node), f"language-{node.get('data-lang', '')}"]
        found = _LANGUAGE.search(" ".join(names))
        if found:
            return found[1]
    return ""


def _shell(name: str, attributes: dict[str, object]) -> str:
    inner = "".join(f' {key}="{escape(" ".join(str(value).split()))}"' for key, value in sorted(attributes.items()))
    return f"<{name}{inner}></{name}>"


def _number(value: object, default: int) -> int:
    text = str(value or "")
    return int(text) if re.fullmatch(r"\d{1,9}", text) else default
