"""The state on disk: what both sides held after the last sync, one small file per article.

``content/.sync/<account>/<id>.json`` and beside it ``<id>.md``, the text agreed on. State that cannot be trusted
stops the run: it is never treated as empty, for that would make every article new.
"""

import json
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from plugins.article_sync.identity import ID
from plugins.article_sync.model import Base, Fingerprints
from plugins.shared.errors import StateUntrusted
from plugins.shared.files import write_atomic

FORMAT = 1
_OTHER_STATE = ("images.json", "menu.json")


@dataclass(frozen=True)
class BaseFolder:
    """The state of one account; ``account`` is its short name, never the appid."""

    content: Path
    account: str

    @property
    def folder(self) -> Path:
        """Where the state of this account lies."""
        return self.content / ".sync" / self.account

    def read(self, new_account: bool = False) -> list[Base]:
        """Return every article's state, by id.

        Raises:
            StateUntrusted: a file is unreadable, of a newer format or another account; or there is state of another
                account only, and ``new_account`` does not say that this is meant.
        """
        others = [path.name for path in self.folder.parent.glob("*") if path.is_dir() and _state_files(path)]
        if others and self.account not in others and not new_account:
            raise StateUntrusted(
                f"content/.sync 里是另一个公众号（{others[0]}）的同步记录，现在连的是 {self.account}。"
                "请核对 WECHAT_APPID；确实要换公众号时用 new_account。\n"
                f"The sync state is that of another account ({others[0]}), this one is {self.account}. "
                "Check WECHAT_APPID; set new_account if the change is meant."
            )
        return [self.read_one(path) for path in _state_files(self.folder)]

    def write(self, base: Base) -> None:
        """Write one article's state: the text first, so that a state without its text cannot be left behind."""
        write_atomic(self.folder / f"{base.id}.md", base.text.encode("utf-8"))
        write_atomic(self.folder / f"{base.id}.json", self.render(base))

    def remove(self, article_id: str) -> None:
        """Forget an article; the text goes last, for a state without its text cannot be read."""
        (self.folder / f"{article_id}.json").unlink(missing_ok=True)
        (self.folder / f"{article_id}.md").unlink(missing_ok=True)

    def render(self, base: Base) -> bytes:
        """Return the bytes of a state file: sorted keys, final newline."""
        return render_json(
            {
                "format": FORMAT,
                "account": self.account,
                "id": base.id,
                "path": base.path,
                "kind": base.kind,
                "media_id": base.media_id,
                "index": base.index,
                "article_id": base.article_id,
                "url": base.url,
                "update_time": base.update_time,
                "fingerprints": {"local": dict(base.local), "account": dict(base.account)},
                "render_version": base.render_version,
                "theme": base.theme,
                "conflict": dict(base.conflict) if base.conflict else None,
                "post": base.post,
                "pictures": dict(base.pictures) if base.pictures is not None else None,
            }
        )

    def read_one(self, path: Path) -> Base:
        """Return the state in one file. Raises StateUntrusted."""
        data = read_json(path, self.account)
        try:
            text = path.with_suffix(".md").read_bytes().decode("utf-8")
            base = _base(data, text)
        except (OSError, UnicodeDecodeError, KeyError, TypeError, ValueError) as error:
            raise _untrusted(path, str(error)) from error
        if base.id != path.stem or not ID.fullmatch(base.id):
            raise _untrusted(path, f"id {base.id}")
        return base


def read_json(path: Path, account: str) -> dict[str, Any]:
    """Return a state file's content. Raises StateUntrusted when it cannot be trusted."""
    try:
        data = json.loads(path.read_bytes())
    except (OSError, ValueError) as error:
        raise _untrusted(path, str(error)) from error
    if not isinstance(data, dict) or not isinstance(data.get("format"), int):
        raise _untrusted(path, "format")
    if data["format"] > FORMAT:
        raise StateUntrusted(
            f"{path}: 同步记录由更新的微站写成（format {data['format']}，这里是 {FORMAT}）。请先更新微站，再运行。\n"
            f"{path}: a newer Weizhan wrote this sync state (format {data['format']}, here {FORMAT}). "
            "Update Weizhan, then run again."
        )
    if data.get("account") != account:
        raise _untrusted(path, f"account {data.get('account')} != {account}")
    return data


def render_json(data: dict[str, Any]) -> bytes:
    """Return a value as JSON that merges well in git."""
    return (json.dumps(data, ensure_ascii=False, indent=2, sort_keys=True) + "\n").encode("utf-8")


def _base(data: dict[str, Any], text: str) -> Base:
    conflict = data["conflict"]
    return Base(
        id=str(data["id"]),
        path=str(data["path"]),
        media_id=str(data["media_id"]),
        index=int(data["index"]),
        local=_fingerprints(data["fingerprints"]["local"]),
        account=_fingerprints(data["fingerprints"]["account"]),
        text=text,
        kind=str(data["kind"]),
        article_id=str(data["article_id"]),
        url=str(data["url"]),
        update_time=int(data["update_time"]),
        render_version=int(data["render_version"]),
        theme=str(data["theme"]),
        conflict=_fingerprints(conflict) if conflict else None,
        post=str(data.get("post", "")),
        pictures=_fingerprints(data["pictures"]) if data.get("pictures") is not None else None,
    )


def _fingerprints(data: Any) -> Fingerprints:
    return {str(name): str(value) for name, value in dict(data).items()}


def _untrusted(path: Path, reason: str) -> StateUntrusted:
    return StateUntrusted(
        f"{path}: 同步记录不可信（{reason}）。请从 git 恢复这个文件；没有备份时重建：python3 tasks.py resync。\n"
        f"{path}: this sync state cannot be trusted ({reason}). Restore it from git, "
        "or rebuild it: python3 tasks.py resync."
    )


def _state_files(folder: Path) -> list[Path]:
    return [path for path in sorted(folder.glob("*.json")) if path.name not in _OTHER_STATE]
