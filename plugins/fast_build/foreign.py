"""Plugins that are not of this project: what they do to pages cannot be known, so every page is made anew for them."""

from collections.abc import Iterator, Mapping
from typing import Any
from weakref import ReferenceType

from blinker import Signal
from pelican import signals

OWN = frozenset(
    {
        "articles",
        "channels",
        "fast_build",
        "forms",
        "images",
        "landing_pages",
        "price_list",
        "products",
        "qr_codes",
        "search",
    }
    | {"shared", "site", "stores"}
)
"""Packages in plugins/ that keep the rule: a page depends on its values, its templates and the settings only."""

_SETTINGS = ("JINJA_FILTERS", "JINJA_GLOBALS", "JINJA_TESTS", "RELATIVE_URLS", "TEMPLATE_PAGES", "OUTPUT_SOURCES")
"""Settings that bring in functions whose work cannot be known, or pages that are not rendered once at the end."""


def foreign_parts(settings: Mapping[str, Any]) -> list[str]:
    """Return the names of plugins, signal receivers and settings that pages may depend on unknown to us, sorted."""
    modules = {*settings["PLUGINS"], *_receivers()}
    names = {name for name in modules if not _is_own(name)}
    return sorted(names | {name for name in _SETTINGS if settings.get(name)})


def _is_own(module: str) -> bool:
    package, _, rest = module.partition(".")
    return (
        package == "pelican"
        and not rest.startswith("plugins.")
        or (package == "plugins" and rest.partition(".")[0] in OWN)
    )


def _receivers() -> Iterator[str]:
    for signal in vars(signals).values():
        if isinstance(signal, Signal):
            for kept in list(signal.receivers.values()):
                receiver = kept() if isinstance(kept, ReferenceType) else kept
                if receiver is not None:
                    yield _module(receiver)


def _module(receiver: Any) -> str:
    return str(getattr(receiver, "__module__", type(receiver).__module__))
