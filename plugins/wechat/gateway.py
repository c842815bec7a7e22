"""The account as the rest of the program sees it.

Only values go in and come out; HTTP, tokens and wechatpy stay behind ``client.py``. Every method may raise
the AccountError family of ``plugins.shared.errors``: CredentialsRefused, QuotaUsedUp, NotFound, Refused, AnswerUnclear.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Protocol

Button = Mapping[str, Any]
"""One menu button in WeChat's own JSON shape."""


@dataclass(frozen=True)
class DraftArticle:
    """One article of a draft: what is sent, and what comes back.

    ``url`` and ``thumb_url`` are only set on read-back; ``url`` is a temporary preview address.
    https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
    """

    title: str
    content: str
    author: str = ""
    digest: str = ""
    content_source_url: str = ""
    thumb_media_id: str = ""
    need_open_comment: int = 0
    only_fans_can_comment: int = 0
    thumb_url: str = ""
    url: str = ""


@dataclass(frozen=True)
class Draft:
    """A draft of one or more articles, known by ``media_id``; ``update_time`` in Unix seconds."""

    media_id: str
    update_time: int
    articles: tuple[DraftArticle, ...]


@dataclass(frozen=True)
class Material:
    """A permanent material; ``url`` is set for pictures only."""

    media_id: str
    url: str = ""
    name: str = ""
    update_time: int = 0


class Gateway(Protocol):
    """The Official Account, reached over any transport."""

    @property
    def appid(self) -> str:
        """The account's public id."""

    def count_drafts(self) -> int:
        """Return how many drafts the account holds; the cheapest check that a token works."""

    def list_drafts(self, with_content: bool = True) -> Iterator[Draft]:
        """Yield every draft, 20 to a request, in the account's own order; bodies are empty without content."""

    def get_draft(self, media_id: str) -> tuple[DraftArticle, ...]:
        """Return the articles of one draft. Raises NotFound when it was deleted or published."""

    def add_draft(self, articles: Sequence[DraftArticle]) -> str:
        """Create a draft and return its media_id. Never repeated after AnswerUnclear: look for it first."""

    def update_draft(self, media_id: str, article: DraftArticle, index: int = 0) -> None:
        """Replace the article at ``index`` (0-based) as a whole."""

    def delete_draft(self, media_id: str) -> None:
        """Delete a draft for good; WeChat has no recycle bin."""

    def upload_body_image(self, filename: str, data: bytes) -> str:
        """Upload a picture for article bodies (JPEG or PNG below 1 MB) and return its mmbiz URL."""

    def add_material(self, kind: str, filename: str, data: bytes) -> Material:
        """Upload a permanent material; ``kind`` is image, voice or thumb."""

    def list_materials(self, kind: str) -> Iterator[Material]:
        """Yield every permanent material of a kind: image, voice, video."""

    def delete_material(self, media_id: str) -> None:
        """Delete a permanent material."""

    def download(self, url: str) -> bytes:
        """Return the bytes of a picture on WeChat's picture host, asked for as a WeChat page would."""

    def get_menu(self) -> tuple[Button, ...]:
        """Return the menu that the API made, empty when there is none."""

    def get_current_menu(self) -> Mapping[str, Any]:
        """Return get_current_selfmenu_info as it is: also menus made in the console."""

    def create_menu(self, buttons: Sequence[Button]) -> None:
        """Replace the whole menu."""

    def delete_menu(self) -> None:
        """Delete the menu and with it every conditional menu."""

    def create_qr_code(self, scene: str) -> str:
        """Return the address inside a permanent code that opens the account with this scene, 1 to 64 characters.

        https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.html
        """
