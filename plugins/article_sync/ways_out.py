"""The commands that end what a person must decide about."""

from collections.abc import Mapping

from plugins.article_sync.item import Item

_RESOLVE = ("--resolve keep-local", "--resolve keep-account", "--resolve keep-both")
_FLAGS: Mapping[str, tuple[str, ...]] = {
    "conflict": _RESOLVE,
    "first contact conflict": _RESOLVE,
    "mergeable": ("--merge", *_RESOLVE),
    "published, conflict": _RESOLVE[:2],
    "known elsewhere": _RESOLVE[:1],
    "remote delete": _RESOLVE[:2],
    "edited but deleted there": _RESOLVE[:2],
    "edited but deleted here": ("--resolve keep-account", "--resolve keep-local --delete-drafts"),
    "local delete": ("--delete-drafts", "--resolve keep-account"),
}


def ways_out(item: Item) -> tuple[str, ...]:
    """Return the commands, the one that loses least first."""
    flags = _FLAGS.get(item.decision.name, ())
    return tuple(f"python3 tasks.py sync --only '{item.situation.path}' {each}" for each in flags)
