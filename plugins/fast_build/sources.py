"""Which files have changed since the last build: by stamp first, by content where the stamp does not tell."""

from collections.abc import Iterable, Mapping

from plugins.fast_build.stamps import digest_of, is_racy
from plugins.fast_build.store import Source


class Sources:
    """The watched files as they are now, against those of the last build."""

    def __init__(self, files: Iterable[tuple[str, str, str]], before: Mapping[str, Source], started_ns: int) -> None:
        self._before = before
        self.now: dict[str, Source] = {}
        self.unread: dict[str, str] = {}
        for name, path, stamp in files:
            old = before.get(name)
            if old and old.stamp == stamp:
                self.now[name] = old
            else:
                self.unread[name] = path
                self.now[name] = Source("" if is_racy(stamp, started_ns) else stamp, "")

    def learn(self, name: str, digest: str) -> None:
        """Note the digest of a file that was read elsewhere."""
        self.now[name] = Source(self.now[name].stamp, digest)
        self.unread.pop(name, None)

    def digest(self, name: str) -> str:
        """Return a file's digest, reading it only where its stamp is new; "" for a file that is not watched."""
        path = self.unread.get(name)
        if path is not None:
            self.learn(name, digest_of(path))
        return self.now[name].digest if name in self.now else ""

    def read_all(self) -> None:
        """Have the digest of every file."""
        for name in list(self.unread):
            self.digest(name)

    def changed(self) -> list[str]:
        """Return the files whose content is not what it was, sorted; reads those with new stamps."""
        return sorted(name for name in list(self.unread) if self.digest(name) != self._before[name].digest)

    def rows(self) -> list[tuple[str, ...]]:
        """Return the rows to save: those that are new or differ."""
        return [
            (name, source.stamp, source.digest) for name, source in self.now.items() if self._before.get(name) != source
        ]

    def gone(self) -> list[str]:
        """Return the names of files that are no longer there."""
        return [name for name in self._before if name not in self.now]
