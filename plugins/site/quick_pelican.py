"""Pelican loaded without its reader of reStructuredText, a quarter of its loading time, and without rich, a fifth.

This site has no reStructuredText to read, and nearly always nothing to log. Whoever asks for the reader, a plugin of
somebody else's perhaps, gets it all the same, a little later; rich comes with the first line to print.
"""

import importlib
import sys
from types import ModuleType
from typing import Any

from plugins.site import quick_rich

_STAND_INS: dict[str, tuple[str, ...]] = {
    "docutils": (),
    "docutils.core": (),
    "docutils.io": (),
    "docutils.parsers.rst.languages": ("get_language",),
    "docutils.writers.html4css1": ("HTMLTranslator", "Writer"),
    "pelican.rstdirectives": (),
}
"""What ``pelican.readers`` imports for that reader, and the names it takes from there."""
_OF_THE_READER = frozenset({"RstReader", "PelicanHTMLWriter", "PelicanHTMLTranslator", "_FieldBodyTranslator"})


def import_pelican() -> Any:
    """Return the module ``pelican``."""
    stand_ins = {**_without_reader(), **quick_rich.stand_ins()}
    if not any(name in sys.modules for name in ("pelican", *stand_ins)):
        _import_with(stand_ins)
    return importlib.import_module("pelican")


def _import_with(stand_ins: dict[str, ModuleType]) -> None:
    sys.modules.update(stand_ins)
    try:
        readers = importlib.import_module("pelican.readers")
    finally:
        for name in stand_ins:
            del sys.modules[name]
    _complete_on_demand(readers)


def _without_reader() -> dict[str, ModuleType]:
    modules = {}
    for name, words in _STAND_INS.items():
        modules[name] = ModuleType(name)
        for word in words:
            setattr(modules[name], word, type(word, (), {}))
    return modules


def _complete_on_demand(readers: Any) -> None:
    for name in _OF_THE_READER:
        delattr(readers, name)

    def complete(name: str) -> Any:
        if name not in _OF_THE_READER:
            raise AttributeError(f"module {readers.__name__!r} has no attribute {name!r}")
        del readers.__getattr__
        importlib.reload(readers)
        return getattr(readers, name)

    readers.__getattr__ = complete  # Python asks a module so for names that it lacks
