"""Everything that WeChat's servers remember, in one SQLite file."""

import time
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from pathlib import Path

from plugins.wechat_emulator.state.accounts import Account, Accounts
from plugins.wechat_emulator.state.callback_servers import CallbackServers
from plugins.wechat_emulator.state.clock import Clock
from plugins.wechat_emulator.state.conditional_menus import ConditionalMenus
from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.drafts import Drafts
from plugins.wechat_emulator.state.events import Events
from plugins.wechat_emulator.state.faults import Faults
from plugins.wechat_emulator.state.followers import Followers
from plugins.wechat_emulator.state.ids import Ids
from plugins.wechat_emulator.state.mass_sends import MassSends
from plugins.wechat_emulator.state.mass_speed import MassSpeed
from plugins.wechat_emulator.state.materials import Materials
from plugins.wechat_emulator.state.menus import Menus
from plugins.wechat_emulator.state.pictures import Pictures
from plugins.wechat_emulator.state.profiles import DEFAULT_PROFILE
from plugins.wechat_emulator.state.publications import Publications
from plugins.wechat_emulator.state.published import Published
from plugins.wechat_emulator.state.qr_codes import QrCodes
from plugins.wechat_emulator.state.quota import Quota
from plugins.wechat_emulator.state.rids import Rids
from plugins.wechat_emulator.state.statistics import Statistics
from plugins.wechat_emulator.state.tags import Tags
from plugins.wechat_emulator.state.tickets import Tickets
from plugins.wechat_emulator.state.tokens import Tokens


class Store:
    """The accounts of one emulator, in a file that survives a restart or in ``":memory:"``.

    A new store holds the demo account. ``wall`` is the real clock; ``seed`` varies every id.
    """

    def __init__(
        self, path: str | Path = ":memory:", *, wall: Callable[[], float] = time.time, seed: str = "weizhan"
    ) -> None:
        self.database = Database(path)
        self.clock = Clock(self.database, wall)
        self.ids = Ids(self.database, seed)
        self.accounts = Accounts(self.database, self.ids)
        self.tokens = Tokens(self.database, self.ids, self.clock, self.accounts)
        self.quota = Quota(self.database, self.clock)
        self.pictures = Pictures(self.database, self.ids)
        self.materials = Materials(self.database, self.ids, self.clock, self.pictures)
        self.drafts = Drafts(self.database, self.ids, self.clock)
        self.events = Events(self.database, self.ids, self.clock)
        self.published = Published(self.database, self.ids, self.clock)
        boxes = (self.drafts, self.published, self.events)
        self.publications = Publications(self.database, self.ids, self.clock, *boxes)
        self.mass_sends = MassSends(self.database, self.ids, self.clock, *boxes)
        self.mass_speed = MassSpeed(self.database)
        self.menus = Menus(self.database)
        self.conditional_menus = ConditionalMenus(self.database, self.ids)
        self.qr_codes = QrCodes(self.database, self.ids, self.clock)
        self.followers = Followers(self.database, self.clock)
        self.tags = Tags(self.database)
        self.tickets = Tickets(self.database, self.ids, self.clock)
        self.statistics = Statistics(self.clock, self.published, seed)
        self.callback_servers = CallbackServers(self.database)
        self.rids = Rids(self.database, self.clock)
        self.faults = Faults(self.database)

    @contextmanager
    def transaction(self) -> Iterator[None]:
        """Everything inside happens, or nothing does."""
        with self.database.transaction():
            yield

    def settle(self, account: Account) -> None:
        """Let what is due happen: drafts that are being published or sent. Every call of the API does this."""
        self.publications.settle(account)
        self.mass_sends.settle(account)

    def new_account(self, profile: str = DEFAULT_PROFILE) -> Account:
        """Create one more account and return it."""
        return self.accounts.new(profile)

    def reset(self) -> None:
        """Forget everything; what remains is the demo account, fresh."""
        with self.database.transaction():
            self.database.clear()
            self.accounts.ensure_demo()

    def close(self) -> None:
        """Close the file."""
        self.database.close()
