"""Pictures on their way from the account into content/images/articles/."""

from dataclasses import dataclass, replace

from plugins.article_sync.article_file import picture_path
from plugins.article_sync.convert.blocks import Blocks, Image, Inline, Inlines, Run, tidy
from plugins.article_sync.convert.map_blocks import map_inline, map_pictures
from plugins.article_sync.convert.pictures import image_key, is_wechat_picture
from plugins.article_sync.picture_files import kind_of
from plugins.article_sync.picture_map import SCHEME
from plugins.article_sync.session import Session, safe_name
from plugins.shared.errors import NotFound, Refused
from plugins.shared.files import digest, write_atomic
from plugins.shared.markdown import is_web

IMAGES, FOLDER = "images", "articles"
_LINK_WORD = "图片"


@dataclass(frozen=True)
class PictureNames:
    """Gives every picture of an article a file: one that is there already, or a download.

    ``known`` maps hashes to the paths that the text uses.
    """

    session: Session
    slug: str
    known: dict[str, str]

    def localise(self, blocks: Blocks) -> Blocks:
        """Return blocks with paths for pictures; what is no picture of WeChat's becomes a link to it."""
        return map_inline(map_pictures(blocks, self.path), _link_foreign)

    def path(self, src: str) -> str:
        """Return the path of a picture below content/images/, or ``src`` for one that cannot be fetched."""
        sha256 = src.removeprefix(SCHEME) if src.startswith(SCHEME) else ""
        if sha256 and (found := self.known.get(sha256) or self._on_disk(sha256)):
            return found
        url = self.session.pictures.urls.get(sha256, "") if sha256 else src
        return self._fetch(url) if is_wechat_picture(url) else src

    def fetch_cover(self, url: str) -> str:
        """Return the path of a downloaded cover, empty when there is none to be had."""
        return self._fetch(url) if is_wechat_picture(url) else ""

    def _fetch(self, url: str) -> str:
        if self.session.dry_run:
            return f"{FOLDER}/{safe_name(self.slug)}-{digest(image_key(url).encode())[:8]}.jpg"
        known = self.session.pictures.key_of(url)
        if known.startswith(SCHEME) and (name := self._on_disk(known.removeprefix(SCHEME))):
            return name
        try:
            data = self.session.gateway.download(f"{image_key(url)}/0")
        except (NotFound, Refused):
            return url if url.startswith("http") else ""
        kind = kind_of(data)
        if not kind:
            return url
        sha256 = digest(data)
        name = self.known.get(sha256) or self._on_disk(sha256) or self._write(kind, sha256, data)
        self.known[sha256] = name
        self.session.pictures.add(sha256, url)
        return name

    def _write(self, kind: str, sha256: str, data: bytes) -> str:
        name = f"{FOLDER}/{safe_name(self.slug)}-{sha256[:8]}.{kind}"
        write_atomic(self.session.content / IMAGES / name, data)
        if self.session.pictures.files is not None:
            self.session.pictures.files[sha256] = name
        return name

    def _on_disk(self, sha256: str) -> str:
        """Return the path of a picture of articles with these bytes, empty when there is none."""
        if self.session.pictures.files is None:
            self.session.pictures.files = self._all_on_disk()
        name = self.session.pictures.files.get(sha256, "")
        path = picture_path(self.session.content, name)
        return name if path and digest(path.read_bytes()) == sha256 else ""

    def _all_on_disk(self) -> dict[str, str]:
        root = self.session.content / IMAGES
        names = [path.relative_to(root).as_posix() for path in sorted((root / FOLDER).glob("*.*"))]
        paths = {name: path for name in reversed(names) if (path := picture_path(self.session.content, name))}
        return {digest(path.read_bytes()): name for name, path in paths.items()}


def _link_foreign(content: Inlines) -> Inlines:
    """A picture that lies elsewhere is not shown from there: its words become a link to it."""

    def one(piece: Inline) -> Inline:
        if isinstance(piece, Image) and (is_web(piece.src) or piece.src.startswith("//")):
            return Run(piece.alt or _LINK_WORD, frozenset(), piece.src)
        return replace(piece) if isinstance(piece, Run) else piece

    return tidy(map(one, content))
