"""Charts as inline SVG: no script, no library, colours from the page's style sheet."""

from collections.abc import Iterator, Sequence
from html import escape

from plugins.report_page.model import Chart

_WIDTH = 720
_BAR, _GAP, _GROUP_GAP = 16, 3, 14
_NAME, _VALUE = 164, 64
_HEIGHT, _AXIS = 220, 26


def render_chart(chart: Chart) -> str:
    """Return a figure: the drawing, a legend where there are several series, and the title as its name."""
    drawn = _columns(chart) if chart.kind == "columns" else _bars(chart)
    legend = "".join(
        f'<li><i class="s{number}"></i>{escape(series.name)}</li>' for number, series in enumerate(chart.series)
    )
    shown = f'<ul class="legend">{legend}</ul>' if len(chart.series) > 1 else ""
    name = escape(chart.title)
    inner = f'<div class="scroll" tabindex="0" role="group" aria-label="{name}">{drawn}</div>'
    return f"<figure><figcaption>{name}</figcaption>{shown}{inner}</figure>"


def _bars(chart: Chart) -> str:
    """Horizontal bars, a group to a label: names of channels and stores are long."""
    most = max((max(series.values, default=0) for series in chart.series), default=0) or 1
    group = len(chart.series) * (_BAR + _GAP) + _GROUP_GAP
    height = len(chart.labels) * group
    inner = "".join(_group(chart, place, place * group, most) for place in range(len(chart.labels)))
    return _svg(height, chart.title, inner)


def _group(chart: Chart, place: int, top: int, most: int) -> str:
    middle = top + (len(chart.series) * (_BAR + _GAP) - _GAP) / 2
    parts = [f'<text class="name" x="{_NAME - 10}" y="{middle + 5:g}">{escape(_short(chart.labels[place]))}</text>']
    for number, series in enumerate(chart.series):
        y, value = top + number * (_BAR + _GAP), series.values[place]
        width = (_WIDTH - _NAME - _VALUE) * value / most
        parts.append(
            f'<rect class="s{number}" x="{_NAME}" y="{y}" width="{max(width, 1):.1f}" height="{_BAR}" rx="2"/>'
        )
        parts.append(f'<text x="{_NAME + width + 8:.1f}" y="{y + 13}">{value:,}</text>')
    return "".join(parts)


def _columns(chart: Chart) -> str:
    """Stacked columns along the days."""
    totals = [sum(series.values[place] for series in chart.series) for place in range(len(chart.labels))]
    most = max(totals, default=0) or 1
    step = (_WIDTH - 40) / max(1, len(chart.labels))
    parts = [
        f'<line x1="40" x2="{_WIDTH}" y1="{y:.1f}" y2="{y:.1f}"/>'
        f'<text class="tick" x="34" y="{y + 4:.1f}">{value:,}</text>'
        for value, y in _ticks(most)
    ]
    for place in range(len(chart.labels)):
        parts.append("".join(_stack(chart, place, 40 + place * step, step * 0.76, most)))
    every = max(1, -(-len(chart.labels) // 9))
    parts += [
        f'<text class="day" x="{40 + (place + 0.4) * step:.1f}" y="{_HEIGHT + 18}">{escape(label)}</text>'
        for place, label in enumerate(chart.labels)
        if place % every == 0
    ]
    return _svg(_HEIGHT + _AXIS, chart.title, "".join(parts))


def _stack(chart: Chart, place: int, x: float, width: float, most: int) -> Iterator[str]:
    top = float(_HEIGHT)
    for number, series in enumerate(chart.series):
        height = (_HEIGHT - 10) * series.values[place] / most
        if height:
            top -= height
            yield (
                f'<rect class="s{number}" x="{x:.1f}" y="{top:.1f}" width="{width:.1f}" height="{height:.1f}">'
                f"<title>{escape(chart.labels[place])} {escape(series.name)} {series.values[place]:,}</title></rect>"
            )


def _ticks(most: int) -> Sequence[tuple[int, float]]:
    step = next(size for power in range(12) for size in (10**power, 2 * 10**power, 5 * 10**power) if most <= size * 4)
    return [(value, _HEIGHT - (_HEIGHT - 10) * value / most) for value in range(0, most + 1, step)]


def _short(label: str) -> str:
    return label if len(label) <= 11 else label[:10] + "…"


def _svg(height: float, title: str, inner: str) -> str:
    return f'<svg viewBox="0 0 {_WIDTH} {max(height, 1):g}" role="img" aria-label="{escape(title)}">{inner}</svg>'
