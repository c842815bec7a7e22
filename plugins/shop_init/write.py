"""The sample content put aside and the new shop written: everything is ready and checked before anything moves."""

import shutil
import tempfile
from datetime import datetime
from pathlib import Path

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.shop_init.answers import Answers
from plugins.shop_init.env_file import write_env
from plugins.shop_init.git import uncommitted
from plugins.shop_init.questions import parse_answers
from plugins.shop_init.starter import render_starter

REPLACED = (
    "shop.yaml",
    "stores.yaml",
    "channels.yaml",
    "menu.yaml",
    "qr_codes.yaml",
    "coupons",
    "synonyms.yaml",
    "products",
    "forms",
    "landing_pages",
    "articles",
    "pages",
    "images",
    ".sync",
)
"""What belongs to the sample shop in content/; anything else in there is left alone."""


class UncommittedChanges(UsageProblem):
    """content/ holds changes that git does not have."""


def init_shop(root: Path, answers: Answers, now: datetime, force: bool = False) -> list[Path]:
    """Replace the shop in ``root``/content by a small new one and return the files written.

    The old content goes to ``root``/.wechat/trash/<time>/. ``now`` is an aware time.

    Raises:
        UsageProblem: an answer cannot be used.
        UncommittedChanges: git does not have all of content/, and ``force`` is not given.
    """
    answers = parse_answers(vars(answers))
    refuse_uncommitted(root, force)
    trash = _free(root / ".wechat" / "trash" / f"{now:%Y%m%dT%H%M%S}")
    trash.parent.mkdir(parents=True, exist_ok=True)
    with tempfile.TemporaryDirectory(dir=trash.parent, prefix=".new-") as folder:
        ready = Path(folder)
        names = _write_all(ready, render_starter(answers, now))
        _check(ready)
        _move(root / "content", trash / "content")
        _move(ready, root / "content")
    written = [root / "content" / name for name in names]
    return [*written, write_env(root, answers.appid)] if answers.appid else written


def refuse_uncommitted(root: Path, force: bool) -> None:
    """Stop while content/ holds what git does not have. Raises UncommittedChanges."""
    changed = [] if force else uncommitted(root, "content")
    if changed:
        some = ", ".join(changed[:3]) + (" …" if len(changed) > 3 else "")
        raise UncommittedChanges(
            say(
                f"content/ 里有 {len(changed)} 处改动还没有提交（{some}）。请先 git commit，或加 --force。",
                f"content/ holds {len(changed)} changes that are not committed ({some}). Commit them, or add --force.",
            )
        )


def _write_all(folder: Path, files: dict[str, bytes]) -> list[str]:
    for name, data in files.items():
        path = folder / name
        path.parent.mkdir(parents=True, exist_ok=True)
        path.write_bytes(data)
    return sorted(files)


def _check(content: Path) -> None:
    """Read the new content as a build would, so that only a valid shop replaces the old one."""
    from plugins.site.check import check_content

    check_content(content)


def _move(source: Path, target: Path) -> None:
    for name in REPLACED:
        if (source / name).exists():
            target.mkdir(parents=True, exist_ok=True)
            shutil.move(source / name, target / name)


def _free(path: Path) -> Path:
    number = 1
    free = path
    while free.exists():
        number += 1
        free = path.with_name(f"{path.name}-{number}")
    return free
