"""What may be sent to many followers at once.

https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_sendall.html
"""

from collections.abc import Callable, Mapping
from typing import Any

from plugins.wechat_emulator.state.refusal import Refusal

_WITHDRAWN = {"wxcard": 45113, "mpvideo": 48022}
CLIENTMSGID_BYTES = 32


def check_content(
    sent: Mapping[str, Any], has_draft: Callable[[str], bool], has_material: Callable[[str], bool]
) -> str:
    """Return the media_id of the draft to send, empty for other kinds of message.

    Raises:
        Refusal: 40008 unknown kind, 45113 coupons (withdrawn), 48022 video (never taken here), 40007, 44004 no text.
    """
    kind = str(sent.get("msgtype"))
    if kind in _WITHDRAWN:
        raise Refusal(_WITHDRAWN[kind])
    part = sent.get("images" if kind == "image" and "images" in sent else kind)
    part = part if isinstance(part, Mapping) else {}
    if kind == "mpnews":
        return _known(part.get("media_id"), has_draft)
    if kind in ("image", "voice"):
        listed = part.get("media_ids", [part.get("media_id")])
        for media_id in listed if isinstance(listed, list) and listed else [None]:
            _known(media_id, has_material)
        return ""
    if kind != "text":
        raise Refusal(40008)
    if not isinstance(part.get("content"), str) or not part["content"]:
        raise Refusal(44004)
    return ""


def client_id_of(sent: Mapping[str, Any]) -> str:
    """Return clientmsgid, empty when none was sent. Raises Refusal 45067; older pages allow 64 bytes."""
    value = str(sent.get("clientmsgid") or "")
    if len(value.encode("utf-8")) > CLIENTMSGID_BYTES:
        raise Refusal(45067)
    return value


def _known(media_id: object, exists: Callable[[str], bool]) -> str:
    if not isinstance(media_id, str) or not exists(media_id):
        raise Refusal(40007)
    return media_id
