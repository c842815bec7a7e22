"""Where each account wants its messages and events: 服务器配置 in the console.

https://developers.weixin.qq.com/doc/offiaccount/Basic_Information/Access_Overview.html
"""

import re
from dataclasses import dataclass, field
from urllib.parse import urlsplit

from plugins.wechat_emulator.state.callback_crypto import KEY_CHARS
from plugins.wechat_emulator.state.database import Database

SCHEMA = """
create table if not exists callback_servers (
    appid text primary key, url text not null, token text not null, aes_key text not null, mode text not null,
    automatic integer not null);
"""
MODES = ("plain", "compatible", "safe")


class ServerRefused(ValueError):
    """The address, the token or the key is not as the console wants it, or the server did not answer well."""


@dataclass(frozen=True)
class CallbackServer:
    """An account's own server.

    ``mode``: ``plain`` XML, ``safe`` encrypted, ``compatible`` both side by side. ``automatic``: events are delivered
    as they happen; otherwise they wait to be delivered by hand.
    """

    url: str
    token: str = field(repr=False)
    aes_key: str = field(default="", repr=False)
    mode: str = "plain"
    automatic: bool = False

    def check(self) -> None:
        """Raise ServerRefused where the console would not take these values; any port is allowed here."""
        parts = urlsplit(self.url)
        if parts.scheme not in ("http", "https") or not parts.hostname:
            raise ServerRefused(f"url: {self.url!r} is no http address.")
        if not re.fullmatch(r"[0-9A-Za-z]{3,32}", self.token):
            raise ServerRefused("token: use 3 to 32 letters and digits.")
        if self.mode not in MODES:
            raise ServerRefused(f"mode: use one of: {', '.join(MODES)}.")
        if self.mode != "plain" and not re.fullmatch(rf"[0-9A-Za-z]{{{KEY_CHARS}}}", self.aes_key):
            raise ServerRefused(f"aes_key: use {KEY_CHARS} letters and digits.")


class CallbackServers:
    """The servers of all accounts that have one."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(SCHEMA)

    def set(self, appid: str, server: CallbackServer) -> None:
        """Keep the server of an account."""
        values = (server.url, server.token, server.aes_key, server.mode, int(server.automatic))
        self._database.run("insert or replace into callback_servers values (?, ?, ?, ?, ?, ?)", appid, *values)

    def get(self, appid: str) -> CallbackServer | None:
        """Return the server of an account, None when it has none."""
        row = self._database.row("select * from callback_servers where appid = ?", appid)
        if row is None:
            return None
        return CallbackServer(row["url"], row["token"], row["aes_key"], row["mode"], bool(row["automatic"]))

    def remove(self, appid: str) -> None:
        """Forget the server of an account."""
        self._database.run("delete from callback_servers where appid = ?", appid)
