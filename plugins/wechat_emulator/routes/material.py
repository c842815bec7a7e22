"""Permanent materials.

https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html and its neighbours
"""

import json
from collections.abc import Mapping

from plugins.wechat_emulator.routes.answer import OK, Answer, RawFile, SlashedJson
from plugins.wechat_emulator.routes.call import Call
from plugins.wechat_emulator.state.file_format import MIME_TYPES
from plugins.wechat_emulator.state.materials import LISTED_KINDS, NewMaterial, StoredMaterial
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.upload_rules import check_upload, rule_for


def add(call: Call) -> Answer:
    """Keep a file; only pictures get an address."""
    kind = call.query("type") or call.request.form.get("type") or ""
    rule = rule_for(kind)
    file = call.file()
    title, introduction = _description(call) if kind == "video" else ("", "")
    new = NewMaterial(kind, file.name, check_upload(file.name, file.data, rule), file.data, title, introduction)
    kept = call.store.materials.add(call.appid, new)
    if kind == "image":
        return SlashedJson({"media_id": kept.media_id, "url": kept.url, "item": []})
    return SlashedJson({"media_id": kept.media_id, "item": []})


def get(call: Call) -> Answer:
    """Return a file's bytes; of a video, where they are."""
    material = call.store.materials.get(call.appid, call.media_id())
    if material.kind == "news":
        return {"news_item": json.loads(material.data)}
    if material.kind == "video":
        down_url = f"http://mp.weixin.qq.com/mp/mp/video?__biz=MzAwMDAwMDAwMA==&mid={material.media_id}"
        return {"title": material.title, "description": material.introduction, "down_url": down_url}
    return RawFile(material.data, MIME_TYPES[material.format], material.name.encode("ascii", "replace").decode())


def delete(call: Call) -> Answer:
    """Delete a file, unless the menu shows it."""
    media_id = call.media_id()
    if call.store.menus.uses(call.appid, media_id) or call.store.conditional_menus.uses(call.appid, media_id):
        raise Refusal(48005)
    call.store.materials.delete(call.appid, media_id)
    return OK


def count(call: Call) -> Answer:
    """Tell how many files of each kind there are; news are those from before 2022."""
    return {f"{kind}_count": call.store.materials.count(call.appid, kind) for kind in LISTED_KINDS}


def batchget(call: Call) -> Answer:
    """Show up to 20 files of a kind; thumb is not a kind that can be listed."""
    kind = str(call.body.get("type"))
    if kind not in LISTED_KINDS:
        raise Refusal(40004)
    offset, count = call.page()
    found = call.store.materials.page(call.appid, kind, offset, count)
    total = call.store.materials.count(call.appid, kind)
    return {"item": [_listed(one) for one in found], "total_count": total, "item_count": len(found)}


def withdrawn(call: Call) -> Answer:
    """Refuse add_news and update_news, dead since 2022-02-28."""
    raise Refusal(45106)


def _listed(material: StoredMaterial) -> Mapping[str, object]:
    if material.kind == "news":
        content = {"news_item": json.loads(material.data)}
        return {"media_id": material.media_id, "content": content, "update_time": material.update_time}
    shown = {"media_id": material.media_id, "name": material.name, "update_time": material.update_time}
    return shown | ({"url": material.url} if material.url else {})


def _description(call: Call) -> tuple[str, str]:
    """Return title and introduction of a video; the code for their absence is not documented."""
    try:
        sent = json.loads(call.request.form.get("description", ""))
    except ValueError:
        raise Refusal(47001) from None
    if not isinstance(sent, Mapping):
        raise Refusal(47001)
    return str(sent.get("title", "")), str(sent.get("introduction", ""))
