"""From blocks to the HTML that survives WeChat's storage and its editor.

Sections instead of divs, every style inline and without quotes, no id, class, position or script; line breaks and
blanks of code spelled out; a nested list behind its item instead of inside it. Why, is community-reported; the
official page promises only that JavaScript and foreign pictures are removed:
https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
"""

from urllib.parse import urlsplit

from plugins.article_sync.convert.blocks import Blocks, Directive
from plugins.article_sync.convert.html_writer import HtmlWriter
from plugins.article_sync.convert.notes import unfold
from plugins.article_sync.convert.parts import OWN, expand
from plugins.article_sync.themes import DEFAULT_THEME, load_theme

RENDER_VERSION = 3


def render_wechat(blocks: Blocks, theme: str = DEFAULT_THEME, linked: Blocks = ()) -> str:
    """Return the HTML of an article; links and pictures must already be addresses that WeChat can use.

    ``linked`` are cards of what the text only links to; they stand at the end and are no part of the text.
    """
    styles = load_theme(theme).styles
    writer = HtmlWriter(styles)
    content = writer.blocks(unfold(expand(blocks, _shown), stays_link)) + writer.linked(linked)
    return f'<section {OWN}="1" style="{styles["article"]};">{content}</section>'


def _shown(part: Directive) -> Blocks:
    return part.shown


def stays_link(href: str) -> bool:
    """Tell whether WeChat leaves a link alone: only those to its own articles.

    https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
    """
    try:
        parts = urlsplit(href)
    except ValueError:
        return False
    return parts.scheme in ("http", "https") and parts.hostname == "mp.weixin.qq.com" and "tempkey=" not in href
