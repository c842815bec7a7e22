"""What counts as Chinese where it decides about blanks and emphasis."""

import unicodedata

_QUOTES = "“”‘’…—·"  # narrow or ambiguous by Unicode, Chinese by habit


def is_cjk(character: str) -> bool:
    """Tell whether one character is Chinese, Japanese or Korean, full-width marks included; "" is not."""
    return bool(character) and (character in _QUOTES or unicodedata.east_asian_width(character) in "WF")
