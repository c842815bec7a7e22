"""The shop's stores (门店): one list by city, one page each."""


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.stores.generator import StoresGenerator

    return StoresGenerator


__all__ = ["register"]
