"""A picture that a person adds in the console."""

import base64
from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.state.materials import NewMaterial
from plugins.wechat_emulator.state.store import Store
from plugins.wechat_emulator.state.upload_rules import check_upload, rule_for


def upload(store: Store, appid: str, sent: Mapping[str, Any]) -> Mapping[str, Any]:
    """Keep a permanent picture, sent as base64, by the rules of every other one."""
    name, data = str(sent.get("name", "")), base64.b64decode(str(sent.get("base64", "")), validate=True)
    kept = store.materials.add(appid, NewMaterial("image", name, check_upload(name, data, rule_for("image")), data))
    return {"media_id": kept.media_id, "url": kept.url}
