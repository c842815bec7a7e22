"""Promotion landing pages (促销落地页): one file, one page, one offer."""


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.landing_pages.generator import LandingPagesGenerator

    return LandingPagesGenerator


__all__ = ["register"]
