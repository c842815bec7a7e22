"""What may be uploaded where.

https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_addmaterial.html
https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_uploadimage.html
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.wechat_emulator.state.file_format import PICTURES, VOICES, extension_fits, format_of, is_apple_picture
from plugins.wechat_emulator.state.refusal import Refusal

_MB = 1024 * 1024


@dataclass(frozen=True)
class Rule:
    """Formats, size limit in bytes, and the errcode of a file that is too big."""

    formats: frozenset[str]
    limit_bytes: int
    too_big: int


BODY_IMAGE = Rule(frozenset({"jpeg", "png"}), _MB - 1, 40009)
PERMANENT: Mapping[str, Rule] = {
    "image": Rule(PICTURES, 10 * _MB, 40009),
    "thumb": Rule(frozenset({"jpeg"}), 64 * 1024, 40012),
    "voice": Rule(VOICES, 2 * _MB, 40006),
    "video": Rule(frozenset({"mp4"}), 10 * _MB, 40006),
}
TEMPORARY: Mapping[str, Rule] = {kind: Rule(rule.formats, rule.limit_bytes, 45001) for kind, rule in PERMANENT.items()}
"""https://developers.weixin.qq.com/doc/offiaccount/Asset_Management/New_temporary_materials.html
The code of a file that is too big is a guess."""


def rule_for(kind: str, temporary: bool = False) -> Rule:
    """Return the rule of a kind of material. Raises Refusal 40004."""
    if kind not in PERMANENT:
        raise Refusal(40004)
    return (TEMPORARY if temporary else PERMANENT)[kind]


def check_upload(filename: str, data: bytes, rule: Rule) -> str:
    """Return the format of a file that may be uploaded.

    Raises:
        Refusal: 44001 empty, 40137 heic, 40113 unknown or lying about its format, 40005 not taken here, too_big.
    """
    if not data:
        raise Refusal(44001)
    found = format_of(data)
    if not found:
        raise Refusal(40137 if is_apple_picture(data) else 40113)
    if found not in rule.formats:
        raise Refusal(40005)
    if not extension_fits(filename, found):
        raise Refusal(40113)
    if len(data) > rule.limit_bytes:
        raise Refusal(rule.too_big)
    return found
