"""WeChat's rules for pages that are opened from outside, as patterns of words.

Source: 微信外部链接内容管理规范 (external links, revision of 2025-10-23), WeChat's own page at the address below. A
rule names the subject it falls under, not a number, because numbers change with each revision. The footer duties come
from article 13 of the registration rules for sites in mainland China, 非经营性互联网信息服务备案管理办法 (its address
is the ministry's register, which the article wants linked, not the text), and from article 17 of the Personal
Information Protection Law, on the page of the National People's Congress.

A pattern wants both halves of what is forbidden in one sentence: sharing and a reward, following and a gate. A page
that only says "可以转给朋友" or "关注公众号看新茶" is left alone, and so is a sentence that denies: "转发不送东西".
"""

import re
from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property

_LINKS = (
    "https://weixin.qq.com/agreement/weixin_external_links_content_management_specification",
    "微信外部链接内容管理规范",
)
_SENTENCE = re.compile(r"[^。！？；;\n]+")
_DENIED = re.compile(
    r"不(?:送|返|奖|给|发|设|搞|做|用|必|需|要|以|会|得|参与|因)|没有(?:奖|礼|红包)|无需|无须|禁止|请勿|并非|谢绝|别(?:转|分享)"
)

_SHARE = (
    r"(?:分享(?!装|会)|转发|转给|发(?:到|送到|至)?(?:朋友圈|微信群|群里|\d*个?群|好友)|集赞|点赞|邀请"
    r"|拉(?:新|人|好友|\d*[一二三两几]?[位个名]))"
)
_FRIENDS = r"(?:朋友圈|好友|朋友|微信群|[Qq]{2}群|群聊|亲友|新人|新用户|\d+[人位个])"
_REWARD = (
    r"(?:红包|现金|优惠券|代金券|抵用券|券[一两\d]?张?|积分|奖(?:励|品|金)?|礼(?:品|物|包|盒)|赠品|小样|免单|免费(?:领|送|得|拿|喝|试)"
    r"|抽奖|返(?:现|利|\d)|立减|减免|再减|折扣|[\d一二三四五六七八九]折|佣金|提成|试[饮喝]装?)"
)
_OUT = r"分享(?!装|会)|转发|集赞|发朋友圈"
_THING = r"手机|iPhone|一[份盒包只个]|茶[包样叶具]"
_GET = r"(?:得|领|送|享|获|赚|拿|返|抽|换|减|免|赠|可领)"


@dataclass(frozen=True)
class Rule:
    """One rule: its name for waivers, what it forbids in both languages, where it is written, and how it reads."""

    name: str
    zh: str
    en: str
    source: str
    patterns: tuple[str, ...] = ()

    @cached_property
    def compiled(self) -> tuple[re.Pattern[str], ...]:
        """The patterns, compiled where somebody has a text to look through."""
        return tuple(re.compile(pattern, re.IGNORECASE) for pattern in self.patterns)


@dataclass(frozen=True)
class Breach:
    """Words that break a rule."""

    rule: Rule
    words: str


def _rule(name: str, zh: str, en: str, section: str, *patterns: str) -> Rule:
    source = f"{_LINKS[1]}（{section}）{_LINKS[0]}"
    return Rule(name, zh, en, source, patterns)


