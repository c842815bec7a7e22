"""The gateway over wechatpy: values in, values out, every failure one of our errors."""

import mimetypes
from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from plugins.shared.errors import NotFound
from plugins.wechat.api_client import ApiClient
from plugins.wechat.article_json import article_to_json, articles_from_json, drafts_from_json, number, unreadable
from plugins.wechat.attempts import Renewal, Result, persist
from plugins.wechat.gateway import Button, Draft, DraftArticle, Material
from plugins.wechat.hosts import secure
from plugins.wechat.pictures import download_picture

PAGE_SIZE = 20


class WechatGateway:
    """An Official Account over HTTP; implements ``plugins.wechat.gateway.Gateway``."""

    def __init__(self, client: ApiClient, sleep: Callable[[float], object]) -> None:
        self._client = client
        self._sleep = sleep

    @property
    def appid(self) -> str:
        """The account's public id."""
        return str(self._client.appid)

    def count_drafts(self) -> int:
        """Return how many drafts the account holds."""
        total = self._read("draft/count", self._client.draft.count).get("total_count")
        if not isinstance(total, int):
            raise unreadable("draft/count")
        return total

    def list_drafts(self, with_content: bool = True) -> Iterator[Draft]:
        """Yield every draft, 20 to a request; each once, even when the list shifts meanwhile."""
        seen: set[str] = set()
        bare = 0 if with_content else 1
        for page in self._pages("draft/batchget", partial(self._client.draft.batchget, no_content=bare)):
            for draft in drafts_from_json(page, "draft/batchget"):
                if draft.media_id not in seen:
                    seen.add(draft.media_id)
                    yield draft

    def get_draft(self, media_id: str) -> tuple[DraftArticle, ...]:
        """Return the articles of one draft."""
        return articles_from_json(self._read("draft/get", lambda: self._client.draft.get(media_id)), "draft/get")

    def add_draft(self, articles: Sequence[DraftArticle]) -> str:
        """Create a draft and return its media_id."""
        body = {"articles": [article_to_json(article) for article in articles]}
        return _held(
            self._once("draft/add", lambda: self._client.post("draft/add", data=body)), "media_id", "draft/add"
        )

    def update_draft(self, media_id: str, article: DraftArticle, index: int = 0) -> None:
        """Replace the article at ``index`` as a whole; saying it twice does no harm."""
        sent = article_to_json(article)
        self._read("draft/update", lambda: self._client.draft.update(media_id, index, sent))

    def delete_draft(self, media_id: str) -> None:
        """Delete a draft for good."""
        self._once("draft/delete", lambda: self._client.draft.delete(media_id))

    def upload_body_image(self, filename: str, data: bytes) -> str:
        """Upload a picture for article bodies and return its mmbiz URL."""
        doing, files = f"media/uploadimg {filename}", {"media": _part(filename, data)}
        return secure(_held(self._once(doing, lambda: self._client.post("media/uploadimg", files=files)), "url", doing))

    def add_material(self, kind: str, filename: str, data: bytes) -> Material:
        """Upload a permanent material."""
        doing = f"material/add_material {filename}"
        answer = self._once(doing, lambda: self._client.material.add(kind, _part(filename, data)))
        return Material(_held(answer, "media_id", doing), secure(str(answer.get("url") or "")), filename)

    def list_materials(self, kind: str) -> Iterator[Material]:
        """Yield every permanent material of a kind, each once."""
        doing, seen = "material/batchget_material", set[str]()
        for page in self._pages(doing, partial(self._client.material.batchget, kind)):
            for item in page:
                media_id = _held(item, "media_id", doing)
                if media_id not in seen:
                    seen.add(media_id)
                    url, name = secure(str(item.get("url") or "")), str(item.get("name") or "")
                    yield Material(media_id, url, name, number(item, "update_time"))

    def delete_material(self, media_id: str) -> None:
        """Delete a permanent material."""
        self._once("material/del_material", lambda: self._client.material.delete(media_id))

    def download(self, url: str) -> bytes:
        """Return the bytes of a picture on WeChat's picture host."""
        return download_picture(self._client.http, url, self._sleep)

    def get_menu(self) -> tuple[Button, ...]:
        """Return the menu that the API made, empty when there is none."""
        try:
            answer = self._read("menu/get", lambda: self._client.get("menu/get"))
        except NotFound:
            return ()
        menu = answer.get("menu")
        buttons = menu.get("button") if isinstance(menu, Mapping) else None
        if not isinstance(buttons, list):
            raise unreadable("menu/get")
        return tuple(buttons)

    def get_current_menu(self) -> Mapping[str, Any]:
        """Return get_current_selfmenu_info as it is."""
        return self._read("get_current_selfmenu_info", self._client.menu.get_menu_info)

    def create_menu(self, buttons: Sequence[Button]) -> None:
        """Replace the whole menu; saying it twice does no harm."""
        body = {"button": [dict(button) for button in buttons]}
        self._read("menu/create", lambda: self._client.menu.create(body))

    def delete_menu(self) -> None:
        """Delete the menu; saying it twice does no harm."""
        self._read("menu/delete", self._client.menu.delete)

    def create_qr_code(self, scene: str) -> str:
        """Return the address inside a permanent code that opens the account with this scene."""
        body = {"action_name": "QR_LIMIT_STR_SCENE", "action_info": {"scene": {"scene_str": scene}}}
        answer = self._once("qrcode/create", lambda: self._client.qrcode.create(body))
        return _held(answer, "url", "qrcode/create")  # as it is: WeChat's scanner knows this address, not an https one

    def _pages(self, doing: str, ask: Callable[..., object]) -> Iterator[list[Any]]:
        """Yield the items of every page of a listing."""
        offset, total = 0, 1
        while offset < total:
            answer = self._read(doing, partial(ask, offset=offset, count=PAGE_SIZE))
            items, total = answer.get("item"), number(answer, "total_count")
            if not isinstance(items, list) or (not items and offset < total):
                raise unreadable(doing)
            yield items
            offset += len(items)

    def _read(self, doing: str, send: Callable[[], object]) -> Result:
        """Return the result of a call that may be sent more than once."""
        return self._call(doing, send, repeatable=True)

    def _once(self, doing: str, send: Callable[[], object]) -> Result:
        """Return the result of a call that must not be sent again after an unclear answer."""
        return self._call(doing, send, repeatable=False)

    def _call(self, doing: str, send: Callable[[], object], repeatable: bool) -> Result:
        """Make a call with a good token; a refused one is fetched again, then forced once, then given up."""
        renewals = self._renewals(self._client.access_token)
        return persist(doing, send, repeatable=repeatable, sleep=self._sleep, renewals=renewals)

    def _renewals(self, used: str) -> Iterator[Renewal]:
        """Yield what to do about a refused token, and then about the one that took its place."""
        for force in (False, True):
            yield partial(self._client.fetch_access_token, used, force)
            used = self._client.access_token


def _part(filename: str, data: bytes) -> tuple[str, bytes, str]:
    """Return a file part that can be sent again: bytes, and a name in ASCII with the true extension."""
    stem, dot, extension = filename.replace("\\", "/").rpartition("/")[2].rpartition(".")
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "_" for char in stem)
    name = f"{plain or 'file'}{dot}{extension}"
    return name, data, mimetypes.guess_type(name)[0] or "application/octet-stream"


def _held(answer: Any, field: str, doing: str) -> str:
    """Return a text that an answer must hold. Raises AnswerUnclear."""
    value = answer.get(field) if isinstance(answer, Mapping) else None
    if not isinstance(value, str) or not value:
        raise unreadable(doing)
    return value
