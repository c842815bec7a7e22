"""The errcodes that the emulator answers with, in WeChat's own words.

https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
"""

from collections.abc import Mapping

MESSAGES: Mapping[int, str] = {
    -1: "system error",
    40001: "invalid credential, access_token is invalid or not latest",
    40002: "invalid grant_type",
    40004: "invalid media type",
    40005: "invalid file type",
    40006: "invalid meida size",
    40007: "invalid media_id",
    40009: "invalid image size",
    40012: "invalid thumb size",
    40013: "invalid appid",
    40014: "invalid access_token",
    40016: "invalid button size",
    40017: "invalid button type",
    40018: "invalid button name size",
    40019: "invalid button key size",
    40020: "invalid button url size",
    40022: "invalid sub button level",
    40023: "invalid sub button size",
    40024: "invalid sub button type",
    40025: "invalid sub button name size",
    40026: "invalid sub button key size",
    40027: "invalid sub button url size",
    40033: "invalid charset. please check your request, if include \\uxxxx will create fail!",
    40035: "invalid parameter",
    40054: "invalid button url domain",
    40055: "invalid sub button url domain",
    40066: "invalid url",
    40097: "invalid args",
    40113: "unsupported file type",
    40114: "invalid index value",
    40119: "invalid button type",
    40125: "invalid appsecret",
    40164: "invalid ip",
    40243: "AppSecret has been frozen",
    41001: "access_token missing",
    41002: "appid missing",
    41004: "appsecret missing",
    41005: "media data missing",
    41006: "media_id missing",
    41039: "invalid content_source_url",
    42001: "access_token expired",
    43001: "require GET method",
    43002: "require POST method",
    44001: "empty media data",
    44002: "empty post data",
    44003: "empty news data",
    44004: "empty content",
    45001: "media size out of limit",
    45002: "content size out of limit",
    45003: "title size out of limit",
    45004: "description size out of limit",
    45005: "url size out of limit",
    45008: "article size out of limit",
    45009: "reach max api daily quota limit",
    45011: "api minute-quota reach limit, must slower, retry next minute",
    45064: "no permission to use weapp in menu",
    45106: "This API has been unsupported",
    45110: "author size out of limit",
    45166: "invalid content",
    46003: "menu no exist",
    47001: "data format error",
    48001: "api unauthorized",
    48005: "can not delete material used by menu or auto reply",
    48006: "forbid to clear quota because of reaching the limit",
    53402: "crop the cover image failed",
    53600: "invalid article_id",
    88000: "without comment privilege",
}


class Refusal(Exception):
    """A call that the account refuses; becomes ``{"errcode": ..., "errmsg": ...}`` at HTTP 200."""

    def __init__(self, errcode: int, detail: str = "") -> None:
        self.errcode = errcode
        message = MESSAGES.get(errcode, "refused")
        self.errmsg = f"{message} {detail}" if detail else message
        super().__init__(f"{errcode} {self.errmsg}")
