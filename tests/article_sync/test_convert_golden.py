"""One case per block: what is sent, and what comes home after WeChat stored it and a person saved it."""

import re
from collections.abc import Callable

import pytest

from plugins.article_sync.convert.from_markdown import localise, read_markdown
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat
from plugins.wechat_emulator.article_html.editor import editor_save
from plugins.wechat_emulator.article_html.store import stored

CASES = {
    "heading": "# 一\n\n## 二 *斜*\n\n#### 四\n",
    "paragraph": "第一行\n第二行\\\n换行，**粗**、*斜*、~~删~~、`a < b`、<u>线</u>、H<sub>2</sub>O。\n",
    "chinese_emphasis": "**注意：**水温。他说**“好”**。\n",
    "link": "见[龙井](product:longjing)、[外面](https://a.cn/?x=1&y=2)，再见[龙井](product:longjing)。\n",
    "wechat_link": "看[上一篇](https://mp.weixin.qq.com/s/abc)。\n",
    "picture": '![一杯龙井](articles/a.jpg "提示")\n\n![](articles/b.jpg)\n',
    "picture_in_text": "前 ![小图](articles/a.jpg) 后\n",
    "linked_picture": "[![龙井](articles/a.jpg)](product:longjing)\n",
    "list": "- 一\n- 二\n  - 二之一\n  - 二之二\n- 三\n",
    "ordered_list": "3. 三\n4. 四\n\n   另一段\n",
    "task_list": "- [x] 烫杯\n- [ ] 出汤\n",
    "quote": "> 引\n>\n> - 一\n> - 二\n",
    "table": "| 茶 | 水温 | 克 |\n|:---|:---:|---:|\n| 龙井 | 85℃ | 3 |\n| a\\|b | 一<br>二 | |\n",
    "code": "```python\ndef f(x):\n    return x  < 1\n\n\nf(1)\n```\n",
    "rule": "上\n\n---\n\n下\n",
    "footnote": "茶[^a]。水[^b]。\n\n[^a]: 明前\n[^b]: 山泉\n\n    第二段\n",
    "raw_html": '<table><tr><td colspan="2">合并</td></tr><tr><td>一</td><td>二</td></tr></table>\n',
    "callout": "::: callout 先说一句\n水温**别太高**。\n:::\n",
    "gallery": "::: gallery\n![一](articles/a.jpg)\n![二](articles/b.jpg)\n:::\n",
    "steps": "::: steps\n1. 烫杯\n2. 投茶\n:::\n",
    "product": "::: product longjing\n今年的茶。\n:::\n",
    "store": "::: store hefang-jie\n:::\n",
    "coupon": "::: coupon 满 300 减 30\n到店出示。\n:::\n",
    "follow": "::: follow\n:::\n",
    "qr": "::: qr product:longjing\n扫一扫。\n:::\n",
    "audio": "::: audio 老沈说茶\n:::\n",
    "video": "::: video 炒茶\n三分钟。\n:::\n",
    "formula": "质能 $E=mc^2$。\n\n$$\n\\frac{a}{b}\n$$\n\n$\\foo{$ 5 元\n",
    "marks": "<mark>标</mark>、H<sub>2</sub>O、x<sup>2</sup>、~~删~~\n",
    "wide_table": "| a | b | c | d | e | f |\n|---|---|---|---|---|---|\n| 1 | 2 | 3 | 4 | 5 | 6 |\n",
    "characters": "1\\. 不是列表 \\* \\_ \\[x\\] <b> &amp; 80~85℃ C:\\\\ #\n\n\\- 减号\n\n\\# 井号\n",
}

CONSOLE = {
    "console_soup": '<section data-pm-slice="0 0 []"><section><span leaf=""><b>粗</b></span><span textstyle="" '
    'style="font-weight: bold;"><span leaf="">体</span></span><span leaf="">&nbsp;字</span></section>'
    '<p><span leaf=""><br></span></p><section nodeleaf=""><img data-src="https://mmbiz.qpic.cn/mmbiz_png/x/640" '
    'alt="图片"></section></section><p style="display: none;"><mp-style-type data-value="3"></mp-style-type></p>',
    "console_code": '<section class="code-snippet__fix"><ul class="code-snippet__line-index"><li></li></ul>'
    '<pre data-lang="python"><code><span leaf="">a = 1</span></code>'
    '<code><span leaf="">&nbsp;b</span></code></pre></section>',
    "console_card": '<p>关注我们</p><section><mp-common-profile data-id="Mz" data-nickname="茶庄" onclick="x()">'
    "</mp-common-profile></section><p>谢谢</p>",
    "console_headings": '<section><p><span style="font-size: 20px;"><strong>大标题</strong></span></p>'
    '<p style="font-size:18px;font-weight:bold">小标题</p><p><strong>只是粗体</strong></p></section>',
    "console_typed_lists": "<p>• 一</p><p>• 二<br>• 三</p><p>1、甲</p><p>2、乙</p><p>3. 丁</p><p>5. 不接着数</p>",
    "console_formula": '<p>见<span data-formula="a^2"><svg><path d="M0 0"></path></svg></span></p>',
    "console_foreign_picture": '<p>看<img src="https://other.cn/a.jpg" alt="别处"></p>',
}


def _without_drawings(html: str) -> str:
    """The paths of a formula are the drawing library's business and change with its versions."""
    return re.sub(r"<svg.*?</svg>", "<svg></svg>", html, flags=re.DOTALL)


def _named(href: str) -> str:
    return "https://tea.example.com/p/longjing/" if href == "product:longjing" else href


def _uploaded(src: str) -> str:
    return "https://mmbiz.qpic.cn/mmbiz_jpg/" + src.replace("/", "_").removesuffix(".jpg")


