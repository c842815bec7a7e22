"""What was begun is remembered until it is recorded."""

from typing import Any

from plugins.shared.errors import AnswerUnclear
from plugins.wechat_emulator import Fault
from tests.article_sync.world import Counting, World, rules


def test_what_was_sent_is_remembered_until_it_is_recorded(world: World) -> None:
    class Cut(Counting):
        """After the first listing the line is dead for listings."""

        def list_drafts(self, with_content: bool = True) -> Any:
            if "add_draft" in self.calls:
                raise AnswerUnclear("cut")
            return self._gateway.list_drafts(with_content=with_content)

    world.write("one", "春天\n")
    world.store.faults.add("draft/add", Fault("drop_after"))
    assert world.sync(gateway=Cut(world.gateway)).exit_code == 3
    world.pause()
    world.edit("one", "春天", "秋天")
    assert rules(world.sync()) == [7], "it is known what the draft was made of"
    assert "秋天" in world.html("one")
