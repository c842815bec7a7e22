"""State that was lost or is broken comes back from both sides; nothing is deleted and no text is lost."""

from pathlib import Path

import pytest

from plugins.article_sync.base import BaseFolder
from plugins.article_sync.contact import ContactReport, render_contact
from plugins.article_sync.contact.resync import resync
from plugins.article_sync.lock import hold_lock
from plugins.shared.errors import LockHeld, StateUntrusted
from plugins.wechat import account_name
from plugins.wechat_emulator import DEMO_APPID
from tests.article_sync.contact.world import meet, outcomes, published
from tests.article_sync.world import Counting, World

BODY = "春天买的龙井，一回家就泡苦了。\n\n![一杯](articles/cup.jpg)\n\n第三段说的是水温。\n"
NAMES = ("anji", "biluochun", "dahongpao")


@pytest.fixture
def synced(world: World) -> World:
    """Three articles with a picture, in sync, and a published one that was imported."""
    world.picture("cup", (120, 60, 30))
    for name in NAMES:
        world.write(name, BODY.replace("龙井", name), title=name)
    published(world, "旧文一")
    meet(world)
    return world.settled()


def again(world: World, **options: object) -> ContactReport:
    gateway = options.pop("gateway", world.gateway)
    return resync(world.content, gateway, world.settings, world.now(), **options)  # type: ignore[arg-type]


def state(world: World) -> Path:
    return BaseFolder(world.content, account_name(DEMO_APPID)).folder


def record_of(world: World, name: str) -> Path:
    return state(world) / f"{world.id_of(name)}.json"


def articles(world: World) -> dict[str, bytes]:
    return {name: data for name, data in world.files().items() if "content/articles" in name}


def test_lost_state_comes_back_without_an_upload_or_a_new_file(synced: World) -> None:
    for path in state(synced).glob("*"):
        path.unlink()
    files, drafts, counting = articles(synced), synced.drafts(), Counting(synced.gateway)
    report = again(synced, gateway=counting)
    assert {outcome for _, outcome in outcomes(report)} == {"paired"}
    assert report.exit_code == 0
    assert articles(synced) == files
    assert synced.drafts() == drafts
    assert counting.writes == []
    synced.pause()
    counting = Counting(synced.gateway)
    assert synced.sync(gateway=counting).lines == ()
    assert counting.writes == []


def test_one_broken_file_does_not_cost_the_others_their_edits(synced: World) -> None:
    record_of(synced, "anji").write_text("{broken", encoding="utf-8")
    synced.edit("biluochun", "水温", "茶温")
    synced.console_edit("dahongpao", "水温", "火候")
    with pytest.raises(StateUntrusted):
        synced.sync()
    report = again(synced)
    assert dict(outcomes(report))["anji"] == "paired"
    assert len(report.set_aside) == 2
    assert all(Path(name).exists() for name in report.set_aside)
    assert synced.sync().exit_code == 0
    assert "茶温" in synced.html("biluochun")
    assert "火候" in synced.text("dahongpao")


def test_edits_on_both_sides_of_a_broken_record_are_both_kept(synced: World) -> None:
    record_of(synced, "anji").unlink()
    synced.edit("anji", "水温", "茶温")
    synced.console_edit("anji", "水温", "火候")
    report = again(synced)
    assert dict(outcomes(report))["anji"] == "differs"
    assert "茶温" in synced.text("anji")
    assert "火候" in synced.text("anji.account")
    assert "火候" in synced.html("anji")
    assert [line.action for line in synced.sync().lines] == ["conflict"]


def solved_by_hand(world: World) -> Path:
    """A conflict that a person ended by taking the account's words into the file, and no state; return the copy."""
    world.edit("anji", "水温", "茶温")
    world.console_edit("anji", "水温", "火候")
    assert [line.rule for line in world.sync().lines] == [11]
    world.edit("anji", "茶温", "火候")
    record_of(world, "anji").unlink()
    return world.content / "articles" / "anji.account.md"


