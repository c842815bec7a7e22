"""How fast an article is converted, on this machine, in milliseconds."""

from collections.abc import Callable
from statistics import median
from time import perf_counter

from plugins.article_sync.convert.from_markdown import read_markdown
from plugins.article_sync.convert.meaning import read_wechat
from plugins.article_sync.convert.to_markdown import render_markdown
from plugins.article_sync.convert.to_wechat import render_wechat

RENDER_MS, PARSE_MS = 30.0, 50.0
"""What an article of 3,000 characters with ten pictures may take."""
_SENTENCE = "入夏以后常有人带着自己的杯子来问春天买的龙井怎么一回家就**泡苦了**我们只问三句水多烫放了多少泡了多久才喝"
_PICTURE = "![一杯龙井](https://mmbiz.qpic.cn/mmbiz_jpg/{}/640)"


def bench_convert(rounds: int = 15) -> dict[str, float]:
    """Return the median milliseconds of rendering and of parsing an article of 3,000 characters with ten pictures."""
    text = sample_text()
    html = render_wechat(read_markdown(text))
    return {
        "render_ms": _median_ms(lambda: render_wechat(read_markdown(text)), rounds),
        "parse_ms": _median_ms(lambda: render_markdown(read_wechat(html)), rounds),
    }


def sample_text() -> str:
    """Return the article that is measured: headings, paragraphs, lists, a table, code and ten pictures."""
    parts = []
    for number in range(10):
        parts += [f"## 第 {number} 节", _SENTENCE * 2, f"- {_SENTENCE}\n- {_SENTENCE}", _PICTURE.format(number)]
        parts += [_SENTENCE]
    parts += ["| 器具 | 水温 |\n|---|---|\n| 盖碗 | 85℃ |", "```python\nprint(1)\n```"]
    return "\n\n".join(parts) + "\n"


def _median_ms(work: Callable[[], object], rounds: int) -> float:
    work()
    times = []
    for _ in range(rounds):
        start = perf_counter()
        work()
        times.append((perf_counter() - start) * 1000)
    return round(median(times), 1)


if __name__ == "__main__":
    figures = ", ".join(f"{name} {value:.1f}" for name, value in bench_convert().items())
    print(f"{figures} (aims {RENDER_MS}, {PARSE_MS})")
