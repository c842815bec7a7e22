"""From answers to advice: a pure function."""

from collections.abc import Iterable

from plugins.doctor.clicks import IP_REFUSED, QUOTA, VERIFY, click_for
from plugins.doctor.commands import verdicts
from plugins.doctor.model import Check, Diagnosis, Facts, MenuMode, State, Text
from plugins.doctor.probe import DRAFTS, MENU, PUBLISHED
from plugins.shared.errors import AccountError, AnswerUnclear, CredentialsRefused

_GROUPS: tuple[tuple[str, Text, tuple[str, ...]], ...] = (
    ("drafts", ("草稿箱", "drafts"), (DRAFTS, "draft/get", "draft/add", "draft/update")),
    ("pictures", ("图片上传", "pictures"), ("media/uploadimg", "material/add_material")),
    ("published", ("已发表列表", "published articles"), (PUBLISHED,)),
    ("publish", ("发表草稿", "publishing"), ("freepublish/submit", "freepublish/get")),
    ("menu", ("自定义菜单", "menu"), (MENU, "menu/create")),
    ("qr_codes", ("带参数二维码", "QR codes with parameters"), ("qrcode/create",)),
    ("statistics", ("数据统计", "statistics"), ("datacube/getarticleread",)),
)
_LUXURIES: dict[str, Text] = {
    "qr_codes": (
        "只有已认证的服务号才有；打开网页的二维码（qr）不需要它",
        "for verified service accounts only; codes that open a page (qr) do without",
    ),
    "statistics": VERIFY,
}
"""What a shop can do without: a refusal is no failure."""
_MENU_WORDS: dict[MenuMode, Text] = {
    MenuMode.API: ("菜单由接口创建，可用 menu 更新", "made by the API; the task menu updates it"),
    MenuMode.CONSOLE: (
        "菜单是在后台手工建的；menu --take-over 先备份再接管",
        "made by hand in the console; menu --take-over backs it up and takes over",
    ),
    MenuMode.NONE: ("还没有菜单", "there is no menu"),
    MenuMode.CLOSED: (
        "菜单已停用：登录 mp.weixin.qq.com → 内容与互动 → 自定义菜单 → 开启",
        "switched off: mp.weixin.qq.com → 内容与互动 → 自定义菜单 → 开启",
    ),
    MenuMode.UNKNOWN: ("看不到菜单是谁建的", "who made the menu cannot be seen"),
}


def diagnose(facts: Facts) -> Diagnosis:
    """Return the checks, the commands that will work, and the exit code.

    5 where credentials, address or a permission is missing, 3 where WeChat did not answer, 1 where a quota is used up.
    """
    if facts.token is not None:
        stopped = (_token(facts.token), _address(facts))
        return Diagnosis(facts.server, stopped, {}, verdicts(facts), facts.token.exit_code)
    groups = [_group(facts, *group) for group in _GROUPS]
    used_up = [_used_up(endpoint) for endpoint, quota in facts.quotas.items() if quota.daily_limit and not quota.remain]
    checks = (_good_token(), _address(facts), *groups, _menu(facts), *used_up)
    return Diagnosis(facts.server, checks, facts.quotas, verdicts(facts), _exit_code(facts, bool(used_up)))


def _token(error: AccountError) -> Check:
    if isinstance(error, AnswerUnclear):
        return Check("network", ("连接微信", "connection to WeChat"), State.BAD, (str(error),) * 2, click_for(error))
    title = ("AppID 和 AppSecret", "AppID and AppSecret")
    if error.errcode == IP_REFUSED:
        return Check("token", title, State.UNKNOWN, ("IP 放行之后才知道", "known once the IP is let in"))
    return Check("token", title, State.BAD, (str(error),) * 2, click_for(error))


def _good_token() -> Check:
    found = ("已取得 access_token", "an access_token was fetched")
    return Check("token", ("AppID 和 AppSecret", "AppID and AppSecret"), State.GOOD, found)


def _address(facts: Facts) -> Check:
    title = ("出口 IP", "caller's IP")
    if not facts.ip:
        return Check("ip", title, State.UNKNOWN, ("微信没有说", "WeChat did not tell"))
    found = (f"微信看到的是 {facts.ip}", f"WeChat sees {facts.ip}")
    if facts.token is not None and facts.token.errcode == IP_REFUSED:
        zh, en = f"{found[0]}，不在白名单里", f"{found[1]}, which is not on the whitelist"
        return Check("ip", title, State.BAD, (zh, en), click_for(facts.token))
    return Check("ip", title, State.GOOD, found)


def _group(facts: Facts, name: str, title: Text, endpoints: Iterable[str]) -> Check:
    """Return the check of calls that are granted together; the first refusal speaks for all."""
    errors = [facts.refused[endpoint] for endpoint in endpoints if endpoint in facts.refused]
    if errors:
        return _refused(name, title, next((one for one in errors if isinstance(one, CredentialsRefused)), errors[0]))
    if not any(endpoint in facts.open for endpoint in endpoints):
        return Check(name, title, State.UNKNOWN, ("没有问到", "could not be asked"))
    counts = {"drafts": facts.drafts, "published": facts.published}
    found = (f"可用，{counts[name]} 篇", f"open, {counts[name]} of them") if name in counts else ("可用", "open")
    return Check(name, title, State.GOOD, found)


def _refused(name: str, title: Text, error: AccountError) -> Check:
    state = State.LIMITED if name in _LUXURIES else State.BAD
    if not isinstance(error, CredentialsRefused):
        return Check(name, title, state, (str(error),) * 2, click_for(error))
    found = (f"没有权限（errcode {error.errcode}）", f"not open to this account (errcode {error.errcode})")
    return Check(name, title, state, found, _LUXURIES.get(name) or click_for(error))


def _menu(facts: Facts) -> Check:
    good = facts.menu in (MenuMode.API, MenuMode.NONE)
    state = State.UNKNOWN if facts.menu is MenuMode.UNKNOWN else State.GOOD if good else State.LIMITED
    return Check("menu_mode", ("菜单来源", "menu mode"), state, _MENU_WORDS[facts.menu])


def _used_up(endpoint: str) -> Check:
    found = ("今天的次数用完了", "today's calls are used up")
    return Check(f"quota {endpoint}", (f"额度 {endpoint}", f"quota {endpoint}"), State.BAD, found, QUOTA)


def _exit_code(facts: Facts, used_up: bool) -> int:
    needed = {endpoint for name, _, endpoints in _GROUPS if name not in _LUXURIES for endpoint in endpoints}
    errors = [error for endpoint, error in facts.refused.items() if endpoint in needed]
    if any(isinstance(error, CredentialsRefused) for error in errors):
        return CredentialsRefused.exit_code
    return AccountError.exit_code if errors else int(used_up)
