"""An account that becomes one of another kind, as verification and its expiry make it."""

from plugins.wechat_emulator.state.profiles import PROFILES
from plugins.wechat_emulator.state.settings import SettingUnknown
from plugins.wechat_emulator.state.store import Store


def switch_profile(store: Store, appid: str, profile: str) -> None:
    """Make an account one of another kind; what it holds stays. Raises SettingUnknown."""
    if profile not in PROFILES:
        raise SettingUnknown(f"no profile {profile!r}. Use one of: {', '.join(PROFILES)}.")
    store.database.run("update accounts set profile = ? where appid = ?", profile, store.accounts.get(appid).appid)
