"""Pictures at their mmbiz-like addresses, for pages of WeChat only.

Hot-link protection is described at
https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html
"""

from urllib.parse import urlsplit

from werkzeug.wrappers import Request, Response

from plugins.wechat_emulator.state.file_format import MIME_TYPES
from plugins.wechat_emulator.state.store import Store

_FRIENDS = ("weixin.qq.com", "qq.com", "wechat.com")
_PLACEHOLDER = (
    b"GIF89a\x01\x00\x01\x00\x80\x00\x00\xcc\xcc\xcc\xff\xff\xff!\xf9\x04\x00\x00\x00\x00\x00,"
    b"\x00\x00\x00\x00\x01\x00\x01\x00\x00\x02\x02D\x01\x00;"
)


def serve_picture(store: Store, request: Request) -> Response:
    """Answer ``/mmbiz_jpg/<key>/<size>``: the picture, or for a foreign page a grey dot with 403."""
    steps = request.path.strip("/").split("/")
    picture = store.pictures.get(steps[1]) if len(steps) == 3 and steps[2].isdigit() else None
    if picture is None:
        return Response("not found", 404, content_type="text/plain")
    if not _is_welcome(request, store.accounts.get(picture.appid).settings.empty_referer):
        return Response(_PLACEHOLDER, 403, content_type="image/gif")
    return Response(picture.data, content_type=MIME_TYPES[picture.format])


def _is_welcome(request: Request, empty_referer: bool) -> bool:
    if not request.referrer:
        return empty_referer
    try:
        host = urlsplit(request.referrer).hostname or ""
    except ValueError:
        return False
    return host == request.host.partition(":")[0] or any(
        host == friend or host.endswith("." + friend) for friend in _FRIENDS
    )
