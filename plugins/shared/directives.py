"""Directives: parts of a Markdown text with a name of their own, for the site and for WeChat alike.

::: product longjing-mingqian
今年的茶，三家店都能先喝一杯。
:::

A line of three or more colons opens a part and names its kind, then comes the argument; a line of as many colons
closes it. A part inside a part has fewer colons than the one around it.
"""

import re
from collections.abc import Sequence
from html import escape
from typing import TYPE_CHECKING, Any

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.token import Token

CONTAINERS = ("callout", "gallery", "steps")
"""Parts that hold what stands between their lines, and nothing else."""
CARDS = ("product", "store", "coupon", "follow", "qr", "audio", "video")
"""Parts that show something first: of the shop, of an address, or where the editor has to insert it."""
KINDS = (*CONTAINERS, *CARDS)
NAMES = {
    "callout": "提示",
    "gallery": "图集",
    "steps": "步骤",
    "product": "产品",
    "store": "门店",
    "coupon": "优惠",
    "follow": "关注",
    "qr": "二维码",
    "audio": "音频",
    "video": "视频",
}
ATTRIBUTE = "data-wz"
"""Where HTML keeps kind and argument of a part."""
_INFO = re.compile(rf"\s*({'|'.join(KINDS)})(?:\s+(\S.*?))?\s*")


def split_info(info: str) -> tuple[str, str] | None:
    """Return kind and argument of ``product longjing``, None when that names no part."""
    found = _INFO.fullmatch(" ".join(info.split()))
    return (found[1], found[2] or "") if found else None


def add_directives(parser: "MarkdownIt") -> None:
    """Let a parser read directives, as sections that carry kind and argument."""
    from mdit_py_plugins.container import container_plugin

    container_plugin(
        parser, "part", marker=":", validate=lambda info, _markup: split_info(info) is not None, render=_section
    )


def _section(_self: Any, tokens: "Sequence[Token]", index: int, _options: Any, _env: Any) -> str:
    token = tokens[index]
    if token.nesting < 0:
        return "</section>\n"
    return f'<section {ATTRIBUTE}="{escape(" ".join(token.info.split()))}">\n'
