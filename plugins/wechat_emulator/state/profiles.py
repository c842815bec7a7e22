"""Kinds of account: what each may call, and how often it may send.

Which calls are open to which kind stands at the top of every page of
https://developers.weixin.qq.com/doc/subscription/guide/dev/api/ and https://developers.weixin.qq.com/doc/service/ ;
since July 2025 publishing is closed to personal and unverified accounts:
https://developers.weixin.qq.com/doc/subscription/guide/product/publish.html
"""

from collections.abc import Mapping
from dataclasses import dataclass

GROUPS: Mapping[str, tuple[str, ...]] = {
    "publish": ("freepublish/",),
    "menu": ("menu/",),
    "qrcode": ("qrcode/",),
    "tags": ("tags/", "user/tag/"),
    "statistics": ("datacube/",),
    "mass": ("message/mass/",),
    "mass_to_list": ("message/mass/send",),
}
"""Calls that are not open to everybody, by the beginning of their names; ``message/mass/send`` by the whole name."""

_VERIFIED = frozenset({"publish", "menu", "tags", "statistics", "mass"})
OPEN_GROUPS: Mapping[str, frozenset[str]] = {
    "verified_service": _VERIFIED | {"qrcode", "mass_to_list"},
    "verified_subscription": _VERIFIED,
    "unverified": frozenset(),
    "personal": frozenset(),
    "test": _VERIFIED | {"qrcode", "mass_to_list"},
}
"""The groups open to each kind. Tags for verified accounts only, and everything but menu and qrcode for test accounts,
is community-reported."""


@dataclass(frozen=True)
class Profile:
    """A kind of account.

    ``sends_per_day`` counts successful mass sends, ``sends_per_user`` those that one follower gets in a month; 0 is
    no limit: https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_sendall.html .
    ``publish_outcome`` is the only one that the account ever sees (community-reported of test accounts).
    """

    groups: frozenset[str]
    sends_per_day: int = 0
    sends_per_user: int = 0
    publish_outcome: int | None = None
    is_test: bool = False

    def may_call(self, endpoint: str) -> bool:
        """Tell whether an endpoint is open (else 48001)."""
        return all(group in self.groups for group in groups_of(endpoint))


def groups_of(endpoint: str) -> list[str]:
    """Return the groups that an endpoint belongs to; most belong to none."""
    return [
        group
        for group, beginnings in GROUPS.items()
        if endpoint in beginnings or (endpoint.startswith(beginnings) and group != "mass_to_list")
    ]


PROFILES: Mapping[str, Profile] = {
    "verified_service": Profile(OPEN_GROUPS["verified_service"], sends_per_user=4),
    "verified_subscription": Profile(OPEN_GROUPS["verified_subscription"], sends_per_day=1),
    "unverified": Profile(OPEN_GROUPS["unverified"]),
    "personal": Profile(OPEN_GROUPS["personal"]),
    "test": Profile(OPEN_GROUPS["test"], sends_per_user=4, publish_outcome=3, is_test=True),
}
DEFAULT_PROFILE = "verified_service"
