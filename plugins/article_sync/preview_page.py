"""The preview: a phone's width, four times: light, dark, as stored, and as saved in the console."""

import re
from html import escape

from bs4 import BeautifulSoup, Tag

from plugins.article_sync.shown_article import ShownArticle
from plugins.article_sync.themes.colour import NIGHT, Rgb, night_background, night_text, read_colour, spell
from plugins.article_sync.themes.contrast import colour_of
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored

# Every rule is for the frame alone: a rule for h2 here would be the article's too. WeChat colours links by itself.
_CSS = (
    "body{margin:0;padding:16px;background:#ddd;font-family:sans-serif;display:flex;gap:16px;align-items:flex-start}"
    ".phone{flex:0 0 auto;box-sizing:border-box;width:min(375px,calc(100vw - 32px));background:#fff;border-radius:12px;"
    "overflow:hidden}.phone>h2{font-size:13px;margin:0;padding:8px 16px;background:#eee;color:#333}"
    ".phone>h1{font-size:22px;line-height:1.4;margin:0;padding:20px 16px 14px;color:#1a1a1a}"
    ".phone>div{padding:0 16px 32px;overflow-wrap:anywhere;-webkit-text-size-adjust:100%}"
    ".phone a{color:#576b95;text-decoration:none}.night{background:#191919!important;color:#a3a3a3}"
    ".night>h1{color:#c8c8c8}.night a{color:#7d90a9}mp-style-type{display:none}"
    "@media(prefers-color-scheme:dark){body{background:#333}}"
)


def preview_page(shown: ShownArticle) -> str:
    """Return the page; it needs nothing from outside."""
    kept = stored(shown.html)
    columns = [
        ("light · 白天", "", shown.html),
        ("dark · 夜间", "night", at_night(shown.html)),
        ("stored · 存入草稿后", "", kept),
        ("console-saved · 后台保存后", "", editor_save(kept)),
    ]
    title = escape(shown.article.title)
    phones = "".join(
        f'<section class="phone {kind}"><h2>{name}</h2><h1>{title}</h1><div>{shown.with_pictures(html)}</div></section>'
        for name, kind, html in columns
    )
    return (
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8">'
        f'<meta name="viewport" content="width=device-width"><title>{title}</title>'
        f"<style>{_CSS}</style><body>{phones}</body></html>\n"
    )


def at_night(html: str) -> str:
    """Return HTML recoloured as WeChat's dark mode does it, every element against what is behind it by then."""
    tree = BeautifulSoup(html, "html.parser")
    for tag in list(tree.find_all(style=True)):
        tag["data-night"] = _night_style(str(tag["style"]), _behind(tag))
    for tag in tree.find_all(attrs={"data-night": True}):
        tag["style"] = tag.attrs.pop("data-night")
    return str(tree)


def _behind(tag: Tag) -> Rgb:
    """Return what the nearest background of an element becomes at night, the page's where there is none."""
    for around in (tag, *tag.parents):
        style = str(around.get("style", ""))
        if plate := colour_of(style, "background") or colour_of(style, "background-color"):
            return night_background(plate)
    return NIGHT


def _night_style(style: str, behind: Rgb) -> str:
    return "; ".join(_night_declaration(part, behind) for part in style.split(";") if part.strip()) + ";"


def _night_declaration(declaration: str, behind: Rgb) -> str:
    name, _, value = declaration.partition(":")
    colour = read_colour(value)
    if colour is None:
        return declaration.strip()
    if name.strip() == "color":
        return f"color: {spell(night_text(colour, behind))}"
    if name.strip().startswith("background"):
        return f"background: {spell(night_background(colour))}"
    return re.sub(r"#[0-9a-fA-F]{3,6}\b", "#444444", declaration.strip())
