"""References become addresses; whatever cannot be sent has its line."""

from plugins.account_menu.model import Button, ContentReference, Keyword, Menu, MiniProgram, WebAddress
from plugins.account_menu.plan import plan_menu
from tests.account_menu.account import SITE, resolve


def plan(*buttons: Button):
    return plan_menu(Menu(buttons), resolve)


def test_every_kind_of_target_in_wechats_shape():
    program = MiniProgram("wx0123456789abcdef", "pages/index", "https://a.cn/")
    children = (Button("龙井", ContentReference("product:longjing")), Button("小程序", program))
    result = plan(
        Button("选茶", None, children),
        Button("人工", Keyword("人工 客服")),
        Button("微店", WebAddress("https://b.cn/")),
    )
    assert result.problems == ()
    assert result.buttons == (
        {
            "name": "选茶",
            "sub_button": [
                {"type": "view", "name": "龙井", "url": f"{SITE}/p/longjing/"},
                {
                    "type": "miniprogram",
                    "name": "小程序",
                    "url": "https://a.cn/",
                    "appid": "wx0123456789abcdef",
                    "pagepath": "pages/index",
                },
            ],
        },
        {"type": "click", "name": "人工", "key": "keyword:人工 客服"},
        {"type": "view", "name": "微店", "url": "https://b.cn/"},
    )


def test_a_reference_to_nothing_is_a_problem_at_its_line():
    result = plan(Button("茶", None, (Button("没有", ContentReference("product:gone"), (), 7),), 3))
    assert [str(problem) for problem in result.problems] == [
        "menu.yaml:7: 'product:gone' leads to no page. Check the file's name, and that it is not a draft."
    ]


def test_this_sites_own_addresses_must_be_references():
    result = plan(Button("茶", WebAddress("https://SHOP.example.com/p/longjing/?a=1"), (), 4))
    assert [problem.line for problem in result.problems] == [4]
    assert "Write product:longjing." in result.problems[0].message


def test_wechats_rules_are_told_with_lines_and_warnings_apart():
    long = Button("一二三四五六", ContentReference("home"), (), 2)
    cut = Button("一二三四五", ContentReference("home"), (), 4)
    local = Button("本地", WebAddress("https://127.0.0.1/"), (), 6)
    result = plan(long, cut, local)
    assert [problem.line for problem in result.problems] == [2]
    assert [problem.line for problem in result.warnings] == [4, 6]


def test_a_keyword_is_measured_with_its_prefix():
    assert plan(Button("茶", Keyword("k" * 120))).problems == ()
    assert len(plan(Button("茶", Keyword("k" * 121))).problems) == 1


def test_a_site_without_https_cannot_be_a_menus_target():
    result = plan_menu(Menu((Button("首页", ContentReference("home")),)), lambda _: "http://192.168.1.2:8000/")
    assert "not an https address" in result.problems[0].message
