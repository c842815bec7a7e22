"""Content references: one vocabulary for menus, Markdown links and front matter.

``product:longjing`` names a piece of content, not an address; addresses may change, references do not.
"""

import difflib
import re
from collections.abc import Collection, Iterator, Mapping
from functools import cached_property
from typing import NamedTuple

from plugins.shared.language import say

FIXED = {
    "home": ("首页", "/"),
    "products": ("全部产品", "/products/"),
    "articles": ("文章", "/articles/"),
    "stores": ("门店", "/stores/"),
    "search": ("搜索", "/search/"),
    "hub": ("全部服务", "/hub/"),
}
KINDS = ("product", "category", "landing", "article", "column", "page", "store", "form")
_FILES = {
    "product": "products/{}.md",
    "category": "products/categories.yaml",
    "landing": "landing_pages/{}.md",
    "article": "articles/{}.md",
    "page": "pages/{}.md",
    "store": "stores.yaml",
    "form": "forms/{}.yaml",
}
_SHAPE = re.compile(rf"(?:{'|'.join(KINDS)}):[^\s:/]+")


class Target(NamedTuple):
    """What a reference leads to: its title and its root-relative address."""

    title: str
    url: str


class References(Mapping[str, Target]):
    """Every reference of the site and what it leads to."""

    def __init__(self, targets: Mapping[str, Target], unreadable: Collection[str] = ()) -> None:
        """``unreadable`` names files with problems of their own: what they hold is not reported as missing too."""
        self._unreadable = frozenset(unreadable)
        self._targets = {name: Target(*fixed) for name, fixed in FIXED.items()} | dict(targets)
        if "page:service" in self._targets:
            self._targets["service"] = self._targets["page:service"]

    @cached_property
    def _urls(self) -> frozenset[str]:
        return frozenset(target.url for target in self._targets.values())

    def __getitem__(self, reference: str) -> Target:
        return self._targets[reference]

    def __iter__(self) -> Iterator[str]:
        return iter(self._targets)

    def __len__(self) -> int:
        return len(self._targets)

    def is_unreadable(self, reference: str) -> bool:
        """Tell whether a reference names something in a file that could not be read."""
        kind, _, name = reference.partition(":")
        return _FILES.get(kind, "{}").format(name) in self._unreadable

    def leads_to(self, url: str) -> bool:
        """Tell whether a root-relative address is that of a page of this site."""
        return url in self._urls

    def explain_missing(self, reference: str) -> str:
        """Return the sentence for a reference that leads nowhere, with the nearest one that does."""
        kind = reference.partition(":")[0]
        same_kind = [name for name in self._targets if name.partition(":")[0] == kind]
        near = difflib.get_close_matches(reference, same_kind, n=1, cutoff=0.4)
        hint_zh, hint_en = (f"是不是想写 {near[0]}？", f"Did you mean {near[0]}?") if near else ("", "")
        return say(f"“{reference}”没有对应的内容。{hint_zh}", f"'{reference}' leads to nothing. {hint_en}").strip()


def is_reference(text: str) -> bool:
    """Tell whether a link target is a content reference rather than an address."""
    return text in FIXED or text in ("service", "prices") or _SHAPE.fullmatch(text) is not None
