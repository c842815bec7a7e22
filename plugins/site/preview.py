"""livereload's server, made to behave like the host that the site will live on."""

import logging
from pathlib import Path
from typing import Any

from livereload import Server
from livereload.handlers import StaticFileHandler


class SiteFiles(StaticFileHandler):  # type: ignore[misc]
    """Files of the site; what does not exist is answered by the site's own 404 page."""

    def write_error(self, status_code: int, **_: Any) -> None:
        """Send 404.html where the site has one."""
        page = Path(self.root) / "404.html"
        text = page.read_text(encoding="utf-8") if status_code == 404 and page.is_file() else str(status_code)
        self.set_header("Content-Type", "text/html; charset=utf-8")
        self.finish(text)


class PreviewServer(Server):  # type: ignore[misc]
    """Serves the site and says nothing about it: what a person should know is printed by ``serve``."""

    SFH = SiteFiles

    def _setup_logging(self) -> None:
        logging.getLogger("livereload").setLevel(logging.ERROR)
        logging.getLogger("tornado.access").setLevel(logging.ERROR)
