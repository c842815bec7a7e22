"""A person in the account's console, played over HTTP."""

from collections.abc import Mapping
from typing import Any

import requests
from requests.adapters import BaseAdapter

TIMEOUT_S = 30


class ConsoleRefused(Exception):
    """The console did not do it; the message says why."""


class ConsoleEditor:
    """Edits drafts as the console's editor does, so that a sync sees what a person leaves behind.

    ``appid`` chooses the account, the first one by default; ``transport`` replaces the socket.
    """

    def __init__(self, url: str, appid: str = "", transport: BaseAdapter | None = None) -> None:
        self._url = url.rstrip("/") + "/_emulator/console/"
        self._appid = appid
        self._session = requests.Session()
        self._session.trust_env = False
        if transport is not None:
            self._session.mount("http://", transport)
            self._session.mount("https://", transport)

    def list(self) -> list[dict[str, Any]]:
        """Return every draft: media_id, update_time and news_item."""
        drafts: list[dict[str, Any]] = self._call("GET", "list", {})["drafts"]
        return drafts

    def save(self, media_id: str, index: int = 0, *, html: str | None = None, **words: Any) -> None:
        """Save an article. Without ``html`` only the markup around its words changes.

        ``words``: title, author ..., and ``cover_info`` with the crops of the cover.
        """
        self._call("POST", "save", {"media_id": media_id, "index": index, "html": html, **words})

    def new(self, title: str, html: str, **words: str | int) -> str:
        """Write a new draft and return its media_id."""
        return str(self._call("POST", "new", {"title": title, "html": html, **words})["media_id"])

    def delete(self, media_id: str) -> None:
        """Delete a draft."""
        self._call("POST", "delete", {"media_id": media_id})

    def publish(self, media_id: str) -> str:
        """Publish a draft and return its article_id."""
        return str(self._call("POST", "publish", {"media_id": media_id})["article_id"])

    def _call(self, method: str, name: str, values: Mapping[str, Any]) -> Mapping[str, Any]:
        sent = {key: value for key, value in values.items() if value is not None}
        response = self._session.request(
            method, self._url + name, params={"appid": self._appid}, json=sent or None, timeout=TIMEOUT_S
        )
        answer: Mapping[str, Any] = response.json()
        if response.status_code != 200:
            raise ConsoleRefused(f"console/{name}: {answer.get('error')}")
        return answer
