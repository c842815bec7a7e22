"""What a log or an export says happened: an event of a visitor at a time."""

from collections import Counter
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from datetime import date, datetime
from hashlib import blake2b
from urllib.parse import parse_qs

from plugins.beacon import Event, parse_event
from plugins.beacon.event import VIEWS, is_channel, is_page, page_of
from plugins.channel_report.hit import Hit
from plugins.channel_report.robots import is_robot
from plugins.shared.validation import SHANGHAI

_SEEN = (200, 304)


@dataclass(frozen=True)
class Occurrence:
    """An event at an aware time. ``visitor`` is a short digest that lasts a day; "" is unknown.

    ``from_page`` marks a view that was only seen as a page's request, not reported by the page itself; ``robot`` one
    that no person caused.
    """

    at: datetime
    event: Event
    visitor: str = ""
    from_page: bool = False
    robot: bool = False

    @property
    def day(self) -> date:
        """The day in Beijing."""
        return self.at.astimezone(SHANGHAI).date()


def occurrences(hits: Iterable[Hit], beacon: str, channels: dict[str, str]) -> Iterator[Occurrence]:
    """Yield what visitors did, robots marked.

    ``beacon`` is its address, ``channels`` maps folders like ``/c/hfj/`` to codes.

    A request for the beacon counts whatever its status: static hosts refuse a POST, and log it.
    """
    for hit in hits:
        event, from_page = _event(hit, beacon, channels)
        if event:
            yield Occurrence(hit.at, event, _visitor(hit), from_page, is_robot(hit.agent))


def _event(hit: Hit, beacon: str, channels: dict[str, str]) -> tuple[Event | None, bool]:
    """Return the event of a request, and whether it is a page's request rather than a report."""
    if hit.path == beacon:
        return parse_event(hit.query), False
    page = page_of(hit.path)
    if hit.method != "GET" or hit.status not in _SEEN or not page.endswith("/") or not is_page(page):
        return None, True
    name = "detail" if page.startswith("/p/") else "view"
    return Event(name, page, _channel(page, hit.query, channels)), True


def union(lists: Iterable[Iterable[Occurrence]]) -> list[Occurrence]:
    """Return everything in several logs, each thing as often as in the log that has it most often.

    So a log may be handed in twice, plain and packed, or overlap with its neighbour.
    """
    most: Counter[Occurrence] = Counter()
    for each in lists:
        for occurrence, times in Counter(each).items():
            most[occurrence] = max(most[occurrence], times)
    return list(most.elements())


def without_requests_beside_reports(found: Iterable[Occurrence]) -> list[Occurrence]:
    """Return what people did, without pages' requests on days on which the pages reported for themselves.

    On such days each view would count twice; a robot's report does not make it such a day.
    """
    every = [each for each in found if not each.robot]
    reported = {each.day for each in every if not each.from_page and each.event.name in VIEWS}
    return [each for each in every if not each.from_page or each.day not in reported]


def _visitor(hit: Hit) -> str:
    """Return a digest of address, browser and day: enough to tell visitors apart, useless for finding them again."""
    day = hit.at.astimezone(SHANGHAI).date()
    return blake2b(f"{day}|{hit.visitor}|{hit.agent}".encode(), digest_size=8).hexdigest() if hit.visitor else ""


def _channel(page: str, query: str, channels: dict[str, str]) -> str:
    folder = next((folder for folder in channels if page.startswith(folder)), "")
    if folder:
        return channels[folder]
    try:
        given = parse_qs(query, max_num_fields=50)
    except ValueError:
        return ""
    code = (given.get("ch") or given.get("utm_source") or [""])[0]
    return code if is_channel(code) else ""
