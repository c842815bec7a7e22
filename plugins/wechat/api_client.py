"""wechatpy, tamed: stable tokens, time-outs, its own retry switched off, every host redirected.

https://developers.weixin.qq.com/doc/subscription/api/base/api_getstableaccesstoken.html
"""

import json
from collections.abc import Callable
from typing import Any

import requests
from requests.adapters import BaseAdapter, HTTPAdapter
from wechatpy.client import WeChatClient

from plugins.shared.errors import AnswerUnclear
from plugins.wechat.attempts import persist
from plugins.wechat.credentials import OFFICIAL_BASE, Credentials
from plugins.wechat.hosts import Redirected
from plugins.wechat.tokens import TokenSession

TIMEOUTS_S = (10, 30)
"""Seconds to connect, and to wait for the next bytes."""


class ApiClient(WeChatClient):  # type: ignore[misc]
    """One account on one server, for one process or several that share a token file."""

    def __init__(
        self,
        credentials: Credentials,
        session: TokenSession,
        sleep: Callable[[float], object],
        transport: BaseAdapter | None = None,
    ) -> None:
        super().__init__(credentials.appid, credentials.secret, session=session, timeout=TIMEOUTS_S, auto_retry=False)
        self.http: requests.Session = self._http
        self._sleep = sleep
        adapter = Redirected(transport or HTTPAdapter(), credentials)
        self.http.mount("https://", adapter)
        self.http.mount("http://", adapter)
        self.http.trust_env = not credentials.is_local and transport is None

    def fetch_access_token(self, stale: str = "", force: bool = False) -> None:
        """Put a good token into the session, unless somebody replaced the ``stale`` one meanwhile.

        ``force`` kills the current token at once: 20 times a day, half a minute apart.
        """
        with self.session.locked():
            current = self.session.get(self.access_token_key)
            if current and current != stale:
                return
            answer = persist("stable_token", lambda: self._ask_token(force), repeatable=not force, sleep=self._sleep)
            token, lifetime = answer.get("access_token"), answer.get("expires_in")
            if not isinstance(token, str) or not isinstance(lifetime, int):
                raise AnswerUnclear("stable_token: 微信的回答里没有 access_token。/ The answer holds no access_token.")
            self.session.set(self.access_token_key, token, lifetime)

    def _ask_token(self, force: bool) -> object:
        body = {
            "grant_type": "client_credential",
            "appid": self.appid,
            "secret": self.secret,
            "force_refresh": force,
        }
        url = f"{OFFICIAL_BASE}/cgi-bin/stable_token"
        response = self.http.post(url, data=json.dumps(body).encode("utf-8"), timeout=TIMEOUTS_S)
        response.raise_for_status()
        return self._handle_result(response)

    def _decode_result(self, res: requests.Response) -> Any:
        """Return the JSON of an answer, always read as UTF-8; the response itself where it makes no sense."""
        try:
            answer = json.loads(res.content.decode("utf-8"), strict=False)
            int(answer.get("errcode", 0) if isinstance(answer, dict) else 0)
        except (ValueError, TypeError, RecursionError):
            return res
        return answer
