"""The secret that single codes are made from: in .env, never in git."""

import hashlib
import hmac
import secrets
from collections.abc import Mapping

from plugins.shared.errors import StateUntrusted, UsageProblem
from plugins.shared.language import say

NAME = "WEIZHAN_COUPON_SECRET"
_LEAST_CHARS = 32


def read_secret(environ: Mapping[str, str], is_used: bool = False) -> str:
    """Return the secret; ``is_used`` tells that codes were made with it already, so that no other one will do.

    Raises:
        UsageProblem: there is none, or a weak one: with a line for .env, or the way back to the old one.
    """
    secret = environ.get(NAME, "").strip()
    if is_used and not secret:
        raise UsageProblem(
            say(
                f"已发的券码是用一个密钥做的，这台电脑上没有它。请把当时的 {NAME}=… 写进 .env。",
                f"the codes that are out were made with a secret that this computer lacks. Put the {NAME}=… of "
                "that time into .env.",
            )
        )
    if len(secret) < _LEAST_CHARS:
        line = f"{NAME}={secrets.token_hex(32)}"
        raise UsageProblem(
            say(
                f"没有券码的密钥。把下面这一行加进 .env，并另存一份（丢了就核不了已发的券）：\n{line}",
                f"no secret for coupon codes. Add this line to .env and keep a copy elsewhere; without it the codes "
                f"that are out cannot be told from invented ones:\n{line}",
            )
        )
    return secret


def fingerprint(secret: str) -> str:
    """Return what a batch records of its secret: enough to notice another one, useless for making codes."""
    return hmac.new(secret.encode(), b"fingerprint", hashlib.sha256).hexdigest()[:12]


def refuse_other(secret: str, recorded: str, batch: str) -> None:
    """Stop when a batch was made with another secret. Raises StateUntrusted."""
    if recorded != fingerprint(secret):
        raise StateUntrusted(
            say(
                f"批次 {batch} 是用另一个 {NAME} 做的。请把当时的密钥写回 .env。",
                f"batch {batch} was made with another {NAME}. Put the secret of that time back into .env.",
            )
        )
