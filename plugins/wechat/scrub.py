"""Secrets and tokens taken out of everything that a person or a log may see."""

import logging
import re

HIDDEN = "***"
_IN_ADDRESS = re.compile(r"\b(access_token|app_?secret|secret|ticket)(=|%3D)[^&\s'\"<>)]+", re.IGNORECASE)
_IN_JSON = re.compile(r"""(["'](?:access_token|app_?secret|secret|ticket)["']\s*:\s*)(["'])[^"']*["']""", re.IGNORECASE)
_CHATTY = ("urllib3.connectionpool", "urllib3.util.retry", "wechatpy.client.base")


def scrub(text: str) -> str:
    """Return the text with the value of every token and secret hidden."""
    text = _IN_ADDRESS.sub(rf"\1\2{HIDDEN}", text)
    return _IN_JSON.sub(rf"\1\g<2>{HIDDEN}\2", text)


class ScrubFilter(logging.Filter):
    """Hides tokens and secrets in the records of libraries that log whole addresses."""

    def filter(self, record: logging.LogRecord) -> bool:
        """Let every record pass, scrubbed."""
        record.msg, record.args = scrub(record.getMessage()), ()
        return True


def guard_logs() -> None:
    """Scrub the logs of the HTTP libraries from now on; doing so twice changes nothing."""
    for name in _CHATTY:
        logger = logging.getLogger(name)
        if not any(isinstance(one, ScrubFilter) for one in logger.filters):
            logger.addFilter(ScrubFilter())
