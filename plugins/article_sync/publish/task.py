"""A publishing task on WeChat's side: submitted at most once, asked for with patience, remembered until it has ended.

https://developers.weixin.qq.com/doc/subscription/api/public/api_freepublish_submit.html
"""

from collections.abc import Callable
from dataclasses import dataclass

from plugins.article_sync.journal import Journal
from plugins.article_sync.publish.words import RUNNING
from plugins.shared.errors import AccountError, AnswerUnclear
from plugins.wechat import Gateway, PublishStatus

PAUSES_S = (2.0, 5.0, 15.0, 30.0, 60.0)
"""Between two questions; only 100 are free a day, so that after the last one the next run goes on."""
Sleep = Callable[[float], object]


@dataclass(frozen=True)
class PublishTask:
    """The task of one draft. The journal knows it from before the submission until its end."""

    gateway: Gateway
    journal: Journal
    media_id: str

    @property
    def is_begun(self) -> bool:
        """Tell whether it was submitted, or may have been."""
        return self.media_id in self.journal.read()

    @property
    def publish_id(self) -> str:
        """The task's id; empty while nobody knows whether WeChat accepted it."""
        return self.journal.read().get(self.media_id, {}).get("publish_id", "")

    def submit(self) -> None:
        """Submit the draft once.

        Raises:
            AnswerUnclear: nobody knows whether it was accepted; the journal remembers.
            AccountError: it was refused, and the journal has forgotten it.
        """
        self.journal.begin(self.media_id, op="publish")
        try:
            publish_id = self.gateway.publish_draft(self.media_id)
        except AnswerUnclear:
            raise
        except AccountError:
            self.end()
            raise
        self.journal.begin(self.media_id, op="publish", publish_id=publish_id)

    def wait(self, sleep: Sleep) -> PublishStatus:
        """Return how it ended, or that it still runs after the last question."""
        status = self.gateway.publish_status(self.publish_id)
        for pause in PAUSES_S:
            if status.status != RUNNING:
                break
            sleep(pause)
            status = self.gateway.publish_status(self.publish_id)
        return status

    def end(self) -> None:
        """Forget it: it has ended and what came of it is recorded."""
        self.journal.end(self.media_id)
