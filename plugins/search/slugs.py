"""Slugs as the index sends them: not at all where a phone can make them out by itself."""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.products.model import Product
from plugins.search.synonyms import fold

SPELLED = ">"


@dataclass(frozen=True)
class Slugs:
    """Packs slugs for phones that know how each character is read; without readings none is spelled from a title."""

    readings: Mapping[str, str]

    def packed(self, product: Product) -> str:
        """Return nothing for a slug made of the model, ``>`` for the title in pinyin (``>2`` numbered), else the slug.

        The script on the page does the same the other way round.
        """
        if product.slug == _joined(fold(product.model)):
            return ""
        if self.readings:
            spelled = self._spelled(product.title)
            if product.slug == spelled:
                return SPELLED
            before, _, number = product.slug.rpartition("-")
            if before == spelled and number.isdigit() and number[0] != "0":
                return SPELLED + number
        return product.slug

    def _spelled(self, title: str) -> str:
        spelled = (f" {self.readings[each]} " if each in self.readings else each for each in fold(title))
        return _joined("".join(spelled)).strip("-")


def _joined(text: str) -> str:
    return re.sub(r"[^a-z0-9]+", "-", text)
