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
        "转发此文章至朋友圈，截图给客服，免费领取一份茶样",
        "关注并转发，抽送iPhone",
        "点赞满50个，送茶杯一只",
        "朋友圈集赞换茶",
        "分享越多，优惠越多",
        "每成功推荐一位好友，奖励30元",
        "凭转发截图立减20元",
        "好友扫码下单，您得佣金",
        "分享本页，得10元红包",
        "邀请新用户成功，您和他都有20元券",
        "晒图发朋友圈，到店领茶包一份",
        "转发并@三位好友，抽一位送茶具",
        "把海报发到朋友圈，保留两小时，到店换礼品",
        "邀好友一起领，人人有红包",
        "分享后领取隐藏优惠",
    ],
    "share-gate": [
        "分享后查看答案",
        "转发到群里才能解锁全文",
        "分享给好友即可继续阅读",
        "不转不是中国人",
        "转发后方可报名参与",
        "想看答案？请先转发到朋友圈",
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
        "扫码关注，免费领取试喝装",
        "长按关注，领取新人红包",
        "先关注公众号再下单享9折",
        "关注我们，立享9折",
        "未关注用户无法领取，请先关注",
        "关注后回复“茶”领取优惠券",
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
        "加入助力，三人成团免费拿",
        "帮忙砍一下，还差0.1元",
        "帮我点一下，就能免费拿",
    ],
    "forced-jump": [
        "即将为您跳转到淘宝",
        "页面将自动打开抖音",
        "[买](taobao://item.taobao.com/1)",
        "[加微信](weixin://dl/chat)",
        "正在打开京东App",
        "点击链接自动唤起京东",
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
        "打开抖音搜索口令领券",
    ],
    "game-or-test": [
        "测测你是哪种茶",
        "性格测试：你是什么茶",
        "大转盘抽大奖",
        "刮刮乐",
        "摇一摇抽红包",
        "玩游戏赢大奖",
        "测一测你的茶人格",
    ],
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
    "分享装一盒十二小包，适合和同事一起喝",
    "这款茶适合转送亲友",
    "新客户首单立减20元，老客户凭手机号积分",
    "转发给要去的朋友，让他也报个名",
    "我们关注每一片叶子的来处",
    "邀请三位茶农来店里讲茶",
    "点赞的茶友说，香气高",
    "礼盒满500元减50元，可转赠",
    "朋友推荐来的也是这个价",
    "助力乡村，茶农直采",
    "本店谢绝砍价",
    "加购一元换购茶针",
    "发朋友圈的照片，请先问过同桌的客人",
    "老客户带朋友来，两位都有茶喝",
    "本活动不需要转发，不需要关注",
    "满三件打九折，礼盒除外",
    "现场拍照发朋友圈随意",
    "一人一份，送完为止",
    "微信群里的茶友可以在群里报名",
    "扫码关注物流",
    "点右上角分享给朋友，一起来",
    "您推荐给我们的水，我们试过了",
    "请朋友来喝茶，第二杯我们送",
    "转发请注明出处",
    "朋友圈里有人问这款茶，我们统一答复",
    "邀请函请带上，入场用",
    "积分换茶请到柜台",
    "复制地址到地图里搜",
    "转给财务开票用",
    "推荐水温 85 度，投茶 3 克",
    "帮我留一盒：打电话就行",
    "集齐四季，一盒看完",
    "请在页面里填写，不会跳转",
    "请先关注天气再出门",
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
