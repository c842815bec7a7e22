"""Pictures fetched from WeChat's picture host as a WeChat page would fetch them."""

from collections.abc import Callable, Mapping

import requests

from plugins.shared.errors import NotFound, Refused
from plugins.wechat.attempts import persist
from plugins.wechat.hosts import PICTURE_REFERER, is_picture_host, secure

LIMIT_BYTES = 20 * 1024 * 1024
TIMEOUTS_S = (10, 30)


def download_picture(http: requests.Session, url: str, sleep: Callable[[float], object]) -> bytes:
    """Return the bytes of a picture.

    Raises:
        Refused: the address is not on WeChat's picture host, or the host did not give it out.
        NotFound: there is no such picture.
        AnswerUnclear: no answer, after three tries.
    """
    if not is_picture_host(url):
        raise Refused(f"{url}: 不在微信的图片服务器上。/ not on WeChat's picture host.")
    found = persist(f"{url}", lambda: _fetch(http, secure(url)), repeatable=True, sleep=sleep)
    status, data = found["status"], found["data"]
    if status in (404, 410):
        raise NotFound(f"{url}: 图片已不存在。/ the picture is gone.")
    if status != 200 or not data:
        raise Refused(f"{url}: 微信没有给出这张图片（HTTP {status}）。/ WeChat did not give out the picture.")
    if len(data) > LIMIT_BYTES:
        raise Refused(f"{url}: 图片超过 20 MB。/ the picture is bigger than 20 MB.")
    return bytes(data)


def _fetch(http: requests.Session, url: str) -> Mapping[str, object]:
    """Return status and bytes; redirects are not followed, so that nothing leads off the picture host."""
    headers = {"Referer": PICTURE_REFERER}
    with http.get(url, headers=headers, timeout=TIMEOUTS_S, allow_redirects=False, stream=True) as response:
        if response.status_code >= 500:
            response.raise_for_status()
        data = bytearray()
        for chunk in response.iter_content(65536):
            data += chunk
            if len(data) > LIMIT_BYTES:
                break
        return {"status": response.status_code, "data": bytes(data)}
