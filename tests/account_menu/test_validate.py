"""WeChat's rules for the tree of buttons."""

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from plugins.account_menu.validate import check_conditional, check_menu
from plugins.wechat_emulator.state import menu_rules
from plugins.wechat_emulator.state.refusal import Refusal


def view(name: str = "茶", url: str = "https://a.cn/") -> dict:
    return {"type": "view", "name": name, "url": url}


def parent(*children: dict, name: str = "店") -> dict:
    return {"name": name, "sub_button": list(children)}


def messages(*buttons: dict, warnings: bool = False) -> list[tuple[tuple[int, ...], str]]:
    return [(flaw.place, flaw.message) for flaw in check_menu(buttons) if flaw.is_warning is warnings]


def test_a_full_menu_is_accepted():
    assert check_menu([parent(*[view()] * 5)] * 3) == []
    assert check_menu([view()]) == []


@pytest.mark.parametrize(
    ("buttons", "place", "words"),
    [
        ([], (), "1 to 3 buttons, not 0"),
        ([view()] * 4, (), "1 to 3 buttons, not 4"),
        ([parent(*[view()] * 6)], (0,), "1 to 5 children, not 6"),
        ([view(), parent(parent(view()))], (1, 0), "two levels"),
        ([view(name="")], (0,), "no name"),
        ([view(name="  ")], (0,), "no name"),
        ([view(name="茶\n叶")], (0,), "line break"),
        ([view(name="茶\u200b叶")], (0,), "invisible"),
        ([view(name="茶" * 5 + "ab")], (0,), "17 bytes"),
        ([parent(view(name="茶" * 20 + "a"))], (0, 0), "61 bytes"),
        ([{**parent(view()), "type": "click", "key": "a"}], (0,), "only a name"),
        ([{**parent(view()), "url": "https://a.cn/"}], (0,), "only a name"),
        ([{"type": "tap", "name": "茶"}], (0,), "Use one of"),
        ([{"name": "茶", "sub_button": []}], (0,), "Use one of"),
    ],
)
def test_what_wechat_refuses_is_told_with_its_place(buttons, place, words):
    found = messages(*buttons)
    assert [where for where, _ in found] == [place]
    assert words in found[0][1]


@pytest.mark.parametrize(
    ("button", "most"),
    [
        (lambda name: [view(name)], 16),
        (lambda name: [parent(view(name))], 60),
        (lambda name: [parent(view(), name=name)], 16),
    ],
)
def test_names_are_measured_in_bytes_of_utf8(button, most):
    for character in ("a", "é", "茶", "🍵"):
        size = len(character.encode())
        fits = character * (most // size)
        assert messages(*button(fits)) == []
        assert len(messages(*button(fits + character))) == 1


def test_names_that_phones_cut_off_are_warned_about():
    assert messages(view("茶叶与茶器"), warnings=True) == [((0,), "'茶叶与茶器' is cut off after 4 hanzi on phones.")]
    assert messages(view("茶叶茶器"), view("teapots"), warnings=True) == []
    assert messages(parent(view("一二三四五六七八")), warnings=True) == []
    assert [place for place, _ in messages(parent(view(), view("一二三四五六七八九")), warnings=True)] == [(0, 1)]


def test_every_flaw_is_found_in_one_go():
    buttons = [view(name=""), parent(view(url="x"), view(name="长" * 21)), view(), view()]
    assert [place for place, _ in messages(*buttons)] == [(), (0,), (1, 0), (1, 1)]


def test_conditional_menus_may_point_to_three_domains_altogether():
    three = [[view(url=f"https://{host}.cn/")] for host in "abc"]
    assert check_conditional(three) == []
    assert check_conditional([*three, [view(url="https://A.cn/other")]]) == []
    flaws = check_conditional([*three[:2], [parent(view(url="https://c.cn/"), view(url="https://d.cn/"))]])
    assert [flaw.message for flaw in flaws] == [
        "conditional menus may point to 3 domains altogether, these to 4: a.cn, b.cn, c.cn, d.cn. Use fewer."
    ]


NAMES = st.text(st.sampled_from("茶a🍵 \n"), max_size=22)
LEAVES = st.fixed_dictionaries(
    {"name": NAMES, "type": st.sampled_from(["view", "click", "miniprogram", "media_id", "scancode_push", "no", ""])},
    optional={
        "url": st.sampled_from(
            ["", "https://a.cn/", "http://a.cn/", "a.cn", "https://", "https://[", "https://a.cn/" + "x" * 1020]
        ),
        "key": st.sampled_from(["", "k", "茶" * 43]),
        "appid": st.sampled_from(["", "wx0123456789abcdef"]),
        "pagepath": st.sampled_from(["", "pages/index"]),
        "media_id": st.sampled_from(["", "abc"]),
    },
)
BUTTONS = st.one_of(LEAVES, st.fixed_dictionaries({"name": NAMES, "sub_button": st.lists(LEAVES, max_size=6)}))


@given(st.lists(BUTTONS, max_size=4))
@example([{"name": "茶", "type": "view", "url": "https://a.cn/", "sub_button": [view()]}])
def test_wechat_accepts_what_passes_here(buttons):
    anything = menu_rules.Known(lambda _: True, lambda _: True, lambda _: True)
    try:
        menu_rules.check_menu(buttons, anything)
        refused = None
    except Refusal as refusal:
        refused = refusal
    if refused:
        assert messages(*buttons) != []
