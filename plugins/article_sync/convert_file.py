"""Any file, without an account: Markdown to WeChat's HTML, and HTML to Markdown."""

import base64
import binascii
import mimetypes
import re
from pathlib import Path
from urllib.parse import unquote, unquote_to_bytes

from plugins.article_sync.convert.blocks import Blocks
from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.map_blocks import each_picture, map_pictures
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.article_sync.picture_files import kind_of
from plugins.article_sync.saved_page import article_of, saved_beside
from plugins.article_sync.themes import DEFAULT_THEME
from plugins.shared.errors import UsageProblem
from plugins.shared.files import digest, write_atomic
from plugins.shared.language import say

LARGEST_BYTES = 8_000_000
"""A saved page of mp.weixin.qq.com has about 3 MB."""
_HEAD = re.compile(r"\A---\n.*?\n---\n", re.DOTALL)


def convert_file(path: Path, target: str, images: Path | None = None, theme: str = DEFAULT_THEME) -> str:
    """Return a file converted; ``target`` is ``wechat`` or ``markdown``.

    ``images`` is a folder for the pictures that lie beside a saved page or inside it.

    Raises:
        UsageProblem: the file is missing, too large or no text, or the target is another.
    """
    text = _read(path)
    if target == "wechat":
        return to_wechat(text, theme)
    if target == "markdown":
        return to_markdown(text, path.parent, images)
    raise UsageProblem(say("--to 只能是 wechat 或 markdown。", "--to is wechat or markdown."))


def to_wechat(text: str, theme: str = DEFAULT_THEME) -> str:
    """Return Markdown, with or without front matter, as the HTML of an article."""
    return render_wechat(read_markdown(_HEAD.sub("", text, count=1)), theme) + "\n"


def to_markdown(html: str, folder: Path | None = None, images: Path | None = None) -> str:
    """Return the article of an HTML page as Markdown; a saved page of WeChat keeps its title."""
    blocks = read_wechat(article_of(html, folder if images is not None else None))
    if images is not None:
        blocks = save_pictures(blocks, folder, images)
    return render_markdown(blocks)


def save_pictures(blocks: Blocks, folder: Path | None, images: Path) -> Blocks:
    """Return blocks whose pictures lie in ``images``: those inside the page, and those saved beside it."""
    names: dict[str, str] = {}
    for src in dict.fromkeys(each_picture(blocks)):
        data = _inside(src) or (_beside(src, folder) if folder else None)
        kind = kind_of(data) if data else ""
        if data and kind:
            name = f"{digest(data)[:12]}.{kind}"
            write_atomic(images / name, data)
            names[src] = f"{images.name}/{name}"
    return map_pictures(blocks, lambda src: names.get(src, src))


def _inside(src: str) -> bytes | None:
    head, _, data = src.partition(",")
    if not head.startswith("data:image/"):
        return None
    try:
        return base64.b64decode(unquote(data)) if head.endswith(";base64") else unquote_to_bytes(data)
    except (binascii.Error, ValueError):
        return None


def _beside(src: str, folder: Path) -> bytes | None:
    path = saved_beside(src, folder)
    return path.read_bytes() if path and mimetypes.guess_type(path.name)[0] else None


def _read(path: Path) -> str:
    if not path.is_file():
        raise UsageProblem(say(f"没有文件 {path}。", f"there is no file {path}."))
    data = path.read_bytes()
    if len(data) > LARGEST_BYTES:
        raise UsageProblem(say(f"{path} 超过 8 MB，请拆开。", f"{path} is over 8 MB. Split it."))
    try:
        return data.decode("utf-8-sig").replace("\r\n", "\n")
    except UnicodeDecodeError as error:
        raise UsageProblem(say(f"{path} 不是 UTF-8 文本。", f"{path} is not UTF-8 text.")) from error
