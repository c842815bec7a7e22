"""What WeChat forbids is found, and honest sentences about sharing, following and coupons are left alone."""

import pytest

from plugins.landing_pages.conduct import RULE_NAMES, RULES, find_breaches

FORBIDDEN = {
    "share-reward": [
        "转发到朋友圈领红包",
        "分享给3位好友，即可获得优惠券",
        "转发本页到朋友圈，凭截图到店领取小样一份",
        "集满38个赞送茶叶一盒",
        "邀请好友注册，双方各得20元代金券",
        "每邀请一位新人返现5元",
        "分享有礼",
        "转发抽奖，送四时礼盒",
        "发朋友圈集赞，免费领试饮装",
        "拉2位好友入群送龙井一包",
        "想领试饮装，只需转发本页",
        "点赞加转发，抽三位送礼盒",
        "分享领券",
        "推荐有奖？邀请有奖！",
        "把本页发到群里，即送积分100",
        "转发到3个群，立减10元",
    ],
    "share-gate": [
        "分享后查看答案",
        "转发到群里才能解锁全文",
        "分享给好友即可继续阅读",
        "不转不是中国人",
        "转发后方可报名参与",
    ],
    "follow-gate": [
        "关注公众号领券",
        "关注后即可领取试饮装",
        "关注公众号才能查看价格",
        "先关注再说：关注有礼",
        "关注即送10元券",
        "领取优惠券需先关注公众号",
        "关注公众号后可参与抽奖",
        "关注公众号就能免费喝一杯",
        "查看结果请先关注",
    ],
    "help-chain": [
        "找好友助力，三人助力免单",
        "帮我砍一刀",
        "砍价到0元",
        "集齐五张福卡兑礼盒",
        "拆红包，最高88元",
        "好友帮忙点一下",
        "集卡赢大奖",
        "邀请好友加速发货",
    ],
    "forced-jump": [
        "即将为您跳转到淘宝",
        "页面将自动打开抖音",
        "[买](taobao://item.taobao.com/1)",
        "[加微信](weixin://dl/chat)",
        "正在打开京东App",
    ],
    "redirect-chain": [
        "[下单](https://t.cn/A6abc)",
        "[下单](https://dwz.cn/xyz)",
        "[看看](https://a.example.com/go?url=https://b.example.com/)",
        "[看看](https://a.example.com/r?redirect_uri=https%3A%2F%2Fb.example.com)",
    ],
    "pasted-code": [
        "复制这段口令打开淘宝",
        "复制本条消息，打开手机淘宝下单",
        "₤kQ8cXy12Ab₤",
        "淘口令见下",
        "复制整段话去拼多多",
    ],
    "game-or-test": ["测测你是哪种茶", "性格测试：你是什么茶", "大转盘抽大奖", "刮刮乐", "摇一摇抽红包"],
    "chat-lure": ["微信官方活动", "您有一个红包待领取", "微信团队发放补贴"],
}
"""Sentences that promotions have used, by the rule they break."""

ALLOWED = [
    "点右上角“···”可以转给朋友",
    "喜欢的话转发给朋友看看",
    "关注公众号，看每月两封茶信",
    "关注不要钱，也不送东西",
    "不关注，网站和门店的一切照样能看、能买、能问",
    "关注我们，新茶到了会写",
    "转发不送东西，请不要刷屏",
    "分享本页没有奖励",
    "无需分享，报券码就减",
    "请勿转发到无关的群",
    "现货礼盒合计满 500 元减 50 元，券码 NIANHUO26",
    "买正装茶满 150 元减 20 元，每位一次，报给店员即可",
    "随单送一泡同一批的茶",
    "打电话、公众号留言，或到任何一家店领取试饮装",
    "两位朋友同来，各送一杯",
    "和家人分享一壶茶，是送礼的本意",
    "适合送朋友、送长辈，礼盒附手写小卡",
    "邀请您十二月十九日来喝茶",
    "邀请函一份，凭它入座",
    "积分规则见门店公告",
    "复制券码，到店报给店员",
    "复制微信号，在微信里搜",
    "微店下单后每天 16:00 前发货",
    "[微店下单](https://shop.example.com/item/aj-2601)",
    "[地图](https://uri.amap.com/marker?position=120.1,30.2&name=%E5%BA%97)",
    "现场抽三位，送一饼老寿眉",
    "开业当天，前 30 位进店的送小样",
    "问卷没有奖品，也不会有人打电话来推销",
    "测一测水温：80 到 85 度",
    "红包封面在门店取，不另收钱",
    "拉坯、修坯、上釉，一只盖碗要七天",
    "分享会十二月十九日晚上七点开始，座位有限",
    "茶友分享：这款茶要用一百度的水",
    "解锁老茶的味道，先从醒茶开始",
    "公众号里发“人工”，店里的人看见就回",
    "领券不需要关注公众号",
    "会自动跳过休息日",
    "礼盒可以直接发给收礼的人，送礼不操心",
    "年前下单，转给同事一起拼单也行",
]
"""Sentences of ordinary shops, near to what is forbidden."""


@pytest.mark.parametrize(("rule", "sentence"), [(rule, text) for rule, texts in FORBIDDEN.items() for text in texts])
def test_what_is_forbidden_is_found_under_its_rule(rule: str, sentence: str) -> None:
    assert rule in {breach.rule.name for breach in find_breaches(sentence)}


@pytest.mark.parametrize("sentence", ALLOWED)
def test_an_honest_sentence_is_left_alone(sentence: str) -> None:
    assert [(breach.rule.name, breach.words) for breach in find_breaches(sentence)] == []


def test_every_rule_has_examples_and_a_source() -> None:
    assert set(FORBIDDEN) == {rule.name for rule in RULES}
    assert len(RULE_NAMES) == len(set(RULE_NAMES)) == len(RULES) + 2
    assert all("https://" in rule.source for rule in RULES)


def test_the_offending_words_are_shown_and_a_neighbouring_sentence_is_not_blamed() -> None:
    (breach,) = find_breaches("今年的新茶到了。转发到朋友圈领红包。欢迎来喝。")
    assert breach.words == "转发到朋友圈领红包"


def test_an_article_of_the_sample_shop_breaks_nothing(sample_shop) -> None:
    texts = {path.name: path.read_text("utf-8") for path in sample_shop.rglob("*.md")}
    found = {name: [each.words for each in find_breaches(text)] for name, text in texts.items()}
    assert {name: words for name, words in found.items() if words} == {}
