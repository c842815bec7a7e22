"""A fresh emulated account, and a browser's way of asking."""

import json
import re
from collections.abc import Iterator
from typing import Any

import pytest
from werkzeug.test import Client, TestResponse

from plugins.wechat_emulator import Store, create_app
from tests.wechat_emulator.conftest import NOW

HERE = "http://127.0.0.1:8090"


class Visitor:
    """Somebody who opens the console, or another page, and sends requests from there."""

    def __init__(self, store: Store) -> None:
        self.client = Client(create_app(store, "127.0.0.1"))
        page = self.client.get("/console/", base_url=HERE).get_data(as_text=True)
        found = re.search(r'name="console-token" content="([\w-]{20,})"', page)
        assert found is not None
        self.token = found.group(1)

    def send(self, method: str, name: str, body: object = None, base: str = HERE, **headers: str) -> TestResponse:
        """Send a request with headers named like ``Sec_Fetch_Site``."""
        named = {key.replace("_", "-"): value for key, value in headers.items()}
        data = json.dumps(body) if body is not None else None
        return self.client.open(f"/_emulator/{name}", method=method, base_url=base, headers=named, data=data)

    def post(self, name: str, body: object = None, **headers: str) -> dict[str, Any]:
        """Send a request as the console page does, and return the answer."""
        headers = {"Origin": HERE, "Sec_Fetch_Site": "same-origin", "X_Emulator_Console": self.token} | headers
        answer: dict[str, Any] = self.send("POST", name, body or {}, **headers).get_json()
        return answer


@pytest.fixture
def shop() -> Iterator[Store]:
    store = Store(wall=lambda: NOW)
    yield store
    store.close()


@pytest.fixture
def visitor(shop: Store) -> Visitor:
    return Visitor(shop)
