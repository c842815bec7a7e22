"""The receiver of forms: a small WSGI application that checks, keeps, and says thanks.

It trusts nothing that comes in: the origin is checked, sizes are limited, robots are let run into the trap, addresses
it leads to are its own, and neither its log nor its errors hold anything that a visitor typed.
"""

import hashlib
import hmac
import logging
import re
import secrets
import sqlite3
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from typing import TYPE_CHECKING
from urllib.parse import urlsplit

from werkzeug.exceptions import HTTPException, RequestEntityTooLarge
from werkzeug.wrappers import Request, Response

from plugins.forms.again import AgainPage
from plugins.forms.answers import check_answers, clean_text
from plugins.forms.model import Form
from plugins.forms.store import AnswerStore

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

logger = logging.getLogger(__name__)

MOST_BYTES = 64 * 1024
_MOST_SENDINGS, _WINDOW_S = 20, 600.0
_CHANNEL = re.compile(r"[\w-]{1,20}", re.ASCII)
_BUSY = "暂时收不下，您写的都还在。请过几分钟再交一次，或者直接打电话。"
_TOO_OFTEN = "交得太快了，您写的都还在。请过十分钟再交一次，或者直接打电话。"


class _FormRequest(Request):
    max_content_length = MOST_BYTES
    max_form_memory_size = MOST_BYTES
    max_form_parts = 200


@dataclass(frozen=True)
class Receiver:
    """The application. ``base`` is the path that forms are sent to; ``clock`` gives the aware time of now."""

    forms: Mapping[str, Form]
    site_url: str
    base: str
    page: AgainPage
    store: AnswerStore
    clock: Callable[[], datetime]
    salt: bytes = field(default_factory=lambda: secrets.token_bytes(32), repr=False)

    def __call__(self, environ: "WSGIEnvironment", start_response: "StartResponse") -> Iterable[bytes]:
        """Answer one request."""
        request = _FormRequest(environ)
        try:
            response = self._answer(request)
        except RequestEntityTooLarge:
            response = _plain("写得太长了，请短一些。", 413)
        except HTTPException:
            response = _plain("这个请求读不懂。", 400)
        response.headers.update(
            {
                "Cache-Control": "no-store",
                "X-Content-Type-Options": "nosniff",
                "Referrer-Policy": "same-origin",
                "Content-Security-Policy": f"default-src 'none'; style-src {self.page.style_hash}; form-action 'self' "
                f"{self.site_url}; base-uri 'none'; frame-ancestors 'none'",
            }
        )
        logger.info("%s %s %s", request.method, self._form_of(request) and request.path, response.status_code)
        return response(environ, start_response)

    def _form_of(self, request: Request) -> Form | None:
        slug = request.path.removeprefix(f"{self.base}/")
        return self.forms.get(slug) if request.path == f"{self.base}/{slug}" else None

    def _answer(self, request: Request) -> Response:
        form = self._form_of(request)
        if form is None:
            return _plain("没有这个表单。", 404)
        if request.method in ("GET", "HEAD"):
            return _see(self.site_url + form.url)
        if request.method != "POST":
            return _plain("请用表单提交。", 405)
        if request.mimetype != "application/x-www-form-urlencoded":
            return _plain("这个请求读不懂。", 415)
        if not self._comes_from_here(request):
            return _plain("请从本店网站的页面提交。", 403)
        return self._take(request, form)

    def _take(self, request: Request, form: Form) -> Response:
        typed = dict(request.form.lists())
        thanks = _see(self.site_url + form.thanks_url)
        if any(typed.get("website", [])):
            return thanks  # a robot learns nothing
        answers = check_answers(form, typed)
        kept = {**answers.values, "ch": [_code(typed, "ch")], "once": [_code(typed, "once")]}
        now = self.clock()
        try:
            if not self.store.allow(self._visitor(request), now.timestamp(), _MOST_SENDINGS, _WINDOW_S):
                return self._again(request, form, kept, 429, notice=_TOO_OFTEN)
            if answers.errors:
                return self._again(request, form, kept, 422, errors=answers.errors)
            self.store.add(form, now, kept["ch"][0], kept["once"][0], answers.values)
        except sqlite3.Error as error:
            logger.error("An answer could not be kept: %s", type(error).__name__)
            return self._again(request, form, kept, 503, notice=_BUSY)
        return thanks

    def _again(
        self,
        request: Request,
        form: Form,
        typed: Mapping[str, Sequence[str]],
        status: int,
        errors: Mapping[str, str] | None = None,
        notice: str = "",
    ) -> Response:
        return Response(self.page.render(form, request.path, typed, errors, notice), status, mimetype="text/html")

    def _comes_from_here(self, request: Request) -> bool:
        """Tell whether the page that sent it is the site's or our own; browsers always say where a POST comes from."""
        source = request.headers.get("Origin") or request.headers.get("Referer", "")
        return _origin(source) in (_origin(self.site_url), _origin(request.host_url))

    def _visitor(self, request: Request) -> str:
        """Return a name for the sender that nobody can turn back into an address."""
        address = (request.remote_addr or "").encode("utf-8")
        return hmac.new(self.salt, address, hashlib.sha256).hexdigest()[:16]


def _origin(url: str) -> tuple[str, str]:
    try:
        parts = urlsplit(url)
    except ValueError:
        return ("", "")
    return (parts.scheme, parts.netloc) if parts.netloc else ("", url)


def _code(typed: Mapping[str, Sequence[str]], name: str) -> str:
    code = clean_text((typed.get(name) or [""])[0])
    return code if _CHANNEL.fullmatch(code) else ""


def _see(url: str) -> Response:
    return Response(status=303, headers={"Location": url})


def _plain(text: str, status: int) -> Response:
    return Response(f"{text}\n", status, mimetype="text/plain")
