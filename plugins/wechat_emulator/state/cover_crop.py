"""The part of a cover that cards show, checked as draft/add checks it.

https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
The codes for a box of the wrong shape and for a tiny cover are community-reported.
"""

import re
from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.state.refusal import Refusal

_RATIOS: Mapping[str, float] = {"2.35_1": 2.35, "1_1": 1.0, "16_9": 16 / 9}
_NUMBER = re.compile(r"(?:0|1)(?:\.\d{1,6})?")
_TOLERANCE = 0.02


def crops_of(sent: Mapping[str, Any], size: tuple[int, int] | None) -> list[dict[str, str]]:
    """Return the boxes of an article as read-back shows them: in cover_info, coordinates as text.

    ``size`` is the cover's width and height; None leaves the shape unchecked. Raises Refusal 53402.
    """
    if size is not None and min(size) <= 1:
        raise Refusal(53402)
    return [_checked(ratio, box, size) for ratio, box in _boxes(sent)]


def _boxes(sent: Mapping[str, Any]) -> list[tuple[str, list[str]]]:
    boxes = []
    for field, ratio in (("pic_crop_235_1", "2.35_1"), ("pic_crop_1_1", "1_1")):
        if sent.get(field):
            boxes.append((ratio, str(sent[field]).split("_")))
    info = sent.get("cover_info")
    listed = info.get("crop_percent_list") if isinstance(info, Mapping) else None
    for crop in listed if isinstance(listed, list) else []:
        if not isinstance(crop, Mapping):
            raise Refusal(53402)
        boxes.append((str(crop.get("ratio")), [str(crop.get(name)) for name in ("x1", "y1", "x2", "y2")]))
    return boxes


def _checked(ratio: str, box: list[str], size: tuple[int, int] | None) -> dict[str, str]:
    if ratio not in _RATIOS or len(box) != 4 or not all(_NUMBER.fullmatch(number) for number in box):
        raise Refusal(53402)
    x1, y1, x2, y2 = map(float, box)
    if not (x1 < x2 <= 1 and y1 < y2 <= 1):
        raise Refusal(53402)
    if size is not None:
        shape = (x2 - x1) * size[0] / ((y2 - y1) * size[1])
        if abs(shape / _RATIOS[ratio] - 1) > _TOLERANCE:
            raise Refusal(53402)
    return {"ratio": ratio, "x1": box[0], "y1": box[1], "x2": box[2], "y2": box[3]}
