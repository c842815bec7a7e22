"""What is not sent, and said instead."""

from plugins.article_sync.local_problems import CONTENT_LIMIT_BYTES
from tests.article_sync.world import Counting, World, only_line


def test_a_text_that_wechat_does_not_take_is_not_sent(world: World) -> None:
    world.write("one", "茶" * (CONTENT_LIMIT_BYTES // 3 - 9) + "\n")
    counting = Counting(world.gateway)
    report = world.sync(gateway=counting)
    assert (only_line(report).status.value, report.exit_code) == ("attention", 1)
    assert "over WeChat's 1 MB" in only_line(report).note
    assert "add_draft" not in counting.calls


def test_a_dry_run_tells_of_a_text_that_is_too_long(world: World) -> None:
    world.write("one", "茶" * (CONTENT_LIMIT_BYTES // 3 + 1) + "\n")
    line = only_line(world.sync(dry_run=True))
    assert (line.status.value, "1000 KB of text" in line.note) == ("attention", True)
