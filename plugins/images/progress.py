"""A progress bar while pictures are made, where there is a terminal to show it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.progress import Progress, TaskID

from plugins.shared.language import say


@contextmanager
def show_progress() -> Iterator[Callable[[str, int], None]]:
    """Yield a function to call after each picture with its name and how many there are in all."""
    with Progress(transient=True) as progress:
        tasks: list[TaskID] = []

        def on_made(name: str, total: int) -> None:
            if not tasks:
                tasks.append(progress.add_task(say("制作图片", "Making pictures"), total=total))
            progress.advance(tasks[0])

        yield on_made
