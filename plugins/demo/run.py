"""The demo, step by step."""

import shutil
import sys
from collections.abc import Mapping
from pathlib import Path

from plugins.account_menu.apply import push_menu
from plugins.account_menu.command import resolver
from plugins.article_sync import Report, render_report
from plugins.article_sync.command import sync_content
from plugins.demo.editor import ADDED, Edits, play_editor
from plugins.demo.story import Story
from plugins.shared.language import language
from plugins.site.build import build_site
from plugins.site.check import load_site
from plugins.site.links import dead_links
from plugins.site.serve import serve_built
from plugins.wechat import Gateway, open_gateway
from plugins.wechat_emulator import ConsoleEditor, EmulatorServer, Store


def run_demo(root: Path, *, check: bool, port: int) -> None:
    """Show everything once, verified; then serve the site, unless only the check was asked for.

    Raises:
        WeizhanError: a step does not do what it promises, or the content cannot be used.
    """
    story = Story(print, colour=sys.stdout.isatty())
    data = root / ".wechat" / "demo"
    shutil.rmtree(data, ignore_errors=True)
    data.mkdir(parents=True)
    content = data / "content"
    shutil.copytree(root / "content", content, ignore=shutil.ignore_patterns(".sync"))
    with EmulatorServer(Store(data / "emulator.db")) as server:
        gateway = _account(story, server, data)
        _build(story, root)
        _menu(story, content, gateway, data)
        _sync(story, content, gateway, data, ConsoleEditor(server.url))
        if check:
            story.step("全部通过", "Everything holds")
            return
        story.step("打开网站看看", "Open the site")
        story.line(
            f"公众号后台（模拟）在 {server.url}/console/，副本在 {content}",
            f"WeChat's console (emulated) is at {server.url}/console/, the copy in {content}",
        )
        serve_built(root, port, print)


def _account(story: Story, server: EmulatorServer, data: Path) -> Gateway:
    account = server.store.accounts.all()[0]
    story.step("启动公众号模拟器", "Start a stand-in for WeChat's servers")
    story.line(f"{server.url}  全新的账号 {account.appid}", f"{server.url}  a fresh account {account.appid}")
    environ: Mapping[str, str] = {
        "WECHAT_APPID": account.appid,
        "WECHAT_APPSECRET": account.secret,
        "WECHAT_API_BASE": server.url,
    }
    gateway = open_gateway(environ, data)
    story.check(gateway.count_drafts() == 0, "账号可用，草稿箱是空的", "the account answers, its draft box is empty")
    return gateway


def _build(story: Story, root: Path) -> None:
    story.step("生成示例店的网站", "Build the site")
    story.line("第一次要制作图片，稍等 …", "The first time pictures are made; a moment …")
    built = build_site(root)
    dead = dead_links(root / "output")
    for page, link in dead:
        story.line(f"{page} → {link}", f"{page} → {link}")
    story.check(not dead, f"{built}，每个内部链接都有页面", f"{built}; every internal link leads to a page")


def _menu(story: Story, content: Path, gateway: Gateway, data: Path) -> None:
    story.step("发布公众号菜单", "Push the account's menu")
    site = load_site(content)
    report = push_menu(content, gateway, resolver(site), data)
    story.block(report.render(language()))
    story.check(
        report.exit_code == 0 and len(gateway.get_menu()) > 0, "读回来的菜单一致", "the menu reads back the same"
    )


def _sync(story: Story, content: Path, gateway: Gateway, data: Path, console: ConsoleEditor) -> None:
    story.step("第一次同步：把文章放进草稿箱", "First sync: articles go into the draft box")
    report = _run(story, content, gateway, data)
    story.check(report.exit_code == 0, "两边一致", "both sides agree")
    story.step("现在扮演编辑，在公众号后台动手", "Now play the editor, in WeChat's console")
    before = _texts(content)
    edits = play_editor(console)
    story.line(f"改了《{edits.changed}》的一句话", f"change a sentence of 《{edits.changed}》")
    story.line(f"新写了《{edits.written}》", f"write 《{edits.written}》")
    if edits.saved:
        story.line(
            f"打开《{edits.saved}》，一字不改地保存（微信会重排它的 HTML）",
            f"save 《{edits.saved}》 without changing a word (WeChat rewrites its HTML)",
        )
    story.step("再次同步：看哪些回到了 git", "Sync again: what comes back into git")
    report = _run(story, content, gateway, data)
    _verify(story, before, _texts(content), edits, report)
    story.step("第三次同步：已经没有事可做", "Sync once more: nothing is left to do")
    before = _texts(content)
    report = _run(story, content, gateway, data)
    story.check(report.exit_code == 0 and _texts(content) == before, "什么都没有写", "nothing was written")


def _run(story: Story, content: Path, gateway: Gateway, data: Path) -> Report:
    report = sync_content(content, gateway, data)
    story.block(render_report(report, colour=sys.stdout.isatty(), language=language()))
    return report


def _verify(story: Story, before: Mapping[str, str], after: Mapping[str, str], edits: Edits, report: Report) -> None:
    changed = {name for name in before if before[name] != after.get(name)}
    new = set(after) - set(before)
    story.check(report.exit_code == 0, "同步没有遗留问题", "the sync left nothing open")
    story.check(
        len(changed) == 1 and ADDED in after[next(iter(changed))],
        f"《{edits.changed}》那一句回来了，别的文件一个字节都没动",
        f"the sentence of 《{edits.changed}》 came back; no byte of another file changed",
    )
    story.check(
        len(new) == 1 and edits.written in after[next(iter(new))] and "status: draft" in after[next(iter(new))],
        f"《{edits.written}》成了新的 Markdown 草稿",
        f"《{edits.written}》 is a new Markdown draft",
    )
    story.check(
        before[next(iter(changed))] == after[next(iter(changed))].replace(ADDED, ""),
        "除此之外没有丢字，也没有多字",
        "beside it not a word is lost or added",
    )
    if edits.saved:
        story.check(
            [line.title for line in report.lines if line.rule == 12] == [edits.saved],
            f"《{edits.saved}》只是排版变了，没有进 git",
            f"《{edits.saved}》 was only re-formatted: nothing for git",
        )


def _texts(content: Path) -> dict[str, str]:
    return {path.name: path.read_text(encoding="utf-8") for path in sorted((content / "articles").glob("*.md"))}
