"""WeChat's errcodes in our words: what happened and what to do, in Chinese and English.

https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
"""

import re
from collections.abc import Mapping
from dataclasses import dataclass

from plugins.shared.errors import AccountError, AnswerUnclear, CredentialsRefused, NotFound, QuotaUsedUp, Refused
from plugins.wechat.scrub import scrub

TOKEN_CODES = frozenset({40001, 40014, 42001})
"""The token is wrong or over: fetch one, then repeat."""

BUSY, TOO_FAST, NO_SUCH_MEDIA = -1, 45011, 40007


@dataclass(frozen=True)
class Situation:
    """Our exception for an errcode, and a sentence in each language."""

    error: type[AccountError]
    zh: str
    en: str


def account_error(doing: str, errcode: int, errmsg: str) -> AccountError:
    """Return the exception for an answer; ``doing`` names the call, like ``draft/add``.

    The message keeps the number and the rid, by which Tencent's support finds the call for seven days.
    """
    situation = TABLE.get(errcode) or Situation(
        Refused, f"微信拒绝了这次请求：{scrub(_core(errmsg))}", f"WeChat refused: {scrub(_core(errmsg))}"
    )
    ip = _first(r"invalid ip ([0-9a-fA-F.:]+)", errmsg)
    rid = _first(r"rid: ([\w-]+)", errmsg)
    number = f"(errcode {errcode}, rid {rid})" if rid else f"(errcode {errcode})"
    zh, en = situation.zh.replace("{ip}", ip or "?"), situation.en.replace("{ip}", ip or "?")
    return situation.error(f"{doing}: {zh} / {en} {number}", errcode, rid, ip)


def _core(errmsg: str) -> str:
    return re.split(r"\s*(?:hint: \[|rid: )", errmsg)[0].strip()


def _first(pattern: str, text: str) -> str:
    found = re.search(pattern, text)
    return found.group(1) if found else ""


