"""Kinds of account: what each may call.

Which calls are open to which kind stands on every page of
https://developers.weixin.qq.com/doc/subscription/guide/dev/api/ ; only the calls imitated so far are listed.
"""

from collections.abc import Mapping
from dataclasses import dataclass

_VERIFIED_ONLY = frozenset({"menu/create", "menu/get", "menu/delete"})


@dataclass(frozen=True)
class Profile:
    """A kind of account: the endpoints closed to it (48001), and limits that differ from a new account's."""

    closed: frozenset[str] = frozenset()
    daily_limits: Mapping[str, int] | None = None


PROFILES: Mapping[str, Profile] = {
    "verified_service": Profile(),
    "verified_subscription": Profile(),
    "unverified": Profile(_VERIFIED_ONLY),
    "personal": Profile(_VERIFIED_ONLY),
    "test": Profile(
        daily_limits={
            "token": 200,
            "menu/create": 100,
            "menu/get": 1000,
            "menu/delete": 100,
            "media/upload": 500,
            "media/uploadimg": 500,
            "material/add_material": 500,
        }
    ),
}
DEFAULT_PROFILE = "verified_service"
