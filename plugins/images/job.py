"""What there is to do for a picture whose variants the cache lacks, and what came of it."""

from dataclasses import dataclass
from pathlib import Path

INFO = "info.json"
"""What the cache knows of a picture, beside its variants."""


@dataclass(frozen=True)
class Job:
    """A picture to make: the original, the folder of its variants in the cache, its name, and whether as AVIF too."""

    path: Path
    folder: Path
    name: str
    avif: bool


@dataclass(frozen=True)
class Made:
    """What came of a job: ``flaw`` says why nothing did, ``kind`` is the format that the file really has."""

    flaw: str = ""
    kind: str = ""
