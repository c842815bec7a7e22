"""What a new shop has to tell about itself."""

from dataclasses import dataclass


@dataclass(frozen=True)
class Answers:
    """The answers of the shop's owner, as they go into the files; empty where one may be left out.

    ``site_url`` has no final slash, ``accent`` is a colour such as ``#2f6b4f``.
    """

    shop_name: str
    site_url: str
    operator: str
    tel: str
    accent: str = "#2f6b4f"
    account_name: str = ""
    wechat_id: str = ""
    appid: str = ""
