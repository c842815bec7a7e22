"""A name card: who and where on the left, the code on the right."""

from collections.abc import Iterator

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Box, Mark, Words
from plugins.print_kits.formats import Format
from plugins.print_kits.layouts.parts import block, ground, height_of, plate, plate_side
from plugins.print_kits.text import fit


def card(form: Format, caption: Caption) -> Iterator[Mark]:
    """Yield the marks of a name card."""
    colours, safe = caption.palette, form.safe_mm + 1
    outer = plate_side(caption.url, form.code_mm)
    x = form.width_mm - safe - outer
    width = x - safe - 3
    yield ground(form, colours.paper)
    yield Box(-3, -3, 4.4, form.height_mm + 6, colours.accent)
    shop = fit(caption.shop, width, 6.4, 1)
    yield from block(safe + 1, safe + 0.5, shop, colours.ink, serif=True)
    line = fit(caption.tagline or caption.title, width, 2.5, 2, least=0.8)
    yield from block(safe + 1, safe + 2 + height_of(shop) + 1.2, line, colours.muted)
    yield from _facts(form, caption, safe, width)
    yield from plate(x, (form.height_mm - outer) / 2 - 2.4, form.code_mm, caption, frame="#e4ddcf")
    call = fit(caption.call, outer, 2.6, 1)
    yield from block(x + outer / 2, (form.height_mm + outer) / 2 - 1, call, colours.accent, "middle")
    yield Words(x + outer / 2, form.height_mm - safe + 0.4, f"编号 {caption.code_id}", 1.9, colours.muted, "middle")


def _facts(form: Format, caption: Caption, safe: float, width: float) -> Iterator[Mark]:
    bottom = form.height_mm - safe
    place = fit(caption.place, width, 2.3, 2, least=0.85) if caption.place else fit("", 1, 1, 1)
    address = fit(caption.address, width, 2.1, 1, least=0.7)
    y = bottom - height_of(address)
    yield from block(safe + 1, y, address, caption.palette.muted)
    y -= height_of(place) + 1.2
    yield from block(safe + 1, y, place, caption.palette.ink)
    if caption.tel:
        yield from block(safe + 1, y - 4.8, fit(caption.tel, width, 3.2, 1), caption.palette.ink)
