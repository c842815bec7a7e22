"""Statistics, below /datacube/.

https://developers.weixin.qq.com/doc/service/api/wedata/user/ and its neighbours
"""

from collections.abc import Callable

from plugins.wechat_emulator.routes.answer import Answer
from plugins.wechat_emulator.routes.call import Call


def report(name: str) -> Callable[[Call], Answer]:
    """Return the handler of one report, like ``getusersummary``."""

    def handler(call: Call) -> Answer:
        rows, is_delay = call.store.statistics.read(call.account, name, call.body)
        return {"list": rows} | ({} if is_delay is None else {"is_delay": is_delay})

    return handler
