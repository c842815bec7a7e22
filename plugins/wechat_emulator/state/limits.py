"""How often each endpoint may be called.

https://developers.weixin.qq.com/doc/subscription/guide/dev/api/limit.html
https://developers.weixin.qq.com/doc/service/Message_Management/API_Call_Limits.html
Numbers of a new account; real ones rise with the followers. Where the pages name none, the number is a guess.
"""

from collections.abc import Mapping
from dataclasses import dataclass


@dataclass(frozen=True)
class Limit:
    """Calls a day of a new account, of a test account where it differs, and a minute (0: no limit)."""

    day: int
    test_day: int = 0
    minute: int = 0


LIMITS: Mapping[str, Limit] = {
    "token": Limit(2000, 200),
    "stable_token": Limit(500_000, minute=10_000),
    "draft/add": Limit(1000),
    "draft/update": Limit(1000),
    "draft/delete": Limit(1000),
    "draft/count": Limit(1000),
    "draft/batchget": Limit(1000),
    "draft/get": Limit(500),
    "freepublish/submit": Limit(100),
    "freepublish/get": Limit(100),
    "freepublish/getarticle": Limit(100),
    "freepublish/batchget": Limit(100),
    "freepublish/delete": Limit(10),
    "material/add_material": Limit(100_000, 500),
    "material/get_material": Limit(200_000, 1000),
    "media/uploadimg": Limit(100_000, 500),
    "media/upload": Limit(100_000, 500),
    "media/get": Limit(200_000, 1000),
    "menu/create": Limit(1000, 100),
    "menu/get": Limit(10_000, 1000),
    "menu/delete": Limit(1000, 100),
    "menu/addconditional": Limit(2000),
    "menu/delconditional": Limit(2000),
    "menu/trymatch": Limit(20_000),
    "get_current_selfmenu_info": Limit(10_000),
    "message/mass/sendall": Limit(100, minute=60),
    "message/mass/send": Limit(100, minute=60),
    "message/mass/preview": Limit(100),
    "qrcode/create": Limit(100_000, 10_000),
}
OTHER = Limit(100_000)
NOT_COUNTED = frozenset({"clear_quota", "clear_quota/v2", "openapi/quota/clear"})


def limit_of(endpoint: str) -> Limit:
    """Return the limits of an endpoint."""
    return LIMITS.get(endpoint, OTHER)
