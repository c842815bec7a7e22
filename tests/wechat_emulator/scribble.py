"""HTML as Hypothesis writes it: half sensible, half broken."""

from hypothesis import settings
from hypothesis import strategies as st

laws = settings(deadline=None)

_TAGS = "p div section span strong b a img ul ol li table tr td pre code br hr svg form script h2 blockquote iframe li"
_ATTRIBUTES = (
    'style="color:#333;position:relative"',
    "style=\"font-family:'PingFang SC'\"",
    'style="font-family:&#39;x&#39;"',
    "style='a:\"b\"'",
    'id="x"',
    'class="a  b"',
    'href="https://tea.example.com"',
    'href="https://mp.weixin.qq.com/s/x"',
    'src="https://mmbiz.qpic.cn/mmbiz_jpg/K/0?wx_fmt=jpeg"',
    'src="x.png"',
    'onclick="x()"',
    "title='it&quot;s'",
    "=",
    '"',
)
_WORDS = (
    "茶",
    "it's",
    "  ",
    "\n",
    "a < b",
    "&amp;",
    "&nbsp;",
    "x\t y",
    "<!-- c -->",
    "<![CDATA[d]]>",
    "</p",
    "<",
    "&#39;",
)


def markup() -> st.SearchStrategy[str]:
    """Return texts of tags, words and debris in any order."""
    names = st.sampled_from(_TAGS.split())
    attributes = st.lists(st.sampled_from(_ATTRIBUTES), max_size=3).map(" ".join)
    opened = st.builds("<{} {}>".format, names, attributes)
    pieces = st.one_of(opened, names.map("</{}>".format), st.sampled_from(_WORDS), st.text(max_size=4))
    return st.lists(pieces, max_size=25).map("".join)
