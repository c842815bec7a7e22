"""State that was lost or is not trusted, built again from both sides: a union, nothing deleted."""

from dataclasses import replace
from datetime import datetime
from pathlib import Path
from tempfile import TemporaryDirectory

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.contact.choices import Choices
from plugins.article_sync.contact.report import ContactReport
from plugins.article_sync.contact.run import Progress, adopt
from plugins.article_sync.contact.set_aside import Distrust
from plugins.article_sync.lock import hold_lock
from plugins.article_sync.settings import SyncSettings
from plugins.wechat import Gateway, account_name


def resync(
    content: Path,
    gateway: Gateway,
    settings: SyncSettings,
    now: datetime,
    choices: Choices | None = None,
    dry_run: bool = False,
    progress: Progress | None = None,
    everything: bool = False,
) -> ContactReport:
    """Build the state again and return what was found.

    Without ``everything`` only state that cannot be read is replaced: what both sides agreed on, and can be read, is
    worth more than what can be found out anew. The old files lie in the trash of the state folder. Articles that are
    equal are recorded; where both sides differ both texts are kept; what one side lacks stays on the other, except that
    articles of the account come home as files.

    Raises:
        UsageProblem, LockHeld, AccountError: as ``adopt``.
    """
    states = BaseFolder(content, account_name(gateway.appid))
    distrust = Distrust(states, settings.state_dir / f"journal-{states.account}.json", everything)
    if dry_run:
        with TemporaryDirectory() as folder:
            left = distrust.copy_of_the_rest(Path(folder))
            report = adopt(content, gateway, settings, now, choices, True, progress, left)
        return replace(report, set_aside=tuple(path.as_posix() for path in distrust.untrusted()))
    with hold_lock(settings.state_dir / "sync.lock", now):
        moved = distrust.move(settings.state_dir / "trash", now)
    return replace(adopt(content, gateway, settings, now, choices, False, progress), set_aside=moved)
