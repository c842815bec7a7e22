"""What to click in the console, for each errcode that a person can mend.

https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html
"""

from collections.abc import Mapping

from plugins.doctor.model import Text
from plugins.shared.errors import AccountError, AnswerUnclear, QuotaUsedUp

IP_REFUSED = 40164
_BASICS = "登录 mp.weixin.qq.com → 设置与开发 → 基本配置（有的账号叫“开发接口管理”）"
_BASICS_EN = "mp.weixin.qq.com → 设置与开发 → 基本配置 (开发接口管理 in some accounts)"
VERIFY: Text = (
    "登录 mp.weixin.qq.com → 设置与开发 → 公众号设置 → 账号详情 → 认证情况 → 申请微信认证（个人主体不能认证）；"
    "已认证的，看 设置与开发 → 接口权限 里这一项是不是“已获得”",
    "mp.weixin.qq.com → 设置与开发 → 公众号设置 → 账号详情 → 认证情况 → apply for verification (not open to personal "
    "accounts); a verified account finds the state of each call under 设置与开发 → 接口权限",
)
QUOTA: Text = (
    "明天零点自动恢复；急用时 登录 mp.weixin.qq.com → 设置与开发 → 接口权限 → 对应接口 → 清零（每月 10 次）",
    "comes back at midnight; if it cannot wait: mp.weixin.qq.com → 设置与开发 → 接口权限 → clear (ten times a month)",
)
_SECRET: Text = (
    f"{_BASICS} → 开发者密码(AppSecret) → 重置 → 管理员扫码，把新的写进 .env 的 WECHAT_APPSECRET",
    f"{_BASICS_EN} → 开发者密码(AppSecret) → 重置; put the new one into .env as WECHAT_APPSECRET",
)
_CONFIRM: Text = (
    "请管理员打开微信里“公众平台安全助手”的通知，确认这个 IP；没有收到就先把 IP 加进白名单",
    "the administrator confirms this IP in the message from 公众平台安全助手; or put it on the whitelist",
)
_NOTICE: Text = (
    "登录 mp.weixin.qq.com → 右上角铃铛（通知中心）看处罚原因，按提示申诉或整改",
    "mp.weixin.qq.com → the bell (通知中心) tells why; appeal or mend it there",
)
_BY_ERRCODE: Mapping[int, Text] = {
    40001: _SECRET,
    40125: _SECRET,
    41004: _SECRET,
    40013: (
        f"{_BASICS} → 开发者ID(AppID)，照抄到 .env 的 WECHAT_APPID",
        f"{_BASICS_EN} → 开发者ID(AppID); copy it into .env as WECHAT_APPID",
    ),
    40243: (
        f"{_BASICS} → 开发者密码(AppSecret) → 解冻 → 管理员扫码",
        f"{_BASICS_EN} → 开发者密码(AppSecret) → 解冻; the administrator scans",
    ),
    48001: VERIFY,
    76022: VERIFY,
    48004: _NOTICE,
    50002: _NOTICE,
    50004: _NOTICE,
    50007: _NOTICE,
    89503: _CONFIRM,
    89506: ("24 小时后再试，并请管理员确认", "try again in 24 hours, and have the administrator confirm"),
    89507: ("1 小时后再试，并请管理员确认", "try again in an hour, and have the administrator confirm"),
}


def click_for(error: AccountError) -> Text:
    """Return what to click about an error."""
    if error.errcode == IP_REFUSED:
        where = error.ip or "?"
        return (
            f"{_BASICS} → IP白名单 → 修改 → 另起一行填 {where} → 确认修改 → 管理员扫码（约 10 分钟生效）。"
            "出口 IP 常变的网络和 CI 见 docs/ci/README.md",
            f"{_BASICS_EN} → IP白名单 → 修改 → add a line {where} → confirm; it takes about ten minutes. "
            "For CI and lines whose IP changes see docs/ci/README.md",
        )
    if isinstance(error, QuotaUsedUp):
        return QUOTA
    if isinstance(error, AnswerUnclear):
        return (
            "检查网络和代理；在公司网络里，请网管放行 api.weixin.qq.com 的 443 端口；核对 .env 的 WECHAT_API_BASE",
            "check the network and the proxy; a firewall must let api.weixin.qq.com:443 pass; check WECHAT_API_BASE",
        )
    return _BY_ERRCODE.get(error.errcode or 0, ("", ""))
