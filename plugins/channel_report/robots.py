"""Who is no visitor: search engines, link previews, WeChat's own look at a page, monitors and scripts.

The list names parts of user agents, in lower case. Robots that dress up as people are not found by it; the beacon's
numbers are closer to people than page requests, since most robots run no script.
"""

import re
from functools import lru_cache

NAMES = {
    "search": (
        "bot", "spider", "crawl", "slurp", "baiduspider", "yisouspider", "360spider", "haosouspider", "sogou web",
        "sogou inst", "bytespider", "petalbot", "mediapartners", "duckduckgo-favicons", "toutiaospider",
    ),
    "preview": (
        "facebookexternalhit", "whatsapp/", "linkpreview", "link-preview", "uripreview", "embedly", "iframely",
    ),
    "WeChat": (
        "wechatshareextension", "qq-url-manager", "frd-al00 build/huaweifrd-al00; wv",
    ),
    "script": (
        "curl/", "wget/", "python-requests", "python-urllib", "aiohttp", "httpx/", "go-http-client", "java/", "okhttp",
        "apache-httpclient", "libwww-perl", "node-fetch", "axios/", "scrapy", "headlesschrome", "phantomjs",
        "playwright", "puppeteer", "lighthouse", "pagespeed", "gtmetrix", "pingdom", "uptime", "statuscake",
        "site24x7", "monitor", "zgrab", "masscan", "nmap", "nuclei", "censys",
    ),
}  # fmt: skip
"""Parts of user agents by kind. "bot" is also how the telephones of one maker end (Cubot): those are people. The three
of WeChat are community-reported: the share sheet's preview, QQ's and WeChat's check of links, and the old phone
"FRD-AL00 …; wv" that the latter claims to be, whose real owners are few by now."""
_PATTERN = re.compile(
    "|".join(("(?<!cu)" if name == "bot" else "") + re.escape(name) for names in NAMES.values() for name in names)
)


@lru_cache(maxsize=4096)
def is_robot(agent: str) -> bool:
    """Tell whether a user agent is none of a person's; an empty one is none either."""
    text = agent.lower()
    return len(text) < 12 or _PATTERN.search(text) is not None
