"""A session for the commands beside sync: first contact and publishing."""

from datetime import datetime
from pathlib import Path

from plugins.article_sync.account import AccountReader
from plugins.article_sync.base import BaseFolder
from plugins.article_sync.journal import Journal
from plugins.article_sync.options import Options
from plugins.article_sync.picture_map import PictureMap
from plugins.article_sync.session import Session
from plugins.article_sync.settings import SyncSettings
from plugins.article_sync.trash import Trash
from plugins.wechat import Gateway


def open_beside(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    states: BaseFolder,
    pictures: PictureMap,
    dry_run: bool = False,
) -> Session:
    """Return what those commands work with; who an account article is they find out themselves."""
    journal = Journal(settings.state_dir / f"journal-{states.account}.json")
    reader = AccountReader(gateway, lambda _media_id, _index, _article: "", pictures.key_of)
    trash = Trash(settings.state_dir / "trash", now)
    return Session(content, gateway, settings, now, states, pictures, reader, journal, trash, Options(dry_run=dry_run))
