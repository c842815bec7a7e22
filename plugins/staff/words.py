"""What a salesperson may type to find a product, as one text to look into."""

from functools import cache

from plugins.product_import.words import fold
from plugins.products.model import Product
from plugins.shared.pinyin import spell

_BETWEEN = "\n"


def search_text(product: Product, category: str) -> str:
    """Return title, models, pinyin with initials, aliases and the like, folded, one a line."""
    names = [product.title, *(variant.name for variant in product.variants)]
    models = [product.model, *(variant.model for variant in product.variants if variant.model)]
    words = [*names, *map(bare, models), *product.keywords, *product.tags, product.series, category]
    words += [spelled for name in (product.title, category) for spelled in pinyin(name)]
    return _BETWEEN.join(dict.fromkeys(fold(word) for word in words if word))


def bare(model: str) -> str:
    """Return a model without the marks that people leave out: ``LJ-2601/50`` is ``LJ260150``."""
    return "".join(character for character in model if character.isalnum())


@cache
def pinyin(text: str) -> tuple[str, str]:
    """Return the pinyin of a text and its initials: ``longjing`` and ``lj`` for 龙井."""
    syllables = spell(text)
    return "".join(syllables), "".join(syllable[0] for syllable in syllables)
