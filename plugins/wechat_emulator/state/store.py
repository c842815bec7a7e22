"""Everything that WeChat's servers remember, in one SQLite file."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.wechat_emulator.state.accounts import Account, Accounts
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.drafts import Drafts
from plugins.wechat_emulator.state.faults import Faults
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.materials import Materials
from plugins.wechat_emulator.state.menus import Menus
from plugins.wechat_emulator.state.pictures import Pictures
from plugins.wechat_emulator.state.profiles import DEFAULT_PROFILE
from plugins.wechat_emulator.state.published import Published
from plugins.wechat_emulator.state.quota import Quota
from plugins.wechat_emulator.state.tokens import Tokens


class Store:
    """The accounts of one emulator, in a file that survives a restart or in ``":memory:"``.

    A new store holds the demo account. ``wall`` is the real clock; ``seed`` varies every id.
    """

    def __init__(
        self, path: str | Path = ":memory:", *, wall: Callable[[], float] = time.time, seed: str = "weizhan"
    ) -> None:
        self._database = Database(path)
        self.clock = Clock(self._database, wall)
        self.ids = Ids(self._database, seed)
        self.accounts = Accounts(self._database, self.ids)
        self.tokens = Tokens(self._database, self.ids, self.clock, self.accounts)
        self.quota = Quota(self._database, self.clock)
        self.pictures = Pictures(self._database, self.ids)
        self.materials = Materials(self._database, self.ids, self.clock, self.pictures)
        self.drafts = Drafts(self._database, self.ids, self.clock)
        self.published = Published(self._database, self.ids, self.clock)
        self.menus = Menus(self._database)
        self.faults = Faults(self._database)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or nothing does."""
        with self._database.transaction():
            yield

    def new_account(self, profile: str = DEFAULT_PROFILE) -> Account:
        """Create one more account and return it."""
        return self.accounts.new(profile)

    def reset(self) -> None:
        """Forget everything; what remains is the demo account, fresh."""
        with self._database.transaction():
            self._database.clear()
            self.accounts.ensure_demo()

    def close(self) -> None:
        """Close the file."""
        self._database.close()
