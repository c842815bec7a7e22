"""What was pushed last, kept in git beside the other sync state, so that a foreign edit is noticed."""

import json
from pathlib import Path

from plugins.shared.errors import StateUntrusted
from plugins.shared.files import write_atomic
from plugins.shared.language import say
from plugins.wechat import account_name

FORMAT = 1


def state_path(content: Path, appid: str) -> Path:
    """Return the file for one account; its folder's name does not tell the appid."""
    return content / ".sync" / account_name(appid) / "menu.json"


def read_pushed(content: Path, appid: str) -> str | None:
    """Return the fingerprint of the menu pushed last, None before the first push.

    Raises:
        StateUntrusted: unreadable, of a newer format, or of another account.
    """
    path = state_path(content, appid)
    if not path.exists():
        return None
    try:
        state = json.loads(path.read_text(encoding="utf-8"))
        known = state["format"] == FORMAT and state["account"] == account_name(appid)
        pushed = str(state["menu"])
    except (ValueError, KeyError, TypeError):
        known, pushed = False, ""
    if not known:
        raise StateUntrusted(_untrusted(path))
    return pushed


def write_pushed(content: Path, appid: str, fingerprint: str) -> None:
    """Record the menu that the account now holds; a record that says so already is not touched."""
    path = state_path(content, appid)
    state = {"account": account_name(appid), "format": FORMAT, "menu": fingerprint}
    data = (json.dumps(state, indent=2, sort_keys=True) + "\n").encode("utf-8")
    if not path.exists() or path.read_bytes() != data:
        write_atomic(path, data)


def read_pushed_conditional(content: Path, appid: str) -> frozenset[str]:
    """Return the marks of the conditional menus that were pushed from here; unreadable counts as none."""
    try:
        state = json.loads(_conditional_path(content, appid).read_text(encoding="utf-8"))
        known = state["format"] == FORMAT and state["account"] == account_name(appid)
        return frozenset(map(str, state["menus"])) if known else frozenset()
    except (OSError, ValueError, KeyError, TypeError):
        return frozenset()  # then every menu is foreign, and guarded


def write_pushed_conditional(content: Path, appid: str, marks: frozenset[str]) -> None:
    """Record the conditional menus that the account now holds from us."""
    path = _conditional_path(content, appid)
    if not marks and not path.exists():
        return
    state = {"account": account_name(appid), "format": FORMAT, "menus": sorted(marks)}
    data = (json.dumps(state, indent=2, sort_keys=True) + "\n").encode("utf-8")
    if not path.exists() or path.read_bytes() != data:
        write_atomic(path, data)


def _conditional_path(content: Path, appid: str) -> Path:
    return state_path(content, appid).with_name("conditional_menus.json")


def _untrusted(path: Path) -> str:
    return say(
        f"{path}: 读不懂这份记录，或它属于别的公众号、更新的版本。请从 git 恢复，或删掉它再用 --take-over 发布。",
        f"{path}: this record is unreadable, another account's, or of a newer version. "
        "Restore it from git, or delete it and push the menu again with --take-over.",
    )