def test_the_copy_of_a_conflict_that_is_over_goes(synced: World) -> None:
    copy = solved_by_hand(synced)
    assert copy.exists()
    assert dict(outcomes(again(synced)))["anji"] == "paired"
    assert not copy.exists()
    synced.pause()
    assert synced.sync().lines == ()


def test_a_copy_that_holds_words_of_its_own_stays(synced: World) -> None:
    copy = solved_by_hand(synced)
    copy.write_text(copy.read_text(encoding="utf-8") + "\n还要补一句。\n", encoding="utf-8")
    assert dict(outcomes(again(synced)))["anji"] == "paired"
    assert "还要补一句" in copy.read_text(encoding="utf-8")


def test_a_dry_run_keeps_every_copy(synced: World) -> None:
    copy = solved_by_hand(synced)
    assert dict(outcomes(again(synced, dry_run=True)))["anji"] == "paired"
    assert copy.exists()


def test_a_file_without_its_draft_and_a_draft_without_its_file_both_stay(synced: World) -> None:
    for path in state(synced).glob("*"):
        path.unlink()
    synced.console.delete(synced.draft("anji")["media_id"])
    (synced.content / "articles" / "biluochun.md").unlink()
    report = again(synced)
    assert report.alone == ("articles/anji.md",)
    assert dict(outcomes(report))["biluochun"] == "imported"
    assert "biluochun" in synced.text("biluochun")
    assert "水温" in synced.text("anji")


def test_everything_can_be_distrusted(synced: World) -> None:
    report = again(synced, everything=True)
    assert len(report.set_aside) == 8
    assert {outcome for _, outcome in outcomes(report)} == {"paired"}
    synced.pause()
    assert synced.sync().lines == ()


@pytest.mark.parametrize("name", ["images.json", "journal"])
def test_broken_maps_and_journals_are_replaced(synced: World, name: str) -> None:
    journal = synced.root / "state" / f"journal-{account_name(DEMO_APPID)}.json"
    (journal if name == "journal" else state(synced) / name).write_text("[", encoding="utf-8")
    with pytest.raises(StateUntrusted):
        synced.sync()
    assert len(again(synced).set_aside) == 1
    synced.pause()
    assert synced.sync().exit_code in (0, 1)


def test_state_of_a_newer_format_is_kept_aside(synced: World) -> None:
    path = record_of(synced, "anji")
    path.write_text(path.read_text(encoding="utf-8").replace('"format": 1', '"format": 99'), encoding="utf-8")
    report = again(synced)
    assert any('"format": 99' in Path(name).read_text(encoding="utf-8") for name in report.set_aside)


def test_healthy_state_stays_as_it_is(synced: World) -> None:
    files = synced.files()
    report = again(synced)
    assert {outcome for _, outcome in outcomes(report)} == {"known"}
    assert synced.files() == files


def test_a_dry_run_writes_nothing(synced: World) -> None:
    record_of(synced, "anji").write_text("{broken", encoding="utf-8")
    files, counting = synced.files(), Counting(synced.gateway)
    report = again(synced, dry_run=True, gateway=counting)
    assert synced.files() == files
    assert len(report.set_aside) == 2
    assert "download" not in counting.calls
    assert "nothing written" in render_contact(report)


def test_one_run_at_a_time(synced: World) -> None:
    record_of(synced, "anji").write_text("{broken", encoding="utf-8")
    with hold_lock(synced.settings.state_dir / "sync.lock", synced.now()):
        files = synced.files()
        with pytest.raises(LockHeld):
            again(synced)
        assert synced.files() == files, "nothing was moved"


def test_a_rehearsal_says_what_would_be_moved_and_moves_nothing(synced: World) -> None:
    record = record_of(synced, "anji")
    record.write_text("<<<<<<< HEAD\n", encoding="utf-8")
    assert f"! not trusted: {record} → a real run moves it" in render_contact(again(synced, dry_run=True))
    assert record.exists()
    moved = render_contact(again(synced))
    assert "! not trusted, moved to " in moved
    assert "commit content/" in moved
