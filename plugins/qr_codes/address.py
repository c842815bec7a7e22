"""Which address a printed code holds: short, and with the channel in it."""

import re
from urllib.parse import urlsplit

from plugins.channels import Channel, copy_urls
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.site.site import Site

ACCOUNT = "account"
"""The page of a code that opens the Official Account instead of a page of the site."""


def page_addresses(site: Site, page: str, channel: str = "") -> tuple[str, ...]:
    """Return the absolute addresses of a content reference as a channel spreads it, the shortest first.

    A promotion has its own copy for each of its channels; any other page carries ``?ch=``.

    Raises:
        UsageProblem: no such page, no such channel, or the promotion has no copy for it.
    """
    target = site.references.get(page)
    if target is None:
        raise UsageProblem(site.references.explain_missing(page))
    base = site.shop.site_url
    if not channel:
        return (base + target.url,)
    found = find_channel(site, channel)
    kind, _, slug = page.partition(":")
    if kind != "landing":
        return (f"{base}{target.url}?ch={channel}",)
    landing = next(each for each in site.landing_pages if each.slug == slug)
    if found not in site.channels_of(landing):
        raise UsageProblem(_no_copy(slug, channel))
    return tuple(base + url for url in copy_urls(found, slug))


def page_address(site: Site, page: str, channel: str = "") -> str:
    """Return the shortest of a page's addresses in a channel: the one to print. Raises UsageProblem."""
    return page_addresses(site, page, channel)[0]


def find_channel(site: Site, code: str) -> Channel:
    """Return a channel by its code. Raises UsageProblem for one that channels.yaml does not hold."""
    for channel in site.channels:
        if channel.code == code:
            return channel
    known = ", ".join(each.code for each in site.channels) or "-"
    raise UsageProblem(
        say(
            f"channels.yaml 里没有渠道“{code}”。可用：{known}。",
            f"channels.yaml has no channel '{code}'. Known: {known}.",
        )
    )


def refuse_local(site_url: str) -> None:
    """Stop before a code is printed that only works on this network. Raises UsageProblem."""
    host = urlsplit(site_url).hostname or ""
    if host == "localhost" or re.fullmatch(r"[\d.]+", host) or "." not in host:
        raise UsageProblem(
            say(
                f"网站地址是 {site_url}，印出去别人打不开。请清空 .env 里的 SITEURL，或写上正式的域名。",
                f"the site's address is {site_url}, which nobody else can open. Empty SITEURL in .env, or write "
                "the real domain there.",
            )
        )


def shown_address(url: str) -> str:
    """Return an address as people type it: without scheme and without the slash at its end."""
    return url.partition("://")[2].rstrip("/")


def _no_copy(slug: str, channel: str) -> str:
    return say(
        f"促销 {slug} 没有渠道“{channel}”的页面。请把它加进 landing_pages/{slug}.md 的 channels。",
        f"the promotion {slug} has no page for the channel '{channel}'. Add it to channels in landing_pages/{slug}.md.",
    )
