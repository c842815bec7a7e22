"""Messages in the language of the person at the keyboard: Chinese or English, after ``LANG``."""

import os


def language() -> str:
    """Return ``zh`` or ``en``, from LC_ALL, LC_MESSAGES or LANG, the first that is set."""
    for name in ("LC_ALL", "LC_MESSAGES", "LANG"):
        value = os.environ.get(name, "")
        if value:
            return "zh" if value.lower().startswith("zh") else "en"
    return "en"


def say(zh: str, en: str) -> str:
    """Return the one of two texts that the person reads."""
    return zh if language() == "zh" else en