@pytest.mark.parametrize("name", CASES)
def test_a_block_goes_and_comes_home(name: str, golden: Callable[[str, str], None]) -> None:
    blocks = localise(read_markdown(CASES[name]), _named, _uploaded)
    sent = render_wechat(blocks)
    assert read_wechat(editor_save(stored(sent))) == blocks
    home = render_markdown(blocks)
    parts = {"written": CASES[name], "sent": _without_drawings(sent).replace("><", ">\n<") + "\n", "home": home}
    golden(f"article_sync/{name}.txt", "\n".join(f"=== {title}\n{text}" for title, text in parts.items()))


def _part(kind: str) -> str:
    return f"::: {kind}\n话\n:::"


BLOCKS = {
    "paragraph": "字",
    "formatted": "**粗**、*斜*、~~删~~、<u>线</u>、`码`、H<sub>2</sub>O\\\n[外](https://a.cn/)",
    "heading": "## 题",
    "picture": "![图](articles/a.jpg)",
    "linked_picture": "[![图](articles/a.jpg)](product:longjing)",
    "list": "- 甲\n- 乙\n  - 丙",
    "ordered_list": "3. 甲\n4. 乙",
    "task_list": "- [x] 甲\n- [ ] 乙",
    "quote": "> 引",
    "table": "| a | b |\n|---|---|\n| 1 | 2 |",
    "merged_table": '<table><tr><td colspan="2">合并</td></tr><tr><td>一</td><td>二</td></tr></table>',
    "code": "```python\nx = 1\n```",
    "rule": "***",
    "formula": "$$\nx^2\n$$",
    "footnote_mark": "字[^9]",
    "gallery": "::: gallery\n![图](articles/a.jpg)\n:::",
    **{kind: _part(f"{kind} 名") for kind in ("callout", "coupon", "product", "store", "audio", "video")},
    **{kind: _part(kind) for kind in ("steps", "follow", "qr product:longjing")},
}
"""What may stand inside another block."""
CONTAINERS: dict[str, Callable[[str], str]] = {
    "quote": lambda text: "".join(f"> {line}".rstrip() + "\n" for line in text.split("\n")),
    "list": lambda text: "- " + text.replace("\n", "\n  ") + "\n",
    "list_behind_words": lambda text: "- 头\n\n  " + text.replace("\n", "\n  ") + "\n",
    "ordered_list": lambda text: "1. " + text.replace("\n", "\n   ") + "\n",
    "task_list": lambda text: "- [x] 做\n\n  " + text.replace("\n", "\n  ") + "\n",
    "footnote": lambda text: "字[^1]\n\n[^1]: 注\n\n    " + text.replace("\n", "\n    ") + "\n",
    "footnote_alone": lambda text: "字[^1]\n\n[^1]:\n    " + text.replace("\n", "\n    ") + "\n",
    **{
        kind: lambda text, kind=kind: f":::: {kind} 外\n{text}\n::::\n"  # type: ignore[misc]
        for kind in ("callout", "coupon", "product", "store", "audio", "video")
    },
    **{
        kind: lambda text, kind=kind: f":::: {kind}\n{text}\n::::\n"  # type: ignore[misc]
        for kind in ("steps", "follow", "qr product:longjing")
    },
}
"""What holds blocks; a gallery holds pictures, headings and cells hold words."""
WORDS = {
    "marks": "**粗** *斜* ~~删~~ <u>线</u> <mark>标</mark> x<sup>2</sup>",
    "link": "[外](https://a.cn/)",
    "code": "`a < b`",
    "picture": "![图](articles/a.jpg)",
    "linked_picture": "[![图](articles/a.jpg)](product:longjing)",
    "formula": "$x^2$",
    "footnote_mark": "字[^9]",
    "broken": "一<br>二",
}
LINES: dict[str, Callable[[str], str]] = {
    "heading": lambda text: f"### 题 {text}\n",
    "cell": lambda text: f"| 头 | {text} |\n|---|---|\n| {text} | 尾 |\n",
    "gallery": lambda text: f"::: gallery\n{text}\n:::\n",
}
PAIRS = {
    **{(outer, inner): hold(text) for outer, hold in CONTAINERS.items() for inner, text in BLOCKS.items()},
    **{(outer, inner): hold(text) for outer, hold in LINES.items() for inner, text in WORDS.items()},
}


def _home(written: str) -> tuple[str, bool]:
    """Return a text as it comes home after two saves in the console, and whether every form of it means the same."""
    text = written + "\n[^9]: 旁注\n" if "[^9]" in written else written
    blocks = localise(read_markdown(text), _named, _uploaded)
    kept = stored(render_wechat(blocks))
    saved = editor_save(kept)
    forms = [
        read_wechat(kept),
        read_wechat(saved),
        read_wechat(editor_save(saved)),
        read_markdown(render_markdown(blocks)),
    ]
    return render_markdown(forms[2]), all(form == blocks for form in forms)


@pytest.mark.parametrize("outer", [*CONTAINERS, *LINES])
def test_every_pair_of_nested_blocks_comes_home(outer: str, golden: Callable[[str, str], None]) -> None:
    found = {inner: _home(text) for (around, inner), text in PAIRS.items() if around == outer}
    assert [inner for inner, (_, same) in found.items() if not same] == []
    text = "\n".join(f"=== {inner}\n{home}" for inner, (home, _) in found.items())
    golden(f"article_sync/nested/in_{outer.split()[0]}.md", text)


@pytest.mark.parametrize("name", CONSOLE)
def test_what_the_console_makes_comes_home(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"article_sync/{name}.md", render_markdown(read_wechat(CONSOLE[name])))
