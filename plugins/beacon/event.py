"""One event as it stands in a log: ``/b.gif?e=coupon&p=/c/hfj/nianhuo-chali/&c=hfj``."""

import re
from typing import NamedTuple
from urllib.parse import parse_qs, unquote

EVENTS = {
    "view": ("看了一页", "a page was opened"),
    "detail": ("看了产品", "a product's page was opened"),
    "search": ("搜索", "a search with results"),
    "search_empty": ("没搜到", "a search without results"),
    "compare": ("加入对比", "a product was put beside others"),
    "favourite": ("收藏", "a product was kept"),
    "coupon": ("看券、复制券码", "a coupon was opened or its code copied"),
    "tel": ("点了电话", "the telephone was tapped"),
    "map": ("点了地图", "a map was opened"),
    "form": ("去填表单", "a form was opened or sent off"),
    "form_sent": ("表单成功", "a form arrived"),
    "survey": ("填问卷", "a survey was opened"),
    "buy": ("去购买", "a link to buy was followed"),
    "follow": ("关注公众号", "the account's card was used"),
}
"""Every event and what it says, in Chinese and English. Anything else in a log is ignored."""
VIEWS = frozenset({"view", "detail", "form_sent"})
"""Events that a page sends by being opened: one of them for each page view."""
ACTIONS = ("coupon", "tel", "map", "form", "survey", "buy", "follow", "favourite", "compare")
"""What counts as doing something, in the order of reports."""
_SAME = {"favourites": "favourite", "search-empty": "search_empty", "form-sent": "form_sent"}
_CHANNEL = re.compile(r"[A-Za-z0-9_-]{0,20}")
_LONGEST = 300


class Event(NamedTuple):
    """What happened, on which page (its path), through which channel ("" none)."""

    name: str
    page: str
    channel: str


def parse_event(query: str) -> Event | None:
    """Return the event of a query string, None where it is none of ours: logs hold whatever anybody sends."""
    try:
        fields = {key: values[0] for key, values in parse_qs(query, max_num_fields=20).items()}
    except ValueError:
        return None
    name = _SAME.get(fields.get("e", ""), fields.get("e", ""))
    page, channel = fields.get("p", ""), fields.get("c", "")
    if name not in EVENTS or not is_page(page) or not is_channel(channel):
        return None
    return Event(name, page, channel)


def is_page(path: str) -> bool:
    """Tell whether a path may be one of a site: it begins with one slash and holds no blanks."""
    return path[:1] == "/" and path[:2] != "//" and len(path) <= _LONGEST and path.isprintable() and " " not in path


def is_channel(code: str) -> bool:
    """Tell whether a text may be a channel's code, or none."""
    return _CHANNEL.fullmatch(code) is not None


def page_of(path: str) -> str:
    """Return a request's path as the beacon would name it: decoded, without the index file."""
    return unquote(path).removesuffix("index.html")
