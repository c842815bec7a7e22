"""What a build needs to write the English pages instead of the Chinese ones."""

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from pathlib import Path

from plugins.english.content import Texts, english_site, read_english, read_words
from plugins.english.page import FOLDER, PageTranslator
from plugins.english.script import translate_script
from plugins.english.words import Words
from plugins.search.packing import to_json
from plugins.shared.errors import ContentProblems
from plugins.site.body import direct_bodies
from plugins.site.machine_files import sitemap
from plugins.site.site import Site
from plugins.site.theme import ThemeAssets

TABLE = "translations"


@dataclass(frozen=True)
class EnglishView:
    """The English words and texts of a shop."""

    table: Mapping[str, str]
    texts: Texts = field(default_factory=dict)

    def words(self, site: Site) -> Words:
        """Return the table as a translator."""
        return Words(self.table, site.shop.name)

    def site(self, site: Site) -> Site:
        """Return the site with its English texts. Raises ContentProblems."""
        return english_site(site, self.texts, direct_bodies)

    def translator(self, site: Site) -> PageTranslator:
        """Return what turns the pages of a site into English ones."""
        beacon = site.shop.beacon.url if site.shop.beacon else ""
        shared = tuple(filter(None, (site.shop.forms_url, beacon)))
        return PageTranslator(self.words(site), site.shop.site_url, shared)

    def theme(self, theme: ThemeAssets, site: Site) -> "EnglishTheme":
        """Return the theme with English scripts."""
        return EnglishTheme(theme.folder, theme.colours, self.words(site))

    def machine_files(self, site: Site) -> dict[str, bytes]:
        """Return the English files that machines read."""
        return {"sitemap.xml": sitemap(site, FOLDER).encode("utf-8")}

    def index(self, site: Site, files: Mapping[str, bytes]) -> dict[str, bytes]:
        """Return the files of the search with English words and addresses."""
        translate = self.translator(site).data
        return {name: to_json(translate(json.loads(value))) for name, value in files.items()}


@dataclass(frozen=True)
class EnglishTheme(ThemeAssets):
    """A theme whose scripts speak English; icons and styles are those of the Chinese pages."""

    words: Words = field(default_factory=lambda: Words({}))

    @property
    def files(self) -> Mapping[str, bytes]:
        """What the English pages add."""
        return {name: data for name, data in super().files.items() if name.endswith(".js")}

    def made(self, script: bytes) -> bytes:
        """Return a script as this theme publishes it."""
        return translate_script(script.decode("utf-8"), self.words).encode("utf-8")


def read_view(content: Path, theme: Path) -> EnglishView:
    """Return the English view of a shop; its own words come before the theme's. Raises ContentProblems."""
    texts, own, problems = read_english(content)
    common, found = read_words(theme / TABLE, "en.yaml", theme)
    if problems or found:
        raise ContentProblems(problems + found)
    return EnglishView({**common, **own}, texts)
