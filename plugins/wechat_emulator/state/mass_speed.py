"""How fast mass sends go out.

https://developers.weixin.qq.com/doc/subscription/api/notify/message/api_getmassspeed.html
"""

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.refusal import Refusal

SCHEMA = "create table if not exists mass_speeds (appid text primary key, speed integer not null);"
TEN_THOUSANDS_A_MINUTE = (80, 60, 45, 30, 10)
"""By the number of a speed: 0 is the fastest."""


class MassSpeed:
    """The speed that every account chose, 0 by default."""

    def __init__(self, database: Database) -> None:
        self._database = database
        database.create(SCHEMA)

    def get(self, appid: str) -> tuple[int, int]:
        """Return the number of the speed, and messages a minute in ten thousands."""
        speed = self._database.number("select speed from mass_speeds where appid = ?", appid)
        return speed, TEN_THOUSANDS_A_MINUTE[speed]

    def set(self, appid: str, speed: object) -> None:
        """Choose a speed. Raises Refusal 45084 missing, 45083 not 0 to 4."""
        if speed is None:
            raise Refusal(45084)
        if type(speed) is not int or not 0 <= speed < len(TEN_THOUSANDS_A_MINUTE):
            raise Refusal(45083)
        self._database.run("insert or replace into mass_speeds values (?, ?)", appid, speed)
