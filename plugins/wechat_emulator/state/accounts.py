"""The Official Accounts that one store holds."""

import json
import sqlite3
from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Any

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids, spell
from plugins.wechat_emulator.state.profiles import DEFAULT_PROFILE, PROFILES, Profile
from plugins.wechat_emulator.state.refusal import Refusal
from plugins.wechat_emulator.state.settings import Settings, SettingUnknown

SCHEMA = """
create table if not exists accounts (
    appid text primary key, secret text not null, profile text not null, settings text not null);
"""
DEMO_APPID = "wxdemo000000000001"
DEMO_SECRET = "demo-secret-of-an-account-that-does-not-exist"


@dataclass(frozen=True)
class Account:
    """One account: its public id, its secret, its kind and its switches."""

    appid: str
    secret: str = field(repr=False)
    profile_name: str = DEFAULT_PROFILE
    settings: Settings = Settings()

    @property
    def profile(self) -> Profile:
        """What this kind of account may do."""
        return PROFILES[self.profile_name]


class Accounts:
    """Every account of the store; the first one is the demo account."""

    def __init__(self, database: Database, ids: Ids) -> None:
        self._database = database
        self._ids = ids
        database.create(SCHEMA)
        self.ensure_demo()

    def ensure_demo(self) -> None:
        """Create the demo account where no account exists."""
        with self._database.transaction():
            if not self._database.number("select count(*) from accounts"):
                self._save(Account(DEMO_APPID, DEMO_SECRET))

    def new(self, profile: str = DEFAULT_PROFILE) -> Account:
        """Create an account and return it, with its secret."""
        if profile not in PROFILES:
            raise SettingUnknown(f"no profile {profile!r}. Use one of: {', '.join(PROFILES)}.")
        with self._database.transaction():
            number = self._ids.number("account") + 1
            account = Account(f"wxdemo{number:012d}", spell(f"secret/{number}", 32), profile)
            self._save(account)
        return account

    def all(self) -> list[Account]:
        """Return the accounts in the order of their creation."""
        return [_account(row) for row in self._database.rows("select * from accounts order by rowid")]

    def get(self, appid: str) -> Account:
        """Return an account, the first one for an empty id. Raises Refusal 40013."""
        for account in self.all():
            if appid in ("", account.appid):
                return account
        raise Refusal(40013)

    def change(self, appid: str, settings: Mapping[str, Any]) -> Account:
        """Set switches of an account. Raises SettingUnknown."""
        with self._database.transaction():
            account = self.get(appid)
            changed = Account(account.appid, account.secret, account.profile_name, account.settings.changed(settings))
            self._save(changed)
        return changed

    def check_secret(self, appid: object, secret: object) -> Account:
        """Return the account that the credentials belong to, refused as the token calls refuse them."""
        if not appid:
            raise Refusal(41002)
        if not secret:
            raise Refusal(41004)
        account = self.get(str(appid))
        if account.settings.ip_refused:
            ip = account.settings.ip_refused
            raise Refusal(40164, f"{ip} ipv6 ::ffff:{ip}, not in whitelist")
        if account.settings.secret_frozen:
            raise Refusal(40243)
        if secret != account.secret:
            raise Refusal(40125)
        return account

    def _save(self, account: Account) -> None:
        settings = json.dumps(account.settings.as_mapping())
        self._database.run(
            "insert into accounts values (?, ?, ?, ?) on conflict (appid) do update set settings = excluded.settings",
            account.appid,
            account.secret,
            account.profile_name,
            settings,
        )


def _account(row: sqlite3.Row) -> Account:
    return Account(row["appid"], row["secret"], row["profile"], Settings(**json.loads(row["settings"])))
