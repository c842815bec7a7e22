"""A line of a log turned into a Hit: nginx's combined format, Tencent COS, Aliyun OSS, CloudFront.

nginx       https://nginx.org/en/docs/http/ngx_http_log_module.html
COS         https://cloud.tencent.com/document/product/436/16920
OSS         https://help.aliyun.com/zh/oss/user-guide/logging
CloudFront  https://docs.aws.amazon.com/AmazonCloudFront/latest/DeveloperGuide/standard-logs-reference.html
"""

import re
from collections.abc import Callable, Mapping, Sequence
from datetime import UTC, datetime
from urllib.parse import unquote

from plugins.channel_report.hit import Hit

_QUOTED = r'"([^"\\]*(?:\\.[^"\\]*)*)"'
_COMBINED = re.compile(
    r"(\S{1,64}) \S+ (?:\S+ )?\[([^\]]{10,40})\] " + _QUOTED + r" (\d{3}) \S+(?: \S+)? " + _QUOTED + " " + _QUOTED
)
"""OSS writes the same with one number more, and quotes after it."""
_COS = re.compile(
    r"\S+ \S+ \S+ (\d{4}-\d\d-\d\dT\d\d:\d\d:\d\dZ) \S+ \S+ (\S{1,64}) \S+ \S+ \S+ \S+ "
    r"(\S+) (\S+) (.*?) (\d{3}) (.*)"
)
_REQUEST = re.compile(r"([A-Z]{3,10}) (\S+)(?: HTTP/[\d.]+)?")
_NAMES = ("Jan", "Feb", "Mar", "Apr", "May", "Jun", "Jul", "Aug", "Sep", "Oct", "Nov", "Dec")
_MONTHS = {name: number for number, name in enumerate(_NAMES, 1)}
_TIME = re.compile(r"(\d\d)/([A-Z][a-z]{2})/(\d{4}):(\d\d):(\d\d):(\d\d) ([+-]\d\d)(\d\d)")

Parser = Callable[[str], Hit | None]


def parse_combined(line: str) -> Hit | None:
    """Return the request of a line of nginx (combined) or OSS, None where it is none."""
    found = _COMBINED.match(line)
    request = _REQUEST.fullmatch(found[3]) if found else None
    at = _clf_time(found[2]) if found else None
    if not found or not request or not at:
        return None
    path, _, query = request[2].partition("?")
    return Hit(at, found[1], request[1], path, query, int(found[4]), found[6])


def parse_cos(line: str) -> Hit | None:
    """Return the request of a line of COS, None where it is none; its last fields hold the query."""
    found = _COS.match(line)
    at = _iso_time(found[1]) if found else None
    if not found or not at:
        return None
    path = found[3] if found[3].startswith("/") else "/" + found[3]
    query = next((part.partition("?")[2] for part in map(unquote, found[7].split()) if "?" in part and "/" in part), "")
    return Hit(at, found[2], found[4].upper(), path, query.split(" ")[0], int(found[6]), unquote(found[5].strip('"')))


def cloudfront_parser(fields: Sequence[str]) -> Parser:
    """Return the parser for the columns that a ``#Fields:`` line names."""
    places = {name: place for place, name in enumerate(fields)}

    def parse(line: str) -> Hit | None:
        cells = line.split("\t")
        get: Mapping[str, str] = {name: cells[place] for name, place in places.items() if place < len(cells)}
        at = _iso_time(f"{get.get('date', '')}T{get.get('time', '')}Z")
        status = get.get("sc-status", "")
        if not at or not re.fullmatch("[0-9]{3}", status) or not get.get("cs-uri-stem", "").startswith("/"):
            return None
        query = get.get("cs-uri-query", "-").removeprefix("-")
        agent = unquote(unquote(get.get("cs(User-Agent)", "")))
        return Hit(at, get.get("c-ip", ""), get.get("cs-method", ""), get["cs-uri-stem"], query, int(status), agent)

    return parse


def _clf_time(text: str) -> datetime | None:
    found = _TIME.fullmatch(text)
    if not found or found[2] not in _MONTHS:
        return None
    day, _, year, *clock = found.groups()[:6]
    iso = f"{year}-{_MONTHS[found[2]]:02}-{day}T{':'.join(clock)}{found[7]}:{found[8]}"
    return _iso_time(iso)


def _iso_time(text: str) -> datetime | None:
    try:
        at = datetime.fromisoformat(text)
        return at.astimezone(UTC)
    except (ValueError, OverflowError):
        return None
