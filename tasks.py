"""Weizhan's commands: ``python3 tasks.py TASK``, or ``invoke TASK`` inside the environment."""

import sys

if sys.version_info < (3, 11):  # noqa: UP036 (the sentence for an older Python must come before anything else)
    sys.exit(
        f"微站需要 Python 3.11 或更新版本，这里是 {sys.version.split()[0]}。请安装后运行：python3.11 tasks.py demo\n"
        f"Weizhan needs Python 3.11 or newer, this is {sys.version.split()[0]}. Install one: python3.11 tasks.py demo"
    )
if __name__ == "__main__":
    from plugins.shared.environment import run_task

    sys.exit(run_task(sys.argv[1:]))

import gc
import os
import shutil
from pathlib import Path

from invoke import Context, Exit, task

from plugins.shared.environment import ROOT, TEST_REQUIREMENTS, ensure
from plugins.shared.errors import UsageProblem
from plugins.shared.reporting import Number, clear_errors

if (ROOT / ".env").exists():
    from dotenv import load_dotenv

    load_dotenv(ROOT / ".env")
CONTENT = ROOT / "content"
STATE = ROOT / ".wechat"
BENCHES = {
    "articles": "plugins.article_sync.bench",
    "build": "plugins.fast_build.bench.run",
    "emulator": "plugins.wechat_emulator.bench",
    "history": "plugins.article_sync.contact.bench",
    "import": "plugins.product_import.bench",
    "search": "plugins.search.bench",
    "sync": "plugins.article_sync.bench_scale",
}


@task(help={"check": "run once, verify, and exit / 只跑一遍并核对", "port": "port of the site / 网站端口"})
@clear_errors
def demo(c: Context, check: bool = False, port: int = Number(8000)) -> None:
    """The whole thing without an account / 不用公众号，把全程看一遍."""
    from plugins.demo import run_demo

    run_demo(ROOT, check=check, port=port)


@task(help={"at": "show a coming moment in output-preview/, e.g. 2026-12-24T20:00+08:00 / 看将来某一刻的样子"})
@clear_errors
def build(c: Context, at: str = "") -> None:
    """Build the site into output/ / 生成网站."""
    from plugins.site.build import build_preview, build_site

    gc.disable()  # the process ends with the build: nobody needs to look for garbage
    print(build_preview(ROOT, at) if at else build_site(ROOT), flush=True)
    if sys.argv[1:] == ["build"]:  # no other task is to follow
        os._exit(0)  # without taking apart, object by object, what is gone a moment later
    gc.freeze()


@task
@clear_errors
def staff(c: Context) -> None:
    """Build staff mode into output-staff/ / 生成店员模式."""
    from plugins.staff import build_staff

    print(build_staff(ROOT))


@task(help={"port": "port to listen on / 端口"})
@clear_errors
def serve(c: Context, port: int = Number(8000)) -> None:
    """Build, serve, and reload on every save / 本地预览，保存即刷新."""
    from plugins.site.serve import serve_site

    serve_site(ROOT, port)


@task
@clear_errors
def check(c: Context) -> None:
    """Check content, references and the menu / 检查内容、引用和菜单."""
    from plugins.site.check import check_content

    print(check_content(CONTENT))


_SYNC_HELP = {
    "dry_run": "show the plan, write nothing / 只看计划",
    "only": "only files whose name matches, e.g. 'longjing*' / 只处理匹配的文件",
    "resolve": "end conflicts: keep-local, keep-account or keep-both / 冲突以哪边为准",
    "force_delete": "number of deletions that are meant / 确实要删的篇数",
    "output": "text or json / 输出格式",
}
_PUSH_HELP = {
    "restyle": "push again when only the theme changed / 只换了样式也推送",
    "delete_drafts": "delete the drafts of deleted files / 删掉已删文件的草稿",
}


@task(
    help=_SYNC_HELP
    | _PUSH_HELP
    | {
        "merge": "merge edits of different paragraphs / 自动合并不同段落的改动",
        "plan": "write the plan to a file, do nothing / 把计划写进文件",
        "apply": "carry out a plan from a file / 执行文件里的计划",
    }
)
@clear_errors
def sync(
    c: Context,
    dry_run: bool = False,
    only: str = "",
    merge: bool = False,
    resolve: str = "",
    restyle: bool = False,
    delete_drafts: bool = False,
    force_delete: int = Number(0),
    plan: str = "",
    apply: str = "",
    output: str = "text",
) -> None:
    """Bring articles here and in the account together / 文章双向同步."""
    wishes = {"merge": merge, "restyle": restyle, "delete_drafts": delete_drafts}
    _sync("both", dry_run, only, resolve, force_delete, output, plan=plan, apply=apply, **wishes)


