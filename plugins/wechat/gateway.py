"""The account as the rest of the program sees it.

Only values go in and come out; HTTP, tokens and wechatpy stay behind ``client.py``. Every method may raise
the AccountError family of ``plugins.shared.errors``: CredentialsRefused, QuotaUsedUp, NotFound, Refused, AnswerUnclear.
"""

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import Any, Generic, Protocol, TypeVar

Item = TypeVar("Item", covariant=True)

PAGE_SIZE = 20
"""Entries of a listing that one request may ask for."""

Button = Mapping[str, Any]
"""One menu button in WeChat's own JSON shape."""


@dataclass(frozen=True)
class Crop:
    """The part of a cover that cards of one shape show: ``ratio`` is 2.35_1 or 1_1, corners run from 0 to 1.

    Coordinates are text, as WeChat gives them: reading and sending them again changes no digit.
    """

    ratio: str
    x1: str
    y1: str
    x2: str
    y2: str


@dataclass(frozen=True)
class ConditionalMenu:
    """A menu for the followers with a tag; ``tag_id`` is 0 where another rule chooses them."""

    menu_id: str
    buttons: tuple[Button, ...]
    tag_id: int


@dataclass(frozen=True)
class DraftArticle:
    """One article of a draft or of a published message: what is sent, and what comes back.

    ``url``, ``thumb_url`` and ``is_deleted`` are only set on read-back. ``url`` is a temporary preview address for a
    draft, the permanent one for what is published. ``crops`` belong to the cover: leave them out with another one.
    ``kind`` is ``news``, or ``newspic`` for 贴图, which can be read and not written.
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
    crops: tuple[Crop, ...] = ()
    kind: str = "news"
    is_deleted: bool = False


@dataclass(frozen=True)
class Draft:
    """A draft of one or more articles, known by ``media_id``; ``update_time`` in Unix seconds."""

    media_id: str
    update_time: int
    articles: tuple[DraftArticle, ...]


@dataclass(frozen=True)
class Publication:
    """A published message of one or more articles, known by ``article_id``; ``update_time`` in Unix seconds.

    Articles that were deleted stay in it, with ``is_deleted``.
    """

    article_id: str
    update_time: int
    articles: tuple[DraftArticle, ...]


@dataclass(frozen=True)
class Page(Generic[Item]):
    """Up to 20 entries of a listing, and how many there are in all."""

    total: int
    items: tuple[Item, ...]


@dataclass(frozen=True)
class PublishStatus:
    """How a publishing task stands: 0 published, 1 running, 2 to 6 as the page tells.

    ``article_id`` and ``urls`` (in order) are set for 0, ``failed`` (1-based positions) for 2 and 4.
    https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_get.html
    """

    status: int
    article_id: str = ""
    urls: tuple[str, ...] = ()
    failed: tuple[int, ...] = ()


@dataclass(frozen=True)
class Quota:
    """The calls of one endpoint today: allowed, made, left."""

    daily_limit: int
    used: int
    remain: int


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

    def page_of_drafts(self, offset: int, with_content: bool = True) -> Page[Draft]:
        """Return up to 20 drafts from an offset on: for readers that can be stopped and go on where they were."""

    def get_draft(self, media_id: str) -> tuple[DraftArticle, ...]:
        """Return the articles of one draft. Raises NotFound when it was deleted or published."""

    def add_draft(self, articles: Sequence[DraftArticle]) -> str:
        """Create a draft and return its media_id. Never repeated after AnswerUnclear: look for it first."""

    def update_draft(self, media_id: str, article: DraftArticle, index: int = 0) -> None:
        """Replace the article at ``index`` (0-based) as a whole."""

    def delete_draft(self, media_id: str) -> None:
        """Delete a draft for good; WeChat has no recycle bin."""

    def count_published(self) -> int:
        """Return how many messages were published; one call of freepublish/batchget, of which there are 100 a day."""

    def list_published(self, with_content: bool = True) -> Iterator[Publication]:
        """Yield every published message once, 20 to a request, in the account's own order.

        Raises ListingShifted at the end when the list changed meanwhile, so that a listing that ends is complete:
        every page told the same total, and that many were seen.
        """

    def page_of_published(self, offset: int, with_content: bool = True) -> Page[Publication]:
        """Return up to 20 published messages from an offset on."""

    def get_published(self, article_id: str) -> tuple[DraftArticle, ...]:
        """Return the articles of one published message. Raises NotFound."""

    def publish_draft(self, media_id: str) -> str:
        """Submit a draft for 发表 and return the task's publish_id; it leaves the box when it is published.

        Never repeated after AnswerUnclear: look for it among the published first.
        """

    def publish_status(self, publish_id: str) -> PublishStatus:
        """Return how a publishing task stands. 100 calls a day, so ask with patience."""

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

    def list_tags(self) -> Mapping[str, int]:
        """Return the ids of the followers' tags by name."""

    def list_conditional_menus(self) -> tuple[ConditionalMenu, ...]:
        """Return the menus for some followers, the newest first: the first that fits is shown."""

    def add_conditional_menu(self, buttons: Sequence[Button], tag_id: int) -> str:
        """Add a menu for the followers with a tag and return its id. Never repeated after AnswerUnclear."""

    def delete_conditional_menu(self, menu_id: str) -> None:
        """Delete one menu for some followers."""

    def create_qr_code(self, scene: str) -> str:
        """Return the address inside a permanent code that opens the account with this scene, 1 to 64 characters.

        https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.html
        """

    def quota(self, endpoint: str) -> Quota:
        """Return today's calls of an endpoint such as ``draft/add`` or ``datacube/getarticleread``.

        Raises CredentialsRefused (76022) where the endpoint is not open to the account.
        """

    def caller_ip(self) -> str:
        """Return the address that WeChat saw this machine come from, empty when it does not tell."""

    def api_server_ips(self) -> tuple[str, ...]:
        """Return the addresses of api.weixin.qq.com, for those who must open a firewall."""
