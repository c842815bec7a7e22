"""Old addresses of articles, written down for the site in ``content/redirects.yaml``: one line each."""

import re
from pathlib import Path

import yaml

from plugins.article_sync.session import Session
from plugins.shared.files import write_atomic

NAME = "redirects.yaml"
_NAME = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*")
_HEAD = "# 文章换了名字或撤下以后，旧地址转到哪里。同步时自动添加。\nredirects:\n"


def lead_on(session: Session, old_path: str, new_path: str = "") -> None:
    """Let the address of a file that is gone lead to its new one, or to the list of articles.

    A name that the site does not take never had an address.
    """
    old, new = (_slug(path) for path in (old_path, new_path))
    if _NAME.fullmatch(old) and (not new or _NAME.fullmatch(new)):
        url = session.settings.article_url
        add_redirect(session.content / NAME, url.format(slug=old), url.format(slug=new).replace("//", "/"))


def add_redirect(path: Path, old: str, new: str) -> None:
    """Write a redirect, in place of one that the address had; everything else stays as it was typed."""
    source = path.read_text(encoding="utf-8") if path.exists() else _HEAD
    if _listed(source).get(old) == new:
        return
    kept = [line for line in source.splitlines() if not line.startswith(f"- {{from: {old},")]
    write_atomic(path, "\n".join([*kept, f"- {{from: {old}, to: {new}}}", ""]).encode("utf-8"))


def _listed(source: str) -> dict[str, str]:
    try:
        entries = yaml.load(source, Loader=yaml.BaseLoader)["redirects"]
        return {str(entry["from"]): str(entry["to"]) for entry in entries}
    except (yaml.YAMLError, KeyError, TypeError):
        return {}


def _slug(path: str) -> str:
    return path.rpartition("/")[2].removesuffix(".md")
