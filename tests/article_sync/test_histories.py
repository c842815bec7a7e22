"""Random histories of edits on both sides, with kills in between: no word is ever lost, and the end is quiet."""

import re
import tempfile
from collections.abc import Callable
from contextlib import suppress
from pathlib import Path
from typing import Any

from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.article_sync import Report
from tests.article_sync.world import Counting, Killed, World

NAMES = st.sampled_from(["a", "b", "c", "d"])
STEPS = st.one_of(
    st.tuples(st.sampled_from(["write", "edit", "append", "console", "save", "title", "rename", "new"]), NAMES),
    st.tuples(st.just("sync"), st.just("")),
    st.tuples(st.just("kill"), st.integers(1, 14)),
    st.tuples(st.just("lose"), st.integers(1, 14)),
)


class History:
    """Plays steps; every word that it writes is one of a kind."""

    def __init__(self, world: World) -> None:
        self.world = world
        self.words: list[str] = []
        self.places = {name: name for name in "abcd"}

    def word(self) -> str:
        self.words.append(f"词{len(self.words)}句")
        return self.words[-1]

    def play(self, step: str, value: str | int) -> None:
        if step == "sync":
            self.world.sync()
        elif step in ("kill", "lose"):
            with suppress(Killed):
                self.world.sync(gateway=Counting(self.world.gateway, int(value), effect=step == "kill"))
        else:
            getattr(self, step)(str(value))
        self.world.pause()

    def write(self, name: str) -> None:
        if not self._file(name).exists():
            self.world.write(self.places[name], f"{self.word()}。\n\n第二段。\n\n{self.word()}。\n", f"文{name}")

    def edit(self, name: str) -> None:
        self._change(name, lambda text: text.replace("第二段", f"第二段{self.word()}", 1))

    def append(self, name: str) -> None:
        self._change(name, lambda text: f"{text}\n{self.word()}\n")

    def rename(self, name: str) -> None:
        if self._file(name).exists():
            before, self.places[name] = self._file(name), f"{name}{len(self.words)}"
            before.rename(self._file(name))

    def console(self, name: str) -> None:
        self._save(name, lambda html: html.replace("第二段", f"第二段{self.word()}", 1))

    def save(self, name: str) -> None:
        self._save(name, None)

    def title(self, name: str) -> None:
        for draft in self._drafts(name):
            self.world.console.save(draft["media_id"], author=self.word())

    def new(self, name: str) -> None:
        self.world.console.new(f"后台{len(self.words)}", f"<p>第二段{self.word()}</p>")

    def everything(self) -> str:
        files = [data.decode("utf-8", "replace") for data in self.world.files().values()]
        drafts = [str(draft["news_item"]) for draft in self.world.drafts()]
        return re.sub(r"\\u([0-9a-f]{4})", lambda found: chr(int(found[1], 16)), "\n".join(files + drafts))

    def _file(self, name: str) -> Path:
        return self.world.content / "articles" / f"{self.places[name]}.md"

    def _change(self, name: str, change: Callable[[str], str]) -> None:
        if self._file(name).exists():
            self._file(name).write_text(change(self._file(name).read_text(encoding="utf-8")), encoding="utf-8")

    def _drafts(self, name: str) -> list[dict[str, Any]]:
        return [one for one in self.world.drafts() if one["news_item"][0]["title"] == f"文{name}"]

    def _save(self, name: str, change: Callable[[str], str] | None) -> None:
        for draft in self._drafts(name):
            html = str(draft["news_item"][0]["content"])
            self.world.console.save(draft["media_id"], html=change(html) if change else None)


@settings(deadline=None, max_examples=25, suppress_health_check=[HealthCheck.too_slow])
@given(st.lists(STEPS, min_size=3, max_size=14))
def test_no_history_loses_a_word_or_doubles_a_draft(steps: list[tuple[str, str | int]]) -> None:
    with tempfile.TemporaryDirectory() as folder:
        history = History(World(Path(folder)))
        for step, value in steps:
            history.play(step, value)
        world = history.world
        last = _quiet(world)
        assert all(word in history.everything() for word in history.words), "every word is somewhere"
        assert {line.rule for line in last.lines} <= {5, 10, 11}, "only conflicts are left"
        ids = [draft["news_item"][0]["content_source_url"] for draft in world.drafts()]
        assert len([one for one in ids if one]) == len({one for one in ids if one}), "no article twice"
        for name in "abcd":
            assert len(history._drafts(name)) <= 1


def _quiet(world: World) -> Report:
    """Sync until nothing more can happen; the last run must write nothing."""
    for _ in range(3):
        world.sync()
        world.pause()
    files, drafts, counting = world.content_files(), world.drafts(), Counting(world.gateway)
    report = world.sync(gateway=counting)
    assert (world.content_files(), world.drafts(), counting.writes) == (files, drafts, [])
    return report
