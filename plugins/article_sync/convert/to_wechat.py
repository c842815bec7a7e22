"""From blocks to the HTML that survives WeChat's storage and its editor.

Sections instead of divs, every style inline and without quotes, no id, class, position or script; line breaks and
blanks of code spelled out; a nested list behind its item instead of inside it. Why, is community-reported; the
official page promises only that JavaScript and foreign pictures are removed:
https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
"""

from urllib.parse import urlsplit

from plugins.article_sync.convert.blocks import Blocks
from plugins.article_sync.convert.html_writer import HtmlWriter
from plugins.article_sync.convert.notes import unfold

RENDER_VERSION = 1

STYLES = {
    "article": "font-size: 16px; line-height: 1.75; color: #3a3a3a; letter-spacing: 0.5px",
    "p": "margin: 0 0 1.2em",
    "h1": "margin: 1.6em 0 0.8em; font-size: 22px; font-weight: bold; line-height: 1.4",
    "h2": "margin: 1.6em 0 0.8em; font-size: 19px; font-weight: bold; line-height: 1.4",
    "h3": "margin: 1.4em 0 0.6em; font-size: 17px; font-weight: bold; line-height: 1.5",
    "quote": "margin: 0 0 1.2em; padding: 0.2em 0 0.2em 1em; border-left: 3px solid #c9c4b6; color: #6b675d",
    "list": "margin: 0 0 1.2em; padding-left: 1.4em",
    "item": "margin: 0 0 0.4em",
    "pre": "margin: 0; padding: 0.8em 1em; overflow-x: auto; font-size: 13px; line-height: 1.6; background: #f5f3ee",
    "box": "margin: 0 0 1.2em; overflow-x: auto",
    "code": "padding: 0.1em 0.3em; font-size: 14px; background: #f5f3ee",
    "table": "width: 100%; border-collapse: collapse; font-size: 14px",
    "cell": "padding: 0.4em 0.6em; border: 1px solid #d9d4c7",
    "hr": "margin: 2em 0; border: none; border-top: 1px solid #d9d4c7",
    "figure": "margin: 0 0 1.2em; text-align: center",
    "img": "max-width: 100%; vertical-align: middle",
    "caption": "margin-top: 0.4em; font-size: 14px; color: #7d786c",
    "sup": "font-size: 12px; color: #7d786c",
}


def render_wechat(blocks: Blocks) -> str:
    """Return the HTML of an article; links and pictures must already be addresses that WeChat can use."""
    content = HtmlWriter(STYLES).blocks(unfold(blocks, stays_link))
    return f'<section style="{STYLES["article"]};">{content}</section>'


def stays_link(href: str) -> bool:
    """Tell whether WeChat leaves a link alone: only those to its own articles.

    https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.hostname == "mp.weixin.qq.com" and "tempkey=" not in href
