"""Codes that open the account and say where they hung 带参数的二维码.

https://developers.weixin.qq.com/doc/service/api/qrcode/qrcodes/api_createqrcode.html
"""

from plugins.wechat.article_json import held
from plugins.wechat.calls import Calls


class QrCodes:
    """The parameter QR codes of one account."""

    _calls: Calls

    def create_qr_code(self, scene: str) -> str:
        """Return the address inside a permanent code, as WeChat's scanner knows it: not one of https."""
        body = {"action_name": "QR_LIMIT_STR_SCENE", "action_info": {"scene": {"scene_str": scene}}}
        answer = self._calls.once("qrcode/create", lambda: self._calls.client.qrcode.create(body))
        return held(answer, "url", "qrcode/create")
