"""What git knows about content/: edits that are not committed, and commits of colleagues that are not here yet.

Read only, offline, and without taking git's locks. Outside a repository, or without git, nothing is known.
"""

import subprocess
from pathlib import Path


def uncommitted(content: Path) -> frozenset[str]:
    """Return the paths below content/ whose text differs from the last commit, new files included."""
    status = _git(content, "status", "--porcelain", "-z", "--untracked-files=all", "--no-renames", "--", ".")
    prefix = _git(content, "rev-parse", "--show-prefix").strip()
    return frozenset(entry[3:].removeprefix(prefix) for entry in status.split("\0") if len(entry) > 3)


def changed_upstream(content: Path) -> frozenset[str]:
    """Return the paths below content/ that commits of the upstream branch change, as far as they were fetched."""
    return frozenset(
        _git(content, "diff", "--name-only", "-z", "--relative", "HEAD...@{upstream}", "--", ".").split("\0")
    ) - {""}


def _git(folder: Path, *arguments: str) -> str:
    """Return what a git command prints, empty when it fails or there is no git."""
    try:
        done = subprocess.run(
            ["git", "--no-optional-locks", "-C", str(folder), *arguments], capture_output=True, timeout=60, check=False
        )
    except (OSError, subprocess.TimeoutExpired):
        return ""
    return done.stdout.decode("utf-8", "surrogateescape") if done.returncode == 0 else ""
