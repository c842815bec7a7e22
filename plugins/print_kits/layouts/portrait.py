"""Upright sheets to hang or stand: picture, promise, code in the middle, facts at the foot."""

from collections.abc import Iterator
from dataclasses import dataclass

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Box, Mark, Words, moved
from plugins.print_kits.formats import Format
from plugins.print_kits.layouts.parts import block, ground, height_of, photo, plate, plate_side
from plugins.print_kits.text import em_width, fit

_FOOT = 18.5
"""Room below the code, in hundredths of the width: the call, a line, and two lines of facts."""


def portrait(form: Format, caption: Caption) -> Iterator[Mark]:
    """Yield the marks of a poster, a table stand, a roll-up, or the picture for chats."""
    unit, colours = form.width_mm / 100, caption.palette
    foot = form.height_mm - form.foot_mm - form.safe_mm
    outer = plate_side(caption.url, form.code_mm)
    code_top = foot - _FOOT * unit - outer
    promise = _promise(form, caption)
    head = _head_height(form, caption, code_top - promise.height)
    yield ground(form, colours.paper)
    yield from _head(form, caption, head)
    spare = code_top - head - promise.height
    for mark in promise.marks:
        yield moved(mark, 0, head + spare * 0.56)
    yield from plate((form.width_mm - outer) / 2, code_top, form.code_mm, caption, frame=_line(colours.ink))
    yield from _call(form, caption, code_top + outer + 2 * unit)
    yield from _foot(form, caption, foot)


def _head_height(form: Format, caption: Caption, room: float) -> float:
    """Return how tall picture or band may be: what the words leave, air around them included."""
    unit = form.width_mm / 100
    if not caption.photo:
        return 13 * unit
    return max(13 * unit, min(room - 9 * unit, form.width_mm * 0.95))


def _head(form: Format, caption: Caption, height: float) -> Iterator[Mark]:
    unit, colours = form.width_mm / 100, caption.palette
    yield photo(form, caption, height) if caption.photo else ground(form, colours.accent, 0, height)
    size = 3.4 * unit
    if caption.photo:
        width = em_width(caption.shop) * size + 6 * unit
        x, y = max(7 * unit, form.safe_mm), height - 3.4 * unit
        yield Box(x, y, width, 6.8 * unit, colours.accent)
        yield Words(x + width / 2, y + 4.6 * unit, caption.shop, size, colours.on_accent, "middle", serif=True)
    else:
        y = max(height * 0.66, form.safe_mm + size)
        yield Words(form.width_mm / 2, y, caption.shop, size, colours.on_accent, "middle", serif=True)


@dataclass(frozen=True)
class _Promise:
    """Title, line and offer below each other, and how tall they are together."""

    marks: tuple[Mark, ...]
    height: float


def _promise(form: Format, caption: Caption) -> _Promise:
    """Set the words large where the sheet is tall."""
    unit, colours = form.width_mm / 100 * (1.3 if form.height_mm > 2 * form.width_mm else 1), caption.palette
    width, middle = form.width_mm - 2 * max(8 * unit, form.safe_mm), form.width_mm / 2
    title = fit(caption.title, width, 9.4 * unit, 2)
    marks, y = block(middle, 0, title, colours.ink, "middle", serif=True), height_of(title)
    if caption.line:
        line = fit(caption.line, width * 0.94, 3.5 * unit, 2, least=0.75)
        marks += block(middle, y + 2.4 * unit, line, colours.muted, "middle")
        y += 2.4 * unit + height_of(line)
    if caption.offer:
        offer = fit(caption.offer, width * 0.86, 4.1 * unit, 1)
        wide, y = em_width(offer.lines[0]) * offer.size + 6 * unit, y + 3 * unit
        marks += [Box(middle - wide / 2, y, wide, 7.4 * unit, colours.price)]
        base = y + 3.7 * unit + offer.size * 0.36
        marks += [Words(middle, base, offer.lines[0], offer.size, "#ffffff", "middle")]
        y += 7.4 * unit
    return _Promise(tuple(marks), y)


def _call(form: Format, caption: Caption, y: float) -> Iterator[Mark]:
    unit, colours = form.width_mm / 100, caption.palette
    text = "，".join(filter(None, (caption.call, caption.why)))
    call = fit(text, form.width_mm - 2 * form.safe_mm, 4.6 * unit, 1)
    yield from block(form.width_mm / 2, y, call, colours.accent, "middle", serif=True)


def _foot(form: Format, caption: Caption, base: float) -> Iterator[Mark]:
    unit, colours = form.width_mm / 100, caption.palette
    left, right = max(7 * unit, form.safe_mm), form.width_mm - max(7 * unit, form.safe_mm)
    yield Box(left, base - 9.2 * unit, right - left, 0.16 * unit, _line(colours.ink))
    note = fit(caption.note or caption.place, (right - left) * 0.64, 2.6 * unit, 1, least=0.6)
    yield from block(left, base - 7.6 * unit, note, colours.ink)
    yield Words(right, base - 5.2 * unit, caption.tel, 2.8 * unit, colours.ink, "end")
    address = fit(caption.address, (right - left) * 0.76, 2.4 * unit, 1, least=0.6)
    yield from block(left, base - 3.2 * unit, address, colours.muted)
    yield Words(right, base - unit, f"编号 {caption.code_id}", 2.4 * unit, colours.muted, "end")


def _line(ink: str) -> str:
    """Return a hairline's colour: ink thinned with white."""
    parts = [int(ink[at : at + 2], 16) for at in (1, 3, 5)]
    return "#" + "".join(f"{round(255 - (255 - part) * 0.28):02x}" for part in parts)
