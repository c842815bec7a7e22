"""Which picture of ours is which picture of the account: each is uploaded once.

``content/.sync/<account>/images.json`` maps the SHA-256 of a picture file to its mmbiz address and, for covers,
the SHA-256 of the cut-out that was sent to its media_id. Ids of one account mean nothing to another.
https://developers.weixin.qq.com/doc/subscription/api/material/permanent/api_uploadimage.html
"""

import json
import re
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

from plugins.article_sync.base import FORMAT, BaseFolder, read_json, render_json
from plugins.article_sync.convert.pictures import image_key
from plugins.shared.files import write_atomic

_SECTION = re.compile(r'\s*"(pictures|covers|others)": \{')
_ENTRY = re.compile(r'\s*"([^"]+)": "([^"]+)",?')
SCHEME = "image:"
"""How a picture is named in an article's meaning: ``image:<sha256>``, the same on both sides."""


@dataclass
class PictureMap:
    """``urls`` maps the SHA-256 of a file to its address in the account, ``covers`` to its media_id.

    ``others`` holds further addresses of a picture that people uploaded again, each with its SHA-256.
    """

    path: Path
    account: str
    urls: dict[str, str] = field(default_factory=dict)
    covers: dict[str, str] = field(default_factory=dict)
    others: dict[str, str] = field(default_factory=dict)
    files: dict[str, str] | None = field(default=None, init=False, repr=False)
    """Which file below content/images/ has which SHA-256, as far as this run has looked."""
    met: set[str] = field(default_factory=set, init=False, repr=False)
    """What this run has counted as sent: SHA-256 of pictures, and names of covers."""
    _shas: dict[str, str] = field(default_factory=dict, init=False, repr=False)

    def __post_init__(self) -> None:
        """Know every picture by its address: an account has thousands of them."""
        self._shas = {image_key(url): sha256 for sha256, url in reversed(self.urls.items())} | self.others

    @classmethod
    def read(cls, folder: BaseFolder) -> "PictureMap":
        """Return the map of an account, empty at first. Raises StateUntrusted."""
        path = folder.folder / "images.json"
        if not path.exists():
            return cls(path, folder.account)
        data = _merged(path) or read_json(path, folder.account)
        parts = (dict(data.get(name, {})) for name in ("pictures", "covers", "others"))
        return cls(path, folder.account, *parts)

    def has(self, key: str) -> bool:
        """Tell whether a picture need not go up any more."""
        return key in self.urls or key in self.met

    def add(self, sha256: str, url: str) -> None:
        """Remember a body picture and write the map at once: an upload is never paid for twice."""
        self.note(sha256, url)
        self.save()

    def note(self, sha256: str, url: str) -> None:
        """Remember a body picture without writing the map."""
        if image_key(self.urls.setdefault(sha256, url)) != image_key(url):
            self.others[image_key(url)] = sha256
        self._shas[image_key(url)] = sha256

    def add_cover(self, sha256: str, media_id: str) -> None:
        """Remember a cover and write the map at once."""
        self.covers[sha256] = media_id
        self.save()

    def remove_cover(self, media_id: str) -> None:
        """Forget a cover by its media_id."""
        self.covers = {sha256: known for sha256, known in self.covers.items() if known != media_id}
        self.save()

    def key_of(self, url: str) -> str:
        """Return ``image:<sha256>`` for a picture of ours, the address without its variable parts for any other."""
        wanted = image_key(url)
        return SCHEME + self._shas[wanted] if wanted in self._shas else wanted

    def save(self) -> None:
        """Write the map."""
        parts = {"pictures": self.urls, "covers": self.covers, "others": self.others}
        write_atomic(self.path, render_json({"format": FORMAT, "account": self.account, **parts}))


def _merged(path: Path) -> dict[str, Any] | None:
    """Return the entries of a file that git has merged line by line, None for one that is whole JSON.

    Two people may add pictures at once: .gitattributes keeps the lines of both, and a comma may be missing.
    """
    lines = path.read_text(encoding="utf-8", errors="replace").splitlines()
    try:
        json.loads("\n".join(lines))
    except ValueError:
        return _entries(lines) if lines[:1] == ["{"] and lines[-1:] == ["}"] else None
    return None


def _entries(lines: list[str]) -> dict[str, Any]:
    found: dict[str, Any] = {}
    section: dict[str, str] = {}
    for line in lines:
        if begun := _SECTION.match(line):
            section = found.setdefault(begun[1], {})
        elif entry := _ENTRY.fullmatch(line):
            section.setdefault(entry[1], entry[2])
    return found
