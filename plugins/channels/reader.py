"""content/channels.yaml to Channels."""

from pathlib import Path

from plugins.channels.model import Channel
from plugins.shared.errors import Problem
from plugins.shared.folder import given_twice, read_list
from plugins.shared.language import say

FILE = "channels.yaml"


def read_channels(content: Path, taken: frozenset[str] = frozenset()) -> tuple[tuple[Channel, ...], list[Problem]]:
    """Return the channels in the order of the file, retired ones too; ``taken`` holds first steps of addresses."""
    channels, problems = read_list(Channel, content, FILE, "channels")
    aliases = [channel.alias for channel in channels if channel.alias]
    problems += given_twice(FILE, [channel.code for channel in channels]) + given_twice(FILE, aliases)
    problems += [Problem(FILE, 1, _taken(alias)) for alias in aliases if alias in taken]
    return channels, problems


def _taken(alias: str) -> str:
    return say(
        f"alias “{alias}”：/{alias}/ 已有别的用处，请换一个字母。",
        f"alias '{alias}': the site uses /{alias}/ for something else. Take another letter.",
    )
