"""The Pelican side of forms."""

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.forms.pages import form_pages
from plugins.site.pages import write_pages


class FormsGenerator(Generator):  # type: ignore[misc]
    """Writes the pages of every form."""

    def generate_output(self, writer: Writer) -> None:
        """Write every page; the Site was read and checked before."""
        write_pages(self, writer, form_pages(self.settings["SITE"]))