RULES = (
    _rule(
        "share-reward",
        "不能用奖励诱导分享",
        "no reward for sharing",
        "诱导分享",
        rf"{_SHARE}[^，,。]{{0,14}}(?:[，,、：:]?\s*(?:即|就|便|都|可|均|还)?(?:可以|能|可)?{_GET})[^，,。]{{0,12}}{_REWARD}",
        rf"{_SHARE}[^。]{{0,8}}{_FRIENDS}[^。]{{0,12}}{_GET}[^。]{{0,10}}(?:{_REWARD}|\d+\s*元|一[份盒包泡杯])",
        r"(?:分享|转发|集赞|邀请)(?:有(?:礼|奖)|领(?:券|奖|红包)|返(?:现|利)|赢|抽奖)",
        r"(?:集|攒|满)\s*\d+\s*个?赞|点赞满?\s*\d+\s*个|集赞[^。]{0,8}(?:换|送|领|得|赢|免)",
        rf"(?:{_OUT})[^。，,]{{0,14}}[，,][^。]{{0,6}}(?:抽|赠|领取?|返|免费)[^。]{{0,10}}(?:{_REWARD}|{_THING})",
        rf"(?:转发|集赞|发(?:到|至|送到)?朋友圈)[^。]{{0,24}}(?:换|领取?|抽|赠)[^。]{{0,8}}(?:{_REWARD}|{_THING})",
        r"(?:分享|转发)(?:后|即)[^。]{0,4}(?:领|得|享|送|抽)|[邀喊拉]好友[^。]{0,6}(?:领|得|抽)",
        r"(?:分享|转发|邀请|推荐)越多|凭[^。]{0,6}(?:转发|分享|集赞|朋友圈)[^。]{0,4}(?:截图|记录|凭证)",
        r"(?:推荐|邀请)[^。]{0,8}(?:好友|朋友|新客|新人|新用户)[^。]{0,10}(?:奖励|返|可得|送|赚|佣金|都有\d|各得)",
        r"好友[^。]{0,10}(?:下单|购买|注册|扫码)[^。]{0,8}(?:您|你|我|推荐人)[^。]{0,2}(?:得|返|赚|拿|领)[^。]{0,6}"
        r"(?:佣金|返利|红包|奖励|元|券|积分)",
        rf"{_GET}[^。，,]{{0,10}}{_REWARD}[^。，,]{{0,6}}[，,]?(?:请先|只?[需须要]|前提是)[^。]{{0,6}}(?:分享|转发|集赞|发朋友圈)",
    ),
    _rule(
        "share-gate",
        "不能要求分享后才能看、才能用",
        "nothing may be locked until a page is shared",
        "诱导分享",
        r"(?:分享|转发)[^。]{0,16}(?:后|之后|才|即可|就能|方可)[^。]{0,6}(?:查看|解锁|观看|阅读|继续|参与|报名|查询|看到|看答案|看结果|看全文)",
        r"(?:请|需|须|要)先(?:转发|分享)",
        r"(?:不转|必须转发|不转发?不是|请务必转发|转发?到\s*\d+\s*个?群)",
    ),
    _rule(
        "follow-gate",
        "不能要求关注后才能看、才能领",
        "nothing may be locked until the account is followed",
        "诱导关注",
        r"关注[^。]{0,14}(?:后|之后|才|即可|就能|就可以|方可|即|便可|可)[^。]{0,6}(?:领|查看|解锁|观看|阅读|参与|抽|得|享|送|获|使用|看到|看全文|免费)",
        rf"关注(?:我们|公众号|本号|账号|小店)?[，,]\s*(?:即可|就|可|免费|立)*(?:领|送|得|享|抽|获)[^。，,]{{0,8}}{_REWARD}",
        r"未关注[^。]{0,8}(?:无法|不能|不可)|(?:请|需|须|要)先关注(?:本|公众号|我们|店铺|后|$)",
        r"先(?:扫码)?关注(?:公众号|我们|本号|账号|小店|店铺)?(?:再|后|才)",
        r"关注(?:我们|公众号|本号|账号|小店)?(?:有(?:礼|奖)|领(?:券|奖|红包|取)|送|返现|抽奖)",
        r"(?:领取|解锁|查看|参与|兑奖)[^。，,]{0,8}(?:需|须|要|必须|请)先?关注",
    ),
    _rule(
        "help-chain",
        "不能做助力、砍价、集卡、拼人头",
        "no help, bargain or collect chains",
        "诱导分享",
        r"(?:砍价|砍一[刀下]|帮砍|(?:好友|帮我|为我|帮忙|请人|找人|加入|[\d一二三四五六七八九十]人|邀人)助力|助力(?:免|领|值|成功|榜|享|\d)|(?:帮我|好友|邀人)加速|好友帮(?:忙|点|拆)|帮我?点一?下|拆红包|集卡|集(?:齐|满)\s*[\d一二三四五六七八九十]*\s*[张个枚].{0,3}(?:卡|字|福)|裂变|解锁好友|拉满\s*\d+|满\s*\d+\s*人(?:助力|解锁))",
    ),
    _rule(
        "forced-jump",
        "不能强制跳转或唤起别的应用",
        "no forced jump to an app or another site",
        "强制跳转",
        r"(?:自动|强制|即将|正在)(?:为您)?(?:跳转|跳到|打开|唤起|拉起|启动)(?:到|至|去)?[^。，,]{0,6}(?:淘宝|天猫|抖音|拼多多|京东|快手|小红书|浏览器|[Aa][Pp][Pp]|应用)",
        r"\b(?:taobao|tbopen|tmall|pinduoduo|snssdk\d*|openapp\.jdmobile|kwai|xhsdiscover|weixin|alipays?|intent|itms-apps?)://",
    ),
    _rule(
        "redirect-chain",
        "不能用短链、中转页层层跳转",
        "no short links or pages that pass visitors on",
        "多级跳转",
        r"https?://(?:t\.cn|url\.cn|dwz\.cn|suo\.im|tinyurl\.com|bit\.ly|is\.gd|goo\.gl|t\.co|w\.url\.cn|985\.so|mrw\.so|m6z\.cn|rrd\.me)/",
        r"https?://[^\s\"'<>)]*[?&](?:url|target|redirect(?:_?uri)?|jump|goto)=https?(?::|%3A)",
    ),
    _rule(
        "pasted-code",
        "不能让人复制口令到别的应用",
        "no codes to be pasted into another app",
        "口令类",
        r"复制[^。]{0,14}(?:口令|本条|这条|整段|这段|此消息|此条|文字)[^。]{0,12}(?:打开|到|去|启动)[^。]{0,4}(?:淘宝|手机淘宝|手淘|天猫|抖音|拼多多|京东|快手|小红书|闲鱼|支付宝)",
        r"(?:打开(?:抖音|淘宝|小红书|快手|拼多多)[^。]{0,4}搜|淘口令|抖口令|复制口令|吱口令|口令红包)",
        r"[₤￥€₳¢]\s?[A-Za-z0-9]{8,14}\s?[₤￥€₳¢]",
    ),
    _rule(
        "game-or-test",
        "不能做网页游戏和测试类内容",
        "no web games and personality tests",
        "测试类与游戏",
        r"(?:性格|人格|运势|智商|前世|姻缘|算命|心理)测(?:试|一测|算)|测测你(?:是|的)|MBTI测|大转盘|刮刮乐|砸金蛋|摇一摇(?:抽|领|赢)|玩小?游戏[^。]{0,6}(?:赢|领|抽|得|送)|测[^。]{0,6}人格",
    ),
    _rule(
        "chat-lure",
        "不能冒充官方、虚构红包或恐吓用户",
        "no pretended red packets and no scare words",
        "虚假与恐吓",
        r"(?:微信(?:官方|团队|安全中心)(?:活动|提醒|奖励|发放|派送))|您有(?:一个|\d+个)(?:红包|奖品)(?:待|未|即将)|(?:红包|奖金)(?:到账|已存入)(?:您|你)?的?(?:零钱|账户)",
    ),
)

