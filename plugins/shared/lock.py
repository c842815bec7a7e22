"""Locked requirements: every package with its version and the digests of its files."""

from pathlib import Path

from invoke.context import Context

from plugins.shared.environment import python

_OPTIONS = "--universal --python-version 3.11 --generate-hashes --no-emit-index-url --quiet"
_HEADER = "--custom-compile-command 'invoke lock' --prerelease=if-necessary-or-explicit"


def write_locks(c: Context, root: Path) -> None:
    """Write requirements.txt and requirements-test.txt from pyproject.toml, for every platform at once."""
    compile_command = f"{python()} -m uv pip compile pyproject.toml {_OPTIONS} {_HEADER}"
    with c.cd(str(root)):
        c.run(f"{compile_command} -o requirements.txt")
        c.run(f"{compile_command} --extra test -c requirements.txt -o requirements-test.txt")