@task(help=_SYNC_HELP | _PUSH_HELP)
@clear_errors
def push(
    c: Context,
    dry_run: bool = False,
    only: str = "",
    resolve: str = "",
    restyle: bool = False,
    delete_drafts: bool = False,
    force_delete: int = Number(0),
    output: str = "text",
) -> None:
    """Send local edits of articles to the account / 只推送本地改动."""
    _sync("push", dry_run, only, resolve, force_delete, output, restyle=restyle, delete_drafts=delete_drafts)


@task(help=_SYNC_HELP)
@clear_errors
def pull(
    c: Context,
    dry_run: bool = False,
    only: str = "",
    resolve: str = "",
    force_delete: int = Number(0),
    output: str = "text",
) -> None:
    """Fetch edits of articles made in the account / 只拉取公众号后台的改动."""
    _sync("pull", dry_run, only, resolve, force_delete, output)


@task(
    name="import",
    help={
        "file": "XLSX or CSV, ours or another shop's / 表格，自己的或别的系统导出的",
        "images": "folder of pictures to match / 图片文件夹",
        "mapping": "YAML file that says what the columns mean / 各列含义的说明文件",
        "dry_run": "show the plan, write nothing / 只看计划",
        "partial": "import what is right, leave out the rest / 有问题的先不导入",
    },
)
@clear_errors
def import_(
    c: Context, file: str, images: str = "", mapping: str = "", dry_run: bool = False, partial: bool = False
) -> None:
    """Import products from a spreadsheet / 从表格导入产品."""
    from plugins.product_import import import_sheet

    folder, columns = (Path(name) if name else None for name in (images, mapping))
    _finish(import_sheet(CONTENT, Path(file), folder, columns, dry_run=dry_run, partial=partial))


@task(help={"file": "where to write, .xlsx or .csv / 写到哪里"})
@clear_errors
def export(c: Context, file: str) -> None:
    """Export all products as a spreadsheet / 把产品导出成表格."""
    from plugins.product_import import export_sheet

    print(export_sheet(CONTENT, Path(file)))


@task(
    help={
        "pair": "files that are the article of one title in the account, e.g. 'longjing*' / 确认是同一篇的文件",
        "apart": "files that are not / 确认不是同一篇的文件",
        "show": "published articles appear on the site at once / 已发表的直接显示在网站上",
        "dry_run": "show what would be done, write nothing / 只看计划",
        "new_account": "another account than the one synced so far / 换了公众号",
        "output": "text or json / 输出格式",
    }
)
@clear_errors
def adopt(
    c: Context,
    pair: str = "",
    apart: str = "",
    show: bool = False,
    dry_run: bool = False,
    new_account: bool = False,
    output: str = "text",
) -> None:
    """First contact, pair files and drafts, import the account's history / 首次接入，配对并导入全部历史."""
    from plugins.article_sync.contact import Choices
    from plugins.article_sync.contact.command import contact_account

    how = {"dry_run": dry_run, "output": output, "new_account": new_account}
    _finish(contact_account(CONTENT, STATE, os.environ, choices=Choices(pair, apart, show), **how))


@task(
    help={
        "all": "trust no state at all, not only what is broken / 全部重建，而不只是坏掉的",
        "dry_run": "show what would be done, write nothing / 只看计划",
        "output": "text or json / 输出格式",
    }
)
@clear_errors
def resync(c: Context, all: bool = False, dry_run: bool = False, output: str = "text") -> None:
    """Rebuild lost or broken sync state from both sides / 同步记录丢失或损坏时重建."""
    from plugins.article_sync.contact.command import contact_account

    rebuild = "all" if all else "broken"
    _finish(contact_account(CONTENT, STATE, os.environ, dry_run=dry_run, output=output, rebuild=rebuild))


@task(
    positional=["article"],
    help={
        "article": "file name / 文件名",
        "yes": "do not ask / 不再确认",
        "again": "the last submission is known to have failed / 已在后台确认上次没有提交成功",
    },
)
@clear_errors
def publish(c: Context, article: str, yes: bool = False, again: bool = False) -> None:
    """Publish one draft, follow it, keep its permanent link / 发表一篇草稿并记下永久链接."""
    from plugins.article_sync.publish.command import publish_article

    _finish(publish_article(CONTENT, STATE, os.environ, article, yes, again))


