"""WeChat's servers as one WSGI application."""

import time
from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.console import page
from plugins.wechat_emulator.console.guard import Guard
from plugins.wechat_emulator.routes import api, callback, control
from plugins.wechat_emulator.routes.paths import PREFIXES
from plugins.wechat_emulator.routes.pictures import serve_picture
from plugins.wechat_emulator.state.call_log import CallLog, outcome_of
from plugins.wechat_emulator.state.store import Store

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def create_app(store: Store, host: str = "") -> "WSGIApplication":
    """Return the application over a store: the API, the pictures, the console and the emulator's own calls.

    ``host`` is the name it listens on, which the console may be opened under.
    """
    calls, guard = CallLog(), Guard(host)
    own_calls = control.Control(store, calls, guard)

    def respond(request: Request) -> Response:
        if request.path.startswith(PREFIXES):
            return _logged(store, calls, request)
        if request.path.startswith(callback.PREFIX):
            return callback.answer_callback(store, guard, request)
        if request.path.startswith(control.PREFIX):
            return own_calls.answer(request)
        if request.path.startswith("/mmbiz_"):
            return serve_picture(store, request)
        if request.path == "/":
            return Response(status=302, headers={"Location": page.PREFIX})
        if request.path.startswith(page.PREFIX.rstrip("/")):
            return page.serve_console(guard, request)
        return Response("not found", 404, content_type="text/plain")

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return respond(Request(environ))(environ, start_response)

    return application


def _logged(store: Store, calls: CallLog, request: Request) -> Response:
    """Answer a call of the API and remember how it ended."""
    started = time.perf_counter()
    response = api.answer_call(store, request)
    duration_ms = (time.perf_counter() - started) * 1000
    query = request.query_string.decode("utf-8", "replace")
    outcome = outcome_of(response.get_data(), response.content_length, response.content_type or "")
    calls.add(store.clock.now(), request.method, request.path, query, outcome, duration_ms)
    return response
