"""What the quick parser reads, it reads as YAML's base loader does."""

import pytest
import yaml
from hypothesis import example, given, settings
from hypothesis import strategies as st

from plugins.shared.front_matter import parse_document
from plugins.shared.plain_yaml import read_plain_yaml
from tests.conftest import ROOT

_PIECES = ["a", "键", "b c", "1", "-", "- ", ": ", ":", "?", "? ", " ", "  ", "\n", "\n- ", "\n  ", "\nk: ", "#", " #"]
_PIECES += ["[", "]", ", ", ",", "{", "}", "'", '"', "|", ">", "&x", "*x", "!", "!t ", "%", "@", "`", "~", "null", "\\"]
_PIECES += [
    "...",
    "---",
    "\t",
    "\r",
    "\x85",
    "\u2028",
    "\xa0",
    "\u3000",
    "\ufeff",
    "http://x",
    "09:30",
    "<<",
    "=",
    ".",
    "😀",
]
_LINES = [
    "k: v",
    "l: [a, b]",
    "m:",
    "- a",
    "- q: 1",
    "  a: 2",
    "  - x",
    "  - q: y",
    "    a: z",
    "n: 'x y'",
    'o: "x"',
    "",
    "# c",
]
_LINES += [
    "p: -5",
    "k: w",
    "q: [a,b]",
    "r: []",
    "s: a:b",
    "t: a#b",
    " u: v",
    "  w:",
    "x: [a, ]",
    "-",
    "- ",
    "y: ''",
    "z z: 1",
]
_ENTRIES = [
    "k: v",
    "l: [a, 茶 b]",
    "m:\n  产地: 浙江 杭州\n  a-b c: 20 g",
    "n:\n- q: 会不会？\n  a: 不会\n- q: 09:30\n- x y\n- 'z: #'",
    "o: http://x.cn/a#b",
    "# c",
    "",
    "p: ''",
    "r:\n  - [a, b]\n  - s: 1\n    t: 2",
]
texts = st.lists(st.sampled_from(_PIECES), max_size=12).map("".join)
documents = st.lists(
    st.sampled_from(_LINES) | st.builds("{}: {}".format, st.sampled_from("abc"), texts), max_size=7
).map("\n".join)


@st.composite
def spoiled(draw: st.DrawFn) -> str:
    """A front matter as people write it, with one slip."""
    text = "\n".join(entry for entry in _ENTRIES if draw(st.booleans()))
    place = draw(st.integers(0, len(text)))
    return text[:place] + draw(st.sampled_from(_PIECES)) + text[place + draw(st.integers(0, 1)) :]


@settings(deadline=None)
@given(st.one_of(texts, documents, spoiled()))
@example("a: b\n  c")
@example("a:\n- - b")
@example("a: [b, -]")
@example("a: - b")
@example("a:\n  b: c\n d: e")
@example("a:\n# c\n- b\n")
@example("a: \n  b: c")
@example("a:\n- \n  b: c")
@example("a: ''\n  b: c")
@example("-5: a")
@example("a:\n- - b: c")
@example("a: b \nc: d")
@example("a: b#c ")
@example("a: b#c:")
@example("a: b\x85c")
@example("a: b\x01")
@example("a: b\ufeffc")
@example("a : b")
@example("a:\n-  b: c\n   d: e")
@example("a:\n- b\n  c: d")
def test_what_it_reads_is_what_yaml_reads(text: str) -> None:
    found = read_plain_yaml(text)
    if found is not None:
        assert found == (yaml.load(text, Loader=yaml.BaseLoader) or {})
        assert found == (yaml.load(text, Loader=yaml.CBaseLoader) or {})
        node = yaml.compose(text, Loader=yaml.BaseLoader)
        assert node is None or isinstance(node, yaml.MappingNode)


def test_it_reads_what_people_write() -> None:
    assert read_plain_yaml("\n".join(_ENTRIES)) == {
        "k": "v",
        "l": ["a", "茶 b"],
        "m": {"产地": "浙江 杭州", "a-b c": "20 g"},
        "n": [{"q": "会不会？", "a": "不会"}, {"q": "09:30"}, "x y", "z: #"],
        "o": "http://x.cn/a#b",
        "p": "",
        "r": [["a", "b"], {"s": "1", "t": "2"}],
    }


@pytest.mark.parametrize(
    "text",
    [
        "a: |\n  b",
        "a: &x b",
        "a: 1\na: 2",
        "a:\n  b: 1\n  b: 2",
        "a:\n- b: 1\n  b: 2",
        "- a",
        "a: {b: c}",
        "a: b: c",
        "a: b #c",
        "a: [b, [c]]",
        "a: 'it''s'",
        "a: \tb",
    ],
)
def test_it_says_nothing_of_more(text: str) -> None:
    assert read_plain_yaml(text) is None


def test_it_reads_most_of_the_sample_shop() -> None:
    paths = sorted((ROOT / "content/products").glob("*.md"))
    texts = [parse_document(path.name, path.read_text(encoding="utf-8"))[0].yaml_text for path in paths]
    read = [read_plain_yaml(text) for text in texts]
    assert sum(each is not None for each in read) > 0.9 * len(paths)
    assert all(each in (None, yaml.load(text, Loader=yaml.CBaseLoader)) for each, text in zip(read, texts, strict=True))
