"""Search (搜索): the index of products, the index of texts, the A–Z, and the pages that use them."""

from plugins.search.synonyms import read_synonyms


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.search.generator import SearchGenerator

    return SearchGenerator


__all__ = ["read_synonyms", "register"]
