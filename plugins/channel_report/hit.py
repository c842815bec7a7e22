"""One request of an access log, whatever format it was written in."""

from dataclasses import dataclass, field
from datetime import datetime


@dataclass(frozen=True)
class Hit:
    """A request: an aware time, who asked (never shown to anybody), method, path and query as sent, status."""

    at: datetime
    visitor: str
    method: str
    path: str
    query: str
    status: int
    agent: str = field(compare=True, default="")
