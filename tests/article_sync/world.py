"""A shop's articles and an emulated account, for scenarios that read as stories."""

import io
import json
import re
from collections import Counter
from collections.abc import Iterator, Sequence
from datetime import UTC, datetime
from pathlib import Path
from typing import Any

import requests
from PIL import Image

from plugins.article_sync import Line, Options, Report, Surroundings, SyncSettings, sync
from plugins.wechat import Gateway, open_gateway
from plugins.wechat_emulator import ConsoleEditor, EmulatorTransport, Store
from plugins.wechat_emulator.state.profile_switch import switch_profile

START = 1_790_000_000
SITE = "https://tea.example.com"
BASE = "http://emulator.invalid"


class Killed(BaseException):
    """The process ends here."""


class World:
    """One content folder and one account; ``sync`` runs at the account's own time."""

    def __init__(self, root: Path) -> None:
        self.root = root
        self.content = root / "content"
        (self.content / "articles").mkdir(parents=True)
        (self.content / "images" / "articles").mkdir(parents=True)
        self.store = Store()
        self.store.clock.set(START)
        self.transport = EmulatorTransport(self.store)
        self.account = self.store.accounts.all()[0]
        self.gateway = self.open(self.account.appid, self.account.secret)
        self.console = ConsoleEditor(BASE, transport=self.transport)
        self.settings = SyncSettings(
            SITE,
            root / "state",
            author="山间茶庄",
            resolve=resolve,
            default_cover="articles/cover.jpg",
            category="茶事",
        )
        self.picture("cover", (200, 180, 90))

    def open(self, appid: str, secret: str) -> Gateway:
        environ = {"WECHAT_APPID": appid, "WECHAT_APPSECRET": secret, "WECHAT_API_BASE": BASE}
        return open_gateway(environ, None, self.transport, sleep=lambda _: None)

    def picture(self, name: str, colour: tuple[int, int, int]) -> str:
        """Put a picture into content/images/articles/ and return its path."""
        Image.new("RGB", (320, 240), colour).save(self.content / "images" / "articles" / f"{name}.jpg")
        return f"articles/{name}.jpg"

    def write(self, name: str, body: str, title: str = "", **meta: str) -> Path:
        """Write an article's file; an id that it has stays."""
        path = self.content / "articles" / f"{name}.md"
        if path.exists() and "id" not in meta and (known := self.id_of(name)):
            meta["id"] = known
        front = {"title": title or name, "date": "2026-11-01 09:30", **meta}
        head = "".join(f"{key}: {value}\n" for key, value in front.items())
        path.write_text(f"---\n{head}---\n\n{body}", encoding="utf-8")
        return path

    def edit(self, name: str, old: str, new: str) -> None:
        """Change words in a file."""
        text = self.text(name)
        assert old in text
        (self.content / "articles" / f"{name}.md").write_text(text.replace(old, new), encoding="utf-8")

    def text(self, name: str) -> str:
        return (self.content / "articles" / f"{name}.md").read_text(encoding="utf-8")

    def id_of(self, name: str) -> str:
        found = re.search(r"^id: (\w+)$", self.text(name), re.MULTILINE)
        return found[1] if found else ""

    def drafts(self) -> list[dict[str, Any]]:
        """Return every draft as the console shows it."""
        return self.console.list()

    def draft(self, title: str) -> dict[str, Any]:
        found = [one for one in self.drafts() if one["news_item"][0]["title"] == title]
        assert len(found) == 1, [one["news_item"][0]["title"] for one in self.drafts()]
        return found[0]

    def html(self, title: str) -> str:
        return str(self.draft(title)["news_item"][0]["content"])

    def console_edit(self, title: str, old: str = "", new: str = "", /, **words: Any) -> None:
        """Change words of a draft in the console; without any, the save only rewrites the markup."""
        html = self.html(title)
        assert old in html
        self.pause()
        self.console.save(self.draft(title)["media_id"], html=html.replace(old, new) if old else None, **words)
        self.pause()

    def delete_there(self, title: str) -> None:
        """Delete a draft in the console."""
        self.console.delete(self.draft(title)["media_id"])

    def delete_here(self, name: str) -> None:
        """Delete an article's file."""
        (self.content / "articles" / f"{name}.md").unlink()

    def publish(self, title: str) -> str:
        """Publish a draft in the console and return its article_id."""
        article_id = self.console.publish(self.draft(title)["media_id"])
        self.pause()
        return article_id

    def state(self, article_id: str) -> dict[str, Any]:
        """Return an article's state, empty when there is none."""
        found = list((self.content / ".sync").rglob(f"{article_id}.json"))
        return dict(json.loads(found[0].read_bytes())) if found else {}

    def id_in_state(self, path: str) -> str:
        """Return the id of the article that the state knows under a path."""
        states = [json.loads(each.read_bytes()) for each in (self.content / ".sync").rglob("*.json")]
        return next(str(one["id"]) for one in states if one.get("path") == path)

    def account_profile(self, profile: str) -> None:
        """Make the account one of another kind."""
        switch_profile(self.store, self.account.appid, profile)

    def post_draft(self, article: dict[str, Any]) -> None:
        """Add a draft in WeChat's own JSON, as the console or another tool may."""
        token = requests.Session()
        token.mount("http://", self.transport)
        asked = {"grant_type": "client_credential", "appid": self.account.appid, "secret": self.account.secret}
        found = token.post(f"{BASE}/cgi-bin/stable_token", json=asked).json()["access_token"]
        url = f"{BASE}/cgi-bin/draft/add?access_token={found}"
        assert "media_id" in token.post(url, json={"articles": [article]}).json()

    def calls(self) -> Counter[str]:
        """Return how often each endpoint was called today."""
        return Counter(self.store.quota.counters(self.account.appid))

    def trash(self) -> str:
        """Return everything in the trash as one text."""
        kept = [path.read_text(encoding="utf-8") for path in _files(self.root / "state" / "trash")]
        return "\n".join(kept)

    def pause(self) -> None:
        """Let ten seconds go by."""
        self.store.clock.advance(10)

    def sync(self, **options: Any) -> Report:
        gateway = options.pop("gateway", self.gateway)
        settings = options.pop("settings", self.settings)
        around = Surroundings(
            self.now,
            options.pop("sleep", self.store.clock.advance),
            save_plan=options.pop("plan", None),
            saved_plan=options.pop("apply", None),
        )
        return sync(self.content, gateway, settings, self.now(), Options(**options), around)

    def settled(self) -> "World":
        """Sync once, let some time go by, and return this world."""
        report = self.sync()
        assert report.exit_code == 0, report
        self.pause()
        return self

    def now(self) -> datetime:
        return datetime.fromtimestamp(self.store.clock.now(), UTC)

    def files(self) -> dict[str, bytes]:
        """Return every file of content and state folder."""
        return {str(path.relative_to(self.root)): path.read_bytes() for path in _files(self.root)}

    def content_files(self) -> dict[str, bytes]:
        return {name: data for name, data in self.files().items() if name.startswith("content")}

    def picture_bytes(self) -> list[bytes]:
        return [path.read_bytes() for path in _files(self.content / "images")]


