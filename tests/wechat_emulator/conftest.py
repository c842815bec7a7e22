"""A fresh emulated account, spoken to as an SDK would."""

import io
import json
from collections.abc import Iterator
from typing import Any

import pytest
import requests
from PIL import Image

from plugins.wechat_emulator import DEMO_APPID, DEMO_SECRET, EmulatorTransport, Store
from plugins.wechat_emulator.routes.paths import path_of

BASE = "http://emulator.invalid"
NOW = 1_790_000_000


def picture(kind: str = "JPEG", size: tuple[int, int] = (940, 400)) -> bytes:
    """Return a plain picture."""
    data = io.BytesIO()
    Image.new("RGB", size, (90, 140, 100)).save(data, kind)
    return data.getvalue()


class Api:
    """Calls to one emulated account, in process; ``token`` may be replaced."""

    def __init__(self, store: Store) -> None:
        self.store = store
        self.http = requests.Session()
        self.http.mount("http://", EmulatorTransport(store))
        self.own = credentials()
        self.renew_token()

    def get(self, name: str, **query: str) -> dict[str, Any]:
        return self._json(self.http.get(self._url(name), params=self._query(query)))

    def post(self, name: str, body: object, **query: str) -> dict[str, Any]:
        data = json.dumps(body, ensure_ascii=False).encode()  # WeChat keeps escapes as they are
        return self._json(self.http.post(self._url(name), data=data, params=self._query(query)))

    def post_raw(self, name: str, body: str | bytes, **headers: str) -> dict[str, Any]:
        data = body.encode() if isinstance(body, str) else body
        return self._json(self.http.post(self._url(name), data=data, params=self._query({}), headers=headers))

    def upload(self, name: str, filename: str, data: bytes, field: str = "media", **query: str) -> dict[str, Any]:
        return self._json(self.http.post(self._url(name), files={field: (filename, data)}, params=self._query(query)))

    def cover(self, data: bytes | None = None) -> str:
        answer = self.upload("material/add_material", "cover.jpg", data or picture(), type="image")
        return str(answer["media_id"])

    def draft(self, **changes: object) -> str:
        """Make a draft of one article and return its media_id."""
        return str(self.post("draft/add", {"articles": [article(self.cover(), **changes)]})["media_id"])

    def publish(self, media_id: str) -> dict[str, Any]:
        """Publish a draft and return what its task says in the end."""
        publish_id = self.post("freepublish/submit", {"media_id": media_id})["publish_id"]
        for _ in range(self.store.accounts.get("").settings.publish_polls):
            self.post("freepublish/get", {"publish_id": publish_id})
        return self.post("freepublish/get", {"publish_id": publish_id})

    def openids(self) -> list[str]:
        """Return everybody who follows."""
        openids: list[str] = self.get("user/get")["data"]["openid"]
        return openids

    def become(self, profile: str) -> None:
        """Go on as a new account of another kind."""
        account = self.store.new_account(profile)
        self.own = credentials(account.secret, appid=account.appid)
        self.renew_token()

    def renew_token(self) -> None:
        """Fetch a token, also after the clock was moved."""
        self.token = self.post("stable_token", self.own)["access_token"]

    def control(self, name: str, body: dict[str, Any]) -> dict[str, Any]:
        answer: dict[str, Any] = self.http.post(f"{BASE}/_emulator/{name}", data=json.dumps(body)).json()
        return answer

    def settings(self, **settings: object) -> None:
        assert "error" not in self.control("settings", {"settings": settings})

    def _url(self, name: str) -> str:
        return BASE + path_of(name)

    def _query(self, query: dict[str, str]) -> dict[str, str]:
        return {"access_token": getattr(self, "token", ""), **query}

    def _json(self, response: requests.Response) -> dict[str, Any]:
        assert response.status_code == 200
        answer: dict[str, Any] = json.loads(response.content.decode("utf-8"))
        return answer


def credentials(secret: str = DEMO_SECRET, **changes: object) -> dict[str, object]:
    """Return the body of a stable_token call."""
    return {"grant_type": "client_credential", "appid": DEMO_APPID, "secret": secret, **changes}


def article(media_id: str, **changes: object) -> dict[str, object]:
    """Return an article that draft/add takes."""
    return {"title": "明前龙井", "content": "<p>新茶到了</p>", "thumb_media_id": media_id, **changes}


@pytest.fixture
def store() -> Iterator[Store]:
    store = Store(wall=lambda: NOW)
    yield store
    store.close()


@pytest.fixture
def api(store: Store) -> Api:
    return Api(store)
