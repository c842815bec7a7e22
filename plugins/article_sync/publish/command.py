"""What the task ``publish`` calls."""

import sys
from collections.abc import Mapping
from datetime import datetime
from pathlib import Path

from plugins.article_sync.publish.run import publish
from plugins.article_sync.visible import visible_name
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI
from plugins.wechat import open_gateway


def publish_article(
    content: Path, state_dir: Path, environ: Mapping[str, str], name: str, yes: bool = False, again: bool = False
) -> tuple[str, int]:
    """Return what to print and the exit code of publishing one article; asks at the terminal unless ``yes``."""
    from plugins.article_sync.command import sync_settings
    from plugins.site.check import load_site

    settings = sync_settings(load_site(content, articles_apart=True), state_dir, environ.get("SITEURL", ""))
    gateway = open_gateway(environ, state_dir)
    ask = _yes if yes else _ask
    report = publish(content, gateway, settings, datetime.now(SHANGHAI), name, ask, again)
    return report.message, report.exit_code


def _yes(_titles: tuple[str, ...]) -> bool:
    return True


def _ask(titles: tuple[str, ...]) -> bool:
    """Ask at the terminal; where nobody sits in front nothing is published."""
    if not sys.stdin.isatty():
        raise UsageProblem(say("没有人在终端前，发表要加 --yes。", "nobody sits in front; publishing needs --yes."))
    print(say("将要发表（所有人可见，不推送给粉丝，不能撤回成草稿）：", "To be published, for everybody to see:"))
    for title in titles:
        print(f"  {visible_name(title)}")
    try:
        answer = input(say("发表吗？[y/N] ", "Publish? [y/N] "))
    except EOFError:  # Ctrl+D
        return False
    return answer.strip().lower() in ("y", "yes", "是")
