"""Front matter: text as typed, lines that lead to the mistake, edits that touch one key."""

import pytest
import yaml
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.shared.front_matter import (
    decode_document,
    parse_document,
    parse_yaml,
    read_document,
    render_scalar,
    set_scalar,
)

TEXTS = st.text(st.characters(exclude_categories=["Cs"]), max_size=40)
TRICKY = st.text(
    st.sampled_from(list("a茶🍵 :#'\"-[]{}&*!|>%@`,?\\\n\r\t\x07\x85\u2028\u3000\ufeff$~=.0")), max_size=12
)
KEYS = st.from_regex(r"[a-z][a-z_]{0,8}", fullmatch=True)
BODIES = st.text(st.sampled_from(list("正文 -#\n:`\u2028")), max_size=60).map(lambda body: body.lstrip("\n"))


def parse(source: str):
    document, problems = parse_document("a.md", source)
    assert problems == []
    return document


def problems_of(source: str) -> list[tuple[int, str]]:
    _, problems = parse_yaml("a.yaml", source)
    return [(problem.line, problem.message) for problem in problems]


# ---- reading


def test_scalars_are_the_text_that_was_typed():
    document = parse("---\nmodel: 007\nwechat: off\ntel: 0571-8700\nprice: 12.50\nnothing: null\nempty:\n---\n")
    assert document.meta == {
        "model": "007",
        "wechat": "off",
        "tel": "0571-8700",
        "price": "12.50",
        "nothing": "null",
        "empty": "",
    }


def test_block_scalars_are_text():
    document = parse("---\nintro: |\n  一\n  ---\n  二\nnext: >-\n  a\n  b\n---\n正文\n")
    assert document.meta == {"intro": "一\n---\n二\n", "next": "a b"}
    assert document.body == "正文\n"


def test_front_matter_may_be_empty():
    for source in ("---\n---\nbody\n", "---\n\n---\nbody\n", "---\n# only a note\n---\nbody\n"):
        assert parse(source).meta == {}
        assert parse(source).body == "body\n"


def test_a_rule_in_the_body_is_not_a_fence():
    assert parse("---\na: b\n---\none\n\n---\n\ntwo\n").body == "one\n\n---\n\ntwo\n"


def test_a_fence_is_three_hyphens_and_blanks():
    assert parse("---  \na: b\n--- \u3000\nbody").body == "body"
    assert parse("---\na: |\n  ----\n---\nbody\n---").meta == {"a": "----\n"}
    for source in ("----\na: b\n---\n", " ---\na: b\n---\n", "---\na: b\n----\n", "---\na: b\n ---\n"):
        assert parse_document("a.md", source)[1]


@pytest.mark.parametrize(
    ("source", "words"),
    [
        ("", "no front matter"),
        ("title: a\n", "no front matter"),
        ("\n---\na: b\n---\n", "no front matter"),
        ("---\na: b\n", "no end"),
        ("---", "no end"),
    ],
)
def test_missing_fences_are_explained(source, words):
    _, problems = parse_document("a.md", source)
    assert [problem.line for problem in problems] == [1]
    assert words in problems[0].message
    assert "'---'" in problems[0].message


def test_a_file_from_a_windows_editor_reads_the_same(tmp_path):
    path = tmp_path / "a.md"
    path.write_bytes(b"\xef\xbb\xbf---\r\ntitle: \xe8\x8c\xb6\r\n---\r\nbody\r\n")
    document, problems = read_document(tmp_path, path)
    assert (document.meta, document.body, problems) == ({"title": "茶"}, "body\n", [])


def test_a_file_that_is_not_utf8_is_a_problem(tmp_path):
    path = tmp_path / "articles" / "gbk.md"
    path.parent.mkdir()
    path.write_bytes("---\ntitle: 茶\n---\n".encode("gbk"))
    document, problems = read_document(tmp_path, path)
    assert document.meta == {}
    assert [(problem.path, problem.line) for problem in problems] == [("articles/gbk.md", 1)]
    assert "UTF-8" in problems[0].message


def test_the_byte_that_is_not_utf8_is_counted_behind_the_mark():
    for mark in (b"", b"\xef\xbb\xbf"):
        _, problems = decode_document("a.md", mark + b"---\n\xff\n---\n")
        assert "byte 4 " in problems[0].message


def test_yaml_files_have_no_fences_and_no_body(tmp_path):
    path = tmp_path / "menu.yaml"
    path.write_text("buttons: []\n", encoding="utf-8")
    document, problems = read_document(tmp_path, path)
    assert (document.meta, document.body, problems) == ({"buttons": []}, "", [])


