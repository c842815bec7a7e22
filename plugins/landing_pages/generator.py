"""The Pelican side of landing pages."""

import logging

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.landing_pages.pages import landing_pages
from plugins.site.pages import write_pages

logger = logging.getLogger(__name__)


class LandingPagesGenerator(Generator):  # type: ignore[misc]
    """Writes one page for each promotion."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page; the Site was read and checked before."""
        count = write_pages(self, writer, landing_pages(self.settings["SITE"]))
        logger.info("Landing pages: %s", count)
