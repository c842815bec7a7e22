"""A static host for tests: gzip, the cache headers of a CDN, and the site's own 404 page."""

import gzip
import mimetypes
from collections.abc import Iterator
from contextlib import contextmanager
from functools import lru_cache
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from threading import Thread
from urllib.parse import unquote, urlsplit

_COMPRESSED = {".html", ".js", ".json", ".xml", ".svg", ".txt", ".css"}
_TYPES = {".webp": "image/webp", ".js": "text/javascript", ".json": "application/json", ".xml": "application/xml"}


@contextmanager
def serve_folder(root: Path) -> Iterator[str]:
    """Serve a folder on a free port of this machine; yields the address without a final slash."""

    class Handler(BaseHTTPRequestHandler):
        protocol_version = "HTTP/1.1"

        def do_GET(self) -> None:
            path = _find(root, unquote(urlsplit(self.path).path))
            status = 200 if path else 404
            path = path or root / "404.html"
            body = _body(path)
            self.send_response(status)
            kind = _TYPES.get(path.suffix) or mimetypes.guess_type(path.name)[0] or "application/octet-stream"
            self.send_header("Content-Type", f"{kind}; charset=utf-8" if path.suffix in _COMPRESSED else kind)
            if path.suffix in _COMPRESSED:
                self.send_header("Content-Encoding", "gzip")
            hashed = path.suffix not in {".html", ".xml", ".txt", ".json"}
            self.send_header("Cache-Control", "public, max-age=31536000, immutable" if hashed else "no-cache")
            self.send_header("Content-Length", str(len(body)))
            self.end_headers()
            self.wfile.write(body)

        def log_message(self, *args: object) -> None:
            """Keep quiet."""

    server = ThreadingHTTPServer(("127.0.0.1", 0), Handler)
    Thread(target=server.serve_forever, daemon=True).start()
    try:
        yield f"http://127.0.0.1:{server.server_port}"
    finally:
        server.shutdown()
        server.server_close()


def _find(root: Path, url: str) -> Path | None:
    path = root / url.lstrip("/")
    path = path / "index.html" if url.endswith("/") else path
    return path if path.is_file() and path.resolve().is_relative_to(root.resolve()) else None


@lru_cache(maxsize=1000)
def _body(path: Path) -> bytes:
    data = path.read_bytes()
    return gzip.compress(data, 6) if path.suffix in _COMPRESSED else data
