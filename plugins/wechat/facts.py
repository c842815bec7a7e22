"""What WeChat knows about the caller and about the calls of today.

https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_getapiquota.html
https://developers.weixin.qq.com/doc/subscription/api/apimanage/api_getridinfo.html
https://developers.weixin.qq.com/doc/subscription/api/base/api_getapidomainip.html
"""

from collections.abc import Mapping
from functools import partial
from typing import Any

from plugins.shared.errors import AccountError, NotFound
from plugins.wechat.article_json import number, unreadable
from plugins.wechat.calls import Calls
from plugins.wechat.gateway import Quota

_NO_SUCH_DRAFT = "weizhan-asks-for-its-own-address"


class Facts:
    """Questions that change nothing."""

    _calls: Calls

    def quota(self, endpoint: str) -> Quota:
        """Return today's calls of an endpoint."""
        body = {"cgi_path": f"/{endpoint}" if endpoint.startswith("datacube/") else f"/cgi-bin/{endpoint}"}
        doing = f"openapi/quota/get {endpoint}"
        counted = self._ask_facts("openapi/quota/get", body, doing).get("quota")
        if not isinstance(counted, Mapping):
            raise unreadable(doing)
        return Quota(number(counted, "daily_limit"), number(counted, "used"), number(counted, "remain"))

    def caller_ip(self) -> str:
        """Return the address that WeChat saw this machine come from, empty when it does not tell.

        WeChat only tells it about calls that it refused, so one is made that must be: it reads a draft that
        does not exist, and asks who read it.
        """
        rid, doing = self._refused_rid(), "openapi/rid/get"
        if not rid:
            return ""
        try:
            request = self._ask_facts(doing, {"rid": rid}, doing).get("request")
        except AccountError:
            return ""
        return str(request.get("client_ip") or "") if isinstance(request, Mapping) else ""

    def api_server_ips(self) -> tuple[str, ...]:
        """Return the addresses of api.weixin.qq.com, for those who must open a firewall."""
        doing = "get_api_domain_ip"
        listed = self._calls.read(doing, partial(self._calls.client.get, doing)).get("ip_list")
        if not isinstance(listed, list):
            raise unreadable(doing)
        return tuple(map(str, listed))

    def _refused_rid(self) -> str:
        try:
            self._calls.read("draft/get", partial(self._calls.client.draft.get, _NO_SUCH_DRAFT))
        except NotFound as refused:
            return refused.rid
        return ""

    def _ask_facts(self, endpoint: str, body: Mapping[str, Any], doing: str) -> Mapping[str, Any]:
        return self._calls.read(doing, partial(self._calls.client.post, endpoint, data=body))
