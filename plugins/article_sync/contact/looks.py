"""Whether two pictures look the same: WeChat stores them again, so that bytes do not tell.

Files and account name a picture differently until they have met. Where two texts are equal but for their pictures,
and each picture looks like the one in its place, they are the same: the map of pictures is rebuilt without an upload.
"""

import io

from PIL import Image, ImageChops, ImageStat, UnidentifiedImageError

from plugins.article_sync.article_file import picture_path
from plugins.article_sync.cards import QR_SCHEME
from plugins.article_sync.convert.map_blocks import each_picture, map_pictures
from plugins.article_sync.convert.meaning import meaning, read_wechat
from plugins.article_sync.convert.pictures import is_wechat_picture
from plugins.article_sync.model import AccountArticle, LocalArticle
from plugins.article_sync.picture_map import SCHEME
from plugins.article_sync.session import Session
from plugins.qr_codes import png_bytes
from plugins.shared.errors import NotFound, Refused

_SIDE, _TOLERANCE, _SHAPE = 24, 8.0, 0.03
"""Pixels of the thumbnails that are compared, their mean difference of 255, and that of their shapes."""


def meet_pictures(session: Session, article: LocalArticle, item: AccountArticle) -> None:
    """Note which pictures of the account are pictures of the file, where both texts are the same but for them."""
    ours = session.compared(article)
    theirs = read_wechat(item.article.content, session.pictures.key_of)
    if meaning(map_pictures(ours, _unnamed)) != meaning(map_pictures(theirs, _unnamed)):
        return
    files = {sha256: name for name, sha256 in article.pictures.items()}
    for mine, other in zip(each_picture(ours), each_picture(theirs), strict=False):
        sha256 = mine.removeprefix(SCHEME)
        if mine != other and is_wechat_picture(other) and sha256 in files:
            _meet(session, files[sha256], sha256, other)


def look_alike(one: bytes, other: bytes) -> bool:
    """Tell whether two pictures look the same, whatever their format and size."""
    if one == other:
        return True
    try:
        first, second = _opened(one), _opened(other)
    except (OSError, UnidentifiedImageError, Image.DecompressionBombError, ValueError):
        return False
    if abs(first.width / first.height / (second.width / second.height) - 1) > _SHAPE:
        return False
    small = (each.resize((_SIDE, _SIDE), Image.Resampling.BILINEAR) for each in (first, second))
    means: list[float] = ImageStat.Stat(ImageChops.difference(*small)).mean
    return max(means) <= _TOLERANCE


def _meet(session: Session, name: str, sha256: str, key: str) -> None:
    path = picture_path(session.content, name)
    if name.startswith(QR_SCHEME):
        data = png_bytes(name.removeprefix(QR_SCHEME))
    elif path:
        data = path.read_bytes()
    else:
        return
    url = f"{key}/0"
    try:
        if look_alike(data, session.gateway.download(url)):
            session.pictures.add(sha256, url)
    except (NotFound, Refused):
        return


def _opened(data: bytes) -> Image.Image:
    return Image.open(io.BytesIO(data)).convert("RGB")


def _unnamed(_src: str) -> str:
    return "picture"
