"""One case per block: what is sent, and what comes home after WeChat stored it and a person saved it."""

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
    "console_foreign_picture": '<p>看<img src="https://other.cn/a.jpg" alt="别处"></p>',
}


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
    parts = {"written": CASES[name], "sent": sent.replace("><", ">\n<") + "\n", "home": home}
    golden(f"article_sync/{name}.txt", "\n".join(f"=== {title}\n{text}" for title, text in parts.items()))


@pytest.mark.parametrize("name", CONSOLE)
def test_what_the_console_makes_comes_home(name: str, golden: Callable[[str, str], None]) -> None:
    golden(f"article_sync/{name}.md", render_markdown(read_wechat(CONSOLE[name])))
