"""Plays random histories: people on both sides, the tool in all its ways, and everything that can go wrong."""

import random
import re
import shutil
from collections.abc import Callable, Iterator
from contextlib import suppress
from pathlib import Path
from typing import Any

from plugins.article_sync import Report, Status
from plugins.article_sync.contact import adopt
from plugins.article_sync.contact.resync import resync
from plugins.article_sync.plan import Action
from plugins.article_sync.publish.run import publish
from plugins.shared.errors import WeizhanError
from plugins.wechat import Gateway
from plugins.wechat_emulator import ConsoleEditor, EmulatorServer
from plugins.wechat_emulator.console_editor import ConsoleRefused
from plugins.wechat_emulator.state.faults import Fault
from tests.article_sync.proof.dying import Fate
from tests.article_sync.world import Counting, Killed, World

FATE = Fate()
FAULTS = [
    *(Fault(kind) for kind in ("drop_before", "drop_after", "truncate", "page_shift")),
    *(Fault("errcode", code) for code in (-1, 40001, 40164, 45009, 45011, 48001)),
]
ENDPOINTS = (
    "*",
    "draft/add",
    "draft/update",
    "draft/get",
    "draft/batchget",
    "draft/count",
    "draft/delete",
    "media/uploadimg",
    "material/add_material",
    "freepublish/batchget",
    "freepublish/submit",
)
WAYS: dict[str, dict[str, Any]] = {
    "sync": {},
    "push": {"direction": "push"},
    "pull": {"direction": "pull"},
    "merge": {"merge": True},
    "keep_local": {"resolve": "keep-local"},
    "keep_account": {"resolve": "keep-account"},
    "keep_both": {"resolve": "keep-both"},
    "delete_drafts": {"delete_drafts": True},
    "restyle": {"restyle": True},
}


class SocketWorld(World):
    """The world of the scenarios, with the account behind a real socket."""

    def __init__(self, root: Path) -> None:
        super().__init__(root)
        self.server = EmulatorServer(self.store).start()
        environ = {
            "WECHAT_APPID": self.account.appid,
            "WECHAT_APPSECRET": self.account.secret,
            "WECHAT_API_BASE": self.server.url,
        }
        from plugins.wechat import open_gateway

        self.gateway = open_gateway(environ, None, sleep=lambda _: None)
        self.console = ConsoleEditor(self.server.url)

    def close(self) -> None:
        """End the server and forget the account."""
        self.server.stop()
        self.store.close()


class Racing:
    """A gateway beside which somebody saves a draft in the console, just before the ``nth`` call that only reads."""

    def __init__(self, gateway: Gateway, nth: int, save: Callable[[], None]) -> None:
        self._gateway, self._left, self._save = gateway, nth, save

    def __getattr__(self, name: str) -> Any:
        target = getattr(self._gateway, name)
        if not callable(target) or not name.startswith(("get_", "list_", "count_")):
            return target

        def call(*args: Any, **kwargs: Any) -> Any:
            self._left -= 1
            if self._left == 0:
                self._save()
            return target(*args, **kwargs)

        return call


