"""Switches of one account: points where real accounts differ, and states that an administrator brings about."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any

from plugins.wechat_emulator.state.situations import SITUATIONS, split_names


class SettingUnknown(ValueError):
    """A switch that does not exist, or a value of the wrong kind."""


CHOICES: Mapping[str, tuple[str | int, ...]] = {
    "links": ("strip", "reject"),
    "list_order": ("newest", "oldest"),
    "publish_outcome": (0, 2, 3, 4, 5, 6),
    "goods": ("off", "on", "restricted"),
    "statistics": ("seeded", "empty"),
}


@dataclass(frozen=True)
class Settings:
    """How this account behaves; README.md says what each switch means.

    The first block holds the points on which reports and pages disagree, the second what an administrator or
    Tencent may do to an account, the third how slow and how lucky the account is.
    """

    links: str = "strip"
    content_limit_chars: int = 0
    articles_limit: int = 8
    keep_class: bool = True
    empty_referer: bool = True
    list_order: str = "newest"
    mass_listed: bool = False
    publish_id_number: bool = False
    qr_default_seconds: int = 60
    tagging_limit: int = 50
    menu_regions: bool = False
    plain_text: bool = False

    may_comment: bool = True
    goods: str = "off"
    unlinked_miniprogram: str = ""
    risky_word: str = ""
    ip_refused: str = ""
    secret_frozen: bool = False
    token_always_wrong: bool = False
    mass_protected: bool = False
    situations: str = ""
    qr_limit: int = 100_000

    publish_outcome: int = 0
    publish_polls: int = 1
    publish_seconds: int = 0
    mass_fails: bool = False
    mass_seconds: int = 0
    statistics: str = "seeded"
    statistics_delayed: bool = False

    def changed(self, values: Mapping[str, Any]) -> "Settings":
        """Return the settings with some values replaced. Raises SettingUnknown."""
        kinds = {field.name: type(getattr(self, field.name)) for field in fields(self)}
        for name, value in values.items():
            if name not in kinds:
                raise SettingUnknown(f"no setting {name!r}. Use one of: {', '.join(kinds)}.")
            if type(value) is not kinds[name]:
                raise SettingUnknown(f"{name}: {value!r} is not a {kinds[name].__name__}.")
            if name in CHOICES and value not in CHOICES[name]:
                raise SettingUnknown(f"{name}: use one of: {', '.join(map(str, CHOICES[name]))}.")
        for name in split_names(values.get("situations", "")):
            if name not in SITUATIONS:
                raise SettingUnknown(f"situations: no {name!r}. Use some of: {', '.join(SITUATIONS)}.")
        return replace(self, **values)

    def as_mapping(self) -> dict[str, Any]:
        """Return every switch by its name."""
        return asdict(self)
