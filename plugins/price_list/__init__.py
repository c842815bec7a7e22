"""The price list (价目表): every product with price and stock on one sheet, and the day it was last checked."""


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.price_list.generator import PriceListGenerator

    return PriceListGenerator


__all__ = ["register"]
