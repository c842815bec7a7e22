"""Which address a printed code holds: short, and with the channel in it."""

from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.site.site import Site

ACCOUNT = "account"
"""The page of a code that opens the Official Account instead of a page of the site."""


def page_address(site: Site, page: str, channel: str = "") -> str:
    """Return the absolute address of a content reference as a channel spreads it.

    A promotion has its own copy for each channel, /c/<channel>/<slug>/; any other page carries ``?ch=``.

    Raises:
        UsageProblem: no such page, or no such channel in content/channels.yaml.
    """
    target = site.references.get(page)
    if target is None:
        raise UsageProblem(site.references.explain_missing(page))
    if channel and channel not in {each.code for each in site.channels}:
        raise UsageProblem(_no_channel(site, channel))
    kind, _, slug = page.partition(":")
    if channel and kind == "landing":
        return f"{site.shop.site_url}/c/{channel}/{slug}/"
    return f"{site.shop.site_url}{target.url}" + (f"?ch={channel}" if channel else "")


def shown_address(url: str) -> str:
    """Return an address as people type it: without scheme and without the slash at its end."""
    return url.partition("://")[2].rstrip("/")


def _no_channel(site: Site, channel: str) -> str:
    known = ", ".join(each.code for each in site.channels) or "-"
    return say(
        f"channels.yaml 里没有渠道“{channel}”。可用：{known}。",
        f"channels.yaml has no channel '{channel}'. Known: {known}.",
    )