@task(help={"article": "file name / 文件名", "theme": "another theme / 换个主题看"})
@clear_errors
def preview(c: Context, article: str, theme: str = "") -> None:
    """Show an article as WeChat will: light, dark, stored, saved / 预览公众号效果."""
    from plugins.article_sync.command import preview as write_preview

    _open(write_preview(CONTENT, STATE, article, theme))


@task(
    positional=["article"],
    help={
        "article": "file name; with --paired the link / 文件名；配合 --paired 时写链接",
        "paired": "id of the article published by hand / 手工发表的文章 id",
    },
)
@clear_errors
def copy(c: Context, article: str, paired: str = "") -> None:
    """Copy and paste an article without API rights / 没有接口权限时复制粘贴."""
    from plugins.article_sync import command

    if paired:
        print(command.paired(CONTENT, STATE, paired, article))
    else:
        _open(command.copy(CONTENT, STATE, article))


@task(
    help={
        "file": "Markdown or HTML file / 文件",
        "to": "wechat or markdown / 目标格式",
        "images": "folder for pictures / 图片目录",
        "theme": "article theme / 文章主题",
    }
)
@clear_errors
def convert(c: Context, file: str, to: str, images: str = "", theme: str = "plain") -> None:
    """Convert any file, Markdown to WeChat or HTML to Markdown / 转换任意文件."""
    from plugins.article_sync.convert_file import convert_file

    print(convert_file(Path(file), to, Path(images) if images else None, theme), end="")


@task(
    help={
        "dry_run": "show the difference, change nothing / 只看差别",
        "take_over": "replace a menu made in the console, after a backup / 接管后台菜单（先备份）",
        "preview": "show the menu in a phone, no account needed / 在手机框里看看",
        "keywords": "write the table for automatic replies to this .csv or .md / 导出自动回复关键词表",
    }
)
@clear_errors
def menu(c: Context, dry_run: bool = False, take_over: bool = False, preview: bool = False, keywords: str = "") -> None:
    """Push content/menu.yaml to the account / 发布公众号菜单."""
    from plugins.account_menu.command import push_account_menu, write_keywords, write_preview

    if preview:
        return _open(write_preview(CONTENT, STATE, os.environ.get("SITEURL", "")))
    if keywords:
        return print(write_keywords(CONTENT, Path(keywords), os.environ.get("SITEURL", "")))
    _finish(push_account_menu(CONTENT, STATE, os.environ, dry_run=dry_run, take_over=take_over))


@task(help={"output": "text or json / 输出格式"})
@clear_errors
def doctor(c: Context, output: str = "text") -> None:
    """Check credentials, address, permissions and quotas / 检查账号：密钥、IP、权限、额度."""
    from plugins.doctor import examine_account

    _finish(examine_account(os.environ, output))


@task(
    help={
        "page": "landing:…, product:…, home; repeatable; every promotion without it / 哪一页",
        "channel": "code of a channel; repeatable / 渠道代码",
        "kit": "a4, stand, rollup, card, price, label, poster, all / 要哪些物料",
        "distance": "cm people stand away, 0 as usual / 多远扫码（厘米）",
        "account": "codes that open the account / 打开公众号的码",
        "out": "folder for the files / 输出目录",
    },
    iterable=["page", "channel", "kit"],
)
@clear_errors
def qr(
    c: Context,
    page: list[str],
    channel: list[str],
    kit: list[str],
    distance: int = Number(0),
    account: bool = False,
    out: str = "output-print",
) -> None:
    """QR codes and print kits, recorded in content/qr_codes.yaml / 二维码和印刷物料."""
    from plugins.print_kits.command import Wanted, make_codes
    from plugins.site.check import load_site
    from plugins.wechat import open_gateway

    site = load_site(CONTENT)
    gateway = open_gateway(os.environ, STATE) if account else None
    wanted = Wanted(page, channel, kit, distance * 10 or None)
    print(make_codes(CONTENT, Path(out), site, wanted, os.environ, site.now.date(), gateway))


