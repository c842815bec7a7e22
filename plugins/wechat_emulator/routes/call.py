"""One call as an endpoint sees it: the account, the query, and a body that was checked."""

import json
import re
from collections.abc import Mapping
from dataclasses import dataclass
from functools import cached_property
from typing import Any

from werkzeug.wrappers import Request

from plugins.wechat_emulator.state.accounts import Account
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.store import Store

PAGE_SIZE = 20
_ESCAPE = re.compile(r"(?<!\\)((?:\\\\)*)\\u")


@dataclass(frozen=True)
class UploadedFile:
    """The one file part of a multipart call."""

    name: str
    data: bytes


class Call:
    """A call to one endpoint; ``account`` is the one its token opens."""

    def __init__(self, store: Store, request: Request, account: Account) -> None:
        self.store = store
        self.request = request
        self.account = account

    @property
    def appid(self) -> str:
        """The account's public id."""
        return self.account.appid

    @cached_property
    def raw(self) -> str:
        """The body as text. Raises Refusal 44002 when empty, 47001 when not UTF-8."""
        data = self.request.get_data()
        if not data:
            raise Refusal(44002)
        try:
            return data.decode("utf-8-sig")
        except UnicodeDecodeError:
            raise Refusal(47001) from None

    @cached_property
    def body(self) -> Mapping[str, Any]:
        """The JSON body, whatever Content-Type says. Raises Refusal 47001, as a form body does."""
        return _parsed(self.raw)

    @cached_property
    def unescaped_body(self) -> Mapping[str, Any]:
        """The JSON body with every ``\\uXXXX`` kept as six characters, as WeChat keeps it in titles."""
        return _parsed(_ESCAPE.sub(r"\1\\\\u", self.raw))

    def query(self, name: str) -> str | None:
        """Return a field of the query, None when it is missing."""
        return self.request.args.get(name)

    def media_id(self) -> str:
        """Return the body's media_id. Raises Refusal 41006 when it is missing."""
        value = self.body.get("media_id")
        if not value:
            raise Refusal(41006)
        return str(value)

    def page(self) -> tuple[int, int]:
        """Return offset and count of a listing. Raises Refusal 40097."""
        offset, count = self.body.get("offset", 0), self.body.get("count", PAGE_SIZE)
        if type(offset) is not int or type(count) is not int or offset < 0 or not 1 <= count <= PAGE_SIZE:
            raise Refusal(40097)
        return min(offset, 2**31), count

    def file(self) -> UploadedFile:
        """Return the part named ``media``. Raises Refusal 41005 when there is none."""
        part = self.request.files.get("media")
        if part is None:
            raise Refusal(41005)
        return UploadedFile(part.filename or "", part.read())


def _parsed(text: str) -> Mapping[str, Any]:
    try:
        body = json.loads(text)
        json.dumps(body, ensure_ascii=False, allow_nan=False).encode("utf-8")
    except (ValueError, RecursionError):  # not JSON, half a surrogate pair, or nested beyond reason
        raise Refusal(47001) from None
    if not isinstance(body, Mapping):
        raise Refusal(47001)
    return body
