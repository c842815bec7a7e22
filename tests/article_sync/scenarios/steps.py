"""What can happen in a story: people here, people in the console, the tool, and what goes wrong."""

import shutil
from typing import Any

from plugins.article_sync import Report
from plugins.article_sync.lock import hold_lock
from plugins.shared.errors import WeizhanError
from plugins.wechat_emulator import Fault
from tests.article_sync.test_brakes import git
from tests.article_sync.world import Counting, World


class Steps:
    """Carries out the steps of a story; every public method is a step. ``last`` are the options of the last sync."""

    def __init__(self, world: World) -> None:
        self._world = world
        self._gateway = world.gateway
        self.last: dict[str, Any] = {}

    # People here

    def write(self, name: str, text: str, **meta: Any) -> None:
        """Write a file."""
        self._world.write(name, f"{text}\n", **{key: str(value) for key, value in meta.items()})

    def edit(self, name: str, old: str, new: str) -> None:
        """Change words of a file."""
        self._world.edit(name, old, new)

    def rename(self, name: str, to: str) -> None:
        """Give a file another name."""
        path = self._world.content / "articles" / f"{name}.md"
        path.rename(path.with_name(f"{to}.md"))

    def delete(self, *names: str) -> None:
        """Delete files."""
        for name in names:
            self._world.delete_here(name)

    def lose_id(self, name: str) -> None:
        """Take the line with the id out of a file."""
        self._world.edit(name, f"id: {self._world.id_of(name)}\n", "")

    def lose_state(self, name: str = "") -> None:
        """Lose what is remembered of an article, or of all."""
        folder = self._world.content / ".sync"
        for path in folder.rglob(f"{self._world.id_of(name)}.*") if name else ():
            path.unlink()
        if not name:
            shutil.rmtree(folder)

    def edit_state(self, name: str, old: str, new: str) -> None:
        """Change words of an article's state."""
        path = next((self._world.content / ".sync").rglob(f"{self._world.id_of(name)}.json"))
        text = path.read_text(encoding="utf-8")
        assert old in text
        path.write_text(text.replace(old, new), encoding="utf-8")

    def commit(self) -> None:
        """Commit everything in git."""
        git(self._world, "init", "-q")
        git(self._world, "add", "-A")
        git(self._world, "commit", "-qm", "all")

    # People in the console

    def console_new(self, title: str, text: str, copy_of: str = "") -> None:
        """Write a draft in the console; ``copy_of``: with the link behind 阅读原文 of another one."""
        link = self._world.draft(copy_of)["news_item"][0]["content_source_url"] if copy_of else ""
        self._world.console.new(title, f"<p>{text}</p>", content_source_url=link)

    def console_edit(self, title: str, old: str, new: str) -> None:
        """Change words of a draft in the console."""
        self._world.console_edit(title, old, new)

    def console_title(self, title: str, to: str) -> None:
        """Give a draft another title in the console."""
        self._world.console_edit(title, title=to)

    def console_save(self, title: str) -> None:
        """Open a draft in the console and save it without a change."""
        self._world.console_edit(title)

    def console_delete(self, *titles: str) -> None:
        """Delete drafts in the console."""
        for title in titles:
            self._world.delete_there(title)

    def console_keep_only(self, *titles: str) -> None:
        """Make the first draft anew with only some of its articles."""
        media_id = self._world.drafts()[0]["media_id"]
        kept = [one for one in self._gateway.get_draft(media_id) if one.title in titles]
        self._world.console.delete(media_id)
        self._gateway.add_draft(kept)

    def console_swap(self) -> None:
        """Let the two articles of the first draft change places in the console; the draft stays the same one."""
        media_id = self._world.drafts()[0]["media_id"]
        for index, article in enumerate(reversed(self._gateway.get_draft(media_id))):
            self._gateway.update_draft(media_id, article, index)

    def publish(self, title: str) -> None:
        """Publish a draft in the console."""
        self._world.publish(title)

    # What goes wrong

    def use_up(self, endpoint: str, calls: int) -> None:
        """Spend calls of today."""
        self._world.store.quota.use(self._world.account.appid, endpoint, calls)

    def refuse(self, endpoint: str, errcode: int) -> None:
        """Let the next call of an endpoint fail."""
        self._world.store.faults.add(endpoint, Fault("errcode", errcode))

    def another_account(self) -> None:
        """Connect to another account from now on."""
        other = self._world.store.new_account()
        self._gateway = self._world.open(other.appid, other.secret)

    def first_account(self) -> None:
        """Connect to the first account again."""
        self._gateway = self._world.gateway

    # The tool

    def sync(self, beside_another_run: bool = False, **options: Any) -> "Outcome":
        """Sync with flags, and return what came of it."""
        self.last = options
        counting = Counting(self._gateway)
        try:
            if beside_another_run:
                with hold_lock(self._world.settings.state_dir / "sync.lock", self._world.now()):
                    return Outcome(self._world.sync(gateway=counting, **options), counting)
            return Outcome(self._world.sync(gateway=counting, **options), counting)
        except WeizhanError as error:
            return Outcome(error, counting)


class Outcome:
    """What came of a sync: exit code, rule numbers, what was said, and the calls that wrote to the account."""

    def __init__(self, end: Report | WeizhanError, counting: Counting) -> None:
        self.exit = end.exit_code
        self.rules = [line.rule for line in end.lines] if isinstance(end, Report) else []
        self.says = str(end)
        self.writes = counting.writes