# ---- mistakes


@pytest.mark.parametrize(
    ("source", "line", "words"),
    [
        ("a: b\ntitle: x: y\n", 2, "not YAML"),
        ("a:\n\tb: c\n", 2, "not YAML"),
        ("a: b\nc: [1, 2\nd: e\n", 3, "not YAML"),
        ("a: b\nc: \x07\n", 2, "control characters"),
        ("茶: 龙井\n\n\u5b57: \x00\n", 3, "control characters"),
        ("a: b\n---\nc: d\n", 2, "another document"),
        ("? [a]\n: b\n", 1, "unhashable"),
        ("just words\n", 1, "mapping"),
        ("- a\n- b\n", 1, "mapping"),
        ("a: b\nc: d\na: e\n", 3, "'a' is given twice"),
        ("a:\n  - x: 1\n    y: 2\n    x: 3\n", 4, "'x' is given twice"),
    ],
)
def test_a_mistake_is_told_with_its_line(source, line, words):
    found = problems_of(source)
    assert [number for number, _ in found] == [line]
    assert words in found[0][1]
    assert "\n" not in found[0][1]


def test_lines_count_from_the_top_of_a_markdown_file():
    _, problems = parse_document("a.md", "---\ntitle: a\ntitle: b\n---\n")
    assert [str(problem) for problem in problems] == ["a.md:3: 'title' is given twice. Keep one."]


def bomb(levels: int) -> str:
    lines = ["a0: &a0 [x, x, x]"]
    lines += [f"a{n}: &a{n} [{', '.join([f'*a{n - 1}'] * 9)}]" for n in range(1, levels)]
    return "\n".join(lines) + "\n"


@pytest.mark.parametrize("source", [bomb(30), "a: &a [*a]\n", "a: &a\n  b: *a\n", "a: &x v\nb: *x\n"])
def test_values_that_grow_by_reference_are_refused_unread(source):
    document, problems = parse_yaml("a.yaml", source)
    assert document.meta == {}
    assert "Write it out" in problems[0].message


@pytest.mark.parametrize(
    "source",
    [
        "a: " + "[" * 3_000 + "]" * 3_000,
        "a: " + "[" * 200_000 + "]" * 200_000,
        "a:\n" + "- " * 200_000,
        "a: b\n" + "# a long and harmless note\n" * 1_000 + "c: " + "[" * 200 + "]" * 200,
    ],
)
def test_nesting_that_would_overflow_the_parser_is_refused(source):
    document, problems = parse_yaml("a.yaml", source + "\n")
    assert document.meta == {}
    assert "nested too deeply" in problems[0].message


def test_long_files_that_are_flat_are_read():
    source = "".join(f"key{number}: [a, b]\n" for number in range(2_000))
    document, problems = parse_yaml("a.yaml", source)
    assert (len(document.meta), problems) == (2_000, [])


def test_tags_make_no_objects():
    document, problems = parse_yaml("a.yaml", "a: !!python/object/apply:os.getcwd []\n")
    assert (document.meta, problems) == ({"a": []}, [])


# ---- lines


def test_line_of_leads_to_keys_and_list_items():
    document = parse("---\ntitle: a\nfaq:\n  - q: 1\n    a: 2\n  - q: 3\n    a: 4\n---\n")
    assert document.line_of(()) == 2
    assert document.line_of(("title",)) == 2
    assert document.line_of(("faq",)) == 3
    assert document.line_of(("faq", 1)) == 6
    assert document.line_of(("faq", 1, "a")) == 7


def test_line_of_a_key_that_is_missing_is_that_of_its_parent():
    document, _ = parse_yaml("a.yaml", "a: b\n\nshop:\n  name: x\n")
    assert document.line_of(("shop", "tel")) == 3
    assert document.line_of(("nothing",)) == 1


@given(st.lists(st.tuples(TRICKY, st.integers(0, 3)), min_size=1, max_size=6))
def test_every_key_is_found_on_the_line_it_was_written_on(rows):
    lines, expected = ["---"], {}
    for number, (value, blanks) in enumerate(rows):
        lines += ["# note"] * blanks
        lines.append(f"key{number}: {render_scalar(value)}")
        expected[f"key{number}"] = len(lines)
    document = parse("\n".join([*lines, "---", ""]))
    assert {key: document.line_of((key,)) for key in expected} == expected


# ---- writing


