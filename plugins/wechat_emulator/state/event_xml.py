"""Messages and events as XML, the way WeChat's servers post them to an account's own server.

https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html
https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_event_pushes.html
"""

import re
from collections.abc import Mapping, Sequence
from typing import Any
from xml.etree import ElementTree

Fields = Mapping[str, Any]
"""What stands below <xml>: texts (as CDATA), numbers, mappings (nested), lists (the tag repeated)."""

_FORBIDDEN = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\ud800-\udfff\ufffe\uffff]")


class NotXml(ValueError):
    """Text that is not the XML of a message."""


def render_xml(fields: Fields) -> str:
    """Return a message."""
    return f"<xml>{_inner(fields)}</xml>"


def parse_xml(text: str) -> dict[str, str]:
    """Return the fields of a flat message. Raises NotXml, also for document types and entities."""
    if "<!DOCTYPE" in text or "<!ENTITY" in text:
        raise NotXml("a document type is not allowed")
    try:
        root = ElementTree.fromstring(text)
    except ElementTree.ParseError as problem:
        raise NotXml(str(problem)) from None
    if root.tag != "xml":
        raise NotXml("the root is not <xml>")
    return {child.tag: child.text or "" for child in root}


def event(name: str, key: str = "", **more: object) -> Fields:
    """Return the fields of an event; ``key`` becomes EventKey."""
    shown = {"EventKey": key} if key else {}
    return {"MsgType": "event", "Event": name, **shown, **more}


def publish_finished(
    publish_id: int, status: int, article_id: str, urls: Sequence[str], fail_idx: Sequence[int]
) -> Fields:
    """https://developers.weixin.qq.com/doc/subscription/guide/product/publish.html"""
    info: dict[str, Any] = {"publish_id": publish_id, "publish_status": status}
    if article_id:
        items = [{"idx": number, "article_url": url} for number, url in enumerate(urls, start=1)]
        info |= {"article_id": article_id, "article_detail": {"count": len(urls), "item": items}}
    return event("PUBLISHJOBFINISH", PublishEventInfo=info | ({"fail_idx": list(fail_idx)} if fail_idx else {}))


def mass_finished(msg_id: int, status: str, total: int, sent: int, urls: Sequence[str]) -> Fields:
    """https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_sendall.html"""
    items = [{"ArticleIdx": number, "ArticleUrl": url} for number, url in enumerate(urls, start=1)]
    return event(
        "MASSSENDJOBFINISH",
        MsgID=msg_id,
        Status=status,
        TotalCount=total,
        FilterCount=total,
        SentCount=sent,
        ErrorCount=total - sent,
        ArticleUrlResult={"Count": len(urls), "ResultList": {"item": items}},
    )


def _inner(fields: Fields) -> str:
    return "".join(_element(name, value) for name, value in fields.items())


def _element(name: str, value: object) -> str:
    if isinstance(value, list):
        return "".join(_element(name, one) for one in value)
    if isinstance(value, Mapping):
        return f"<{name}>{_inner(value)}</{name}>"
    if isinstance(value, int):
        return f"<{name}>{value}</{name}>"
    text = _FORBIDDEN.sub("", str(value)).replace("]]>", "]]]]><![CDATA[>")
    return f"<{name}><![CDATA[{text}]]></{name}>"
