"""For whom a conditional menu is meant.

https://developers.weixin.qq.com/doc/service/api/custommenu/api_addconditionalmenu
Fields about a person's region, sex and language were retired for privacy: 65320. The setting ``menu_regions`` brings
the older behaviour back, with its codes for regions that do not fit together.
"""

from collections.abc import Mapping
from typing import Any

from plugins.wechat_emulator.state.followers import Follower
from plugins.wechat_emulator.state.refusal import Refusal

MatchRule = dict[str, Any]
_FIELDS = ("tag_id", "client_platform_type")
_RETIRED = ("group_id", "sex", "country", "province", "city", "language")
_PLATFORMS = ("1", "2", "3")
_REGIONS: Mapping[str, Mapping[str, frozenset[str]]] = {
    "中国": {
        "浙江": frozenset({"杭州", "宁波", "温州", "绍兴"}),
        "江苏": frozenset({"南京", "苏州", "无锡"}),
        "广东": frozenset({"广州", "深圳", "汕头"}),
    },
    "日本": {},
}
"""A sample of places, enough to meet every code."""


def check_match_rule(sent: object, regions: bool) -> MatchRule:
    """Return a rule that may be kept.

    Raises:
        Refusal: 65304 nothing to match, 65320 a retired field, 40015 an unknown platform (a guess), 65310 to 65314.
    """
    rule = {name: value for name, value in sent.items() if value not in ("", None)} if isinstance(sent, Mapping) else {}
    known = (*_FIELDS, *_RETIRED) if regions else _FIELDS
    if not regions and any(name in rule for name in _RETIRED):
        raise Refusal(65320)
    if not any(name in rule for name in known):
        raise Refusal(65304)
    if str(rule.get("client_platform_type", "1")) not in _PLATFORMS:
        raise Refusal(40015)
    _check_region(*(str(rule.get(name, "")) for name in ("country", "province", "city")))
    return {name: str(rule[name]) for name in known if name in rule}


def matches(rule: Mapping[str, str], person: Follower, tag_ids: list[int]) -> bool:
    """Tell whether a follower sees the menu of a rule."""
    if "tag_id" in rule and rule["tag_id"] not in map(str, tag_ids):
        return False
    return rule.get("client_platform_type", str(person.platform)) == str(person.platform)


def _check_region(country: str, province: str, city: str) -> None:
    rules = (
        ((province or city) and not country, 65310),
        (city and not province, 65311),
        (country and country not in _REGIONS, 65312),
        (province and province not in _REGIONS.get(country, {}), 65313),
        (city and city not in _REGIONS.get(country, {}).get(province, ()), 65314),
    )
    for broken, errcode in rules:
        if broken:
            raise Refusal(errcode)
