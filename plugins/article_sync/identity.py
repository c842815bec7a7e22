"""How an article is known on both sides: ten characters in front matter and behind 阅读原文."""

import base64
import re
import secrets
from urllib.parse import parse_qs, urlsplit

from unidecode import unidecode

from plugins.article_sync.settings import SyncSettings

ID = re.compile(r"[a-z2-7]{10}")


def new_id() -> str:
    """Return a fresh id: 10 characters of lower-case base32."""
    return base64.b32encode(secrets.token_bytes(7)).decode("ascii").lower()[:10]


def id_in(url: str, settings: SyncSettings) -> str:
    """Return our id in a 阅读原文 address, empty when it is none of ours."""
    try:
        found = parse_qs(urlsplit(url).query).get("a", [""])[0]
        return found if ID.fullmatch(found) and settings.is_own(url) else ""
    except ValueError:
        return ""


def slug_of(title: str, article_id: str) -> str:
    """Return an ASCII file name for a title: pinyin, lower case, hyphens, at most 60 characters."""
    words = re.findall(r"[a-z0-9]+", unidecode(title).lower())
    slug = ""
    for word in words:
        if len(slug) + 1 + len(word) > 60:
            break
        slug = f"{slug}-{word}" if slug else word
    return slug or f"article-{article_id}"
