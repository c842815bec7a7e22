"""The HTML of another shop's description as Markdown of ours, without what leads into that shop."""

from bs4 import BeautifulSoup, Tag

_LEFT_OUT = ["script", "style", "iframe", "img", "picture", "video", "audio", "svg", "form", "button", "input"]
_LARGEST = 400_000


def html_text(html: str) -> str:
    """Return HTML as Markdown; text without tags comes back as it is. Pictures and links inside that shop go."""
    if "<" not in html:
        return html
    from plugins.article_sync.convert_file import to_markdown

    tree = BeautifulSoup(html[:_LARGEST], "html.parser")
    for part in tree.find_all(_LEFT_OUT):
        part.decompose()
    for link in tree.find_all("a"):
        if isinstance(link, Tag) and not str(link.get("href", "")).startswith(("https://", "http://", "tel:")):
            link.unwrap()
    return to_markdown(str(tree)).strip()