@task(
    positional=["action"],
    help={
        "action": "make, print, verify, redeem, reconcile / 发券、印券、验券、核销、对账",
        "batch": "print: id of the batch, e.g. b1 / 批次",
        "promotion": "make: file name of the promotion / 促销的文件名",
        "channel": "make: code of the channel / 渠道代码",
        "count": "make: how many / 几张",
        "expires": "make: last day, else the coupon's / 有效到哪天",
        "code": "verify, redeem: the code / 券码",
        "store": "redeem: the store / 门店",
        "receipt": "redeem: number of the receipt / 小票号",
        "file": "reconcile: CSV or XLSX; repeatable, content/coupons/redeemed without it / 核销表",
        "accept": "reconcile: take suggestions for mistyped codes / 采用建议的券码",
        "out": "folder for lists or reports / 输出目录",
    },
    iterable=["file"],
)
@clear_errors
def coupons(
    c: Context,
    action: str,
    file: list[str],
    batch: str = "",
    promotion: str = "",
    channel: str = "",
    count: int = Number(100),
    expires: str = "",
    code: str = "",
    store: str = "",
    receipt: str = "",
    accept: bool = False,
    out: str = "",
) -> None:
    """Coupon codes: make, print, verify, redeem, reconcile / 优惠券：发、印、验、核销、对账."""
    from plugins.coupons import command
    from plugins.site.check import load_site

    site = load_site(CONTENT)
    shop = command.Shop(CONTENT, site, os.environ, site.now.date())
    if action == "make":
        print(command.make(shop, Path(out or "output-print/coupons"), promotion, channel, count, expires))
    elif action == "print":
        print(command.print_slips(shop, Path(out or "output-print/coupons"), batch))
    elif action == "verify":
        _finish(command.verify(shop, code))
    elif action == "redeem":
        _finish(command.redeem(shop, code, store, receipt))
    elif action == "reconcile":
        columns = shutil.get_terminal_size().columns
        folder = Path(out or "output-reports")
        print(command.report(shop, file, accept, folder, columns, sys.stdout.isatty()))
    else:
        raise UsageProblem(f"{action}: {', '.join(command.ACTIONS)}")


@task(
    positional=["kind"],
    help={
        "kind": "channels / 渠道",
        "log": "access log of nginx, COS, OSS, CloudFront, gz too; repeatable / 访问日志",
        "export": "CSV or XLSX of events; repeatable / 导出的事件表",
        "since": "first day / 从哪天",
        "until": "last day / 到哪天",
        "out": "folder for the report / 输出目录",
    },
    iterable=["log", "export"],
)
@clear_errors
def report(
    c: Context, kind: str, log: list[str], export: list[str], since: str = "", until: str = "", out: str = ""
) -> None:
    """What channels brought: views, actions, coupons / 渠道报告：浏览、行动、核销."""
    from plugins.channel_report import command
    from plugins.coupons.command import Shop
    from plugins.site.check import load_site

    if kind != "channels":
        raise UsageProblem(f"{kind}: channels")
    site = load_site(CONTENT)
    sources = command.Sources(log, export, command.day_of(since), command.day_of(until))
    columns, folder = shutil.get_terminal_size().columns, Path(out or "output-reports")
    shop = Shop(CONTENT, site, os.environ, site.now.date())
    print(command.report_channels(shop, sources, folder, columns, sys.stdout.isatty()))


@task(
    help={
        "port": "port to listen on, 0 for any / 端口，0 自动挑选",
        "data": "folder that keeps the account, or :memory: / 数据目录",
        "host": "address to listen on / 监听地址",
        "profile": "kind of account / 账号类型",
        "seed": "JSON document to begin with / 初始数据",
        "faults": "script of faults to replay / 故障脚本",
        "reset": "empty everything first / 先清空",
        "restore": "snapshot to go back to / 恢复到快照",
        "snapshot": "name to keep this state under / 存成快照",
    }
)
@clear_errors
def emulator(
    c: Context,
    port: int = Number(8090),
    data: str = ".wechat/emulator",
    host: str = "127.0.0.1",
    profile: str = "",
    seed: str = "",
    faults: str = "",
    reset: bool = False,
    restore: str = "",
    snapshot: str = "",
) -> None:
    """Run a stand-in for WeChat's servers / 运行公众号模拟器."""
    from plugins.wechat_emulator.command import run_emulator

    state = {"profile": profile, "seed": seed, "restore": restore, "snapshot": snapshot}
    run_emulator(Path(data), host, port, faults=faults, reset=reset, **state)


