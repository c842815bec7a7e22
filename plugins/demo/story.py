"""How the demo talks: numbered steps, a few lines each, and checks that end it where something is wrong."""

from collections.abc import Callable

from plugins.shared.errors import WeizhanError
from plugins.shared.language import say


class DemoFailed(WeizhanError):
    """A step of the demo did not do what it promises."""


class Story:
    """Prints steps as they happen."""

    def __init__(self, print_line: Callable[[str], None], colour: bool) -> None:
        self._print = print_line
        self._colour = colour
        self._steps = 0

    def step(self, zh: str, en: str) -> None:
        """Start the next step."""
        self._steps += 1
        self._print("")
        self._print(self._paint("1", f"{self._steps}. {say(zh, en)}"))

    def line(self, zh: str, en: str) -> None:
        """Add one line to the step."""
        self._print(f"   {say(zh, en)}")

    def block(self, text: str) -> None:
        """Add a report as it is, indented."""
        for line in text.splitlines():
            self._print(f"   {line}".rstrip())

    def check(self, holds: bool, zh: str, en: str) -> None:
        """Tell that something was verified.

        Raises:
            DemoFailed: it does not hold.
        """
        if not holds:
            raise DemoFailed(say(f"演示没有通过：{zh}", f"The demo failed: {en}"))
        self._print(f"   {self._paint('32', '✓')} {say(zh, en)}")

    def _paint(self, code: str, text: str) -> str:
        return f"\x1b[{code}m{text}\x1b[0m" if self._colour else text
