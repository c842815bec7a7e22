"""A new shop: valid as a whole, and made without losing a byte of what was there."""

import subprocess
from dataclasses import replace
from datetime import datetime
from pathlib import Path

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from plugins.account_menu.command import check_menu
from plugins.shared.errors import UsageProblem
from plugins.shared.validation import SHANGHAI
from plugins.shop_init import Answers, init_shop
from plugins.shop_init.write import REPLACED, UncommittedChanges
from plugins.site.check import load_site

NOW = datetime(2026, 11, 22, 10, 5, tzinfo=SHANGHAI)
ANSWERS = Answers("小店: 'A' \"B\" $x 🍵", "https://shop.example.com", "小店 #1 有限公司", "0571-8700 1234")


def everything(root: Path) -> dict[str, bytes]:
    return {path.relative_to(root).as_posix(): path.read_bytes() for path in root.rglob("*") if path.is_file()}


@pytest.fixture
def sample(tmp_path, small_shop) -> Path:
    """A project with a shop in it, and more in content/ than the shop."""
    (small_shop / ".sync" / "abc").mkdir(parents=True)
    (small_shop / ".sync" / "abc" / "menu.json").write_text("{}", encoding="utf-8")
    (small_shop / "notes.txt").write_text("mine", encoding="utf-8")
    return tmp_path


def test_the_new_shop_is_small_and_valid(sample, monkeypatch):
    monkeypatch.setenv("SOURCE_DATE_EPOCH", str(int(NOW.timestamp())))
    init_shop(sample, ANSWERS, NOW)
    site = load_site(sample / "content")
    check_menu(sample / "content", site)
    assert (site.shop.name, site.shop.operator) == (ANSWERS.shop_name, ANSWERS.operator)
    assert (site.shop.account_name, site.shop.wechat_id) == (ANSWERS.shop_name, "")
    assert [len(part) for part in (site.catalog.products, site.catalog.categories, site.articles)] == [1, 1, 1]
    assert [page.slug for page in site.running] == ["opening"]
    assert {page.slug for page in site.pages} == {"about", "contact", "privacy", "terms", "service"}
    assert (len(site.stores), len(site.channels), len(site.pictures)) == (1, 1, 2)


def test_what_is_written_is_what_is_told(sample):
    written = init_shop(sample, replace(ANSWERS, appid="wx0123456789abcdef"), NOW)
    assert written[-1] == sample / ".env"
    told = {path.relative_to(sample).as_posix() for path in written}
    assert told == {name for name in everything(sample) if not name.startswith(".wechat/")} - {"content/notes.txt"}


def test_without_an_appid_there_is_no_env_file(sample):
    init_shop(sample, ANSWERS, NOW)
    assert not (sample / ".env").exists()


def test_the_old_shop_is_kept_whole_and_other_files_stay(sample):
    before = everything(sample)
    init_shop(sample, ANSWERS, NOW)
    after = everything(sample)
    assert after["content/notes.txt"] == b"mine"
    kept = {name: data for name, data in before.items() if name != "content/notes.txt"}
    assert {name: after[f".wechat/trash/20261122T100500/{name}"] for name in kept} == kept
    assert not (sample / "content" / ".sync").exists()
    assert not list((sample / ".wechat" / "trash").glob(".new-*"))


def test_twice_in_one_second_keeps_both(sample):
    init_shop(sample, ANSWERS, NOW)
    init_shop(sample, ANSWERS, NOW)
    trash = sample / ".wechat" / "trash"
    assert sorted(path.name for path in trash.iterdir()) == ["20261122T100500", "20261122T100500-2"]
    load_site(sample / "content")


def test_it_also_works_where_there_is_no_content_yet(tmp_path):
    init_shop(tmp_path, ANSWERS, NOW)
    assert load_site(tmp_path / "content").shop.tel == "0571-8700 1234"
    assert not (tmp_path / ".wechat" / "trash" / "20261122T100500").exists()


@pytest.mark.parametrize(
    "wrong",
    [
        {"shop_name": ""},
        {"shop_name": "two\nlines"},
        {"site_url": "http://a.cn"},
        {"accent": "#fff"},
        {"tel": "x"},
        {"wechat_id": "1"},
        {"appid": "wx"},
    ],
)
def test_a_refused_answer_changes_nothing(sample, wrong):
    before = everything(sample)
    with pytest.raises(UsageProblem, match=next(iter(wrong))):
        init_shop(sample, replace(ANSWERS, **wrong), NOW)
    assert everything(sample) == before


def test_changes_that_git_does_not_have_stop_it(sample):
    subprocess.run(["git", "-C", str(sample), "init", "-q"], check=True)
    before = everything(sample)
    with pytest.raises(UncommittedChanges, match="content/"):
        init_shop(sample, ANSWERS, NOW)
    assert everything(sample) == before
    init_shop(sample, ANSWERS, NOW, force=True)
    assert load_site(sample / "content").shop.name == ANSWERS.shop_name


def test_only_the_shop_is_replaced():
    root = Path(__file__).resolve().parents[2]
    assert {path.name for path in (root / "content").iterdir()} <= set(REPLACED)


NAMES = st.text(st.characters(exclude_categories=["Cs"]), min_size=1, max_size=20) | st.text(
    st.sampled_from(list("'\":#$[]{}-&*!|>%@`,\\~<_🍵茶 .0")), min_size=1, max_size=12
)


@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(NAMES, NAMES, NAMES)
def test_answers_that_are_accepted_make_a_valid_shop(tmp_path_factory, name, operator, account):
    root = tmp_path_factory.mktemp("shop")
    answers = replace(ANSWERS, shop_name=name, operator=operator, account_name=account)
    try:
        init_shop(root, answers, NOW)
    except UsageProblem:
        assert not (root / "content").exists()
        return
    shop = load_site(root / "content").shop
    assert (shop.name, shop.operator) == (name.strip(), operator.strip())
