"""The values that a sync is about: an article on each side, and what both sides agreed on last."""

from collections.abc import Mapping
from dataclasses import dataclass, field
from hashlib import sha256

from plugins.shared.errors import Problem
from plugins.wechat.gateway import DraftArticle

Fingerprints = Mapping[str, str]
"""Field name to the fingerprint of its normalised value."""


def fingerprint(*parts: str) -> str:
    """Return a short hash of some texts."""
    return sha256("\0".join(parts).encode("utf-8")).hexdigest()[:16]


def changed(before: Fingerprints, after: Fingerprints) -> list[str]:
    """Return the names of the fields whose fingerprints differ."""
    return [name for name in sorted({*before, *after}) if before.get(name) != after.get(name)]


@dataclass(frozen=True)
class LocalArticle:
    """A file in content/articles/. ``path`` is relative to content/; ``sha256`` is that of the file as it was read.

    ``pictures`` maps the paths in the text to the hash of the file; ``meaning`` is comparable with the account's;
    ``problems`` keep it from being pushed, not from being pulled. ``skimmed``: the text is the one agreed on last, so
    meaning and problems were not looked for.
    """

    path: str
    slug: str
    source: str
    sha256: str
    body: str
    title: str
    id: str = ""
    author: str = ""
    digest: str = ""
    cover: str = ""
    cover_sha256: str = ""
    cover_focus: str = ""
    wechat: bool = True
    post: str = ""
    post_position: int = 0
    pictures: Mapping[str, str] = field(default_factory=dict)
    meaning: str = ""
    problems: tuple[Problem, ...] = ()
    skimmed: bool = False

    @property
    def fingerprints(self) -> Fingerprints:
        """Return a fingerprint per field that the account has too."""
        body = "\n".join(line.rstrip() for line in self.body.strip().split("\n"))
        return {
            "title": fingerprint(self.title),
            "author": fingerprint(self.author),
            "digest": fingerprint(self.digest),
            "cover": fingerprint(self.cover_sha256, *filter(None, [self.cover_focus])),
            "body": fingerprint(body),
            "pictures": fingerprint(*sorted(f"{path}={sha}" for path, sha in self.pictures.items())),
        }


@dataclass(frozen=True)
class AccountArticle:
    """An article of a draft, or of a published message, which has an ``article_id`` and no ``media_id``.

    ``id`` is ours, empty for one written in the console that is still unknown. ``meaning`` is None where the draft is
    known to be unchanged and its body was not fetched. ``html`` is the fingerprint of its canonical HTML.
    ``neighbours`` is how many other articles its draft holds.
    """

    media_id: str
    index: int
    update_time: int
    article: DraftArticle
    id: str = ""
    meaning: str | None = None
    html: str = fingerprint("")
    article_id: str = ""
    neighbours: int = 0

    @property
    def fingerprints(self) -> Fingerprints:
        """Return a fingerprint per field, of the HTML in canonical form and of its meaning."""
        article = self.article
        return {
            "title": fingerprint(article.title),
            "author": fingerprint(article.author),
            "digest": fingerprint(article.digest),
            "cover": fingerprint(article.thumb_media_id or article.thumb_url),
            "comments": fingerprint(str(article.need_open_comment), str(article.only_fans_can_comment)),
            "html": self.html,
            "meaning": fingerprint(self.meaning or ""),
        }


@dataclass(frozen=True)
class Base:
    """What both sides held after the last sync of one article; ``text`` is the Markdown file as agreed on.

    ``kind`` is draft, published, or tombstone: published, and its file deleted. ``post`` is the draft of several
    articles that it belonged to. An ``update_time`` of 0 is not known yet. ``pictures`` are the file's, by path;
    None where they are not known.
    """

    id: str
    path: str
    media_id: str
    index: int
    local: Fingerprints
    account: Fingerprints
    text: str = ""
    kind: str = "draft"
    article_id: str = ""
    url: str = ""
    update_time: int = 0
    render_version: int = 0
    theme: str = ""
    conflict: Mapping[str, str] | None = None
    post: str = ""
    pictures: Mapping[str, str] | None = None


def same_content(local: LocalArticle, account: AccountArticle, author: str = "") -> bool:
    """Tell whether both sides say the same: title, author, digest and text.

    An empty digest equals whatever WeChat filled in. A file without an author equals an article without one, as people
    write them in the console, and one by ``author``, who stands in when we push.
    https://developers.weixin.qq.com/doc/subscription/api/draftbox/draftmanage/api_draft_add.html
    """
    article = account.article
    return (
        local.title == article.title
        and article.author in (local.author, local.author or author)
        and local.digest in ("", article.digest)
        and local.meaning == account.meaning
    )
