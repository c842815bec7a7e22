"""Pictures and other permanent materials 永久素材.

https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html and its neighbours
"""

import mimetypes
from collections.abc import Iterator
from functools import partial

from plugins.wechat.article_json import held, number
from plugins.wechat.calls import Calls
from plugins.wechat.gateway import Material
from plugins.wechat.hosts import secure
from plugins.wechat.pictures import download_picture


class Materials:
    """The materials of one account, and the pictures of article bodies."""

    _calls: Calls

    def upload_body_image(self, filename: str, data: bytes) -> str:
        """Upload a picture for article bodies and return its mmbiz URL."""
        doing, files = f"media/uploadimg {filename}", {"media": _part(filename, data)}
        answer = self._calls.once(doing, lambda: self._calls.client.post("media/uploadimg", files=files))
        return secure(held(answer, "url", doing))

    def add_material(self, kind: str, filename: str, data: bytes) -> Material:
        """Upload a permanent material."""
        doing = f"material/add_material {filename}"
        answer = self._calls.once(doing, lambda: self._calls.client.material.add(kind, _part(filename, data)))
        media_id = self._calls.fresh(held(answer, "media_id", doing))
        return Material(media_id, secure(str(answer.get("url") or "")), filename)

    def list_materials(self, kind: str) -> Iterator[Material]:
        """Yield every permanent material of a kind, each once."""
        doing, seen = "material/batchget_material", set[str]()
        for page, _ in self._calls.pages(doing, partial(self._calls.client.material.batchget, kind)):
            for item in page:
                media_id = held(item, "media_id", doing)
                if media_id not in seen:
                    seen.add(media_id)
                    url, name = secure(str(item.get("url") or "")), str(item.get("name") or "")
                    yield Material(media_id, url, name, number(item, "update_time"))

    def delete_material(self, media_id: str) -> None:
        """Delete a permanent material."""
        self._calls.once("material/del_material", lambda: self._calls.client.material.delete(media_id))

    def download(self, url: str) -> bytes:
        """Return the bytes of a picture on WeChat's picture host."""
        return download_picture(self._calls.client.http, url, self._calls.sleep)


def _part(filename: str, data: bytes) -> tuple[str, bytes, str]:
    """Return a file part that can be sent again: bytes, and a name in ASCII with the true extension."""
    stem, dot, extension = filename.replace("\\", "/").rpartition("/")[2].rpartition(".")
    plain = "".join(char if char.isascii() and (char.isalnum() or char in "-_.") else "_" for char in stem)
    name = f"{plain or 'file'}{dot}{extension}"
    return name, data, mimetypes.guess_type(name)[0] or "application/octet-stream"
