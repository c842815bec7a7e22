"""What the tasks ``menu`` and ``check`` call: the site's references and the account, handed to the pure parts."""

from collections.abc import Callable, Mapping
from pathlib import Path
from typing import Protocol

from plugins.account_menu.apply import checked_plan, push_menu
from plugins.shared.language import language
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


def push_account_menu(
    content: Path, state_dir: Path, environ: Mapping[str, str], dry_run: bool = False, take_over: bool = False
) -> tuple[str, int]:
    """Return what to print and the exit code of a push of content/menu.yaml; a dry run writes nothing."""
    from plugins.site.check import load_site
    from plugins.wechat import open_gateway

    site = load_site(content)
    gateway = open_gateway(environ, None if dry_run else state_dir)
    resolve = resolver(site, environ.get("SITEURL", ""))
    report = push_menu(content, gateway, resolve, state_dir, dry_run, take_over)
    return report.render(language()), report.exit_code


def check_menu(content: Path, site: HasPages) -> None:
    """Check content/menu.yaml without an account; a shop without a menu has nothing to check.

    Raises:
        ContentProblems: with everything that is wrong.
    """
    if (content / "menu.yaml").exists():
        checked_plan(content, resolver(site))


def resolver(site: HasPages, site_url: str = "") -> Callable[[str], str | None]:
    """Return the function from a content reference to an absolute address; ``site_url`` replaces the shop's own."""
    base = (site_url or site.shop.site_url).rstrip("/")

    def resolve(reference: str) -> str | None:
        target = site.references.get(reference)
        return base + target.url if target else None

    return resolve
