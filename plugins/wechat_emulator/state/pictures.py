"""Pictures behind mmbiz addresses: body images, covers and picture materials alike."""

from dataclasses import dataclass

from plugins.wechat_emulator.state.database import Database
from plugins.wechat_emulator.state.ids import Ids

SCHEMA = """
create table if not exists pictures (
    key text primary key, appid text not null, format text not null, data blob not null);
"""
_FOLDERS = {"jpeg": "mmbiz_jpg", "png": "mmbiz_png", "gif": "mmbiz_gif", "bmp": "mmbiz_bmp"}


@dataclass(frozen=True)
class Picture:
    """The bytes of a picture, its format (jpeg, png, gif, bmp) and the account that it belongs to."""

    appid: str
    format: str
    data: bytes


class Pictures:
    """Every picture, by the key inside its address."""

    def __init__(self, database: Database, ids: Ids) -> None:
        self._database = database
        self._ids = ids
        database.create(SCHEMA)

    def add(self, picture: Picture) -> str:
        """Keep a picture and return its address; like WeChat's it says http."""
        key = self._ids.text("picture", 86)
        values = (key, picture.appid, picture.format, picture.data)
        self._database.run("insert into pictures values (?, ?, ?, ?)", *values)
        return f"http://mmbiz.qpic.cn/{_FOLDERS[picture.format]}/{key}/0?wx_fmt={picture.format}"

    def get(self, key: str) -> Picture | None:
        """Return a picture, None when there is none."""
        row = self._database.row("select appid, format, data from pictures where key = ?", key)
        return Picture(row["appid"], row["format"], bytes(row["data"])) if row else None
