"""The console's files: one page, its style and its scripts, all of our own."""

from pathlib import Path

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.console.guard import Guard

PREFIX = "/console/"
_FOLDER = Path(__file__).parent / "static"
_TYPES = {".html": "text/html", ".css": "text/css", ".js": "text/javascript", ".svg": "image/svg+xml"}
_PLACE_OF_TOKEN = "CONSOLE_TOKEN"


def serve_console(guard: Guard, request: Request) -> Response:
    """Answer a call below /console/: a file, or 404."""
    if not guard.knows_host(request):
        return Response("use 127.0.0.1 or localhost", 403, content_type="text/plain")
    if request.path == PREFIX.rstrip("/"):
        return Response(status=301, headers={"Location": PREFIX})
    name = request.path.removeprefix(PREFIX) or "index.html"
    files = {path.name: path for path in _FOLDER.iterdir() if path.suffix in _TYPES}
    if name not in files or request.method not in ("GET", "HEAD"):
        return Response("not found", 404, content_type="text/plain")
    text = files[name].read_text(encoding="utf-8")
    if name == "index.html":
        text = text.replace(_PLACE_OF_TOKEN, guard.token)
    return Response(text, content_type=f"{_TYPES[files[name].suffix]}; charset=utf-8", headers=_headers(request))


def _headers(request: Request) -> dict[str, str]:
    """Return the headers that keep an article from running anything, even where a rule of ours fails.

    Articles are shown in frames that inherit this policy; their style attributes are their only styling.
    """
    here = f"{request.scheme}://{request.host}"
    policy = (
        f"default-src 'none'; script-src {here}/console/; style-src {here}/console/; style-src-attr 'unsafe-inline'; "
        f"img-src {here} data:; connect-src {here}; frame-src 'self'; form-action 'none'; base-uri 'none'; "
        "frame-ancestors 'none'"
    )
    return {
        "Content-Security-Policy": policy,
        "X-Content-Type-Options": "nosniff",
        "X-Frame-Options": "DENY",
        "Cross-Origin-Opener-Policy": "same-origin",
        "Cache-Control": "no-store",
    }
