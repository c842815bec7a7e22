"""The site as a whole: reads content/ once, checks it, and gives templates what they share."""

import os
import sys
from dataclasses import replace
from pathlib import Path
from typing import Any

from plugins.shared.clock import build_time
from plugins.shared.errors import ContentProblems
from plugins.site.moment import parse_at


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.initialized.connect(_read_content)
    signals.readers_init.connect(_use_content_reader)
    signals.generator_init.connect(_equip_templates)
    signals.get_generators.connect(_generators)
    signals.get_writer.connect(_writer)
    signals.content_written.connect(_note_written)
    signals.feed_written.connect(_note_written)
    signals.finalized.connect(_remove_stale)


def _read_content(pelican: Any) -> None:
    from plugins.fast_build.build import FastBuild
    from plugins.images import make_variants
    from plugins.images.progress import show_progress
    from plugins.site.globals import template_globals
    from plugins.site.reader import public_pictures, read_site
    from plugins.site.theme import ThemeAssets

    settings = pelican.settings
    content = Path(settings["PATH"])
    preview = settings.get("PREVIEW_AT")
    now = parse_at(preview) if preview else build_time()
    build = FastBuild(settings, now)
    with show_progress() as on_made:
        pictures, problems = make_variants(
            content / "images", Path(settings["CACHE_PATH"]) / "images", on_made, build.digest_of
        )
    site_url = os.environ.get("SITEURL", "")
    try:
        site = read_site(content, pictures, now, problems, site_url, build.files, build.files.render_bodies)
    except ContentProblems as error:
        sys.exit(str(error))  # Pelican would print a traceback for an exception
    view = None
    if settings.get("LANGUAGE") == "en":
        from plugins.english.view import read_view

        try:
            view = read_view(content, Path(settings["THEME"]))
            site = view.site(site)
        except ContentProblems as error:
            sys.exit(str(error))
        settings["WORDS"] = view.table  # every English page depends on them
        settings["TRANSLATOR"] = view.translator(site)
    settings["ENGLISH"] = view
    settings["PUBLIC_PICTURES"] = public_pictures(site)
    site, reads = build.watch(replace(site, is_preview=bool(preview)))
    settings["SITE"] = site
    settings["SITENAME"] = site.shop.name
    settings["SITEURL"] = site.shop.site_url
    settings["FEED_DOMAIN"] = settings["SITEURL"]
    with_feed = site.articles and not view  # an empty feed would carry the clock
    settings["FEED_ALL_ATOM"] = "feed.xml" if with_feed else None
    settings["WRITTEN"] = set()
    theme = ThemeAssets(Path(settings["THEME"]), site.shop.colour)
    settings["THEME_ASSETS"] = view.theme(theme, site) if view else theme
    settings["FAST_BUILD"] = build
    settings["TEMPLATE_GLOBALS"] = template_globals(site, settings["THEME_ASSETS"], reads, view is not None)


def _note_written(path: str, context: Any, **_: Any) -> None:
    context["WRITTEN"].add(Path(path).relative_to(context["OUTPUT_PATH"]).as_posix())


def _remove_stale(pelican: Any) -> None:
    from plugins.site.stale import remove_stale

    settings = pelican.settings
    settings["FAST_BUILD"].write_pages()
    remove_stale(Path(pelican.output_path), settings["WRITTEN"], Path(settings["CACHE_PATH"]))
    settings["FAST_BUILD"].save(settings["WRITTEN"])


def _use_content_reader(readers: Any) -> None:
    from plugins.site.pelican_reader import ContentReader

    readers.reader_classes = {"md": ContentReader}


def _equip_templates(generator: Any) -> None:
    from plugins.site.globals import FILTERS

    generator.readers.disabled_readers.clear()  # Pelican would warn that Python-Markdown is missing; ours reads .md
    if generator.settings["ENGLISH"]:
        from plugins.english.template import speak_english

        speak_english(generator.env, generator.settings["TRANSLATOR"])
    generator.settings["FAST_BUILD"].share_environment(generator)
    generator.env.globals.update(generator.settings["TEMPLATE_GLOBALS"])
    generator.env.filters.update(FILTERS)


def _writer(pelican: Any) -> type | None:
    writer: type | None = pelican.settings["FAST_BUILD"].writer(pelican)
    return writer


def _generators(pelican: object) -> type:
    from plugins.site.generator import SiteGenerator

    return SiteGenerator


__all__ = ["build_time", "register"]
