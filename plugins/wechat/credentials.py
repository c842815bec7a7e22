"""Who the account is and where its servers are, read from the environment."""

import hashlib
from collections.abc import Mapping
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from plugins.shared.errors import CredentialsRefused, UsageProblem

OFFICIAL_BASE = "https://api.weixin.qq.com"


@dataclass(frozen=True)
class Credentials:
    """The account's public id, its secret, and the address of the server that answers for WeChat."""

    appid: str
    secret: str = field(repr=False)
    api_base: str = OFFICIAL_BASE

    @property
    def is_official(self) -> bool:
        """Tell whether the server is Tencent's own: api.weixin.qq.com or one of its other entrances."""
        return (urlsplit(self.api_base).hostname or "").endswith(".weixin.qq.com")

    @property
    def is_local(self) -> bool:
        """Tell whether the server runs on this machine, where no proxy must stand in between."""
        return (urlsplit(self.api_base).hostname or "") in ("localhost", "127.0.0.1", "::1")


def account_name(appid: str) -> str:
    """Return the short name of an account in file names and state; the appid cannot be read from it."""
    return hashlib.sha256(f"weizhan:{appid}".encode()).hexdigest()[:12]


def read_credentials(environ: Mapping[str, str]) -> Credentials:
    """Return the credentials in WECHAT_APPID, WECHAT_APPSECRET and, optionally, WECHAT_API_BASE.

    Raises:
        CredentialsRefused: the id or the secret is missing; the message says what to set.
        UsageProblem: WECHAT_API_BASE is not an address.
    """
    appid, secret = environ.get("WECHAT_APPID", "").strip(), environ.get("WECHAT_APPSECRET", "").strip()
    missing = [name for name, value in (("WECHAT_APPID", appid), ("WECHAT_APPSECRET", secret)) if not value]
    if missing:
        raise CredentialsRefused(_missing(" 和 ".join(missing), " and ".join(missing)))
    return Credentials(appid, secret, _api_base(environ.get("WECHAT_API_BASE", "").strip()))


def _missing(names_zh: str, names_en: str) -> str:
    return (
        f"没有设置 {names_zh}。请写进 .env（公众平台 → 设置与开发 → 基本配置），"
        "或用 python3 tasks.py demo 在模拟的公众号上试用，不需要账号。\n"
        f"{names_en} not set. Put them into .env (they are in the console under 设置与开发 → 基本配置), "
        "or try everything on the emulated account: python3 tasks.py demo."
    )


def _api_base(address: str) -> str:
    if not address:
        return OFFICIAL_BASE
    try:
        parts = urlsplit(address)
        usable = parts.scheme in ("http", "https") and bool(parts.hostname) and (parts.port or 1) > 0
    except ValueError:
        usable = False
    if not usable or parts.query or parts.fragment or parts.username:
        raise UsageProblem(
            f"WECHAT_API_BASE 不是网址。请写成 {OFFICIAL_BASE} 或 http://127.0.0.1:8090 这样。\n"
            f"WECHAT_API_BASE is not an address. Write it like {OFFICIAL_BASE} or http://127.0.0.1:8090."
        )
    return address.rstrip("/")
