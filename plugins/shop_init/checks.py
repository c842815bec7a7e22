"""One check for each answer: the answer as it is stored, or the sentence that says what to write instead."""

import re
from urllib.parse import urlsplit

from plugins.shared.language import say
from plugins.shop_init.colours import contrast_with_white, parse_colour

_TEL = re.compile(r"\+?[0-9][0-9 ()-]{3,22}[0-9]")
_WECHAT_ID = re.compile(r"[a-zA-Z][a-zA-Z0-9_-]{5,19}")
_APPID = re.compile(r"wx[0-9a-f]{16}")
_COLOUR = re.compile(r"#?([0-9a-fA-F]{6}|[0-9a-fA-F]{3})")
_HOST = re.compile(r"([a-z0-9]([a-z0-9-]*[a-z0-9])?\.)+[a-z][a-z0-9-]*[a-z0-9]")
_LONGEST = 60
_READABLE = 4.5


class Refused(ValueError):
    """An answer that cannot be used; the message says what to write instead."""


def check_line(answer: str) -> str:
    """Return a name that fits on one line."""
    if not answer:
        raise Refused(say("这一项不能空着。", "this cannot be left empty."))
    if not answer.isprintable():
        raise Refused(say("请写成一行，不要换行或特殊控制符。", "write it in one line, without control characters."))
    if len(answer) > _LONGEST:
        raise Refused(say(f"太长了，请控制在 {_LONGEST} 个字以内。", f"too long; use at most {_LONGEST} characters."))
    return answer


def check_site_url(answer: str) -> str:
    """Return the site's address without a final slash; a bare domain gets https."""
    address = (answer if "://" in answer else f"https://{answer}").rstrip("/")
    try:
        parts = urlsplit(address.lower())
        host = (parts.hostname or "").encode("idna").decode("ascii")
    except ValueError:
        raise Refused(_not_a_site()) from None
    if parts.scheme != "https" or parts.netloc != parts.hostname or not _HOST.fullmatch(host):
        raise Refused(_not_a_site())
    if parts.path or parts.query or parts.fragment:
        text = "只写到域名，不要后面的路径。", "write the domain only, without a path behind it."
        raise Refused(say(*text))
    return f"https://{host}"


def check_accent(answer: str) -> str:
    """Return the colour as ``#2f6b4f``; white text must be readable on it."""
    found = _COLOUR.fullmatch(answer)
    if not found:
        raise Refused(say("请写成 #2f6b4f 这样的颜色。", "write a colour like #2f6b4f."))
    digits = found[1].lower()
    colour = f"#{digits if len(digits) == 6 else ''.join(digit * 2 for digit in digits)}"
    if contrast_with_white(parse_colour(colour)) < _READABLE:
        text = (
            "这个颜色太浅，按钮上的白字看不清。请选深一点的。",
            "too light for white text on buttons; choose a darker one.",
        )
        raise Refused(say(*text))
    return colour


def check_tel(answer: str) -> str:
    """Return a telephone number."""
    if not _TEL.fullmatch(answer):
        raise Refused(say("请写成 0571-8700 1234 或 13800000000。", "write it like 0571-8700 1234 or 13800000000."))
    return answer


def check_wechat_id(answer: str) -> str:
    """Return the account's WeChat id (微信号)."""
    if not _WECHAT_ID.fullmatch(answer):
        zh = "微信号是 6 到 20 位字母、数字、下划线或减号，以字母开头。"
        raise Refused(say(zh, "a WeChat id has 6 to 20 letters, digits, _ or -, and starts with a letter."))
    return answer


def check_appid(answer: str) -> str:
    """Return the account's public id."""
    if not _APPID.fullmatch(answer):
        zh = "APPID 是 wx 加 16 位小写字母或数字，在 设置与开发 → 基本配置 里。"
        raise Refused(say(zh, "an APPID is wx and 16 digits or letters a-f; the console shows it under 基本配置."))
    return answer


def _not_a_site() -> str:
    return say("请写成 https://tea.example.com 这样的网址。", "write an address like https://tea.example.com.")
