"""One request written in every format that is read."""

from datetime import datetime
from urllib.parse import quote

from plugins.channel_report.hit import Hit

PHONE = (
    "Mozilla/5.0 (Linux; Android 15; PKG110 Build/UKQ1.231108.001; wv) AppleWebKit/537.36 (KHTML, like Gecko) "
    "Version/4.0 Chrome/138.0.7204.180 Mobile Safari/537.36 XWEB/1380215 MicroMessenger/8.0.64.2940(0x28004034)"
)
CLOUDFRONT_HEAD = (
    "#Version: 1.0\n#Fields: date time x-edge-location sc-bytes c-ip cs-method cs(Host) cs-uri-stem sc-status "
    "cs(Referer) cs(User-Agent) cs-uri-query cs(Cookie)\n"
)


def _target(hit: Hit) -> str:
    return hit.path + (f"?{hit.query}" if hit.query else "")


def _clf(at: datetime) -> str:
    return at.strftime("%d/%b/%Y:%H:%M:%S +0000")


def nginx(hit: Hit) -> str:
    """A line of nginx's combined format."""
    return (
        f'{hit.visitor} - - [{_clf(hit.at)}] "{hit.method} {_target(hit)} HTTP/1.1" {hit.status} 612 "-" "{hit.agent}"'
    )


def oss(hit: Hit) -> str:
    """A line of Aliyun OSS: request time in ms, then host and more behind the agent."""
    tail = '"tea.example.com" "5F0C" "true" "-" "GetObject" "tea" "index.html" 612 3 "-" 256 "1" "-" "-" "standard" "-"'
    target = f"{hit.method} {_target(hit)} HTTP/1.1"
    return f'{hit.visitor} - - [{_clf(hit.at)}] "{target}" {hit.status} 612 25 "-" "{hit.agent}" {tail}'


def cos(hit: Hit) -> str:
    """A line of Tencent COS: thirty fields, the agent and the request percent-encoded."""
    at = hit.at.strftime("%Y-%m-%dT%H:%M:%SZ")
    fields = ["1.0", "tea-1250000000", "ap-shanghai", at, "tea.example.com", "GetObject", hit.visitor, "-", "-", "0"]
    fields += ["0", hit.path, hit.method.lower(), quote(hit.agent, safe="/();,.:"), str(hit.status), "-", "-", "612"]
    fields += ["25", "USER", "STANDARD", "100000000001", "25", "-", "NWQ1Zg==", "612", "-", "-", "-"]
    return " ".join([*fields, quote(f"{hit.method} {_target(hit)} HTTP/1.1", safe="/?&=:")])


def cloudfront(hit: Hit) -> str:
    """A line of CloudFront's standard log, columns as CLOUDFRONT_HEAD names them."""
    cells = [
        hit.at.strftime("%Y-%m-%d"),
        hit.at.strftime("%H:%M:%S"),
        "SHA51",
        "612",
        hit.visitor,
        hit.method,
        "d.example",
    ]
    cells += [hit.path, str(hit.status), "-", quote(hit.agent, safe="/();,.:"), hit.query or "-", "-"]
    return "\t".join(cells)
