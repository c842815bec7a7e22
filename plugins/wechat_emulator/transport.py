"""The emulator inside the caller's own process: a requests adapter instead of a socket."""

import io
from collections.abc import Iterable, Mapping
from typing import Any

import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from urllib3 import HTTPResponse
from werkzeug.test import EnvironBuilder, run_wsgi_app

from plugins.wechat_emulator.app import create_app
from plugins.wechat_emulator.state.store import Store


class EmulatorTransport(BaseAdapter):
    """Answers every request from a store. Mount it on ``https://`` and ``http://`` of a requests session."""

    def __init__(self, store: Store) -> None:
        super().__init__()
        self._app = create_app(store)

    def send(self, request: requests.PreparedRequest, *args: Any, **kwargs: Any) -> requests.Response:
        """Return the emulator's answer. Raises ConnectionError where the emulator drops the connection."""
        builder = EnvironBuilder(
            path=request.path_url,
            base_url="http://emulator.invalid/",
            method=request.method or "GET",
            headers=list(request.headers.items()),
            input_stream=io.BytesIO(_bytes(request.body)),
        )
        chunks, status, headers = run_wsgi_app(self._app, builder.get_environ(), buffered=True)
        data = b"".join(chunks)
        if len(data) < int(headers.get("Content-Length", 0)) and request.method != "HEAD":
            raise requests.ConnectionError("the emulator closed the connection", request=request)
        raw = HTTPResponse(
            io.BytesIO(data), dict(headers), int(status.split()[0]), reason=status[4:], preload_content=False
        )
        return HTTPAdapter().build_response(request, raw)

    def close(self) -> None:
        """Nothing is open."""


def _bytes(body: bytes | str | Iterable[bytes] | Mapping[str, Any] | None) -> bytes:
    if body is None:
        return b""
    if isinstance(body, str):
        return body.encode("utf-8")
    return body if isinstance(body, bytes) else b"".join(body)  # type: ignore[arg-type]
