"""Single coupon codes: nine signs that people can read out, write down and type, the last one a check.

The alphabet leaves out what is taken for another sign: 0 O, 1 I L, 2 Z, 5 S, 8 B, G and U (6 and V stay). Its 23 signs
make a prime field, so a weighted sum with different weights notices every single wrong sign and every swap of
neighbours. A guess is right once in 23^8, some 78 thousand million, for each code that is out.
"""

import hashlib
import hmac
import unicodedata
from collections.abc import Iterator

ALPHABET = "34679ACDEFHJKMNPQRTVWXY"
BODY = 8
LENGTH = BODY + 1
_BASE = len(ALPHABET)
_VALUES = {sign: value for value, sign in enumerate(ALPHABET)}
_WEIGHTS = tuple(range(2, 2 + BODY))
_GROUP = 3


def normalise(typed: str) -> str:
    """Return a code as it is compared: half-width capitals without blanks and separators; nothing is guessed."""
    text = unicodedata.normalize("NFKC", typed).upper()
    return "".join(char for char in text if char.isalnum())


def is_whole(code: str) -> bool:
    """Tell whether a normalised code has the right length, signs and check."""
    known = len(code) == LENGTH and all(char in _VALUES for char in code)
    return known and code[-1] == check_sign(code[:-1])


def check_sign(body: str) -> str:
    """Return the sign that makes the weighted sum zero."""
    total = sum(weight * _VALUES[sign] for weight, sign in zip(_WEIGHTS, body, strict=True))
    return ALPHABET[-total % _BASE]


def shown(code: str) -> str:
    """Return a code in groups of three, as it is printed: ``K7M-4QX-9RA``."""
    return "-".join(code[at : at + _GROUP] for at in range(0, len(code), _GROUP))


def batch_codes(secret: str, batch: str, count: int) -> list[str]:
    """Return the codes of a batch, all different; the same secret and batch give the same codes in the same order.

    A larger count only adds codes behind the ones of a smaller count.
    """
    found: dict[str, None] = {}
    serial = 0
    while len(found) < count:
        found[_code(secret, batch, serial)] = None
        serial += 1
    return list(found)


def near(code: str) -> Iterator[str]:
    """Yield every whole code one slip away: a wrong, missing or additional sign, or two neighbours swapped."""
    seen = set()
    for candidate in _slips(code):
        if candidate not in seen and candidate != code and is_whole(candidate):
            seen.add(candidate)
            yield candidate


def _code(secret: str, batch: str, serial: int) -> str:
    mark = hmac.new(secret.encode(), f"coupon|{batch}|{serial}".encode(), hashlib.sha256).digest()
    number = int.from_bytes(mark, "big")
    body = ""
    for _ in range(BODY):
        number, value = divmod(number, _BASE)
        body += ALPHABET[value]
    return body + check_sign(body)


def _slips(code: str) -> Iterator[str]:
    if len(code) == LENGTH:
        for at in range(LENGTH):
            yield from (code[:at] + sign + code[at + 1 :] for sign in ALPHABET)
        for at in range(LENGTH - 1):
            yield code[:at] + code[at + 1] + code[at] + code[at + 2 :]
    elif len(code) == LENGTH - 1:
        for at in range(LENGTH):
            yield from (code[:at] + sign + code[at:] for sign in ALPHABET)
    elif len(code) == LENGTH + 1:
        yield from (code[:at] + code[at + 1 :] for at in range(len(code)))
