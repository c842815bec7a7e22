"""What is wrong with one button, before it is known where the button stands in a file."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Flaw:
    """A rule that a button breaks. ``place`` holds indexes from the top; a warning does not stop a push."""

    place: tuple[int, ...]
    message: str
    is_warning: bool = False
