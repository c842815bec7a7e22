"""Content that draft/add does not take at all (45166)."""

from plugins.wechat_emulator.article_html.links import is_inside
from plugins.wechat_emulator.article_html.tree import parse, tags


def refusal_of(html: str, links: str) -> str:
    """Return why WeChat refuses an article, empty when it does not.

    ``links`` is ``reject`` for accounts where an external link is an error, ``strip`` where it is dropped silently.
    Both are community-reported, as are tempkey and mpvoice.
    """
    if "tempkey=" in html:
        return "a temporary preview link"
    if "<" not in html:
        return ""
    soup = parse(html)
    if next(tags(soup, "mpvoice"), None) is not None:
        return "a voice"
    if links == "reject" and any(_is_external(str(tag.get("href", ""))) for tag in tags(soup, "a")):
        return "an external link"
    return ""


def _is_external(href: str) -> bool:
    return href.strip().lower().startswith(("http://", "https://", "//")) and not is_inside(href)
