"""Answers in WeChat's manner: HTTP 200, JSON, errcode only where the real one has it."""

import hashlib
import json
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from werkzeug.wrappers import Response

from plugins.wechat_emulator.state.refusal import Refusal

OK: Mapping[str, Any] = {"errcode": 0, "errmsg": "ok"}
JSON_TYPE = "application/json; encoding=utf-8"  # not charset=, as seen from the real server
TEXT_TYPE = "text/plain"


@dataclass(frozen=True)
class RawFile:
    """An answer that is a file and not JSON."""

    data: bytes
    mime_type: str
    filename: str


@dataclass(frozen=True)
class SlashedJson:
    """An upload's answer: ``\\/`` for every slash, sometimes labelled text/plain."""

    values: Mapping[str, Any]
    content_type: str = JSON_TYPE


Answer = Mapping[str, Any] | RawFile | SlashedJson | Refusal
"""A Refusal that is returned and not raised lets the effects of the call stand."""


def respond(answer: Mapping[str, Any] | RawFile | SlashedJson, plain_text: bool = False) -> Response:
    """Return the HTTP response of an answer."""
    if isinstance(answer, RawFile):
        disposition = f'attachment; filename="{answer.filename}"'
        return Response(answer.data, content_type=answer.mime_type, headers={"Content-Disposition": disposition})
    if isinstance(answer, SlashedJson):
        text = _dump(answer.values).replace("/", "\\/")
        return Response(text, content_type=TEXT_TYPE if plain_text else answer.content_type)
    return Response(_dump(answer), content_type=TEXT_TYPE if plain_text else JSON_TYPE)


def refused(refusal: Refusal, rid: str) -> Mapping[str, Any]:
    """Return a refusal with the tail that makes it traceable for seven days."""
    hint = hashlib.sha256(rid.encode()).hexdigest()[:6]
    return {"errcode": refusal.errcode, "errmsg": f"{refusal.errmsg} hint: [{hint}] rid: {rid}", **refusal.fields}


def _dump(values: Mapping[str, Any]) -> str:
    return json.dumps(values, ensure_ascii=False, separators=(",", ":"))
