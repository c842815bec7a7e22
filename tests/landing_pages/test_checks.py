"""Promotions that would count nothing or break a rule stop the build, with the words and the line."""

from pathlib import Path

import pytest

from plugins.shared.errors import ContentProblems
from plugins.site.check import load_site

FRONT = "---\ntitle: 开春\nstarts_at: 2026-11-01\nends_at: 2026-12-01\ngoal: {goal}\n{more}---\n{body}\n"
WAIVED = "waive: [{rule: footer-icp, reason: 示例没有备案}, {rule: footer-privacy, reason: 示例没有隐私页}]\n"


def write(content: Path, goal: str = "call", more: str = WAIVED, body: str = "来喝茶。") -> None:
    text = FRONT.format(goal=goal, more=more, body=body)
    (content / "landing_pages/spring.md").write_text(text, encoding="utf-8")


def messages(content: Path) -> list[str]:
    with pytest.raises(ContentProblems) as caught:
        load_site(content)
    return [str(problem) for problem in caught.value.problems]


@pytest.mark.parametrize(
    ("goal", "needs"),
    [("form", "no form"), ("coupon", "no coupon"), ("buy", "no link to buy"), ("follow", "no QR code")],
)
def test_a_goal_without_its_action_is_an_error(small_shop: Path, goal: str, needs: str) -> None:
    write(small_shop, goal)
    (message,) = messages(small_shop)
    assert message.startswith(f"landing_pages/spring.md:5: the goal is '{goal}', but ")
    assert needs in message


@pytest.mark.parametrize(
    ("goal", "more"),
    [
        ("call", ""),
        ("map", "stores: [one]\n"),
        ("coupon", "coupons: [{text: 减 20, code: A20}]\n"),
        ("buy", "buy: [{label: 下单, url: https://shop.example.com/1}]\n"),
    ],
)
def test_a_goal_with_its_action_is_fine(small_shop: Path, goal: str, more: str) -> None:
    write(small_shop, goal, more + WAIVED)
    assert load_site(small_shop).landing_pages[0].goal == goal


@pytest.mark.parametrize("where", ["digest", "rules", "body", "coupon", "steps", "offer", "buy"])
def test_forbidden_words_are_found_wherever_visitors_read(small_shop: Path, where: str) -> None:
    words = "转发到朋友圈领红包"
    more = {
        "digest": f"digest: {words}\n",
        "rules": f"rules: [{words}]\n",
        "coupon": f"coupons: [{{text: 减 20, code: A, conditions: {words}}}]\n",
        "steps": f"steps: [{{title: 一, text: {words}}}]\n",
        "offer": f"offer: {{text: 好, note: {words}}}\n",
        "buy": f"buy: [{{label: {words}, url: https://a.example.com/}}]\n",
    }.get(where, "")
    write(small_shop, more=more + WAIVED, body=words if where == "body" else "来。")
    (message,) = messages(small_shop)
    assert message.startswith("landing_pages/spring.md:")
    assert f"'{words}': no reward for sharing" in message
    assert "https://weixin.qq.com/" in message
    assert "waive: [{rule: share-reward, reason: …}]" in message


def test_the_line_is_that_of_the_words(small_shop: Path) -> None:
    write(small_shop, body="第一行。\n\n关注公众号领券，快来。")
    assert messages(small_shop)[0].startswith("landing_pages/spring.md:10: '关注公众号领券'")


def test_a_rule_is_waived_with_a_reason_and_only_where_it_is_broken(small_shop: Path) -> None:
    waiver = WAIVED.replace("]", ", {rule: share-reward, reason: 引用投诉人的原话}]")
    write(small_shop, more=waiver, body="有人来信问：转发到朋友圈领红包是真的吗")
    assert load_site(small_shop).landing_pages
    write(small_shop, more=waiver)
    assert "nothing breaks 'share-reward'. Remove the waiver." in messages(small_shop)[0]
    write(small_shop, more=WAIVED.replace("footer-privacy", "footer-privaci"))
    assert any(
        "there is no rule 'footer-privaci'. Write one of footer-privacy." in each for each in messages(small_shop)
    )
    write(small_shop, more=WAIVED.replace("示例没有备案", "无"))
    assert any("at least 4 characters" in each for each in messages(small_shop))


def test_the_footers_duties_are_asked_for(small_shop: Path) -> None:
    write(small_shop, more="")
    text = "\n".join(messages(small_shop))
    assert "the footer needs the site's ICP number" in text
    assert "the footer needs a privacy notice" in text
    shop = small_shop / "shop.yaml"
    shop.write_text(shop.read_text("utf-8") + "icp: 浙ICP备1号\n", encoding="utf-8")
    (small_shop / "pages/privacy.md").write_text("---\ntitle: 隐私\n---\n不收集。\n", encoding="utf-8")
    assert load_site(small_shop).shop.icp
