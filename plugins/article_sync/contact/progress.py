"""A bar while an account's history comes in, where somebody sits in front."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import BarColumn, MofNCompleteColumn, Progress, TextColumn, TimeRemainingColumn

from plugins.shared.language import say

Step = Callable[[str], None]
"""Called after each article, with its title."""


def no_progress(_title: str) -> None:
    """Show nothing."""


@contextmanager
def show_progress(total: int) -> Iterator[Step]:
    """Yield what to call after each article. On a stream that is no terminal nothing is drawn."""
    columns = (TextColumn("{task.description}"), BarColumn(), MofNCompleteColumn(), TimeRemainingColumn())
    console = Console(stderr=True)
    with Progress(*columns, console=console, transient=True, disable=not console.is_terminal) as progress:
        bar = progress.add_task(say("导入", "importing"), total=total)

        def step(title: str) -> None:
            progress.update(bar, advance=1, description=title[:24])

        yield step
