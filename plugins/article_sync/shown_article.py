"""An article of the content folder made ready to be looked at: WeChat's HTML with pictures a browser can show."""

import base64
import io
from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PIL import Image, ImageOps

from plugins.article_sync.article_file import picture_path, read_article
from plugins.article_sync.cards import QR_SCHEME
from plugins.article_sync.convert.map_blocks import map_pictures
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.article_sync.local_text import linked_cards, local_blocks, read_body
from plugins.article_sync.model import LocalArticle
from plugins.article_sync.picture_files import COVER_SIZE, SQUARE_SIZE, cover_picture, opaque
from plugins.article_sync.picture_map import SCHEME
from plugins.article_sync.settings import SyncSettings
from plugins.qr_codes import png_bytes
from plugins.shared.errors import ContentProblems, UsageProblem
from plugins.shared.language import say

_PLACE = "https://mmbiz.qpic.cn/mmbiz_jpg/{}/640"
_WIDTH_PX = 750


@dataclass(frozen=True)
class ShownArticle:
    """``html`` names pictures by addresses as WeChat gives them; ``pictures`` maps each to a data address.

    ``covers`` are the cover's two cuts, 2.35:1 and 1:1, as data addresses.
    """

    article: LocalArticle
    html: str
    pictures: Mapping[str, str]
    covers: tuple[str, ...] = ()

    def with_pictures(self, html: str) -> str:
        """Return HTML with every picture inside it."""
        for address, data in self.pictures.items():
            key = address.removesuffix("/640")
            for end in ("/640?wx_fmt=jpeg", "/640"):
                html = html.replace(f'data-src="{key}{end}"', f'src="{data}"').replace(
                    f'src="{key}{end}"', f'src="{data}"'
                )
        return html


def show_article(content: Path, name: str, settings: SyncSettings) -> ShownArticle:
    """Return an article by its file's name, with or without ``.md`` and folder.

    Raises:
        UsageProblem: there is no such article.
        ContentProblems: it cannot be read, or lacks pictures.
    """
    path = content / "articles" / (Path(name).name.removesuffix(".md") + ".md")
    if not path.is_file():
        raise UsageProblem(say(f"没有文章 {path}。", f"there is no article {path}."))
    article, problems = read_article(content, path, settings)
    if article is None or article.problems:
        raise ContentProblems(problems or (article.problems if article else ()))
    blocks = read_body(article.body, settings)
    parts = [
        local_blocks(each, article.slug, settings, article.pictures)
        for each in (blocks, linked_cards(blocks, settings))
    ]
    placed = [map_pictures(each, lambda src: _PLACE.format(src.removeprefix(SCHEME)[:40])) for each in parts]
    html = render_wechat(placed[0], settings.article_theme, placed[1])
    pictures = {_PLACE.format(sha[:40]): _data(content, name) for name, sha in article.pictures.items()}
    cover = picture_path(content, article.cover or settings.default_cover)
    sizes = (COVER_SIZE, SQUARE_SIZE) if cover else ()
    covers = [cover_picture(cover.name, cover.read_bytes(), article.cover_focus, size) for size in sizes if cover]
    return ShownArticle(article, html, pictures, tuple(_address(data, "jpeg") for data in covers))


def _data(content: Path, name: str) -> str:
    if name.startswith(QR_SCHEME):
        return _address(png_bytes(name.removeprefix(QR_SCHEME)), "png")
    path = picture_path(content, name)
    if path is None:
        return ""
    if path.suffix.lower() == ".gif":
        return _address(path.read_bytes(), "gif")
    with Image.open(path) as image:
        small = opaque(ImageOps.exif_transpose(image))
        small.thumbnail((_WIDTH_PX, 10 * _WIDTH_PX))
        out = io.BytesIO()
        small.save(out, "JPEG", quality=82)
    return _address(out.getvalue(), "jpeg")


def _address(data: bytes, kind: str) -> str:
    return f"data:image/{kind};base64,{base64.b64encode(data).decode('ascii')}"