FOOTER_RULES = (
    Rule(
        "footer-icp",
        "页脚要有网站备案号",
        "the footer needs the site's ICP number",
        "非经营性互联网信息服务备案管理办法第十三条（工信部备案系统）https://beian.miit.gov.cn/",
    ),
    Rule(
        "footer-privacy",
        "页脚要有隐私说明",
        "the footer needs a privacy notice",
        "个人信息保护法第十七条 http://www.npc.gov.cn/npc/c30834/202108/a8c4e3672c74491a80b53a172bb753fe.shtml",
    ),
)
"""What every promotion's footer must show; the operator is a required key of shop.yaml."""

RULE_NAMES = tuple(rule.name for rule in (*RULES, *FOOTER_RULES))


def find_breaches(text: str) -> Iterator[Breach]:
    """Yield the words of a text that break a rule, at most once a rule and sentence."""
    for sentence in _SENTENCE.findall(text):
        for rule in RULES:
            found = next(filter(None, (pattern.search(sentence) for pattern in rule.compiled)), None)
            if found and not _is_denied(sentence, found):
                yield Breach(rule, found.group().strip())


def _is_denied(sentence: str, found: re.Match[str]) -> bool:
    """Tell whether the words, or the ones just before them, say that this is not done."""
    around = sentence[max(0, found.start() - 8) : found.end()]
    return _DENIED.search(around) is not None
