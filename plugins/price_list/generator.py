"""The Pelican side of the price list."""

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.price_list.pages import price_list_pages
from plugins.site.pages import write_pages


class PriceListGenerator(Generator):  # type: ignore[misc]
    """Writes the pages of the price list."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page; the Site was read and checked before."""
        write_pages(self, writer, price_list_pages(self.settings["SITE"]))
