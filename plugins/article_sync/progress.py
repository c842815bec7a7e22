"""Which picture goes up now, where there is a terminal to show it."""

from collections.abc import Callable, Iterator
from contextlib import contextmanager

from rich.console import Console
from rich.progress import Progress, SpinnerColumn, TextColumn, TimeElapsedColumn

from plugins.shared.language import say


@contextmanager
def show_uploads() -> Iterator[Callable[[str], None]]:
    """Yield a function to call with the name of every picture that goes up; it shows name, number and time."""
    columns = (
        SpinnerColumn(),
        TextColumn("{task.description}"),
        TextColumn("{task.completed:.0f}"),
        TimeElapsedColumn(),
    )
    with Progress(*columns, console=Console(stderr=True), transient=True) as progress:
        task = progress.add_task(say("读取两边", "Reading both sides"), total=None)

        def on_upload(name: str) -> None:
            progress.update(task, description=say(f"上传图片 {name}", f"Uploading {name}"), advance=1)

        yield on_upload