class Reversed:
    """A gateway that lists everything in the opposite order."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway

    def __getattr__(self, name: str) -> Any:
        target = getattr(self._gateway, name)
        if name not in ("list_drafts", "list_published"):
            return target

        def call(*args: Any, **kwargs: Any) -> Iterator[Any]:
            return reversed(list(target(*args, **kwargs)))

        return call


class History:
    """People and the tool at work on four articles, a to d; every word that is written is one of a kind.

    ``words`` are all of them; ``archive`` is what git keeps of files and what people threw away with open eyes.
    """

    def __init__(self, world: World) -> None:
        self.world = world
        self.words: list[str] = []
        self.archive: list[str] = []
        self.crashed = False

    def play(self, step: str, name: str, number: int) -> None:
        """Do one step to one article; ``number`` says where or when."""
        before = self.published()
        if step in WAYS:
            self.run(step)
        else:
            getattr(self, step)(name, number)
        self.world.pause()
        gone = [each for each in before if each not in self.published()]
        assert not gone, "P6: what is published is never written"

    # People here

    def write(self, name: str, number: int) -> None:
        if not self.file(name):
            meta = {"post": "合集", "post_position": str("abcd".index(name) + 1)} if number % 4 == 0 else {}
            body = f"〔{name}〕{self.word()}。\n\n第二段。\n\n{self.word()}。\n"
            if number % 3 == 0:
                self.world.picture(name, (number * 7 % 250, 100, 50))
                body += f"\n![图](articles/{name}.jpg)\n"
            self.world.write(f"{name}{len(self.words)}", body, f"文{name}", **meta)

    def edit(self, name: str, number: int) -> None:
        self.change(name, lambda text: text.replace("第二段", f"第二段{self.word()}", 1))

    def append(self, name: str, number: int) -> None:
        self.change(name, lambda text: f"{text}\n{self.word()}\n")

    def entitle(self, name: str, number: int) -> None:
        self.change(name, lambda text: re.sub(r"(?m)^title: .*$", f"title: 文{name}{self.word()}", text, count=1))

    def opt_out(self, name: str, number: int) -> None:
        self.change(
            name, lambda text: text.replace("\n---\n", "\nwechat: off\n---\n", 1) if "wechat:" not in text else text
        )

    def opt_in(self, name: str, number: int) -> None:
        self.change(name, lambda text: re.sub(r"(?m)^wechat: .*\n", "", text))

    def lose_id(self, name: str, number: int) -> None:
        self.change(name, lambda text: re.sub(r"(?m)^id: .*\n", "", text))

    def rename(self, name: str, number: int) -> None:
        if path := self.file(name):
            path.rename(path.with_name(f"{name}{len(self.words)}n{number}.md"))

    def remove(self, name: str, number: int) -> None:
        if path := self.file(name):
            self.archive.append(path.read_text(encoding="utf-8"))
            path.unlink()

    def lose_state(self, name: str, number: int) -> None:
        shutil.rmtree(self.world.content / ".sync", ignore_errors=True)

    # People in the console

    def console_edit(self, name: str, number: int) -> None:
        self.save_there(name, lambda html: html.replace("第二段", f"第二段{self.word()}", 1))

    def console_append(self, name: str, number: int) -> None:
        self.save_there(name, lambda html: f"{html}<p>{self.word()}</p>")

    def console_save(self, name: str, number: int) -> None:
        self.save_there(name, None)

    def console_title(self, name: str, number: int) -> None:
        for media_id, index, article in self.drafts(name):
            self.archive.append(str(article["title"]))
            self.world.console.save(media_id, index, title=f"文{name}{self.word()}")

    def console_comments(self, name: str, number: int) -> None:
        for media_id, index, _ in self.drafts(name):
            self.world.console.save(media_id, index, need_open_comment=1)

    def console_new(self, name: str, number: int) -> None:
        if not self.drafts(name):
            self.world.console.new(f"后台{len(self.words)}", f"<p>〔{name}〕</p><p>第二段{self.word()}</p>")

    def console_delete(self, name: str, number: int) -> None:
        for media_id in {media_id for media_id, _, _ in self.drafts(name)}:
            self.archive.append(str([one for one in self.world.drafts() if one["media_id"] == media_id]))
            self.world.console.delete(media_id)

    def console_publish(self, name: str, number: int) -> None:
        for media_id in {media_id for media_id, _, _ in self.drafts(name)}:
            with suppress(ConsoleRefused):
                self.world.console.publish(media_id)

    # The tool

    def run(self, way: str, **more: Any) -> Report | None:
        """Sync in one of the ways; what must hold of any run that was not disturbed is looked at."""
        drafts, comments = self.world.drafts(), self.comments()
        files = self.files()
        try:
            report = self.world.sync(**WAYS[way], **more)
        except WeizhanError:
            return None
        self.look_at(report, way, files, drafts)
        kept = self.comments()
        lost = [each for each, flag in comments.items() if flag and each in kept and not kept[each]]
        assert not lost, "P14: what people set in the console stays"
        return report

    def look_at(self, report: Report, way: str, files: dict[str, str], drafts: list[dict[str, Any]]) -> None:
        for line in report.lines:
            if line.action == Action.CONFLICT.value and line.status is Status.ATTENTION and line.path in files:
                assert self.files()[line.path] == files[line.path], "P5: a conflict leaves the file alone"
        before = {one["media_id"] for one in drafts}
        gone = before - {one["media_id"] for one in self.world.drafts()}
        if way != "delete_drafts" and not self.has_posts():
            assert not gone, "P8: nothing is deleted unasked"
        assert len(gone) <= max(3, len(before) // 10 + 1), "P8: deletions stay within the brake"
        if way == "sync" and report.exit_code == 0:
            ids = [self.id_of(article) for one in self.world.drafts() for article in one["news_item"]]
            known = [each for each in ids if each]
            assert len(known) == len(set(known)), "P7: at most one draft an id"

    def dry(self, name: str, number: int) -> None:
        files, drafts = self.world.files(), self.world.drafts()
        plans = []
        for gateway in (self.world.gateway, Reversed(self.world.gateway)):
            with suppress(WeizhanError):
                report = self.world.sync(dry_run=True, gateway=gateway)
                plans.append(sorted((line.rule, line.path, line.title, line.note) for line in report.lines))
        assert (self.world.files(), self.world.drafts()) == (files, drafts), "P3: a dry run writes nothing"
        assert len(plans) < 2 or plans[0] == plans[1], "P9: the order of listing decides nothing"

    def adopt(self, name: str, number: int) -> None:
        with suppress(WeizhanError):
            adopt(self.world.content, self.world.gateway, self.world.settings, self.world.now(), None)

    def resync(self, name: str, number: int) -> None:
        with suppress(WeizhanError):
            everything = number % 2 == 0
            where = (self.world.content, self.world.gateway, self.world.settings, self.world.now())
            resync(*where, None, False, everything=everything)

    def publish(self, name: str, number: int) -> None:
        path = self.file(name)
        if path is not None:
            where = (self.world.content, self.world.gateway, self.world.settings, self.world.now(), path.stem)
            with suppress(WeizhanError):
                publish(*where, lambda _titles: True, sleep=self.world.store.clock.advance)

    def planned(self, name: str, number: int) -> None:
        """Write a plan, let somebody work, then carry the plan out."""
        plan = self.world.root / "plan.json"
        with suppress(WeizhanError):
            self.world.sync(plan=plan)
            (self.console_edit if number % 2 else self.edit)(name, number)
            self.world.pause()
            self.world.sync(apply=plan)
        plan.unlink(missing_ok=True)

    # What goes wrong

    def kill(self, name: str, number: int) -> None:
        """Die after a call to the account, its effect done or not."""
        with suppress(Killed, WeizhanError):
            self.world.sync(gateway=Counting(self.world.gateway, number // 2 + 1, effect=number % 2 == 0))

    def kill_at_a_file(self, name: str, number: int) -> None:
        """Die just before a file takes its place: journal, state, Markdown, trash."""
        with suppress(Killed, WeizhanError), FATE.strike(self.world.root, number + 1):
            self.world.sync()

    def full_disk(self, name: str, number: int) -> None:
        with suppress(OSError, WeizhanError), FATE.strike(self.world.root, number + 1, disk=True):
            self.world.sync()

    def fault(self, name: str, number: int) -> None:
        """Sync while the account answers badly, once, twice or for ever."""
        chosen = random.Random(number)
        faults = self.world.store.faults
        faults.add(chosen.choice(ENDPOINTS), chosen.choice(FAULTS), chosen.choice((1, 1, 2, -1)))
        self.sync_somehow()
        faults.clear()

    def image_not_there_yet(self, name: str, number: int) -> None:
        self.world.store.faults.add("draft/add", Fault("errcode", 40007))
        self.sync_somehow()
        self.world.store.faults.clear()

    def race(self, name: str, number: int) -> None:
        """Somebody saves in the console while the tool is at work."""
        gateway = Racing(self.world.gateway, number % 9 + 1, lambda: self.console_edit(name, number))
        self.sync_somehow(gateway=gateway)

    def same_second(self, name: str, number: int) -> None:
        """Two saves in one second, a sync between them."""
        self.console_append(name, number)
        self.sync_somehow()
        self.console_edit(name, number)

    def sync_somehow(self, **options: Any) -> None:
        with suppress(WeizhanError):
            self.world.sync(**options)

    # What there is

    def word(self) -> str:
        self.words.append(f"词{len(self.words)}句")
        return self.words[-1]

    def files(self) -> dict[str, str]:
        """Articles by path, conflict copies left out."""
        found = sorted((self.world.content / "articles").glob("*.md"))
        own = [path for path in found if not path.name.endswith(".account.md")]
        return {f"articles/{path.name}": path.read_text(encoding="utf-8") for path in own}

    def file(self, name: str) -> Path | None:
        found = [path for path, text in self.files().items() if f"〔{name}〕" in text]
        return self.world.content / found[0] if found else None

    def change(self, name: str, change: Callable[[str], str]) -> None:
        if path := self.file(name):
            before = path.read_text(encoding="utf-8")
            self.archive.append("".join(re.findall(r"(?m)^title: .*$", before)))
            path.write_text(change(before), encoding="utf-8")

    def drafts(self, name: str) -> list[tuple[str, int, dict[str, Any]]]:
        return [
            (one["media_id"], index, article)
            for one in self.world.drafts()
            for index, article in enumerate(one["news_item"])
            if f"〔{name}〕" in article["content"]
        ]

    def save_there(self, name: str, change: Callable[[str], str] | None) -> None:
        for media_id, index, article in self.drafts(name):
            html = change(str(article["content"])) if change else None
            with suppress(ConsoleRefused):
                self.world.console.save(media_id, index, html=html)

    def comments(self) -> dict[tuple[str, int], int]:
        return {
            (one["media_id"], index): int(article["need_open_comment"])
            for one in self.world.drafts()
            for index, article in enumerate(one["news_item"])
        }

    def published(self) -> list[str]:
        """Everything published, article by article."""
        return [str(one) for one in self.world.store.published.page(self.world.account.appid, 0, 1000)]

    def has_posts(self) -> bool:
        texts = [*self.files().values(), str(self.world.files())]
        return any("post:" in text for text in texts)

    @staticmethod
    def id_of(article: dict[str, Any]) -> str:
        found = re.search(r"[?&]a=([a-z2-7]{10})", str(article["content_source_url"]))
        return found[1] if found else ""

    def everything(self) -> str:
        """Files, trash, state, drafts, what is published, and what people threw away themselves, as one text."""
        files = [data.decode("utf-8", "replace") for data in self.world.files().values()]
        drafts = [str(draft["news_item"]) for draft in self.world.drafts()]
        text = "\n".join([*files, *drafts, *self.published(), *self.archive])
        return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), text)