class Counting:
    """A gateway that counts calls; after ``kill_after`` of them the process ends, before or after the effect."""

    def __init__(self, gateway: Gateway, kill_after: int | None = None, effect: bool = True) -> None:
        self._gateway = gateway
        self._kill_after = kill_after
        self._effect = effect
        self.calls: list[str] = []

    def __getattr__(self, name: str) -> Any:
        target = getattr(self._gateway, name)
        if not callable(target):
            return target

        if name == "quota":  # asked before everything, changes nothing
            return target

        def call(*args: Any, **kwargs: Any) -> Any:
            self.calls.append(name)
            last = len(self.calls) == self._kill_after
            if last and not self._effect:
                raise Killed
            answer = target(*args, **kwargs)
            if isinstance(answer, Iterator):
                answer = iter(list(answer))
            if last:
                raise Killed
            return answer

        return call

    @property
    def writes(self) -> list[str]:
        return [name for name in self.calls if name.startswith(("add_", "update_", "upload_", "delete_", "create_"))]


def resolve(reference: str) -> tuple[str, str] | None:
    known = {"product:longjing": ("龙井", "/p/longjing/"), "service": ("服务中心", "/service/")}
    return known.get(reference)


def rules(report: Report) -> list[int]:
    return [line.rule for line in report.lines]


def quiet(world: World) -> None:
    """The next run plans nothing, writes nothing, and asks nobody about published articles."""
    world.pause()
    files, counting = world.files(), Counting(world.gateway)
    assert world.sync(gateway=counting).lines == ()
    assert world.files() == files
    assert set(counting.calls) <= {"count_drafts", "list_drafts"}


def only_line(report: Report) -> Line:
    assert len(report.lines) == 1, report
    return report.lines[0]


def jpeg(colour: tuple[int, int, int]) -> bytes:
    data = io.BytesIO()
    Image.new("RGB", (120, 90), colour).save(data, "JPEG")
    return data.getvalue()


def _files(root: Path) -> Sequence[Path]:
    return sorted(path for path in root.rglob("*") if path.is_file())