@task(
    help={
        "port": "port to listen on / 端口",
        "host": "address to listen on / 监听地址",
        "proxies": "proxies in front that are believed / 前面有几层反向代理",
        "export": "write answers to this .csv or .xlsx / 导出到文件",
        "form": "which form, its file name / 哪个表单",
        "delete": "delete one answer by its number / 删除某一份",
        "purge": "delete what is due, and exit / 删除到期的",
    }
)
@clear_errors
def forms(
    c: Context,
    port: int = Number(8071),
    host: str = "127.0.0.1",
    proxies: int = Number(0),
    export: str = "",
    form: str = "",
    delete: int = Number(0),
    purge: bool = False,
) -> None:
    """Receive what forms and surveys send / 接收表单和问卷."""
    from plugins.forms.command import FormsDesk, serve

    desk = FormsDesk(ROOT, STATE, os.environ)
    if export:
        print(desk.export(form, Path(export)))
    elif delete:
        print(desk.delete(delete))
    elif purge:
        print(desk.purge())
    else:
        serve(desk, host, port, proxies)


@task(help={"name": f"what to measure: {', '.join(BENCHES)} / 测什么"})
@clear_errors
def bench(c: Context, name: str) -> None:
    """Measure speed, beside rivals where there are any / 性能测试."""
    if name not in BENCHES:
        raise UsageProblem(f"{name}: {', '.join(BENCHES)}")
    ensure(TEST_REQUIREMENTS)
    c.run(f"{sys.executable} -m {BENCHES[name]}")


@task(
    help={
        "answer": "an answer given beforehand, e.g. tel='0571-8700 1234'; repeatable / 预先给出的答案",
        "yes": "do not ask for confirmation / 不再确认",
        "force": "even when content/ has uncommitted changes / 即使 content/ 有未提交的改动",
    },
    iterable=["answer"],
)
@clear_errors
def init(c: Context, answer: list[str], yes: bool = False, force: bool = False) -> None:
    """Start your own shop from the sample / 从示例开始建自己的店."""
    from plugins.shop_init.command import run_init

    given = dict(each.partition("=")[::2] for each in answer)
    run_init(ROOT, given, yes, force)


@task(
    help={
        "fast": "leave out the slow tests / 只跑快的",
        "long": "the long proofs too, an hour or more / 连长时间的验证一起跑",
        "args": "more arguments for pytest / 传给 pytest 的参数",
    }
)
@clear_errors
def test(c: Context, fast: bool = False, long: bool = False, args: str = "") -> None:
    """Run linters, type checks and all tests / 运行全部测试."""
    from plugins.shared.chromium import require_chromium

    ensure(TEST_REQUIREMENTS)
    browser = require_chromium(os.environ)
    c.run(f"{sys.executable} -m ruff check .")
    c.run(f"{sys.executable} -m mypy")
    subset = "-m 'not slow'" if fast else "--long" if long else ""
    c.run(f"{sys.executable} -m pytest -n 2 {subset} {args}", env={"CHROMIUM": str(browser)}, pty=sys.stdout.isatty())


@task(help={"names": "pictures to draw, all without any / 要重画的图片"}, iterable=["names"])
@clear_errors
def draw(c: Context, names: list[str]) -> None:
    """Draw the sample shop's pictures again / 重画示例店图片."""
    ensure(TEST_REQUIREMENTS)
    c.run(f"{sys.executable} -m plugins.sample_shop.drawing {' '.join(names)}")


@task
@clear_errors
def lock(c: Context) -> None:
    """Write the locked requirements anew from pyproject.toml / 更新依赖锁定."""
    from plugins.shared.lock import write_locks

    ensure(TEST_REQUIREMENTS)
    write_locks(c, ROOT)


def _sync(
    direction: str,
    dry_run: bool,
    only: str,
    resolve: str,
    force_delete: int,
    output: str,
    *,
    plan: str = "",
    apply: str = "",
    **wishes: bool,
) -> None:
    from plugins.article_sync import Options
    from plugins.article_sync.command import Request, sync_articles

    options = Options(dry_run, only, direction, resolve=resolve, force_delete=force_delete, **wishes)
    colour = sys.stdout.isatty() and output == "text"
    _finish(sync_articles(CONTENT, STATE, os.environ, Request(options, output, plan, apply, colour)))


def _open(page: Path) -> None:
    """Print where a page lies, and open it where a person sits in front."""
    import webbrowser

    print(page)
    if sys.stdout.isatty():
        webbrowser.open(page.resolve().as_uri())


def _finish(result: tuple[str, int]) -> None:
    text, code = result
    print(text)
    if code:
        raise Exit(code=code)
