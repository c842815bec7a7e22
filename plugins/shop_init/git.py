"""What git knows about content/: whether something would be lost that was never committed."""

import subprocess
from pathlib import Path


def uncommitted(root: Path, folder: str) -> list[str]:
    """Return the paths in ``folder`` with changes that are not committed; none where there is no git."""
    command = ["git", "-C", str(root), "status", "--porcelain", "--no-renames", "-z", "--", folder]
    try:
        result = subprocess.run(command, capture_output=True, text=True, encoding="utf-8", check=False)
    except FileNotFoundError:
        return []
    if result.returncode:
        return []
    return [entry[3:] for entry in result.stdout.split("\0") if entry]
