"""The Pelican side of stores."""

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.site.pages import write_pages
from plugins.stores.pages import store_pages


class StoresGenerator(Generator):  # type: ignore[misc]
    """Writes the list of stores and a page for each."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page; the Site was read and checked before."""
        write_pages(self, writer, store_pages(self.settings["SITE"]))
