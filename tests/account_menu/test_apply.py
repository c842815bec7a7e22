"""Pushing a menu: what is compared, what is guarded, what is kept, what is believed."""

import json
from pathlib import Path

import pytest

from plugins.account_menu import push_menu
from plugins.account_menu.state import read_pushed, state_path
from plugins.shared.errors import AnswerUnclear, ContentProblems, CredentialsRefused, StateUntrusted
from tests.account_menu.account import APPID, Account, resolve

MENU = """\
buttons:
- name: 选茶
  children:
  - {name: 龙井, target: product:longjing}
- {name: 人工, target: {keyword: 人工}}
"""
OTHER = MENU.replace("product:longjing", "landing:spring")
CONSOLE = {"type": "news", "name": "后台", "news_info": {"list": [{"title": "旧文"}]}}


class Shop:
    """A content folder with a menu, an account, and a push."""

    def __init__(self, root: Path) -> None:
        self.root, self.content, self.state = root, root / "content", root / ".wechat"
        self.content.mkdir()
        self.account = Account()
        self.write(MENU)

    def write(self, text: str) -> None:
        (self.content / "menu.yaml").write_text(text, encoding="utf-8")

    def push(self, **flags: bool):
        return push_menu(self.content, self.account, resolve, self.state, **flags)

    def files(self) -> dict[str, bytes]:
        return {str(path): path.read_bytes() for path in self.root.rglob("*") if path.is_file()}


@pytest.fixture
def shop(tmp_path) -> Shop:
    return Shop(tmp_path)


def test_a_first_push_creates_the_menu_and_records_it(shop):
    report = shop.push()
    assert (report.status, report.exit_code, report.backup) == ("pushed", 0, None)
    assert [line.mark for line in report.lines] == ["+", "+", "+"]
    assert shop.account.get_menu()[0]["sub_button"][0]["url"] == "https://shop.example.com/p/longjing/"
    assert read_pushed(shop.content, APPID)


def test_a_second_push_does_nothing(shop):
    shop.push()
    before = shop.files()
    assert shop.push().status == "unchanged"
    assert shop.account.writes == 1
    assert shop.files() == before


def test_a_change_replaces_our_own_menu_after_a_backup(shop):
    shop.push()
    old = shop.account.get_current_menu()
    shop.write(OTHER)
    report = shop.push()
    assert (report.status, shop.account.writes) == ("pushed", 2)
    assert report.backup.parent == shop.state / "trash"
    assert json.loads(report.backup.read_text(encoding="utf-8")) == old
    assert [line.mark for line in report.lines] == [" ", "~", " "]


@pytest.mark.parametrize("prepare", ["nothing", "ours", "console"])
def test_a_dry_run_changes_nothing_anywhere(shop, prepare):
    if prepare == "ours":
        shop.push()
        shop.write(OTHER)
    if prepare == "console":
        shop.account.make_in_console(CONSOLE)
    files, shown, writes = shop.files(), list(shop.account.shown), shop.account.writes
    report = shop.push(dry_run=True)
    assert report.status == ("guarded" if prepare == "console" else "planned")
    assert any(line.mark != " " for line in report.lines)
    assert (shop.files(), shop.account.shown, shop.account.writes) == (files, shown, writes)
    assert shop.push(dry_run=True, take_over=True).status == "planned"
    assert (shop.files(), shop.account.writes) == (files, writes)


def test_a_menu_made_in_the_console_is_not_replaced(shop):
    shop.account.make_in_console(CONSOLE)
    before = shop.files()
    report = shop.push()
    assert (report.status, report.exit_code, shop.account.writes) == ("guarded", 4, 0)
    assert [str(line)[:4] for line in report.lines][:1] == ["- 后台"]
    assert shop.files() == before


def test_take_over_replaces_it_and_keeps_it(shop):
    shop.account.make_in_console(CONSOLE)
    report = shop.push(take_over=True)
    assert report.status == "pushed"
    kept = json.loads(report.backup.read_text(encoding="utf-8"))
    assert kept["selfmenu_info"]["button"] == [CONSOLE]
    assert shop.push().status == "unchanged"


def test_our_menu_edited_in_the_console_is_guarded(shop):
    shop.push()
    shop.account.make_in_console({"type": "view", "name": "店", "url": "https://elsewhere.example.com/"})
    assert shop.push().status == "guarded"
    assert shop.push(take_over=True).status == "pushed"


def test_a_menu_pushed_by_another_tool_is_guarded(shop):
    shop.account.create_menu([{"type": "click", "name": "别的", "key": "k"}])
    assert shop.push().status == "guarded"


def test_our_menu_made_again_in_the_console_is_the_consoles(shop):
    shop.push()
    shop.account.make_in_console(*shop.account.shown)
    shop.write(OTHER)
    assert shop.push().status == "guarded"


def test_an_equal_menu_from_elsewhere_is_adopted(shop):
    shop.push()
    state_path(shop.content, APPID).unlink()
    assert shop.push(dry_run=True).status == "unchanged"
    assert read_pushed(shop.content, APPID) is None
    assert shop.push().status == "unchanged"
    assert read_pushed(shop.content, APPID)
    assert shop.account.writes == 1


def test_a_menu_that_is_switched_off_is_switched_on_again(shop):
    shop.push()
    shop.account.is_open = 0
    assert shop.push().status == "pushed"
    assert shop.account.writes == 2


def test_an_answer_lost_after_the_effect_is_settled_by_looking(shop):
    shop.account.lose_answer = "after"
    assert shop.push().status == "pushed"
    assert shop.account.writes == 1


def test_an_answer_lost_before_the_effect_is_an_error_and_can_be_repeated(shop):
    shop.account.lose_answer = "before"
    with pytest.raises(AnswerUnclear):
        shop.push()
    assert read_pushed(shop.content, APPID) is None
    shop.account.lose_answer = ""
    assert shop.push().status == "pushed"


def test_a_menu_that_reads_back_differently_is_reported_and_still_ours(shop):
    shop.account.rewrite_names = True
    report = shop.push()
    assert (report.status, report.exit_code) == ("mismatch", 1)
    shop.account.rewrite_names = False
    assert shop.push().status == "pushed"


def test_an_account_without_the_permission_gets_the_plan_to_copy(shop):
    shop.account.permitted = False
    report = shop.push()
    assert (report.status, report.exit_code) == ("unsupported", 5)
    assert "+ 选茶" in report.render()
    assert not state_path(shop.content, APPID).exists()


def test_other_refusals_are_not_taken_for_a_missing_permission(shop):
    class Frozen(Account):
        def get_menu(self):
            raise CredentialsRefused("frozen (errcode 50007)", 50007)

    shop.account = Frozen()
    with pytest.raises(CredentialsRefused):
        shop.push()


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("buttons: []\n", "1 to 3 buttons"),
        ("buttons:\n- {name: 茶, target: product:gone}\n", "leads to no page"),
        ("buttons:\n- {name: 茶, target: /p/longjing/}\n- {name: 一二三四五六, target: home}\n", "18 bytes"),
        ("nothing: here\n", "missing"),
    ],
)
def test_a_menu_with_problems_never_reaches_the_account(shop, text, words):
    shop.write(text)
    shop.account.get_current_menu = None  # any call would fail
    with pytest.raises(ContentProblems) as problems:
        shop.push()
    assert words in str(problems.value)


def test_state_that_is_not_believed_stops_before_any_change(shop):
    shop.push()
    state_path(shop.content, APPID).write_text("{}", encoding="utf-8")
    shop.write(OTHER)
    with pytest.raises(StateUntrusted):
        shop.push(take_over=True)
    assert shop.account.writes == 1