@given(TEXTS | TRICKY)
@example("")
@example("a\n---\nb")
@example("\x85")
@example("a\tb")
def test_a_rendered_scalar_is_one_line_that_reads_back(value):
    line = render_scalar(value)
    assert len(line.splitlines()) == 1
    assert parse(f"---\nkey: {line}\nnext: x\n---\n").meta == {"key": value, "next": "x"}
    assert yaml.load(f"key: {line}\n", Loader=yaml.BaseLoader) == {"key": value}


@pytest.mark.parametrize("value", ["明前龙井", "007", "off", "it's", "a, b", "2026-11-22", "13800000000"])
def test_ordinary_text_is_not_quoted(value):
    assert render_scalar(value) == value


VALUES = st.one_of(
    TRICKY.map(render_scalar),
    st.lists(st.sampled_from(["a", "茶", "- b", "# no comment", ""]), min_size=1, max_size=3).map(
        lambda lines: "|\n" + "\n".join(f"  {line}" for line in ["x", *lines]) + "\n" * (len(lines) - 1)
    ),
    st.just("\n  - a\n  - b: c\n    d: |\n      text\n"),
    st.just("\n  x: 1\n  y:\n    z: 2"),
    st.just("[a, {b: c}]  # flow"),
    st.just("  # nothing yet"),
    st.just(""),
)


@st.composite
def front_matters(draw) -> tuple[dict[str, str], str]:
    """Keys with the text between their names, and the body."""
    keys = draw(st.lists(KEYS, max_size=5, unique=True))
    return {key: draw(VALUES) for key in keys}, draw(BODIES)


def text_of(pieces: dict[str, str], body: str, newline: str, mark: str) -> str:
    lines = "".join(f"{key}: {value}\n" for key, value in pieces.items())
    return mark + f"---\n{lines}---\n{body}".replace("\n", newline)


@given(front_matters(), KEYS, TEXTS | TRICKY, st.sampled_from(["\n", "\r\n"]), st.sampled_from(["", "\ufeff"]))
def test_setting_a_key_changes_that_key_only(case, key, value, newline, mark):
    pieces, body = case
    source = text_of(pieces, body, newline, mark)
    before = parse(source.removeprefix("\ufeff"))
    result = set_scalar(source, key, value)
    after = parse(result.removeprefix("\ufeff"))
    assert after.meta == {**before.meta, key: value}
    assert after.body == before.body
    assert list(after.meta) == list({**before.meta, key: value})
    assert result.startswith(mark)
    assert set_scalar(result, key, value) == result


@given(front_matters(), KEYS, TEXTS | TRICKY, st.sampled_from(["\n", "\r\n"]))
def test_every_byte_of_the_other_keys_is_kept(case, key, value, newline):
    pieces, body = case
    source = text_of(pieces, body, newline, "")
    result = set_scalar(source, key, value)
    line = f"{key}: {render_scalar(value)}"
    if key not in pieces:
        fence = source.rindex(f"---{newline}", 0, len(source) - len(body.replace("\n", newline)))
        assert result == source[:fence] + line + newline + source[fence:]
    else:
        assert result.count(line) >= 1
        at = source.index(f"{newline}{key}: ") + len(newline)
        assert result.startswith(source[:at] + line)
        tail = result[at + len(line) :]
        assert source.endswith(tail)
        following = list(pieces)[list(pieces).index(key) + 1 :]
        marker = f"{newline}{following[0]}: " if following else f"{newline}---{newline}"
        assert marker in tail


def test_a_comment_behind_the_old_value_stays():
    assert set_scalar("---\na: b  # why\nc: d\n---\n", "a", "z") == "---\na: z  # why\nc: d\n---\n"


def test_blank_lines_and_comments_after_a_block_stay():
    source = "---\nintro: |\n  one\n\n  two\n\n# note\nnext: x\n---\nbody\n"
    assert set_scalar(source, "intro", "new") == "---\nintro: new\n\n# note\nnext: x\n---\nbody\n"


def test_indented_front_matter_is_extended_in_its_own_column():
    assert set_scalar("---\n  a: b\n---\n", "c", "d") == "---\n  a: b\n  c: d\n---\n"


@pytest.mark.parametrize(
    "source",
    [
        "no fence\n",
        "---\n{a: b}\n---\n",
        "---\na: &x v\nb: *x\n---\n",
        "---\na: b\n...\n---\n",
        "---\na: b\na: c\n---\n",
    ],
)
def test_front_matter_that_cannot_be_edited_safely_is_refused(source):
    with pytest.raises(ValueError, match=r"Write|start|Keep"):
        set_scalar(source, "c", "x")
