"""The one door to the Official Account: nothing else in the project speaks to WeChat or imports wechatpy."""

import time
from collections.abc import Callable, Mapping
from pathlib import Path
from typing import TYPE_CHECKING

from plugins.wechat.credentials import OFFICIAL_BASE, Credentials, account_name, read_credentials
from plugins.wechat.gateway import (
    Button,
    Crop,
    Draft,
    DraftArticle,
    Gateway,
    Material,
    Page,
    Publication,
    PublishStatus,
    Quota,
)

if TYPE_CHECKING:
    from requests.adapters import BaseAdapter

__all__ = [
    "OFFICIAL_BASE",
    "Button",
    "Credentials",
    "Crop",
    "Draft",
    "DraftArticle",
    "Gateway",
    "Material",
    "Page",
    "PublishStatus",
    "Publication",
    "Quota",
    "account_name",
    "open_gateway",
    "read_credentials",
]


def open_gateway(
    environ: Mapping[str, str],
    state_dir: Path | None,
    transport: "BaseAdapter | None" = None,
    *,
    clock: Callable[[], float] = time.time,
    sleep: Callable[[float], object] = time.sleep,
) -> Gateway:
    """Return the account named by WECHAT_APPID, WECHAT_APPSECRET and WECHAT_API_BASE; no call is made yet.

    Tokens are kept in ``state_dir``; with None nothing is written, as a dry run demands. ``transport`` replaces
    the network, so that the emulator can answer inside this process.

    Raises:
        CredentialsRefused: the id or the secret is not set.
        UsageProblem: WECHAT_API_BASE is not an address.
    """
    # Here and not above: building the site needs none of this, and wechatpy takes its time to load.
    from plugins.wechat.api_client import ApiClient
    from plugins.wechat.client import WechatGateway
    from plugins.wechat.scrub import guard_logs
    from plugins.wechat.tokens import FileTokens, MemoryTokens, token_file

    credentials = read_credentials(environ)
    guard_logs()
    session = FileTokens(token_file(state_dir, credentials), clock) if state_dir else MemoryTokens(clock)
    return WechatGateway(ApiClient(credentials, session, sleep, transport), sleep)
