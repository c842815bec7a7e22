"""Switches of one account: points where real accounts differ, and states that an administrator brings about."""

from collections.abc import Mapping
from dataclasses import asdict, dataclass, fields, replace
from typing import Any


class SettingUnknown(ValueError):
    """A switch that does not exist, or a value of the wrong kind."""


@dataclass(frozen=True)
class Settings:
    """How this account behaves.

    ``links``: external links are ``strip``-ped silently or ``reject``-ed with 45166; both are reported by users.
    ``content_limit_chars``: 0 accepts up to 1 MB as real accounts were seen to do; 20000 is the documented limit.
    ``ip_refused``: a non-empty IP is refused with 40164 by the token calls. ``plain_text``: JSON labelled text/plain.
    """

    links: str = "strip"
    content_limit_chars: int = 0
    empty_referer: bool = True
    may_comment: bool = True
    unlinked_miniprogram: str = ""
    ip_refused: str = ""
    secret_frozen: bool = False
    token_always_wrong: bool = False
    plain_text: bool = False

    def changed(self, values: Mapping[str, Any]) -> "Settings":
        """Return the settings with some values replaced. Raises SettingUnknown."""
        kinds = {field.name: type(getattr(self, field.name)) for field in fields(self)}
        for name, value in values.items():
            if name not in kinds:
                raise SettingUnknown(f"no setting {name!r}. Use one of: {', '.join(kinds)}.")
            if type(value) is not kinds[name]:
                raise SettingUnknown(f"{name}: {value!r} is not a {kinds[name].__name__}.")
        if values.get("links", "strip") not in ("strip", "reject"):
            raise SettingUnknown("links: use strip or reject.")
        return replace(self, **values)

    def as_mapping(self) -> dict[str, Any]:
        """Return every switch by its name."""
        return asdict(self)
