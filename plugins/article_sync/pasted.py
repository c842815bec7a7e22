"""Articles published by copy and paste: which of ours stands under which link.

``content/.sync/pasted.json`` maps an article's id to the file, the link, and a fingerprint of the text as it was.
"""

import json
import re
from datetime import datetime
from pathlib import Path

from plugins.article_sync.article_file import encode, read_article
from plugins.article_sync.base import FORMAT, render_json
from plugins.article_sync.identity import ID, new_id
from plugins.article_sync.model import LocalArticle, fingerprint
from plugins.article_sync.settings import SyncSettings
from plugins.shared.errors import ContentProblems, StateUntrusted, UsageProblem
from plugins.shared.files import digest, replace_unchanged, write_atomic
from plugins.shared.front_matter import set_scalar
from plugins.shared.language import say

BY_HAND = "by hand"
"""Stands for the article_id of what was published by copy and paste: only its link is known."""
_LINK = re.compile(r"https://mp\.weixin\.qq\.com/s[/?][\w\-./?=&%#]+")


def with_id(content: Path, path: Path, settings: SyncSettings) -> LocalArticle:
    """Return an article with an id, written into its front matter when it had none. Raises ContentProblems."""
    article, problems = read_article(content, path, settings)
    if article is not None and not article.id:
        data = path.read_bytes()
        replace_unchanged(path, encode(set_scalar(article.source, "id", new_id()), data), digest(data))
        article, problems = read_article(content, path, settings)
    if article is None:
        raise ContentProblems(problems)
    return article


def record_pasted(content: Path, article_id: str, url: str, settings: SyncSettings, now: datetime) -> str:
    """Write down under which link an article was published; return its path. The same again changes nothing.

    Raises:
        UsageProblem: no such id, the link is none of a published article, or another article has it.
        StateUntrusted: the file of links cannot be read.
    """
    if not _LINK.fullmatch(url) or "tempkey=" in url:
        zh = f"“{url}”不是发表后的永久链接。请写 https://mp.weixin.qq.com/s/… 。"
        raise UsageProblem(say(zh, f'"{url}" is no permanent link. Write https://mp.weixin.qq.com/s/….'))
    article = _find(content, article_id, settings)
    path = content / ".sync" / "pasted.json"
    data = _read(path)
    if other := next((each for each in data if each != article_id and data[each].get("url") == url), None):
        name = data[other].get("path", other)
        zh = f"{url} 已经记在 {name} 名下。请核对链接。"
        raise UsageProblem(say(zh, f"{url} is recorded for {name} already. Check the link."))
    entry = {"path": article.path, "url": url, "text": fingerprint(article.source)}
    known = data.get(article_id, {})
    if {key: known.get(key) for key in entry} != entry:
        articles = {**data, article_id: {**entry, "at": now.isoformat(timespec="seconds")}}
        write_atomic(path, render_json({"format": FORMAT, "articles": articles}))
    return article.path


def pasted_links(content: Path) -> dict[str, str]:
    """Return the link of every article that was published by hand, by id. Raises StateUntrusted."""
    entries = _read(content / ".sync" / "pasted.json")
    return {key: str(entry["url"]) for key, entry in entries.items() if isinstance(entry, dict) and "url" in entry}


def _find(content: Path, article_id: str, settings: SyncSettings) -> LocalArticle:
    if ID.fullmatch(article_id):
        for path in sorted((content / "articles").glob("*.md")):
            article, _ = read_article(content, path, settings)
            if article is not None and article.id == article_id:
                return article
    zh = f"没有 id 为“{article_id}”的文章。id 写在文章开头，先运行 python3 tasks.py copy 就会有。"
    en = f'no article has the id "{article_id}". It stands in the front matter once python3 tasks.py copy has run.'
    raise UsageProblem(say(zh, en))


def _read(path: Path) -> dict[str, dict[str, str]]:
    if not path.exists():
        return {}
    try:
        data = json.loads(path.read_bytes())
        if data["format"] > FORMAT:
            raise ValueError(f"format {data['format']}")
        return {str(key): dict(entry) for key, entry in dict(data["articles"]).items()}
    except (OSError, ValueError, KeyError, TypeError) as error:
        raise StateUntrusted(
            f"{path}: 记录不可信（{error}），请从 git 恢复。/ cannot be trusted; restore it."
        ) from error
