"""Channels (渠道): the ways people find the shop, each with a short code that counts it."""

from plugins.channels.copies import channel_copies, copy_urls
from plugins.channels.model import Channel
from plugins.channels.reader import read_channels

__all__ = ["Channel", "channel_copies", "copy_urls", "read_channels"]
