"""A progress bar while pictures are made, where there is a terminal to show it."""

from collections.abc import Callable, Iterator
from contextlib import ExitStack, contextmanager
from functools import cache

from plugins.shared.language import say


@contextmanager
def show_progress() -> Iterator[Callable[[str, int], None]]:
    """Yield a function to call after each picture with its name and how many there are in all."""
    with ExitStack() as stack:

        @cache
        def bar(total: int) -> Callable[[], None]:
            from rich.progress import Progress  # nearly every build makes no picture, and shows nothing

            progress = stack.enter_context(Progress(transient=True))
            task = progress.add_task(say("制作图片", "Making pictures"), total=total)
            return lambda: progress.advance(task)

        yield lambda name, total: bar(total)()
