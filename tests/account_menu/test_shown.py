"""One menu, whichever of WeChat's shapes tells it."""

from hypothesis import given
from hypothesis import strategies as st

from plugins.account_menu.shown import fingerprint, read_entries
from plugins.wechat_emulator.state.menus import as_menu_get, as_selfmenu

LEAVES = st.fixed_dictionaries(
    {"type": st.sampled_from(["view", "click"]), "name": st.text(max_size=3), "url": st.text(max_size=3)}
)
MENUS = st.lists(
    LEAVES
    | st.fixed_dictionaries({"name": st.text(max_size=3), "sub_button": st.lists(LEAVES, min_size=1, max_size=3)}),
    max_size=3,
)


@given(MENUS)
def test_both_endpoints_tell_the_menu_that_was_sent(buttons):
    sent = read_entries(buttons)
    assert read_entries(as_menu_get(button) for button in buttons) == sent
    assert read_entries(as_selfmenu(button) for button in buttons) == sent


@given(MENUS, MENUS)
def test_fingerprints_are_equal_exactly_for_equal_menus(one, two):
    entries = read_entries(one), read_entries(two)
    assert (fingerprint(entries[0]) == fingerprint(entries[1])) is (entries[0] == entries[1])


def test_the_order_of_fields_and_empty_ones_do_not_matter():
    one = {"type": "view", "name": "茶", "url": "https://a.cn/"}
    two = {"url": "https://a.cn/", "sub_button": {"list": []}, "key": "", "name": "茶", "type": "view"}
    assert read_entries([one]) == read_entries([two])


def test_actions_are_told_in_a_few_words():
    program = {"type": "miniprogram", "name": "c", "appid": "wx1", "pagepath": "p", "url": "https://a.cn/"}
    news = {"type": "news", "name": "d", "value": "id", "news_info": {"list": [{"title": "长" * 200}]}}
    buttons = [
        {"type": "view", "name": "a", "url": "https://a.cn/"},
        {"type": "click", "name": "b", "key": "keyword:人工"},
        program,
        {"name": "e", "sub_button": [program]},
    ]
    assert [entry.action for entry in read_entries(buttons)] == [
        "https://a.cn/",
        "click keyword:人工",
        "miniprogram wx1 p",
        "",
    ]
    assert len(read_entries([news])[0].action) <= 80
