"""Situations that rclone bisync and vdirsyncer test and no other file here does: see docs/sync-scenarios.md."""

import re
import unicodedata
from pathlib import Path

import pytest

from plugins.shared.errors import BrakePulled
from plugins.wechat_emulator import DEMO_APPID
from tests.article_sync.contact.world import meet, outcomes
from tests.article_sync.world import Counting, World
from tests.conftest import ROOT

BODY = "春天买的龙井，怎么一回家就泡苦了？\n"
PAGE = ROOT / "docs" / "sync-scenarios.md"


def shop(world: World, count: int) -> World:
    """Return a world with so many articles in sync."""
    for number in range(count):
        world.write(f"a{number:02}", BODY.replace("龙井", f"第{number}种茶"), title=f"第{number}篇")
    return world.settled()


def delete_files(world: World, count: int) -> None:
    for number in range(count):
        (world.content / "articles" / f"a{number:02}.md").unlink()


def test_too_many_deletions_stop_before_the_first(world: World) -> None:
    shop(world, 9)
    delete_files(world, 5)
    with pytest.raises(BrakePulled, match="--force-delete 5"):
        world.sync(delete_drafts=True)
    assert len(world.drafts()) == 9


def test_deletions_that_are_meant_go_through(world: World) -> None:
    shop(world, 9)
    delete_files(world, 5)
    world.sync(delete_drafts=True, force_delete=5)
    assert len(world.drafts()) == 4
    assert len(list((world.root / "state" / "trash").glob("*.json"))) == 5


def test_drafts_deleted_in_the_console_delete_no_file(world: World) -> None:
    shop(world, 9)
    for draft in world.drafts()[:5]:
        world.console.delete(draft["media_id"])
    report = world.sync(delete_drafts=True)
    assert [line.rule for line in report.lines] == [16] * 5
    assert len(list((world.content / "articles").glob("*.md"))) == 9


@pytest.mark.parametrize("name", ["明前 龙井", "thé-vert", "a+b & c", "№ 1", "茶" * 40])
def test_a_file_name_that_is_no_address_is_told_until_it_is_one(world: World, name: str) -> None:
    path = world.write(name, BODY, title="名字")
    report = world.sync()
    assert (report.exit_code, world.drafts()) == (1, [])
    assert f"articles/{name}.md:1" in report.lines[0].note
    path.rename(path.with_name("longjing.md"))
    world.settled()
    world.console_edit("名字", "泡苦了", "泡淡了")
    assert world.sync().exit_code == 0
    assert "泡淡了" in world.text("longjing")


def test_two_spellings_of_one_title_are_one_title(world: World) -> None:
    world.write("the", BODY, title=unicodedata.normalize("NFD", "Thé à la menthe"))
    world.console.new(unicodedata.normalize("NFC", "Thé à la menthe"), f"<p>{BODY.strip()}换了几个字的。</p>")
    world.pause()
    assert [outcome for _, outcome in outcomes(meet(world))] == ["asks"]


def test_many_edited_drafts_are_read_twenty_to_a_call(world: World) -> None:
    shop(world, 45)
    for number in range(3):
        world.console_edit(f"第{number}篇", "泡苦了", "泡淡了")
    counting = Counting(world.gateway)
    assert world.sync(gateway=counting).exit_code == 0
    assert counting.calls.count("get_draft") + counting.calls.count("list_drafts") <= 3 + 3
    world.pause()
    world.store.quota.use(DEMO_APPID, "draft/batchget", 0)
    world.sync()
    pages = world.store.quota.used(DEMO_APPID, "draft/batchget")
    assert pages <= 3 + 3, "ceil(45 / 20) pages and what is left of the three edits"


def test_the_whole_account_edited_on_purpose_passes_in_portions(world: World) -> None:
    shop(world, 8)
    for number in range(8):
        world.console_edit(f"第{number}篇", "泡苦了", "泡淡了")
    with pytest.raises(BrakePulled):
        world.sync()
    for portion in ("a0[0-3]", "a0[4-7]"):
        assert world.sync(only=portion).exit_code == 0
    assert all("泡淡了" in world.text(f"a{number:02}") for number in range(8))


def rows() -> list[tuple[str, str]]:
    """Return the name of every scenario of the page, and the tests that it points to."""
    found = []
    for line in PAGE.read_text(encoding="utf-8").splitlines():
        cells = [cell.strip() for cell in line.strip("|").split("|")]
        if line.startswith("| `test_") or line.startswith("| `SyncMachine"):
            found.append((cells[0].strip("`"), cells[-1]))
    return found


@pytest.mark.parametrize(("name", "proof"), rows())
def test_every_row_of_the_page_points_to_a_test(name: str, proof: str) -> None:
    pointers = re.findall(r"`([\w/]+\.py)::(test_\w+)`", proof)
    assert pointers, name
    for file, test in pointers:
        text = (ROOT / "tests" / Path(file)).read_text(encoding="utf-8")
        assert f"def {test}(" in text, f"{name}: {file}::{test}"


def test_no_pointer_of_the_page_leads_nowhere() -> None:
    pointers = re.findall(r"`([\w/]+\.py)::(test_\w+)`", PAGE.read_text(encoding="utf-8"))
    lost = [f"{file}::{test}" for file, test in pointers if f"def {test}(" not in (ROOT / "tests" / file).read_text()]
    assert lost == []


def test_the_page_knows_both_tools() -> None:
    names = [name for name, _ in rows()]
    assert len(names) == len(set(names)) >= 55
