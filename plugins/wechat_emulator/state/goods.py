"""Goods at the end of an article.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
"""

import re
from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.state.refusal import Refusal

_KEY = re.compile(r"[\w-]{6,128}", re.ASCII)


def goods_of(sent: Mapping[str, Any], goods: str) -> dict[str, Any]:
    """Return ``product_info`` as it is kept, nothing for an article without goods.

    ``goods`` is the account's state: ``on``, ``off`` or ``restricted``. The shape of a key is a guess.

    Raises:
        Refusal: 53406 not enabled, 53404 restricted, 53405 no such goods.
    """
    info = sent.get("product_info")
    footer = info.get("footer_product_info") if isinstance(info, Mapping) else None
    key = footer.get("product_key") if isinstance(footer, Mapping) else None
    if not key:
        return {}
    if goods != "on":
        raise Refusal(53404 if goods == "restricted" else 53406)
    if not isinstance(key, str) or not _KEY.fullmatch(key):
        raise Refusal(53405)
    return {"product_info": {"footer_product_info": {"product_key": key}}}
