"""The beacon (统计信标): what a page tells the shop's own log, and how a log line is understood again."""

from plugins.beacon.event import ACTIONS, EVENTS, Event, parse_event
from plugins.beacon.model import Beacon

__all__ = ["ACTIONS", "EVENTS", "Beacon", "Event", "parse_event"]
