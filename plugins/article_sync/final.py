"""The last look: what was written is read once more, when its time can no longer hide a second edit."""

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from datetime import datetime

from plugins.article_sync.model import AccountArticle, Base, changed
from plugins.article_sync.report import Line, Status
from plugins.article_sync.session import SETTLED_S, Session
from plugins.article_sync.survey import known_times
from plugins.shared.errors import AccountError
from plugins.shared.language import say


@dataclass(frozen=True)
class Time:
    """The clock, and waiting."""

    now: Callable[[], datetime]
    sleep: Callable[[float], object]


def compare_finally(session: Session, time: Time, before: Sequence[Base]) -> list[Line]:
    """Read what was written once more, note the times of what is as recorded, and return a line for what is not.

    ``before`` is the state as the run found it: only drafts that it recorded anew are looked at. Reading that fails is
    told and no more: everything was written and recorded before.
    """
    bases = {base.id: base for base in session.states.read(session.settings.new_account) if base.kind == "draft"}
    times = known_times([base for base in bases.values() if not base.conflict])
    old = {base.id: base for base in before}
    recorded = {base.media_id for base in bases.values() if base != old.get(base.id)}
    written = {media_id for media_id in recorded if not times.get(media_id, 1)}
    if not written:
        return []
    time.sleep(SETTLED_S)
    try:
        read_at = time.now()
        items = session.reader.find_written(written)
    except AccountError as error:
        return [Line(0, "final comparison", "", "", Status.FAILED, note=str(error))]
    lines = []
    for item in items:
        base = bases.get(item.id)
        if base and (base.media_id, base.index) == (item.media_id, item.index):
            lines += _compared(session, base, item, read_at)
    return lines


def _compared(session: Session, base: Base, item: AccountArticle, read_at: datetime) -> list[Line]:
    if changed(base.account, item.fingerprints):
        if base.conflict or base.update_time:
            return []  # known before this run, and told by it
        note = say("运行期间有人在后台改了它，再运行一次就会处理。", "edited in the console during the run; run again.")
        return [Line(0, "final comparison", base.path, item.article.title, Status.ATTENTION, note=note)]
    if base.update_time != item.update_time and session.is_settled(item.update_time, read_at):
        session.states.write(replace(base, update_time=item.update_time))
    return []
