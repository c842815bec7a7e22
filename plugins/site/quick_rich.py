"""What stands for rich in Pelican's log: rich itself is loaded with the first line that is logged or printed."""

import logging
from functools import cached_property
from types import ModuleType
from typing import Any


class Console:
    """Does what rich's console does, once something is asked of it."""

    quiet = False

    def print(self, *parts: Any, **options: Any) -> None:
        """Print, unless it is to be quiet."""
        if not self.quiet:
            self._console.print(*parts, **options)

    def __getattr__(self, name: str) -> Any:
        return getattr(self._console, name)

    @cached_property
    def _console(self) -> Any:
        from rich.console import Console

        return Console()


class RichHandler(logging.Handler):
    """Does what rich's handler does, once there is something to log."""

    def __init__(self, **options: Any) -> None:
        super().__init__()
        self._options = options

    def emit(self, record: logging.LogRecord) -> None:
        """Log a record."""
        self._handler.setFormatter(self.formatter)
        self._handler.emit(record)

    @cached_property
    def _handler(self) -> logging.Handler:
        from rich.logging import RichHandler

        return RichHandler(**self._options)


def stand_ins() -> dict[str, ModuleType]:
    """Return by name the modules that hold the above where Pelican looks for it."""
    modules = {}
    for name, word in (("rich.console", Console), ("rich.logging", RichHandler)):
        modules[name] = ModuleType(name)
        setattr(modules[name], word.__name__, word)
    return modules
