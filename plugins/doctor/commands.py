"""Which commands will work for an account, and what takes the place of those that will not."""

from dataclasses import dataclass

from plugins.doctor.model import Command, Facts, State, Text
from plugins.doctor.probe import DRAFTS, MENU, PUBLISHED

_PASTE: Text = (
    "改用复制粘贴：copy 文章 生成页面，在后台粘贴、发表，再 copy --paired ID 链接 记下永久链接",
    "copy and paste instead: copy ARTICLE makes a page; paste and publish in the console, then copy --paired ID LINK",
)


@dataclass(frozen=True)
class _Need:
    """The endpoints a command cannot do without, those it is better with, and what to do without either."""

    name: str
    must: tuple[str, ...]
    should: tuple[str, ...] = ()
    without: Text = ("", "")
    limited: Text = ("", "")


_NEEDS = (
    _Need(
        "sync, push, pull",
        (DRAFTS, "draft/add", "draft/update", "media/uploadimg", "material/add_material"),
        (PUBLISHED,),
        _PASTE,
        (
            "可用，但看不到已发表的文章：草稿不见了只会报告，不会当作删除",
            "works, but published articles cannot be seen: a draft that vanished is reported, and nothing follows",
        ),
    ),
    _Need(
        "adopt, resync",
        (DRAFTS,),
        (PUBLISHED,),
        (
            "改用 convert：在浏览器里把文章存成网页，convert 网页.html --to markdown --images 图片目录",
            "use convert instead: save each article in the browser, convert PAGE.html --to markdown --images FOLDER",
        ),
        (
            "只能导入草稿；已发表的在浏览器里存成网页，用 convert 转换",
            "imports drafts only; save published articles in the browser and convert them",
        ),
    ),
    _Need(
        "publish",
        ("freepublish/submit", "freepublish/get", PUBLISHED),
        (),
        (
            "在后台草稿箱里点“发表”，再 copy --paired ID 链接 记下永久链接",
            "publish in the console's draft box, then copy --paired ID LINK",
        ),
    ),
    _Need(
        "menu",
        (MENU, "menu/create"),
        (),
        (
            "照 content/menu.yaml 手工填写：登录 mp.weixin.qq.com → 内容与互动 → 自定义菜单（check 仍会检查这个文件）",
            "type content/menu.yaml in by hand: mp.weixin.qq.com → 内容与互动 → 自定义菜单 (check reads the file)",
        ),
    ),
)
_CODES = _Need(
    "qr --account",
    ("qrcode/create",),
    (),
    (
        "只有已认证的服务号才有；改用 qr --channel：二维码打开网页，照样分渠道统计",
        "for verified service accounts only; qr --channel makes codes that open a page and count by channel as well",
    ),
)
_ALWAYS: tuple[Command, ...] = (
    Command(
        "build, serve, check, preview, copy, convert",
        State.GOOD,
        ("不需要公众号接口", "need no account"),
    ),
)


def verdicts(facts: Facts) -> tuple[Command, ...]:
    """Return what each command can do."""
    return (*(_verdict(facts, need) for need in (*_NEEDS, _CODES)), *_ALWAYS)


def _verdict(facts: Facts, need: _Need) -> Command:
    if facts.token is not None:
        words = ("连不上：先解决上面的问题；在此之前：", "not connected: mend what stands above; until then: ")
        return Command(need.name, State.BAD, (words[0] + need.without[0], words[1] + need.without[1]))
    if any(endpoint in facts.refused for endpoint in need.must):
        return Command(need.name, State.BAD, need.without)
    if any(endpoint in facts.refused for endpoint in need.should):
        return Command(need.name, State.LIMITED, need.limited)
    return Command(need.name, State.GOOD, ("可用", "works"))
