"""The map of pictures while thousands of them arrive: each is noted in the ledger, the map is written now and then."""

from dataclasses import dataclass, field

from plugins.article_sync.contact.ledger import Ledger
from plugins.article_sync.picture_map import PictureMap


@dataclass
class ArrivingPictures(PictureMap):
    """A map that writes one line for a picture instead of itself as a whole; ``arrived`` counts the new ones."""

    ledger: Ledger | None = field(default=None, repr=False)
    arrived: int = field(default=0, init=False)

    @classmethod
    def over(cls, known: PictureMap, ledger: Ledger) -> "ArrivingPictures":
        """Return a map that knows what is recorded, and what a run that was killed had fetched."""
        pictures = cls(known.path, known.account, known.urls, known.covers, known.others, ledger=ledger)
        for url, sha256 in ledger.pictures.items():
            pictures.note(sha256, url)
        return pictures

    def add(self, sha256: str, url: str) -> None:
        """Remember a picture that lies on the disk by now."""
        self.note(sha256, url)
        self.arrived += 1
        if self.ledger:
            self.ledger.keep_picture(sha256, url)
