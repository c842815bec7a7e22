"""The Pelican side of search."""

from collections.abc import Iterable
from functools import partial
from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.search.pages import search_pages
from plugins.search.product_index import product_files
from plugins.search.text_index import text_files
from plugins.shared.files import write_if_changed
from plugins.site.pages import write_pages
from plugins.site.site import Site


class SearchGenerator(Generator):  # type: ignore[misc]
    """Writes the search page, the A–Z, compare, favourites, and the files they load."""

    def generate_output(self, writer: Writer) -> None:
        """Write everything; the Site was read and checked before."""
        site: Site = self.settings["SITE"]
        write_pages(self, writer, search_pages(site))
        build = self.settings["FAST_BUILD"]
        if kept := build.kept("search/", ".json"):
            self.settings["WRITTEN"].update(kept)
        else:
            build.write_later(partial(self._write_index, site))

    def _write_index(self, site: Site) -> Iterable[str]:
        english = self.settings["ENGLISH"]
        files = {**product_files(site, titles_stay=not english), **text_files(site)}
        if english:
            files = english.index(site, files)
        for name, data in files.items():
            write_if_changed(Path(self.output_path) / name, data)
        return files
