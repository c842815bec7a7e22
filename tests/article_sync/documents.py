"""Hypothesis strategies: articles as blocks, as a person might write them, and as nobody would."""

from hypothesis import HealthCheck, settings
from hypothesis import strategies as st

from plugins.article_sync.convert.blocks import (
    Block,
    Blocks,
    Break,
    Code,
    Directive,
    Heading,
    Image,
    Inlines,
    ListBlock,
    Math,
    Note,
    NoteRef,
    Paragraph,
    Quote,
    Rule,
    Run,
    Table,
    plain,
    tidy,
)


def laws(examples: int) -> settings:
    """Return settings for a law: so many examples, and as many as the profile wants when it looks for new ones."""
    profile = settings()
    wanted = examples if profile.derandomize else profile.max_examples
    return settings(deadline=None, max_examples=wanted, suppress_health_check=[HealthCheck.too_slow])


WORDS = st.sampled_from(
    [
        "龙井",
        "茶",
        "水温85℃",
        "tea",
        "a_b",
        "1.",
        "*",
        "**",
        "_",
        "~~",
        "~",
        "`",
        "[x]",
        "](y)",
        "<b>",
        "&amp;",
        "#",
        "-",
    ]
    + [
        "+",
        ">",
        "|",
        "\\",
        "!",
        "“好”",
        "，",
        "。",
        "：",
        "3 克",
        "80~85",
        "https://x.cn",
        "===",
        "---",
        "☐",
        "[^1]",
        "$x$",
        "$5",
        ":::",
        "^",
        "😀",
    ]
)
TEXT = st.lists(WORDS, min_size=1, max_size=5).flatmap(
    lambda words: st.sampled_from(["", " "]).map(lambda gap: gap.join(words))
)
MARKS = st.frozensets(st.sampled_from(["strong", "em", "del", "u", "sub", "sup", "mark"]), max_size=2)
HREFS = st.sampled_from(
    ["", "", "", "https://a.cn/x?y=1&z=2", "https://b.cn/(p)", "https://mp.weixin.qq.com/s/abc", "tel:123"]
    + ["mailto:a@b.cn", "https://x.cn/%E8%8C%B6?q=1#a", "product:longjing"]
)
SOURCES = st.sampled_from(["https://mmbiz.qpic.cn/mmbiz_jpg/one", "https://mmbiz.qpic.cn/mmbiz_png/two"])


@st.composite
def runs(draw: st.DrawFn) -> Run:
    marks = draw(MARKS) if draw(st.booleans()) else frozenset()
    if draw(st.integers(0, 5)) == 0:
        marks = frozenset({"code"})
    return Run(draw(TEXT), marks, draw(HREFS))


@st.composite
def images(draw: st.DrawFn) -> Image:
    return Image(
        draw(SOURCES),
        draw(st.sampled_from(["", "一杯茶", "a [b] *c*", "x"])),
        draw(st.sampled_from(["", "提示"])),
        draw(HREFS),
    )


FORMULAS = st.sampled_from(["E=mc^2", r"\frac{a}{b}", "<x>", r"\foo{", "温度", "a"]).map(Math)


@st.composite
def inlines(draw: st.DrawFn) -> Inlines:
    piece = st.one_of(runs(), runs(), runs(), images(), st.just(Break()), FORMULAS)
    return tidy(draw(st.lists(piece, min_size=1, max_size=5)))


FILLED = inlines().filter(bool)
PARAGRAPHS = FILLED.map(Paragraph)


def _heading(level: int, content: Inlines) -> Block:
    without = tidy(Run(" ") if isinstance(piece, Break) else piece for piece in content)
    worded = bool(plain(without).strip())
    return Heading(level, without) if worded else Paragraph(without)


HEADINGS = st.builds(_heading, st.integers(1, 6), FILLED)
CODES = st.builds(
    Code,
    st.lists(st.sampled_from(["x = 1", "    if a < b:", "", "```", "a  b", "# 注释", "&nbsp;"]), min_size=1, max_size=4)
    .map("\n".join)
    .map(lambda text: text.rstrip("\n"))
    .filter(lambda text: bool(text.strip())),
    st.sampled_from(["", "python"]),
)


@st.composite
def tables(draw: st.DrawFn) -> Table:
    width, height = draw(st.integers(1, 3)), draw(st.integers(1, 3))
    cell = st.one_of(FILLED, st.just(()))
    rows = [[draw(cell) for _ in range(width)] for _ in range(height)]
    rows[0][0] = rows[0][0] or (Run("头"),)
    aligns = tuple(draw(st.sampled_from(["", "left", "center", "right"])) for _ in range(width))
    return Table(tuple(map(tuple, rows)), aligns)


