"""States of an account in which calls are refused whatever they ask for; switched on by name.

The codes stand in https://developers.weixin.qq.com/doc/offiaccount/Getting_Started/Global_Return_Code.html ; on which
call each of them is met is community-reported where the page of the call does not name it.
"""

from collections.abc import Mapping
from dataclasses import dataclass

from plugins.wechat_emulator.state.refusal import Refusal

_TOKEN = ("token", "stable_token")
_SUBMIT = ("freepublish/submit",)
_MASS = ("message/mass/",)
_CONDITIONAL = ("menu/addconditional", "menu/delconditional", "menu/trymatch")
_TAGGING = ("tags/members/",)
_OTHERS = ("",)


@dataclass(frozen=True)
class Situation:
    """What is answered, and to which calls: beginnings of their names. Token calls are only met by their names."""

    errcode: int
    calls: tuple[str, ...]

    def meets(self, endpoint: str) -> bool:
        """Tell whether a call is refused."""
        if endpoint in _TOKEN:
            return endpoint in self.calls
        return endpoint.startswith(self.calls)


SITUATIONS: Mapping[str, Situation] = {
    "ip_unconfirmed": Situation(89503, _TOKEN),
    "ip_refused_1h": Situation(89507, _TOKEN),
    "ip_refused_24h": Situation(89506, _TOKEN),
    "token_forbidden": Situation(50004, _TOKEN),
    "account_frozen": Situation(50007, _TOKEN),
    "account_limited": Situation(50002, _OTHERS),
    "not_authorised": Situation(50001, _OTHERS),
    "api_banned": Situation(48004, _OTHERS),
    "https_required": Situation(43003, (*_TOKEN, *_OTHERS)),
    "publish_banned": Situation(53500, _SUBMIT),
    "publish_too_often": Situation(53501, _SUBMIT),
    "draft_check_failed": Situation(53503, _SUBMIT),
    "console_only": Situation(53504, _SUBMIT),
    "draft_auto_saved": Situation(53505, _SUBMIT),
    "mass_draft_auto_saved": Situation(48021, _MASS),
    "mass_not_agreed": Situation(48003, _MASS),
    "mass_type_closed": Situation(48008, _MASS),
    "mass_too_fast": Situation(42010, _MASS),
    "mass_not_original": Situation(41040, _MASS),
    "mass_ad_contract": Situation(45062, _MASS),
    "conditional_menu_off": Situation(65309, _CONDITIONAL),
    "conditional_menu_unsupported": Situation(65306, _CONDITIONAL),
    "tagging_busy": Situation(45169, _TAGGING),
}


def split_names(names: str) -> list[str]:
    """Return the names in a setting that separates them by commas."""
    return [name.strip() for name in names.split(",") if name.strip()]


def check_situations(names: str, endpoint: str) -> None:
    """Raise the Refusal of the first situation that meets a call."""
    for name in split_names(names):
        if SITUATIONS[name].meets(endpoint):
            raise Refusal(SITUATIONS[name].errcode)
