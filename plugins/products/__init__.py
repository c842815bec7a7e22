"""The product library (产品库): categories, lists, product pages and the search index."""


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.products.generator import ProductsGenerator

    return ProductsGenerator


__all__ = ["register"]