def _nested(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(children, min_size=1, max_size=3).map(tuple)
    quotes = several.map(Quote)
    lists = st.builds(
        ListBlock, st.lists(several, min_size=1, max_size=3).map(tuple), st.sampled_from([None, None, 1, 3])
    )
    return st.one_of(quotes, lists, TASKS, _parts(children))


@st.composite
def task_lists(draw: st.DrawFn, depth: int = 2) -> ListBlock:
    items = []
    for box in draw(st.lists(st.sampled_from("☐☑"), min_size=1, max_size=3)):
        line = Paragraph((Run(f"{box} {draw(st.sampled_from(['烫杯', '出汤', '3 克']))}"),))
        items.append((line, draw(task_lists(depth - 1))) if depth and draw(st.booleans()) else (line,))
    return ListBlock(tuple(items))


TASKS = task_lists()
PICTURES = st.lists(images().map(lambda image: Paragraph((image,))), min_size=1, max_size=3).map(tuple)
ARGUMENTS = st.sampled_from(["", "longjing", "满 300 减 30", 'a "b" & <c>', "https://a.cn/?x=1", "::", "**粗**"])


def _parts(children: st.SearchStrategy[Block]) -> st.SearchStrategy[Block]:
    several = st.lists(children, max_size=2).map(tuple)
    boxes = st.builds(Directive, st.sampled_from(["callout", "coupon", "audio", "video"]), ARGUMENTS, several)
    shown = st.sampled_from([(), (Paragraph((Run("明前龙井", frozenset({"strong"})),)), Paragraph((Run("¥268"),)))])
    cards = st.builds(Directive, st.sampled_from(["product", "store", "qr", "follow"]), ARGUMENTS, several, shown)
    filled = st.lists(children, min_size=1, max_size=2).map(tuple)
    return st.one_of(boxes, cards, st.builds(Directive, st.just("steps"), st.just(""), filled))


GALLERIES = st.builds(Directive, st.just("gallery"), st.just(""), PICTURES)
LEAVES = st.one_of(PARAGRAPHS, PARAGRAPHS, HEADINGS, CODES, st.just(Rule()), tables(), GALLERIES)
BLOCKS: st.SearchStrategy[Block] = st.recursive(LEAVES, _nested, max_leaves=6)


@st.composite
def documents(draw: st.DrawFn) -> Blocks:
    """Blocks, and up to two footnotes whose marks stand anywhere in the text."""
    blocks = draw(st.lists(BLOCKS, max_size=3))
    notes = []
    for number in range(1, draw(st.sampled_from([0, 0, 1, 2])) + 1):
        label = str(number)
        marked = Paragraph((Run("茶"), NoteRef(label), *draw(st.sampled_from([(), (Run("。"),)]))))
        places: list[Block] = [
            marked,
            Heading(2, marked.content),
            Quote((marked,)),
            ListBlock(((marked,),), 1),
            Directive("callout", "", (marked,)),
            Table(((marked.content,), ((Run("字"),),)), ("",)),
        ]
        blocks.append(draw(st.sampled_from(places)))
        blocks += draw(st.lists(BLOCKS, max_size=1))
        notes.append(Note(label, (draw(BLOCKS),)))
    return (*blocks, *notes)


DOCUMENTS: st.SearchStrategy[Blocks] = documents()
MARKDOWN = st.lists(
    st.sampled_from(
        [
            "# ",
            "- ",
            "1. ",
            "> ",
            "```\n",
            "| a | b |\n|---|---|\n| c | d |\n",
            "**",
            "*",
            "_",
            "`",
            "[l](product:x)",
            "\n",
        ]
        + [
            '![p](articles/a.jpg "t")',
            "[^1]",
            "\n\n[^1]: note\n",
            "- [ ] ",
            "<u>u</u>",
            "<div>",
            "</div>",
            "~~",
            "    ",
        ]
        + [
            "\n\n",
            "文字",
            "text",
            " ",
            "\\\n",
            "<!-- c -->",
            "***",
            "https://x.cn",
            "<https://y.cn>",
            "：",
            "  \n",
            "&lt;",
            "\n\n::: product x\n",
            "\n:::\n",
            "$a_1$",
            "\n$$\nb\n$$\n",
            "$5 ",
        ]
    ),
    max_size=25,
).map("".join)
