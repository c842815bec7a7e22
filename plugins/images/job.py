"""What there is to do for a picture whose variants the cache lacks, and what came of it."""

from pathlib import Path
from typing import NamedTuple

INFO = "info.json"
"""What the cache knows of a picture, beside its variants."""


class Job(NamedTuple):
    """A picture to make: the original, the folder of its variants in the cache, its name, and whether as AVIF too."""

    path: Path
    folder: Path
    name: str
    avif: bool


class Made(NamedTuple):
    """What came of a job: ``flaw`` says why nothing did, ``kind`` is the format that the file really has."""

    flaw: str = ""
    kind: str = ""
