"""What the tasks ``import`` and ``export`` do."""

import gc
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path

from rich.console import Console
from rich.progress import Progress, TaskID

from plugins.product_import.apply import apply_plan
from plugins.product_import.existing import OnStep
from plugins.product_import.mapping import read_mapping
from plugins.product_import.model import Plan
from plugins.product_import.read_plan import plan_import
from plugins.product_import.report import render_plan
from plugins.shared.language import say

DONE, REFUSED, PARTLY = 0, 1, 3


def import_sheet(
    content: Path,
    sheet: Path,
    images: Path | None = None,
    mapping: Path | None = None,
    dry_run: bool = False,
    partial: bool = False,
) -> tuple[str, int]:
    """Import a sheet and return what happened with the exit code: 0 done, 1 nothing written, 3 rows left out."""
    with _progress() as on_step, _no_collection():
        plan = plan_import(content, sheet, images, read_mapping(mapping) if mapping else None, on_step)
        writes = not dry_run and (partial or not plan.problems)
        if writes:
            apply_plan(plan, content, on_step)
    return f"{render_plan(plan)}\n{_ending(plan, dry_run, writes)}", _code(plan, partial)


def _ending(plan: Plan, dry_run: bool, writes: bool) -> str:
    if dry_run:
        return say("只是计划，什么都没写。", "A plan only; nothing was written.")
    if not writes:
        return say(
            "什么都没写。改好上面几行再来；或加 --partial，先导入没有问题的。",
            "Nothing was written. Mend these rows and run again, or import the others with --partial.",
        )
    if plan.problems:
        return say(f"已导入；{plan.left_out} 个产品没有导入。", f"Imported; {plan.left_out} products were left out.")
    return say("已导入。运行 check 再核对一遍内容。", "Imported. Run check to look over all content.")


def _code(plan: Plan, partial: bool) -> int:
    if not plan.problems:
        return DONE
    return PARTLY if partial else REFUSED


@contextmanager
def _no_collection() -> Iterator[None]:
    """Let nobody look for garbage meanwhile: a plan of ten thousand products has none, and looking takes a quarter."""
    was_enabled = gc.isenabled()
    gc.disable()
    try:
        yield
    finally:
        if was_enabled:
            gc.enable()


@contextmanager
def _progress() -> Iterator[OnStep]:
    """Yield a function that shows each step as a bar where there is a terminal."""
    console = Console(stderr=True)
    with Progress(console=console, transient=True, disable=not console.is_terminal) as progress:
        bars: dict[str, TaskID] = {}

        def on_step(name: str, done: int, total: int) -> None:
            if name not in bars:
                bars[name] = progress.add_task(name, total=total)
            if done % 50 == 0 or done == total:
                progress.update(bars[name], completed=done, total=total)

        yield on_step
