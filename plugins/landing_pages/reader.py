"""content/landing_pages/ to LandingPages, with every problem found on the way."""

from collections.abc import Iterable
from pathlib import Path

from plugins.landing_pages.model import LandingPage
from plugins.shared.errors import Problem
from plugins.shared.folder import DIRECT, Files, read_folder


def read_landing_pages(content: Path, files: Files = DIRECT) -> tuple[tuple[LandingPage, ...], list[Problem]]:
    """Return the published landing pages, those that end last first."""
    pages, problems = read_folder(LandingPage, content, "landing_pages", files)
    return order_landing_pages(pages), problems


def order_landing_pages(pages: Iterable[LandingPage]) -> tuple[LandingPage, ...]:
    """Return the published landing pages, those that end last first."""
    shown = [page for page in pages if page.status == "published"]
    return tuple(sorted(shown, key=lambda page: (-page.ends_at.timestamp(), page.slug)))
