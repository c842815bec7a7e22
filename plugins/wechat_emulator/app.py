"""WeChat's servers as one WSGI application."""

from collections.abc import Iterable
from typing import TYPE_CHECKING

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.routes import api, control
from plugins.wechat_emulator.routes.pictures import serve_picture
from plugins.wechat_emulator.state.store import Store

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIApplication, WSGIEnvironment


def create_app(store: Store) -> "WSGIApplication":
    """Return the application over a store: the API, the pictures and the emulator's own calls."""

    def application(environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        return _respond(store, Request(environ))(environ, start_response)

    return application


def _respond(store: Store, request: Request) -> Response:
    if request.path.startswith(api.PREFIX):
        return api.answer_call(store, request)
    if request.path.startswith(control.PREFIX):
        return control.answer_control(store, request)
    if request.path.startswith("/mmbiz_"):
        return serve_picture(store, request)
    return Response("not found", 404, content_type="text/plain")
