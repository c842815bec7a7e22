"""Carries out a plan: pictures first, then categories, then products, so that no file names what is not there."""

from concurrent.futures import ThreadPoolExecutor
from functools import partial
from pathlib import Path

from plugins.product_import.existing import OnStep, no_steps
from plugins.product_import.model import FileChange, Plan
from plugins.product_import.render import as_written
from plugins.shared.errors import FileChangedMeanwhile
from plugins.shared.files import digest, write_atomic
from plugins.shared.language import say

_WRITERS = 8


def apply_plan(plan: Plan, content: Path, on_step: OnStep = no_steps) -> None:
    """Write everything that a plan holds.

    Raises:
        FileChangedMeanwhile: somebody edited a file since the plan was made; others may be written.
    """
    for copy in plan.copies:
        write_atomic(content / "images" / copy.name, copy.source.read_bytes())
    if plan.categories:
        _write(content, plan.categories)
    with ThreadPoolExecutor(_WRITERS) as pool:  # every file waits for the disk: together they wait once
        for number, _ in enumerate(pool.map(partial(_write, content), plan.changes), start=1):
            on_step(say("写入", "Writing"), number, len(plan.changes))


def _write(content: Path, change: FileChange) -> None:
    path = content / change.path
    original = path.read_bytes() if path.exists() else None
    if (None if original is None else digest(_normal(original))) != change.expected:
        zh, en = "读取之后又被改动，没有覆盖。请重新运行。", "edited since it was read. Run again."
        raise FileChangedMeanwhile(f"{path}: {say(zh, en)}")
    write_atomic(path, as_written(change.data.decode("utf-8"), original or b""))


def _normal(data: bytes) -> bytes:
    return data.removeprefix(b"\xef\xbb\xbf").replace(b"\r\n", b"\n")
