"""Body images and temporary files.

https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_uploadimage.html
"""

from plugins.wechat_emulator.routes.answer import OK, TEXT_TYPE, Answer, RawFile, SlashedJson
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.file_format import MIME_TYPES
from plugins.wechat_emulator.state.materials import NewMaterial
from plugins.wechat_emulator.state.pictures import Picture
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.upload_rules import BODY_IMAGE, check_upload, rule_for


def uploadimg(call: Call) -> Answer:
    """Keep a body image: an address, no media_id, never listed."""
    file = call.file()
    picture = Picture(call.appid, check_upload(file.name, file.data, BODY_IMAGE), file.data)
    return SlashedJson({"url": call.store.pictures.add(picture), **OK}, TEXT_TYPE)


def upload(call: Call) -> Answer:
    """Keep a file for three days."""
    kind = call.query("type") or call.request.form.get("type") or ""
    rule = rule_for(kind, temporary=True)
    file = call.file()
    new = NewMaterial(kind, file.name, check_upload(file.name, file.data, rule), file.data)
    kept = call.store.materials.add(call.appid, new, temporary=True)
    name = "thumb_media_id" if kind == "thumb" else "media_id"
    return SlashedJson({"type": kind, name: kept.media_id, "created_at": kept.update_time, "item": []})


def get(call: Call) -> Answer:
    """Return a temporary file's bytes."""
    media_id = call.query("media_id")
    if not media_id:
        raise Refusal(41006)
    material = call.store.materials.get(call.appid, media_id, temporary=True)
    return RawFile(material.data, MIME_TYPES[material.format], material.name.encode("ascii", "replace").decode())
