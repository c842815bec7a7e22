"""What a run in one direction does not do: push leaves the files alone, pull the account."""

from collections.abc import Mapping

from plugins.article_sync.plan import Action

TO_ACCOUNT = frozenset({Action.CREATE, Action.PUSH, Action.REGROUP, Action.DELETE, Action.KEEP_BOTH, Action.MERGE})
TO_FILES = frozenset({Action.PULL, Action.IMPORT, Action.RESTORE, Action.DETACH, Action.KEEP_BOTH, Action.MERGE})
_OTHER_WAY: Mapping[str, frozenset[Action]] = {"push": TO_FILES, "pull": TO_ACCOUNT, "both": frozenset()}


def waits(direction: str, action: Action) -> bool:
    """Tell whether an action is left for a run in the other direction."""
    return action in _OTHER_WAY[direction]
