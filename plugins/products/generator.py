"""The Pelican side of the product library."""

import logging

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.products.pages import product_pages
from plugins.site.pages import write_pages

logger = logging.getLogger(__name__)


class ProductsGenerator(Generator):  # type: ignore[misc]
    """Writes list, category and product pages."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page; the Site was read and checked before."""
        count = write_pages(self, writer, product_pages(self.settings["SITE"]))
        logger.info("Products: %s pages", count)
