"""The preview: a phone's width, four times: light, dark, as stored, and as saved in the console."""

import re
from html import escape

from plugins.article_sync.shown_article import ShownArticle
from plugins.article_sync.themes.colour import NIGHT, Rgb, night_background, night_text, read_colour, spell
from plugins.article_sync.themes.contrast import colour_of
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored

_STYLE = re.compile(r'(<[a-z0-9]+\b[^<>]*? style=")([^"]*)(")')
_CSS = (
    "body{margin:0;padding:16px;background:#ddd;font-family:sans-serif;display:flex;gap:16px;overflow-x:auto}"
    "section.phone{flex:0 0 375px;width:375px;background:#fff}.phone h2{font-size:13px;margin:0;padding:8px 16px;"
    "background:#eee;color:#333}.phone h1{font-size:22px;line-height:1.4;margin:0;padding:20px 16px 8px}"
    ".phone>div{padding:0 16px 32px;overflow-wrap:anywhere}.night{background:#191919!important;color:#a3a3a3}"
    "mp-style-type{display:none}"
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
        f'<!doctype html><html lang="zh-CN"><meta charset="utf-8"><title>{title}</title>'
        f"<style>{_CSS}</style><body>{phones}</body></html>\n"
    )


def at_night(html: str) -> str:
    """Return HTML recoloured as WeChat's dark mode does it, every element against its own background or the page's."""
    return _STYLE.sub(lambda found: found[1] + _night_style(found[2]) + found[3], html)


def _night_style(style: str) -> str:
    plate = colour_of(style, "background") or colour_of(style, "background-color")
    behind = night_background(plate) if plate else NIGHT
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
