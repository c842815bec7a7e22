"""What the tasks of articles call: the site, and for some the account, handed to the sync and to the pages."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from pathlib import Path
from typing import Literal

from plugins.article_sync import Report, SyncSettings, render_report, sync
from plugins.article_sync.cards import shop_card
from plugins.article_sync.pasted import record_pasted, with_id
from plugins.article_sync.shown_article import show_article
from plugins.article_sync.themes import DEFAULT_THEME, load_theme
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import language, say
from plugins.shared.validation import SHANGHAI
from plugins.site.site import Site
from plugins.wechat import Gateway

Direction = Literal["both", "push", "pull"]


def sync_articles(
    content: Path,
    state_dir: Path,
    environ: Mapping[str, str],
    *,
    dry_run: bool = False,
    only: str = "",
    direction: Direction = "both",
    colour: bool = False,
) -> tuple[str, int]:
    """Return what to print and the exit code of a sync with the account that the environment names."""
    from plugins.wechat import open_gateway

    gateway = open_gateway(environ, None if dry_run else state_dir)
    site_url = environ.get("SITEURL", "")
    report = sync_content(content, gateway, state_dir, site_url, dry_run=dry_run, only=only, direction=direction)
    if only and not report.lines and not report.in_sync:
        raise UsageProblem(say(f"没有文章符合 --only '{only}'。", f"No article matches --only '{only}'."))
    return render_report(report, colour=colour, language=language()), report.exit_code


def sync_content(
    content: Path,
    gateway: Gateway,
    state_dir: Path,
    site_url: str = "",
    *,
    dry_run: bool = False,
    only: str = "",
    direction: Direction = "both",
) -> Report:
    """Bring content/articles/ and the account together; ``site_url`` replaces the shop's own address."""
    from plugins.site.check import load_site

    settings = sync_settings(load_site(content), state_dir, site_url)
    now = datetime.now(SHANGHAI)
    return sync(content, gateway, settings, now, dry_run=dry_run, only=only or None, direction=direction)


def sync_settings(site: Site, state_dir: Path, site_url: str = "") -> SyncSettings:
    """Return the settings that follow from the shop's content."""

    def resolve(reference: str) -> tuple[str, str] | None:
        target = site.references.get(reference)
        return (target.title, target.url) if target else None

    return SyncSettings(
        site_url=site_url or site.shop.site_url,
        state_dir=state_dir,
        author=site.shop.account_name or site.shop.name,
        resolve=resolve,
        default_cover=site.shop.logo or next((each.cover for each in site.articles if each.cover), ""),
        category=site.columns[0] if site.columns else "",
        article_theme=load_theme(site.shop.article_theme or DEFAULT_THEME).name,
        card=shop_card(site, site_url or site.shop.site_url),
    )


def preview(content: Path, state_dir: Path, name: str, theme: str = "") -> Path:
    """Write the preview of an article and return its path: light, dark, stored and console-saved side by side."""
    from plugins.article_sync.preview_page import preview_page

    settings = _page_settings(content, state_dir, theme)
    return _written(state_dir / "preview", name, preview_page(show_article(content, name, settings)))


def copy(content: Path, state_dir: Path, name: str) -> Path:
    """Write the copy-and-paste page of an article and return its path; the article gets an id when it has none."""
    from plugins.article_sync.copy_page import copy_page

    settings = _page_settings(content, state_dir)
    shown = show_article(content, name, settings)
    article = with_id(content, content / shown.article.path, settings)
    source_url = settings.source_url(article.slug, article.id)
    return _written(state_dir / "copy", name, copy_page(replace(shown, article=article), source_url))


def paired(content: Path, state_dir: Path, article_id: str, url: str) -> str:
    """Record the link of an article that was published by hand; return what to print."""
    path = record_pasted(content, article_id, url, _page_settings(content, state_dir), datetime.now(SHANGHAI))
    return say(f"{path} → {url} 已记下。", f"{path} → {url} recorded.")


def _page_settings(content: Path, state_dir: Path, theme: str = "") -> SyncSettings:
    from plugins.site.check import load_site

    settings = sync_settings(load_site(content), state_dir)
    return replace(settings, article_theme=load_theme(theme).name) if theme else settings


def _written(folder: Path, name: str, page: str) -> Path:
    path = folder / (Path(name).stem + ".html")
    write_atomic(path, page.encode("utf-8"))
    return path
