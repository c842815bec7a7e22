"""The product library (产品库): categories, lists, product pages and the search index."""

from pelican import signals


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.products.generator import ProductsGenerator

    return ProductsGenerator


__all__ = ["register"]
