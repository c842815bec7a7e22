"""The task ``init`` as a person meets it."""

import pytest

from plugins.shared.errors import UsageProblem
from plugins.shop_init.command import run_init
from plugins.site.check import load_site
from tests.shop_init.test_questions import GOOD, Owner


def run(root, owner: Owner, **options) -> None:
    run_init(root, read=owner.read, write=owner.told.append, **options)


def test_questions_then_a_confirmation_then_the_files(tmp_path):
    owner = Owner(*GOOD.values(), "y")
    run(tmp_path, owner)
    assert "Go on? [y/N]" in owner.asked[-1]
    assert "  content/shop.yaml" in owner.told
    assert any("WECHAT_APPSECRET" in line for line in owner.told)
    assert load_site(tmp_path / "content").shop.name == "小店"
    assert "WECHAT_APPSECRET=\n" in (tmp_path / ".env").read_text(encoding="utf-8")


@pytest.mark.parametrize("answer", ["", "n", "no", "what?"])
def test_without_a_yes_nothing_happens(small_shop, tmp_path, answer):
    before = sorted(tmp_path.rglob("*"))
    owner = Owner(*GOOD.values(), answer)
    run(tmp_path, owner)
    assert owner.told == ["Nothing was changed."]
    assert sorted(tmp_path.rglob("*")) == before


def test_a_script_gives_everything_as_arguments(tmp_path):
    owner = Owner()
    run(tmp_path, owner, given=GOOD, yes=True)
    assert owner.asked == []
    assert load_site(tmp_path / "content").shop.site_url == "https://shop.example.com"


def test_nobody_there_to_answer(tmp_path):
    with pytest.raises(UsageProblem, match="argument"):
        run(tmp_path, Owner("小店"))
    assert list(tmp_path.iterdir()) == []
