"""What the tasks ``sync``, ``push`` and ``pull`` call: the site and the account, handed to the sync."""

from collections.abc import Mapping
from datetime import datetime
from pathlib import Path
from typing import Literal

from plugins.article_sync import Report, SyncSettings, render_report, sync
from plugins.article_sync.cards import shop_card
from plugins.article_sync.themes import DEFAULT_THEME, load_theme
from plugins.shared.language import language
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
