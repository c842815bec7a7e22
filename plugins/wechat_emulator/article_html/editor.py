"""What becomes of an article's HTML when a person presses save in the console's editor (community-reported).

The words stay; the markup around them does not. The same input always gives the same output, and a second save
of the same text changes nothing more.
"""

import re

from bs4 import BeautifulSoup, NavigableString, Tag

from plugins.wechat_emulator.article_html.style_attribute import declarations
from plugins.wechat_emulator.article_html.tree import (
    is_blank,
    is_block,
    merge_texts,
    parse,
    render,
    tags,
    texts,
    wrap_loose_text,
)

_FOREIGN = ("svg", "script", "style", "template", "textarea", "title", "noscript", "iframe", "video", "audio")
_STRUCTURE = ("table", "thead", "tbody", "tfoot", "tr", "colgroup", "ul", "ol", "dl")
_BOXES = ("table", "blockquote", "pre", "hr", "figure")
_LINE_BREAK = re.compile(r"[ \t]*[\r\n]+[ \t\r\n]*")
_HEX = re.compile(r"#([0-9a-f]{6}|[0-9a-f]{3})\b", re.IGNORECASE)
_NBSP = "\N{NO-BREAK SPACE}"
_MARKS = {"b": "font-weight: bold;", "i": "font-style: italic;"}


def editor_save(html: str) -> str:
    """Return the HTML that is in the draft after a save in the editor. Never raises."""
    soup = parse(html)
    _respell_styles(soup)
    _spell_spaces(soup)
    _wrap_list_items(soup)
    _wrap_boxes(soup)
    _mark_images(soup)
    _mark_text_styles(soup)
    _wrap_text(soup)
    _add_noise(soup)
    _add_stray_rows(soup)
    return render(soup, sort_attributes=True)


def _respell_styles(soup: BeautifulSoup) -> None:
    """Write styles as a browser reads them back: ``name: value;`` and colours as rgb()."""
    for tag in tags(soup):
        if tag.has_attr("style"):
            found = declarations(str(tag["style"]))
            tag["style"] = " ".join(f"{name}: {_HEX.sub(_as_rgb, value)};" for name, value in found)


def _spell_spaces(soup: BeautifulSoup) -> None:
    """Turn line breaks into spaces, and runs of spaces and leading spaces into nbsp."""
    merge_texts(soup)
    for text in texts(soup):
        if _is_foreign(text) or is_blank(text) or text.find_parent("pre") is not None:
            continue
        spelled = re.sub(" {2,}", lambda run: _NBSP * (len(run.group()) - 1) + " ", _LINE_BREAK.sub(" ", text))
        if spelled.startswith(" ") and text.previous_sibling is None and is_block(text.parent):
            spelled = _NBSP + spelled[1:]
        text.replace_with(NavigableString(spelled))


def _wrap_list_items(soup: BeautifulSoup) -> None:
    """Put the words of every list item into a section."""
    for item in tags(soup, "li"):
        wrap_loose_text(soup, item, "section")
    for items in tags(soup, "ul", "ol"):
        items.attrs.setdefault("class", "list-paddingleft-1")


def _wrap_boxes(soup: BeautifulSoup) -> None:
    """Put tables, quotes, code, rules and figures into a section of their own."""
    for box in tags(soup, *_BOXES):
        parent = box.parent
        if parent is None or _is_foreign(box):
            continue
        alone = all(child is box or is_blank(child) for child in parent.children)
        if not (parent.name == "section" and alone):
            box.wrap(soup.new_tag("section"))


def _mark_images(soup: BeautifulSoup) -> None:
    """Give pictures a holder with ``nodeleaf`` and the attributes that the editor numbers them by."""
    for number, image in enumerate(tags(soup, "img"), start=1):
        image.attrs.setdefault("class", "rich_pages wxw-img")
        image.attrs.setdefault("data-imgfileid", str(100_000_000 + number))
        image.attrs.setdefault("data-s", "300,640")
        parent = image.parent
        if parent is None or parent.has_attr("nodeleaf"):
            continue
        alone = all(child is image or is_blank(child) for child in parent.children)
        if parent.name in ("p", "section") and alone:
            parent.name = "section"
            parent["nodeleaf"] = ""
        else:
            image.wrap(soup.new_tag("span", attrs={"nodeleaf": ""}))


def _mark_text_styles(soup: BeautifulSoup) -> None:
    """Mark styled spans with ``textstyle``; b and i become such spans."""
    for tag in tags(soup, *_MARKS):
        style = str(tag.get("style", ""))
        tag["style"] = " ".join(part for part in (style, _MARKS[tag.name]) if part)
        tag.name = "span"
    for tag in tags(soup, "span"):
        if tag.get("style") and not tag.has_attr("leaf"):
            tag["textstyle"] = ""


def _wrap_text(soup: BeautifulSoup) -> None:
    """Put every piece of text into ``<span leaf="">``."""
    for text in texts(soup):
        parent = text.parent
        if parent is None or is_blank(text) or _is_foreign(text) or parent.name in _STRUCTURE:
            continue
        if parent.name == "span" and (not parent.attrs or parent.has_attr("leaf")):
            parent["leaf"] = ""
        else:
            text.wrap(soup.new_tag("span", attrs={"leaf": ""}))


def _add_noise(soup: BeautifulSoup) -> None:
    """Add the data-* attributes that say nothing about the text."""
    for number, tag in enumerate(child for child in soup.children if isinstance(child, Tag)):
        if number == 0 and tag.name == "section":
            tag.attrs.setdefault("data-pm-slice", "0 0 []")
    for cell in tags(soup, "td", "th"):
        cell.attrs.setdefault("data-colwidth", "100.0%")


def _add_stray_rows(soup: BeautifulSoup) -> None:
    """Leave an empty row behind every table and rule, and the editor's own mark at the end."""
    for box in tags(soup, "table", "hr"):
        holder = box.parent
        if holder is not None and holder.name == "section" and _next_tag_is_text(holder):
            holder.insert_after(_empty_row(soup))
    if next(tags(soup, "mp-style-type"), None) is None:
        mark = soup.new_tag("p", attrs={"style": "display: none;"})
        mark.append(soup.new_tag("mp-style-type", attrs={"data-value": "3"}))
        soup.append(mark)


def _next_tag_is_text(tag: Tag) -> bool:
    following = tag.find_next_sibling()
    return following is not None and bool(following.get_text(strip=True))


def _empty_row(soup: BeautifulSoup) -> Tag:
    row, leaf = soup.new_tag("p"), soup.new_tag("span", attrs={"leaf": ""})
    leaf.append(soup.new_tag("br"))
    row.append(leaf)
    return row


def _is_foreign(node: Tag | NavigableString) -> bool:
    """Tell whether the editor leaves a node alone: drawings, players, and its own mp-* blocks."""
    around = [tag for tag in (node, *node.parents) if isinstance(tag, Tag)]
    return any(tag.name in _FOREIGN or tag.name.startswith("mp") for tag in around)


def _as_rgb(match: re.Match[str]) -> str:
    digits = match.group(1)
    if len(digits) == 3:
        digits = "".join(digit * 2 for digit in digits)
    red, green, blue = (int(digits[at : at + 2], 16) for at in (0, 2, 4))
    return f"rgb({red}, {green}, {blue})"
