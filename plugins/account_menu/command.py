"""What the tasks ``menu`` and ``check`` call: the site's references and the account, handed to the pure parts."""

from collections.abc import Callable, Mapping
from datetime import datetime
from pathlib import Path
from typing import Protocol

from plugins.account_menu.apply import checked_plan, push_menu
from plugins.account_menu.built import unbuilt_pages
from plugins.account_menu.conditional import push_conditional
from plugins.account_menu.keywords import keyword_rows, render_csv, render_markdown, too_long
from plugins.account_menu.phone_page import phone_page
from plugins.account_menu.plan import MenuPlan
from plugins.account_menu.reader import read_menu
from plugins.channels import Channel, copy_urls
from plugins.landing_pages.model import LandingPage
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import language, say
from plugins.site.references import References
from plugins.site.shop import Shop


class HasPages(Protocol):
    """The part of the site that a menu needs."""

    @property
    def shop(self) -> Shop:
        """Who runs the site, and its address."""

    @property
    def references(self) -> References:
        """Every page that a menu may lead to."""

    @property
    def now(self) -> datetime:
        """The moment that the site is read for."""

    @property
    def landing_pages(self) -> tuple[LandingPage, ...]:
        """The promotions."""

    def channels_of(self, landing: LandingPage) -> tuple[Channel, ...]:
        """Return the channels that have a copy of a landing page."""


def push_account_menu(
    content: Path, state_dir: Path, environ: Mapping[str, str], dry_run: bool = False, take_over: bool = False
) -> tuple[str, int]:
    """Return what to print and the exit code of a push of content/menu.yaml; a dry run writes nothing."""
    from plugins.site.check import load_site
    from plugins.wechat import open_gateway

    site = load_site(content)
    gateway = open_gateway(environ, None if dry_run else state_dir)
    resolve = resolver(site, environ.get("SITEURL", ""))
    plan = checked_plan(content, resolve)
    report = push_menu(content, gateway, resolve, state_dir, dry_run, take_over)
    told = [report.render(language()), *_unbuilt(plan, resolve("home") or "", content.parent / "output")]
    if report.status not in ("pushed", "planned", "unchanged"):
        return "\n".join(told), report.exit_code
    tagged = push_conditional(content, gateway, plan.conditional, state_dir, dry_run, take_over)
    return "\n".join(filter(None, (*told, tagged.render()))), report.exit_code or tagged.exit_code


def _unbuilt(plan: MenuPlan, home: str, output: Path) -> list[str]:
    """Return a warning for each page that the menu leads to and the last build did not make."""
    if not output.exists():
        return []
    buttons = [*plan.buttons, *(button for each in plan.conditional for button in each.buttons)]
    return [
        say(
            f"提醒：{url} 在 output/ 里没有。请先 build，再上传。",
            f"warning: output/ has no {url}. Build and deploy first.",
        )
        for url in unbuilt_pages(buttons, home, output)
    ]


def write_preview(content: Path, state_dir: Path, site_url: str = "") -> Path:
    """Write the menu as a page of phones and return where it lies."""
    from plugins.site.check import load_site

    site = load_site(content)
    plan = checked_plan(content, resolver(site, site_url))
    path = state_dir / "preview" / "menu.html"
    write_atomic(path, phone_page(plan, site.shop.account_name or site.shop.name).encode("utf-8"))
    return path


def write_keywords(content: Path, target: Path, site_url: str = "") -> str:
    """Write the table for the console's automatic replies as .csv or .md; return what was done.

    Raises:
        UsageProblem: another kind of file.
        ContentProblems: the menu has problems.
    """
    from plugins.site.check import load_site

    if target.suffix.lower() not in (".csv", ".md"):
        raise UsageProblem(say(f"{target}：请写 .csv 或 .md。", f"{target}: name a .csv or .md file."))
    site = load_site(content)
    resolve = resolver(site, site_url, from_menu=False)
    checked_plan(content, resolve)
    rows = keyword_rows(read_menu(content)[0], site.references, resolve)
    data = render_csv(rows) if target.suffix.lower() == ".csv" else render_markdown(rows).encode("utf-8")
    write_atomic(target, data)
    long = "、".join(too_long(rows))
    warning = say(f" 太长，后台填不下：{long}", f" Too long for the console: {long}") if long else ""
    return say(f"{target}：{len(rows)} 个关键词。{warning}", f"{target}: {len(rows)} keywords.{warning}")


def check_menu(content: Path, site: HasPages) -> None:
    """Check content/menu.yaml without an account; a shop without a menu has nothing to check.

    Raises:
        ContentProblems: with everything that is wrong.
    """
    if (content / "menu.yaml").exists():
        checked_plan(content, resolver(site))


def resolver(site: HasPages, site_url: str = "", from_menu: bool = True) -> Callable[[str], str | None]:
    """Return the function from a content reference to an absolute address; ``site_url`` replaces the shop's own.

    A promotion that has a copy for the menu's own channel leads to that copy, except in words that are no menu.
    """
    base = (site_url or site.shop.site_url).rstrip("/")

    def resolve(reference: str) -> str | None:
        target = site.references.get(reference)
        return base + (copies.get(reference) or target.url) if target else None

    copies = _menu_copies(site) if from_menu else {}
    return resolve


def _menu_copies(site: HasPages) -> dict[str, str]:
    """Return the copies of landing pages that a channel of kind ``menu`` has: taps on the menu are counted there."""
    return {
        f"landing:{landing.slug}": copy_urls(channel, landing.slug)[0]
        for landing in site.landing_pages
        for channel in site.channels_of(landing)
        if channel.kind == "menu" and not channel.is_retired(site.now.date())
    }
