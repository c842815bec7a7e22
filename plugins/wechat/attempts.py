"""How often a call is tried: never for ever, and never twice where the first try may have worked."""

import logging
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

import requests
from wechatpy.exceptions import WeChatClientException

from plugins.shared.errors import AccountError, AnswerUnclear
from plugins.wechat.errcodes import BUSY, NO_SUCH_MEDIA, TOKEN_CODES, TOO_FAST, account_error

logger = logging.getLogger(__name__)

PAUSES_S = (1.0, 4.0)
"""Seconds before the second and the third try; there is no fourth."""
MINUTE_S = 60.0
"""Seconds until a per-minute limit is over."""

Result = Mapping[str, Any]
Renewal = Callable[[], object]


@dataclass(frozen=True)
class Failure:
    """A try without a result; ``errcode`` is None where no readable answer came, and ``reason`` says why."""

    errcode: int | None
    reason: str

    @property
    def may_pass(self) -> bool:
        """Tell whether the same call may work a moment later."""
        return self.errcode in (None, BUSY, TOO_FAST, NO_SUCH_MEDIA)

    def as_error(self, doing: str) -> AccountError:
        """Return our exception for it."""
        if self.errcode is not None:
            return account_error(doing, self.errcode, self.reason)
        return AnswerUnclear(
            f"{doing}: 微信没有给出明确的回答（{self.reason}），是否生效未知。请检查网络，然后重新运行。"
            f" / No clear answer from WeChat ({self.reason}); whether it took effect is unknown. "
            "Check the network and run again."
        )


def attempt(send: Callable[[], object]) -> Result | Failure:
    """Make one try and return its result. No exception leaves here: they carry addresses with the token in them."""
    try:
        result = send()
    except WeChatClientException as error:
        return _failure(error)
    except requests.RequestException as error:
        return Failure(None, type(error).__name__)
    return result if isinstance(result, Mapping) else Failure(None, "unreadable answer")


def persist(
    doing: str,
    send: Callable[[], object],
    *,
    repeatable: bool,
    sleep: Callable[[float], object],
    renewals: Iterable[Renewal] = (),
    settling: bool = False,
) -> Result:
    """Return the result of a call, tried again only where that is safe.

    A refused token had no effect: each of ``renewals`` is used once. What may pass (no answer, -1, 45011) is tried
    again only when ``repeatable``: reads, and writes that say the same thing twice. 40007 is tried again when
    ``settling``: the id was given out a moment ago, and a refused call had no effect.

    Raises:
        AccountError: the last try's.
    """
    pauses, renewing = iter(PAUSES_S if repeatable else ()), iter(renewals)
    delays = iter(PAUSES_S if settling else ())
    while True:
        outcome = attempt(send)
        if not isinstance(outcome, Failure):
            return outcome
        if not _mended(outcome, renewing, delays if outcome.errcode == NO_SUCH_MEDIA else pauses, sleep):
            break
        logger.info("%s: trying again (errcode %s)", doing, outcome.errcode)
    raise outcome.as_error(doing)


def _mended(
    failure: Failure, renewals: Iterator[Renewal], pauses: Iterator[float], sleep: Callable[[float], object]
) -> bool:
    """Do what may help before the next try; tell whether there is one."""
    if failure.errcode in TOKEN_CODES:
        renew = next(renewals, None)
        if renew is not None:
            renew()
        return renew is not None
    pause = next(pauses, None) if failure.may_pass else None
    if pause is None:
        return False
    sleep(MINUTE_S if failure.errcode == TOO_FAST else pause)
    return True


def _failure(error: WeChatClientException) -> Failure:
    if error.errcode is not None:
        return Failure(error.errcode, str(error.errmsg))
    status = getattr(error.response, "status_code", "?")
    return Failure(None, f"HTTP {status}")
