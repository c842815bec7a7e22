"""The gateway over wechatpy: values in, values out, every failure one of our errors."""

from collections.abc import Callable

from plugins.wechat.api_client import ApiClient
from plugins.wechat.calls import Calls
from plugins.wechat.conditional_menus import ConditionalMenus
from plugins.wechat.drafts import DraftBox
from plugins.wechat.facts import Facts
from plugins.wechat.materials import Materials
from plugins.wechat.menu import Menu
from plugins.wechat.published import PublishedList
from plugins.wechat.qr_codes import QrCodes


class WechatGateway(DraftBox, PublishedList, Materials, Menu, ConditionalMenus, QrCodes, Facts):
    """An Official Account over HTTP; implements ``plugins.wechat.gateway.Gateway``."""

    def __init__(self, client: ApiClient, sleep: Callable[[float], object]) -> None:
        self._calls = Calls(client, sleep)

    @property
    def appid(self) -> str:
        """The account's public id."""
        return str(self._calls.client.appid)