_CREDENTIALS = {
    40001: (
        "access_token 无效，换新之后仍被拒绝。请核对 AppSecret，并确认没有别的程序在刷新它。",
        "The access_token is refused, even a new one. Check the AppSecret and what else refreshes tokens.",
    ),
    40013: ("AppID 不对。请核对 WECHAT_APPID。", "Wrong AppID. Check WECHAT_APPID."),
    40014: ("access_token 格式不对，换新之后仍被拒绝。", "The access_token is malformed, even a new one."),
    40125: ("AppSecret 不对。请核对 WECHAT_APPSECRET。", "Wrong AppSecret. Check WECHAT_APPSECRET."),
    40164: (
        "微信看到的出口 IP 是 {ip}，不在白名单里。请到 设置与开发 → 基本配置 → IP白名单 加上它。",
        "WeChat sees the IP {ip}, which is not whitelisted. Add it under 设置与开发 → 基本配置 → IP白名单.",
    ),
    40243: ("AppSecret 已被冻结。请在公众平台解冻。", "The AppSecret is frozen. Unfreeze it in the console."),
    41001: ("请求里没有 access_token。", "The request carried no access_token."),
    41002: ("请求里没有 AppID。请设置 WECHAT_APPID。", "The request carried no AppID. Set WECHAT_APPID."),
    41004: (
        "请求里没有 AppSecret。请设置 WECHAT_APPSECRET。",
        "The request carried no AppSecret. Set WECHAT_APPSECRET.",
    ),
    42001: ("access_token 已过期，换新之后仍被拒绝。", "The access_token is over, even a new one."),
    48001: (
        "这个公众号没有这个接口的权限（通常要求已认证）。",
        "This account may not use this call; usually it must be verified.",
    ),
    48004: (
        "这个接口已被封禁。请到公众平台查看通知。",
        "This call is banned for the account. See the console's notices.",
    ),
    50002: ("这个公众号受限或被冻结。", "The account is limited or frozen."),
    50004: ("这个公众号不能获取 access_token。", "The account may not fetch tokens."),
    50007: ("这个公众号已被冻结。", "The account is frozen."),
    76022: (
        "这个公众号没有这个接口的权限（通常要求已认证）。",
        "This account may not use this call; usually it must be verified.",
    ),
    89503: (
        "这个 IP 首次调用，等待管理员在微信里确认。",
        "First call from this IP: the administrator must confirm it in WeChat.",
    ),
    89506: ("管理员拒绝了这个 IP，24 小时内不能再试。", "The administrator refused this IP; wait 24 hours."),
    89507: ("管理员拒绝了这个 IP，1 小时内不能再试。", "The administrator refused this IP; wait one hour."),
}
_QUOTAS = {
    45009: (
        "这个接口今天的次数用完了。明天再试，或在公众平台清零。",
        "Today's calls are used up. Try tomorrow or clear the quota.",
    ),
    45011: ("调用太频繁。请一分钟后再试。", "Too many calls a minute. Try again in a minute."),
    45028: ("这段时间的群发次数用完了。", "The mass sends of this period are used up."),
    48006: ("本月清零次数用完了。", "This month's chances to clear the quota are used up."),
    53501: ("发表太频繁。请过一会儿再试。", "Publishing too often. Try again later."),
}
_MISSING = {
    40007: (
        "没有这个 media_id：可能已删除、已发表，或属于另一个公众号；封面也可能缺失。",
        "No such media_id: deleted, published, or another account's; the cover may be missing.",
    ),
    46001: ("没有这个素材。", "No such material."),
    46003: ("还没有用接口创建过菜单。", "No menu was created by the API."),
    53502: ("没有这个 publish_id。", "No such publish_id."),
    53600: ("没有这个 article_id。", "No such article_id."),
    76001: ("没有这个 rid。", "No such rid."),
    76021: ("没有这个接口。", "No such call."),
    65301: ("没有这个个性化菜单。", "No such conditional menu."),
}
_UNCLEAR = {
    -1: (
        "微信系统繁忙，是否生效未知。请稍后重新运行。",
        "WeChat is busy; whether it took effect is unknown. Run again later.",
    ),
}
_REFUSED = {
    40002: ("grant_type 不对。", "Wrong grant_type."),
    40004: ("素材类型不对。请用 image、voice、video 或 thumb。", "Wrong media type. Use image, voice, video or thumb."),
    40005: ("这里不收这种文件。正文图片请用 JPG 或 PNG。", "This kind of file is not taken. Use JPG or PNG."),
    40006: ("文件大小不合规定。", "The file's size is not allowed."),
    40009: ("图片太大。正文图片须小于 1 MB，素材图片不超过 10 MB。",
            "The picture is too big: body images below 1 MB, materials up to 10 MB."),
    40012: ("缩略图太大，不能超过 64 KB。", "The thumb is too big; 64 KB at most."),
    40015: ("菜单类型不对。", "Wrong menu type."),
    40016: ("一级菜单须有 1 到 3 个按钮。", "A menu has 1 to 3 buttons."),
    40017: ("按钮类型不对。", "Wrong type of button."),
    40018: ("按钮名称太长或为空：一级 16 字节，二级 60 字节。",
            "A button's name is empty or too long: 16 bytes, below a parent 60."),
    40019: ("按钮 key 太长或为空，最多 128 字节。", "A button's key is empty or too long; 128 bytes at most."),
    40020: ("按钮网址太长或为空，最多 1024 字节。", "A button's URL is empty or too long; 1024 bytes at most."),
    40022: ("菜单只能有两级。", "A menu has two levels."),
    40023: ("二级菜单须有 1 到 5 个按钮。", "A parent has 1 to 5 buttons."),
    40024: ("二级按钮类型不对。", "Wrong type of second-level button."),
    40025: ("二级按钮名称太长或为空，最多 60 字节。", "A second-level name is empty or too long; 60 bytes at most."),
    40026: ("二级按钮 key 太长或为空，最多 128 字节。", "A second-level key is empty or too long; 128 bytes at most."),
    40027: ("二级按钮网址太长或为空，最多 1024 字节。", "A second-level URL is empty or too long; 1024 bytes at most."),
    40033: ("请求里有 \\uXXXX 转义字符。", "The request holds \\uXXXX escapes."),
    40035: ("参数不对。", "Wrong parameter."),
    40052: ("二维码类型不对。", "Wrong kind of QR code."),
    40053: ("二维码参数不对，或永久二维码已满 100000 个。", "Wrong scene, or all 100,000 permanent codes are used."),
    40054: ("按钮网址的域名不合规定。", "A button's URL has a domain that is not allowed."),
    40055: ("按钮网址的域名不合规定。", "A button's URL has a domain that is not allowed."),
    40066: ("没有这个接口。请核对 WECHAT_API_BASE。", "No such call. Check WECHAT_API_BASE."),
    40097: ("参数不对。", "Wrong arguments."),
    40113: ("不支持这种文件，或扩展名与内容不符。请转成 JPG 或 PNG。",
            "Unsupported file, or its name lies about it. Convert it to JPG or PNG."),
    40114: ("草稿里没有这个位置的文章。", "The draft has no article at that position."),
    40118: ("media_id 长度不对。", "The media_id has a wrong length."),
    40119: ("有子菜单的按钮不能再有类型。", "A button with children must not have a type."),
    40120: ("子按钮类型不对。", "Wrong type of a child button."),
    40121: ("media_id 的类型不对。", "The media_id is of the wrong type."),
    40137: ("不支持这种图片格式。请转成 JPG 或 PNG。", "Unsupported picture format. Convert it to JPG or PNG."),
    40155: ("不能链接到其他公众号的主页。", "Links to another account's home page are not allowed."),
    41005: ("请求里没有文件。", "The request carried no file."),
    41006: ("请求里没有 media_id。", "The request carried no media_id."),
    41039: ("阅读原文的网址不对。", "content_source_url is not a valid address."),
    43001: ("这个接口要用 GET。", "This call wants GET."),
    43002: ("这个接口要用 POST。", "This call wants POST."),
    43003: ("这个接口要用 HTTPS。", "This call wants HTTPS."),
    44001: ("文件是空的。", "The file is empty."),
    44002: ("请求内容是空的。", "The request body is empty."),
    44003: ("没有文章，或 articles 的结构不对。", "No article, or articles has the wrong shape."),
    44004: ("正文是空的。", "The content is empty."),
    45001: ("文件太大。", "The file is too big."),
    45002: ("正文太长。请拆成两篇。", "The content is too long. Split the article."),
    45003: ("标题太长，最多 32 个字。", "The title is too long; 32 characters at most."),
    45004: ("摘要太长，最多 120 个字。", "The digest is too long; 120 characters at most."),
    45005: ("网址太长，最多 1024 字节。", "The address is too long; 1024 bytes at most."),
    45006: ("图片网址太长。", "A picture's address is too long."),
    45008: ("一个草稿里的文章太多，最多 8 篇。", "Too many articles in one draft; 8 at most."),
    45010: ("菜单太多。", "Too many menus."),
    45064: ("菜单里的小程序没有与公众号关联。", "The menu uses a mini program that is not linked to the account."),
    45106: ("微信已停用这个接口。", "WeChat has withdrawn this call."),
    45110: ("作者太长，最多 16 个字。", "The author is too long; 16 characters at most."),
    45166: ("正文里有微信不允许的内容：外部链接、预览链接或语音。请去掉后再试。",
            "The content holds what WeChat does not allow: outside links, preview links or voice. Remove it."),
    47001: ("请求不是合法的 JSON。", "The request is not valid JSON."),
    47003: ("参数值不对。", "Wrong argument value."),
    48003: ("管理员还没有同意群发协议。", "The administrator has not accepted the agreement on mass sends."),
    48005: ("素材正被菜单或自动回复使用，不能删除。", "The material is used by the menu or an automatic reply."),
    48008: ("没有发这类消息的权限。", "The account may not send this kind of message."),
    53402: ("封面裁剪失败：比例不对或图太小。请用 900×383 的图。",
            "The cover cannot be cropped: wrong ratio or too small. Use 900×383."),
    53404: ("正文里的商品被限制。", "Goods in the content are restricted."),
    53405: ("正文里的商品信息不对。", "Goods in the content are wrong."),
    53406: ("还没有开通商品功能。", "Goods are not enabled."),
    53500: ("发表功能被封禁。", "Publishing is banned."),
    53503: ("草稿没有通过发表检查。请在公众平台查看。", "The draft failed the check. See the console."),
    53504: ("须在公众平台上操作。", "This must be done in the console."),
    53505: ("草稿是自动保存的，请先在公众平台手动保存。", "The draft was auto-saved. Save it by hand first."),
    61500: ("日期格式不对。", "Wrong date format."),
    61501: ("日期范围太长。", "The span of dates is too long."),
    61503: ("数据还没有准备好。请在早上八点以后再试。", "The data is not ready. Try after 08:00 Beijing time."),
    65303: ("要先创建默认菜单。", "Create the default menu first."),
    65305: ("个性化菜单太多。", "Too many conditional menus."),
    65316: ("个性化菜单的链接超过三个域名。", "Conditional menus point to more than three domains."),
    65317: ("菜单里的网址不对。", "A URL in the menu is wrong."),
    87014: ("内容有风险，微信拒绝。", "WeChat judges the content risky."),
    88000: ("公众号没有留言功能。请关闭留言开关。", "The account has no comments. Switch the comment flags off."),
}  # fmt: skip


def _situations(error: type[AccountError], rows: Mapping[int, tuple[str, str]]) -> dict[int, Situation]:
    return {errcode: Situation(error, zh, en) for errcode, (zh, en) in rows.items()}


TABLE: Mapping[int, Situation] = {
    **_situations(CredentialsRefused, _CREDENTIALS),
    **_situations(QuotaUsedUp, _QUOTAS),
    **_situations(NotFound, _MISSING),
    **_situations(AnswerUnclear, _UNCLEAR),
    **_situations(Refused, _REFUSED),
}
