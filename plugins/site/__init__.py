"""The site as a whole: reads content/ once, checks it, and gives templates what they share."""

import json
import os
import sys
from collections.abc import Iterable
from datetime import UTC, datetime
from functools import partial
from pathlib import Path
from typing import Any

from markupsafe import Markup
from pelican import signals

from plugins.shared.errors import ContentProblems
from plugins.shared.validation import SHANGHAI
from plugins.site.paging import Paging


def register() -> None:
    """Connect the plugin to Pelican."""
    signals.initialized.connect(_read_content)
    signals.readers_init.connect(_use_content_reader)
    signals.generator_init.connect(_equip_templates)
    signals.get_generators.connect(_generators)
    signals.content_written.connect(_note_written)
    signals.feed_written.connect(_note_written)
    signals.finalized.connect(_remove_stale)


def build_time() -> datetime:
    """Return the moment that pages are built for: SOURCE_DATE_EPOCH where it is set, else now.

    https://reproducible-builds.org/specs/source-date-epoch/
    """
    epoch = os.environ.get("SOURCE_DATE_EPOCH")
    moment = datetime.fromtimestamp(int(epoch), UTC) if epoch else datetime.now(UTC)
    return moment.astimezone(SHANGHAI).replace(microsecond=0)


def _read_content(pelican: Any) -> None:
    from plugins.images import make_variants
    from plugins.images.progress import show_progress
    from plugins.site.reader import read_site
    from plugins.site.theme import ThemeAssets

    settings = pelican.settings
    content = Path(settings["PATH"])
    with show_progress() as on_made:
        pictures, problems = make_variants(content / "images", Path(settings["CACHE_PATH"]) / "images", on_made)
    try:
        site = read_site(content, pictures, build_time(), problems, os.environ.get("SITEURL", ""))
    except ContentProblems as error:
        sys.exit(str(error))  # Pelican would print a traceback for an exception
    settings["SITE"] = site
    settings["SITENAME"] = site.shop.name
    settings["SITEURL"] = site.shop.site_url
    settings["FEED_DOMAIN"] = settings["SITEURL"]
    settings["FEED_ALL_ATOM"] = "feed.xml" if site.articles else None  # an empty feed would carry the clock
    settings["WRITTEN"] = set()
    settings["THEME_ASSETS"] = ThemeAssets(Path(settings["THEME"]), site.shop.colour)


def _note_written(path: str, context: Any, **_: Any) -> None:
    context["WRITTEN"].add(Path(path).relative_to(context["OUTPUT_PATH"]).as_posix())


def _remove_stale(pelican: Any) -> None:
    from plugins.site.stale import remove_stale

    settings = pelican.settings
    remove_stale(Path(pelican.output_path), settings["WRITTEN"], Path(settings["CACHE_PATH"]))


def _use_content_reader(readers: Any) -> None:
    from plugins.site.pelican_reader import ContentReader

    readers.reader_classes = {"md": ContentReader}


def _equip_templates(generator: Any) -> None:
    generator.readers.disabled_readers.clear()  # Pelican would warn that Python-Markdown is missing; ours reads .md
    settings = generator.settings
    site = settings["SITE"]
    generator.env.globals.update(
        site=site, shop=site.shop, picture_of=site.pictures.get, theme=settings["THEME_ASSETS"], column_url=_column_url
    )
    generator.env.globals["product_cards"] = partial(_product_cards, site)
    generator.env.globals["paging_of"] = Paging
    generator.env.filters["jsonld"] = _json_ld


def _generators(pelican: object) -> type:
    from plugins.site.generator import SiteGenerator

    return SiteGenerator


def _column_url(name: str) -> str:
    from plugins.site.reader import column_slug

    return f"/columns/{column_slug(name)}/"


def _product_cards(site: Any, slugs: Iterable[str]) -> list[Any]:
    """Return the cards of products that an article names; those not published are left out."""
    from plugins.products.card import product_card

    return [product_card(site.catalog.by_slug[slug], site) for slug in slugs if slug in site.catalog.by_slug]


def _json_ld(data: Any) -> Markup:
    """Return JSON that is safe inside a script element."""
    text = json.dumps(data, ensure_ascii=False, separators=(",", ":"))
    return Markup(text.replace("&", "\\u0026").replace("<", "\\u003c").replace(">", "\\u003e"))


__all__ = ["build_time", "register"]
