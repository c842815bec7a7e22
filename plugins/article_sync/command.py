"""What the tasks of articles call: the site, and for some the account, handed to the sync and to the pages."""

from collections.abc import Mapping
from contextlib import nullcontext
from dataclasses import dataclass, replace
from datetime import datetime
from functools import partial
from pathlib import Path

from plugins.article_sync import Options, Report, Surroundings, SyncSettings, render_report, sync
from plugins.article_sync.cards import shop_card
from plugins.article_sync.pasted import record_pasted, with_id
from plugins.article_sync.report_json import render_json_report
from plugins.article_sync.shown_article import show_article
from plugins.article_sync.themes import DEFAULT_THEME, load_theme
from plugins.shared.errors import UsageProblem
from plugins.shared.files import write_atomic
from plugins.shared.language import language, say
from plugins.shared.validation import SHANGHAI
from plugins.site.site import Site
from plugins.wechat import Gateway


@dataclass(frozen=True)
class Request:
    """What a person asked for on the command line; ``plan`` and ``apply`` are paths, ``output`` is text or json."""

    options: Options
    output: str = "text"
    plan: str = ""
    apply: str = ""
    colour: bool = False

    def __post_init__(self) -> None:
        """Refuse what only looks safe together. Raises UsageProblem."""
        if self.output not in ("text", "json"):
            raise UsageProblem(
                say(f"没有 --output {self.output}。请写 text 或 json。", f"--output {self.output}: write text or json.")
            )
        if self.plan and (self.apply or self.options.dry_run):
            zh, en = (
                "--plan 本身就不写任何东西，不能和 --apply、--dry-run 一起用。",
                "--plan goes without --apply, --dry-run.",
            )
            raise UsageProblem(say(zh, en))
        if self.apply and self.options.changes:
            names = ", ".join("--" + name.replace("_", "-") for name in self.options.changes)
            zh, en = (
                f"--apply 用的是计划里的选项，不能再加 {names}。",
                f"--apply takes its flags from the plan, not {names}.",
            )
            raise UsageProblem(say(zh, en))


def sync_articles(content: Path, state_dir: Path, environ: Mapping[str, str], request: Request) -> tuple[str, int]:
    """Return what to print and the exit code of a sync with the account that the environment names."""
    from plugins.article_sync.progress import show_uploads
    from plugins.wechat import open_gateway

    dry = request.options.dry_run or bool(request.plan)
    gateway = open_gateway(environ, None if dry else state_dir)
    with show_uploads() if request.colour else nullcontext(_unnoticed) as on_upload:
        around = Surroundings(on_upload=on_upload, save_plan=_path(request.plan), saved_plan=_path(request.apply))
        site_url = environ.get("SITEURL", "")
        report = sync_content(content, gateway, state_dir, site_url, options=request.options, around=around)
    if request.options.only and not report.lines and not report.in_sync:
        only = request.options.only
        raise UsageProblem(
            say(
                f"没有文章符合 --only '{only}'。请写文件名、标题或通配符，例如 'longjing*'。",
                f"No article matches --only '{only}'. Write a file name, a title, or a pattern such as 'longjing*'.",
            )
        )
    if request.output == "json":
        return render_json_report(report, language()), report.exit_code
    text = render_report(report, colour=request.colour, language=language())
    return "\n".join([text, *_plan_hint(request.plan)]), report.exit_code


def _plan_hint(plan: str) -> list[str]:
    carry_out = f"python3 tasks.py sync --apply {plan}"
    zh, en = f"计划写在 {plan}。执行：{carry_out}", f"The plan is in {plan}. Carry it out: {carry_out}"
    return [say(zh, en)] if plan else []


def sync_content(
    content: Path,
    gateway: Gateway,
    state_dir: Path,
    site_url: str = "",
    *,
    options: Options | None = None,
    around: Surroundings | None = None,
) -> Report:
    """Bring content/articles/ and the account together; ``site_url`` replaces the shop's own address."""
    from plugins.site.check import load_site

    settings = sync_settings(load_site(content, articles_apart=True), state_dir, site_url)
    clock = partial(datetime.now, SHANGHAI)
    return sync(content, gateway, settings, clock(), options, replace(around or Surroundings(), clock=clock))


def _path(name: str) -> Path | None:
    return Path(name) if name else None


def _unnoticed(_name: str) -> None:
    return None


def sync_settings(site: Site, state_dir: Path, site_url: str = "") -> SyncSettings:
    """Return the settings that follow from the shop's content."""

    def resolve(reference: str) -> tuple[str, str] | None:
        target = site.references.get(reference)
        return (target.title, target.url) if target else None

    return SyncSettings(
        site_url=site_url or site.shop.site_url,
        state_dir=state_dir,
        author=site.shop.account_name or site.shop.name,
        resolve=resolve,
        default_cover=site.shop.logo or next((each.cover for each in site.articles if each.cover), ""),
        category=site.columns[0] if site.columns else "",
        article_theme=load_theme(site.shop.article_theme or DEFAULT_THEME).name,
        card=shop_card(site, site_url or site.shop.site_url),
    )


def preview(content: Path, state_dir: Path, name: str, theme: str = "") -> Path:
    """Write the preview of an article and return its path: light, dark, stored and console-saved side by side."""
    from plugins.article_sync.preview_page import preview_page

    settings = _page_settings(content, state_dir, theme)
    return _written(state_dir / "preview", name, preview_page(show_article(content, name, settings)))


def copy(content: Path, state_dir: Path, name: str) -> Path:
    """Write the copy-and-paste page of an article and return its path; the article gets an id when it has none."""
    from plugins.article_sync.copy_page import copy_page

    settings = _page_settings(content, state_dir)
    shown = show_article(content, name, settings)
    article = with_id(content, content / shown.article.path, settings)
    source_url = settings.source_url(article.slug, article.id)
    return _written(state_dir / "copy", name, copy_page(replace(shown, article=article), source_url))


def paired(content: Path, state_dir: Path, article_id: str, url: str) -> str:
    """Record the link of an article that was published by hand; return what to print."""
    path = record_pasted(content, article_id, url, _page_settings(content, state_dir), datetime.now(SHANGHAI))
    return say(f"{path} → {url} 已记下。", f"{path} → {url} recorded.")


def _page_settings(content: Path, state_dir: Path, theme: str = "") -> SyncSettings:
    from plugins.site.check import load_site

    settings = sync_settings(load_site(content), state_dir)
    return replace(settings, article_theme=load_theme(theme).name) if theme else settings


def _written(folder: Path, name: str, page: str) -> Path:
    path = folder / (Path(name).stem + ".html")
    write_atomic(path, page.encode("utf-8"))
    return path
