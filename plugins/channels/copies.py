"""Full copies of a landing page, one for each channel: the code is in the path, so no redirect and no query.

A copy is canonical to its original and not for search engines; everything it counts carries the channel's code.
"""

from collections.abc import Callable, Iterator, Mapping, Sequence
from functools import partial
from typing import Any

from plugins.channels.model import Channel
from plugins.site.pages import OutputPage


def copy_urls(channel: Channel, slug: str) -> tuple[str, ...]:
    """Return the root-relative addresses of a landing page's copies for a channel, the shortest first."""
    return tuple(f"{folder}{slug}/" for folder in channel.folders)


def channel_copies(
    slug: str, url: str, channels: Sequence[Channel], page_for: Callable[[Channel], OutputPage]
) -> Iterator[OutputPage]:
    """Yield the copies of the landing page at ``url``; ``page_for`` gives the page as a channel shows it."""
    for channel in channels:
        page = page_for(channel)
        for copy_url in copy_urls(channel, slug):
            own = {"page_url": copy_url, "channel": channel, "original_url": url}
            yield OutputPage(copy_url, page.template, partial(_values, page, own))


def _values(page: OutputPage, own: Mapping[str, Any]) -> Mapping[str, Any]:
    return {**page.values, **own}
