"""Asks the account, without changing anything: reads are made, of writes only the quota is asked."""

from collections.abc import Callable, Mapping
from typing import Any

from plugins.doctor.model import Facts, MenuMode
from plugins.shared.errors import AccountError, CredentialsRefused
from plugins.wechat import Gateway, Quota

DRAFTS, PUBLISHED, MENU = "draft/batchget", "freepublish/batchget", "menu/get"
WRITES = (
    "draft/add",
    "draft/update",
    "draft/get",
    "media/uploadimg",
    "material/add_material",
    "freepublish/submit",
    "freepublish/get",
    "menu/create",
    "qrcode/create",
    "datacube/getarticleread",
)
COUNTED = (*WRITES, DRAFTS, PUBLISHED)


def ask(gateway: Gateway, server: str) -> Facts:
    """Return what the account answers; nothing more is asked once the token or the address was refused."""
    try:
        # Open to every account, so that a refusal is about the token and not about a permission.
        gateway.api_server_ips()
    except AccountError as error:
        return Facts(server, error, error.ip)
    answers = _Answers(gateway)
    drafts = answers.read(DRAFTS, lambda: gateway.page_of_drafts(0, with_content=False).total)
    published = answers.read(PUBLISHED, lambda: gateway.page_of_published(0, with_content=False).total)
    buttons = answers.read(MENU, gateway.get_menu)
    shown = answers.read("get_current_selfmenu_info", gateway.get_current_menu)
    quotas = {endpoint: counted for endpoint in COUNTED if (counted := answers.quota(endpoint))}
    return Facts(
        server,
        ip=gateway.caller_ip(),
        open=frozenset(answers.open),
        refused=answers.refused,
        quotas=quotas,
        drafts=drafts or 0,
        published=published or 0,
        menu=_menu_mode(buttons, shown),
    )


class _Answers:
    """What was asked so far: endpoints that answered, and those that were refused."""

    def __init__(self, gateway: Gateway) -> None:
        self._gateway = gateway
        self.open: set[str] = set()
        self.refused: dict[str, AccountError] = {}

    def read(self, endpoint: str, call: Callable[[], Any]) -> Any:
        """Make a call and return its answer, None when it was refused."""
        try:
            answer = call()
        except AccountError as error:
            self.refused[endpoint] = error
            return None
        self.open.add(endpoint)
        return answer

    def quota(self, endpoint: str) -> Quota | None:
        """Return what is left of an endpoint; an account that may not call it may not ask either."""
        try:
            counted = self._gateway.quota(endpoint)
        except CredentialsRefused as error:
            self.refused.setdefault(endpoint, error)
            return None
        except AccountError:
            return None
        if endpoint not in self.refused:
            self.open.add(endpoint)
        return counted


def _menu_mode(buttons: Any, shown: Mapping[str, Any] | None) -> MenuMode:
    if shown is None:
        return MenuMode.UNKNOWN
    info = shown.get("selfmenu_info")
    if not (isinstance(info, Mapping) and info.get("button")):
        return MenuMode.NONE
    if shown.get("is_menu_open") in (0, "0", False):
        return MenuMode.CLOSED
    if buttons is None:
        return MenuMode.UNKNOWN
    return MenuMode.API if buttons else MenuMode.CONSOLE
