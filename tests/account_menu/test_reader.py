"""content/menu.yaml: every mistake with its line, and the menu as far as it can be read."""

import pytest

from plugins.account_menu.model import Button, ContentReference, Keyword, Menu, MiniProgram, WebAddress
from plugins.account_menu.reader import read_menu

GOOD = """\
# our menu
buttons:
  - name: 选茶
    children:
      - name: 龙井
        target: product:longjing
      - {name: 小程序, target: {miniprogram: {appid: wx0123456789abcdef, pagepath: pages/index, url: https://a.cn/}}}
  - name: 人工
    target: {keyword: 人工}
  - name: 微店
    target: https://weidian.example.com/
"""


def read(tmp_path, text: str):
    (tmp_path / "menu.yaml").write_text(text, encoding="utf-8")
    return read_menu(tmp_path)


def problems_of(tmp_path, text: str) -> list[str]:
    return [str(problem) for problem in read(tmp_path, text)[1]]


def test_a_menu_with_every_kind_of_target(tmp_path):
    menu, problems = read(tmp_path, GOOD)
    assert problems == []
    program = MiniProgram("wx0123456789abcdef", "pages/index", "https://a.cn/")
    assert menu == Menu(
        (
            Button(
                "选茶",
                None,
                (Button("龙井", ContentReference("product:longjing"), (), 5), Button("小程序", program, (), 7)),
                3,
            ),
            Button("人工", Keyword("人工"), (), 8),
            Button("微店", WebAddress("https://weidian.example.com/"), (), 10),
        )
    )


def test_no_file_is_a_problem(tmp_path):
    menu, problems = read_menu(tmp_path)
    assert menu.buttons == ()
    assert str(problems[0]).startswith("menu.yaml:1: there is no menu.")


@pytest.mark.parametrize(
    ("text", "start", "words"),
    [
        ("buttons:\n  - nam: 茶\n    target: home\n", "menu.yaml:2", "Did you mean 'name'?"),
        ("button:\n  - {name: 茶, target: home}\n", "menu.yaml:1", "Did you mean 'buttons'?"),
        ("buttons:\n  - name: 茶\n    targt: home\n", "menu.yaml:3", "Did you mean 'target'?"),
        ("buttons:\n  - name: 茶\n", "menu.yaml:2", "leads nowhere"),
        ("buttons:\n  - name: 茶\n    target: /p/longjing/\n", "menu.yaml:3", "Write product:longjing."),
        ("buttons:\n  - name: 茶\n    target: prodcut:a\n", "menu.yaml:3", "Did you mean product:a?"),
        ("buttons:\n  - name: 茶\n    target: {keywrd: a}\n", "menu.yaml:3", "Did you mean 'keyword'?"),
        ("buttons:\n  - name: 茶\n    target: [a]\n", "menu.yaml:3", "mapping"),
        ("buttons:\n  - name: 茶\n    target:\n      keyword: a\n      miniprogram: {}\n", "menu.yaml:5", "missing"),
        ("buttons:\n  - name: 茶\n    target:\n      miniprogram:\n        appid: wx\n", "menu.yaml:4", "pagepath"),
        ("buttons: 茶\n", "menu.yaml:1", "buttons"),
        ("buttons:\n  - 茶\n", "menu.yaml:2", ""),
        ("buttons:\n\t- name: 茶\n", "menu.yaml:2", "not YAML"),
        (
            "buttons:\n  - name: 茶\n    target: home\n    children:\n      - {name: a, target: home}\n",
            "menu.yaml:2",
            "Remove one",
        ),
    ],
)
def test_a_mistake_is_told_with_its_line_and_what_to_write(tmp_path, text, start, words):
    found = problems_of(tmp_path, text)
    assert any(line.startswith(f"{start}: ") and words in line for line in found), found


def test_all_mistakes_are_told_at_once(tmp_path):
    text = (
        "buttons:\n  - name: 茶\n    target: /p/a/\n  - name: 店\n    children:\n      - {name: 一, target: sotres}\n"
    )
    assert [line.split(": ")[0] for line in problems_of(tmp_path, text)] == ["menu.yaml:3", "menu.yaml:6"]


def test_both_keyword_and_miniprogram_are_one_too_many(tmp_path):
    program = "{appid: wx0123456789abcdef, pagepath: a, url: https://a.cn/}"
    text = f"buttons:\n  - name: 茶\n    target: {{keyword: a, miniprogram: {program}}}\n"
    assert problems_of(tmp_path, text) == ["menu.yaml:3: write either miniprogram or keyword here."]


def test_line_at_finds_buttons_at_both_levels(tmp_path):
    menu, _ = read(tmp_path, GOOD)
    assert [menu.line_at(place) for place in ((), (0,), (0, 1), (2,), (9,))] == [3, 3, 7, 10, 3]
