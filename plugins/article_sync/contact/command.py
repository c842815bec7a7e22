"""What the tasks ``adopt`` and ``resync`` call."""

from collections.abc import Mapping
from dataclasses import replace
from datetime import datetime
from functools import partial
from pathlib import Path

from plugins.article_sync.contact.choices import Choices
from plugins.article_sync.contact.progress import show_progress
from plugins.article_sync.contact.report import render_contact, render_contact_json
from plugins.article_sync.contact.resync import resync
from plugins.article_sync.contact.run import adopt
from plugins.shared.errors import UsageProblem
from plugins.shared.language import say
from plugins.shared.validation import SHANGHAI
from plugins.wechat import open_gateway


def contact_account(
    content: Path,
    state_dir: Path,
    environ: Mapping[str, str],
    *,
    choices: Choices | None = None,
    dry_run: bool = False,
    output: str = "text",
    new_account: bool = False,
    rebuild: str = "",
) -> tuple[str, int]:
    """Return what to print and the exit code of a first contact, or of a new one after the state was lost.

    ``rebuild`` is empty for ``adopt``; for ``resync`` it is ``broken`` or ``all``: which state is not trusted.
    """
    from plugins.article_sync.command import sync_settings
    from plugins.site.check import load_site

    if output not in ("text", "json"):
        raise UsageProblem(
            say(f"没有 --output {output}。请写 text 或 json。", f"--output {output}: write text or json.")
        )
    gateway = open_gateway(environ, None if dry_run else state_dir)
    settings = sync_settings(load_site(content, articles_apart=True), state_dir, environ.get("SITEURL", ""))
    settings = replace(settings, new_account=new_account)
    now = datetime.now(SHANGHAI)
    meet = partial(resync, everything=rebuild == "all") if rebuild else adopt
    report = meet(content, gateway, settings, now, choices, dry_run, show_progress)
    return (render_contact_json if output == "json" else render_contact)(report), report.exit_code
