"""Access logs, plain or gzip, of any size, to Hits; lines that cannot be read are told with their numbers."""

import gzip
import zlib
from collections.abc import Iterator
from pathlib import Path

from plugins.channel_report.formats import Parser, cloudfront_parser, parse_combined, parse_cos
from plugins.channel_report.hit import Hit
from plugins.shared.errors import Problem
from plugins.shared.language import say

MOST_PROBLEMS = 100
_LONGEST_LINE = 16_000
_FIELDS = "#Fields:"


def read_log(path: Path, name: str, problems: list[Problem]) -> Iterator[Hit]:
    """Yield the requests of a log; what cannot be read is added to ``problems``, at most 100 of a file."""
    parsers: list[Parser] = [parse_combined, parse_cos]
    told = 0
    for number, line in _lines(path, name, problems):
        if line.startswith("#"):
            if line.startswith(_FIELDS):
                parsers.insert(0, cloudfront_parser(line.removeprefix(_FIELDS).split()))
            continue
        hit = next((hit for parse in parsers if (hit := parse(line))), None)
        if hit:
            yield hit
        elif line.strip():
            told += 1
            if told <= MOST_PROBLEMS:
                problems.append(Problem(name, number, _unread(line)))
    if told > MOST_PROBLEMS:
        more = told - MOST_PROBLEMS
        problems.append(Problem(name, 1, say(f"还有 {more} 行读不懂。", f"{more} more lines cannot be read.")))


def _lines(path: Path, name: str, problems: list[Problem]) -> Iterator[tuple[int, str]]:
    number = 0
    try:
        with open(path, "rb") as file:
            packed = file.read(2) == b"\x1f\x8b"
        with gzip.open(path) if packed else open(path, "rb") as log:
            while raw := log.readline(_LONGEST_LINE):
                number += raw.endswith(b"\n") or not raw.strip() or len(raw) < _LONGEST_LINE
                yield max(number, 1), raw.decode("utf-8", "replace").rstrip("\r\n")
    except (OSError, EOFError, zlib.error) as error:
        text = say(f"文件没有读完（{type(error).__name__}）。", f"the file could not be read to its end ({error}).")
        problems.append(Problem(name, max(number, 1), text))


def _unread(line: str) -> str:
    shown = "".join(char for char in line[:60] if char.isprintable())
    return say(
        f"这一行读不懂：{shown}。支持 nginx combined、COS、OSS、CloudFront 的格式。",
        f"not a line of nginx (combined), COS, OSS or CloudFront: {shown}",
    )
