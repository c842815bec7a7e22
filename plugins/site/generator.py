"""The pages that belong to no single library: home, not found; and the theme's own files."""

from pathlib import Path

from pelican.generators import Generator
from pelican.writers import Writer

from plugins.images import publish_variants
from plugins.shared.files import write_if_changed
from plugins.site.home import site_pages
from plugins.site.machine_files import machine_files
from plugins.site.pages import write_pages
from plugins.site.site import Site


class SiteGenerator(Generator):  # type: ignore[misc]
    """Writes home, 404, sitemap and robots, pictures, script and icons."""

    def generate_output(self, writer: Writer) -> None:
        """Write everything; the Site was read and checked before."""
        site: Site = self.settings["SITE"]
        output = Path(self.output_path)
        write_pages(self, writer, site_pages(site))
        english = self.settings["ENGLISH"]
        machines = english.machine_files(site) if english else machine_files(site)
        files = {**machines, **self.settings["THEME_ASSETS"].files}
        for name, data in files.items():
            write_if_changed(output / name, data)
        self.settings["WRITTEN"].update(files)
        if english:
            return  # the pictures are those of the Chinese pages
        cache = Path(self.settings["CACHE_PATH"]) / "images"
        variants = publish_variants(
            self.settings["PUBLIC_PICTURES"], cache, output, self.settings["FAST_BUILD"].is_as_left
        )
        self.settings["WRITTEN"].update(variants)
