"""Where a page of a long list stands, and which other pages it links to."""

from dataclasses import dataclass

GAP = 0
"""Stands between two numbers that are not neighbours."""


@dataclass(frozen=True)
class Paging:
    """Page ``number`` of ``count``, counted from 1; ``base`` is the address of the first."""

    number: int
    count: int
    base: str

    def url(self, number: int) -> str:
        """Return the address of a page."""
        return self.base if number == 1 else f"{self.base}page/{number}/"

    @property
    def here(self) -> str:
        """Address of this page."""
        return self.url(self.number)

    @property
    def previous(self) -> str:
        """Address of the page before, empty on the first."""
        return self.url(self.number - 1) if self.number > 1 else ""

    @property
    def next(self) -> str:
        """Address of the page after, empty on the last."""
        return self.url(self.number + 1) if self.number < self.count else ""

    @property
    def shown(self) -> tuple[int, ...]:
        """The first page, the last, and those around this one: never more than seven places however long the list."""
        around = {1, self.count, *range(self.number - 1, self.number + 2)}
        numbers = sorted(number for number in around if 1 <= number <= self.count)
        places: list[int] = []
        for number in numbers:
            if places and number - places[-1] > 1:
                places.append(number - 1 if number - places[-1] == 2 else GAP)
            places.append(number)
        return tuple(places)
