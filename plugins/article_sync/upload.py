"""Pictures on their way to the account: each once, remembered at once."""

from plugins.article_sync.article_file import picture_path
from plugins.article_sync.cards import QR_SCHEME
from plugins.article_sync.model import LocalArticle
from plugins.article_sync.picture_files import body_picture, cover_picture
from plugins.article_sync.picture_map import SCHEME
from plugins.article_sync.session import Session, safe_name
from plugins.qr_codes import png_bytes
from plugins.shared.errors import AnswerUnclear, ContentProblems, Problem
from plugins.shared.files import digest
from plugins.wechat.gateway import Material

_ENTRY = "upload:"


def upload_pictures(session: Session, article: LocalArticle) -> int:
    """Upload those body pictures that the account does not have yet; return how many there were."""
    count = 0
    for name, sha256 in article.pictures.items():
        if sha256 not in session.pictures.urls:
            session.on_upload(name)
            kind, data = body_picture(name, _bytes(session, article, name))
            filename = f"{_stem(name)}-{sha256[:12]}.{kind}"
            if kind == "gif":
                url = _material(session, sha256, filename, data).url
            else:
                url = session.gateway.upload_body_image(filename, data)
            session.pictures.add(sha256, url)
            session.journal.end(_ENTRY + sha256)
            count += 1
    return count


def upload_cover(session: Session, article: LocalArticle) -> str:
    """Return the media_id of an article's cover, cut to 2.35:1 and uploaded when the account lacks it.

    https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html
    """
    name = article.cover or session.settings.default_cover
    data = cover_picture(name, _bytes(session, article, name), article.cover_focus)
    sha256 = digest(data)
    if sha256 not in session.pictures.covers:
        session.on_upload(name)
        material = _material(session, sha256, f"{_stem(name)}-{sha256[:12]}-cover.jpg", data)
        session.pictures.add_cover(sha256, material.media_id)
        session.journal.end(_ENTRY + sha256)
    return session.pictures.covers[sha256]


def forget_cover(session: Session, media_id: str) -> None:
    """Forget a cover that the account no longer has, so that it is uploaded again."""
    session.pictures.remove_cover(media_id)


def picture_url(session: Session, src: str) -> str:
    """Return the account's address of a picture named by its hash; any other name stays."""
    return session.pictures.urls.get(src.removeprefix(SCHEME), src) if src.startswith(SCHEME) else src


def _material(session: Session, sha256: str, filename: str, data: bytes) -> Material:
    """Upload a material, journalled: one whose answer was lost is looked for by its name before it goes up again."""
    begun = _ENTRY + sha256 in session.journal.read()
    session.journal.begin(_ENTRY + sha256, op="upload", name=filename)
    if begun and (found := _find(session, filename)):
        return found
    try:
        return session.gateway.add_material("image", filename, data)
    except AnswerUnclear:
        if found := _find(session, filename):
            return found
        raise


def _find(session: Session, filename: str) -> Material | None:
    return next((one for one in session.gateway.list_materials("image") if one.name == filename), None)


def _stem(name: str) -> str:
    return safe_name(name.rpartition(".")[0])


def _bytes(session: Session, article: LocalArticle, name: str) -> bytes:
    if name.startswith(QR_SCHEME):
        return png_bytes(name.removeprefix(QR_SCHEME))
    path = picture_path(session.content, name)
    if path is None:
        raise ContentProblems([Problem(article.path, 1, f"content/images/{name}: 文件不见了。/ the file is gone.")])
    return path.read_bytes()
