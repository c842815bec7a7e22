"""A price card for the shelf: name and price to be read standing, the code for the rest."""

from collections.abc import Iterator

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Box, Mark, Words
from plugins.print_kits.formats import Format
from plugins.print_kits.layouts.parts import block, ground, height_of, plate, plate_side
from plugins.print_kits.text import fit


def price(form: Format, caption: Caption) -> Iterator[Mark]:
    """Yield the marks of a price card."""
    colours, left = caption.palette, form.safe_mm + 2
    width = form.width_mm - 2 * left
    outer = plate_side(caption.url, form.code_mm)
    yield ground(form, colours.paper)
    yield ground(form, colours.accent, 0, 11)
    yield Words(left, 8, caption.shop, 3.6, colours.on_accent, serif=True)
    title = fit(caption.title, width, 9.5, 2)
    yield from block(left, 17, title, colours.ink, serif=True)
    y = 17 + height_of(title) + 2.5
    line = fit(caption.line, width, 3.4, 3, least=0.85) if caption.line else fit("", 1, 1, 1)
    yield from block(left, y, line, colours.muted)
    yield from _facts(caption, left, width, y + height_of(line) + 3)
    bottom = form.height_mm - form.safe_mm
    code_top = bottom - outer
    shown = caption.price or caption.offer
    if shown:
        amount = fit(shown, width, 13 if caption.price else 6.4, 1)
        yield from block(left, code_top - 4 - height_of(amount), amount, colours.price, serif=bool(caption.price))
    yield Box(left, code_top - 2.2, width, 0.2, "#d8d0c0")
    yield from plate(form.width_mm - left - outer, code_top, form.code_mm, caption)
    yield from _beside(caption, left, code_top, width - outer - 3, bottom)


def _facts(caption: Caption, left: float, width: float, y: float) -> Iterator[Mark]:
    """Name and value of what the parameter table begins with, as many as there is room for."""
    for number, (name, value) in enumerate(caption.facts[:2]):
        top = y + number * 5.2
        yield from block(left, top, fit(name, width * 0.3, 2.8, 1), caption.palette.muted)
        yield from block(left + width * 0.32, top, fit(value, width * 0.68, 2.8, 1), caption.palette.ink)


def _beside(caption: Caption, left: float, top: float, width: float, bottom: float) -> Iterator[Mark]:
    colours = caption.palette
    call = fit(caption.call, width, 3.8, 2)
    yield from block(left, top + 3, call, colours.accent, serif=True)
    why = fit(caption.why, width, 3.2, 2)
    yield from block(left, top + 3 + height_of(call) + 1.6, why, colours.ink)
    note = fit(caption.note, width, 2.4, 2, least=0.8)
    yield from block(left, bottom - 9.6 - height_of(note), note, colours.muted)
    yield from block(left, bottom - 8.4, fit(caption.address, width, 2.2, 2, least=0.6), colours.muted)
    yield Words(left, bottom - 0.4, f"编号 {caption.code_id}", 2.2, colours.muted)
