"""A label for the parcel or the box: what scanning is good for, on the left of the code."""

from collections.abc import Iterator

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Box, Mark, Words
from plugins.print_kits.formats import Format
from plugins.print_kits.layouts.parts import block, ground, height_of, plate, plate_side
from plugins.print_kits.text import fit


def label(form: Format, caption: Caption) -> Iterator[Mark]:
    """Yield the marks of a box label."""
    colours, safe = caption.palette, form.safe_mm + 1.5
    outer = plate_side(caption.url, form.code_mm)
    x = form.width_mm - safe - outer
    width = x - safe - 3
    yield ground(form, colours.paper)
    yield ground(form, colours.accent, form.height_mm - 10)
    yield Words(safe, form.height_mm - 5 + 0.9, caption.shop, 3.2, colours.on_accent, serif=True)
    end = form.width_mm - safe
    yield Words(end, form.height_mm - 5 + 0.9, caption.tel, 2.8, colours.on_accent, "end")
    title = fit(caption.title, width, 7, 3, least=0.6)
    yield from block(safe, safe, title, colours.ink, serif=True)
    y = safe + height_of(title) + 2.2
    yield Box(safe, y, 9, 0.7, colours.accent)
    call = fit("，".join(filter(None, (caption.call, caption.why))), width, 3.2, 2)
    yield from block(safe, y + 3, call, colours.accent)
    line = fit(caption.line, width, 2.5, 2, least=0.9) if caption.line else fit("", 1, 1, 1)
    yield from block(safe, y + 4.6 + height_of(call), line, colours.muted)
    address = fit(caption.address, width, 2.2, 2, least=0.7)
    y = form.height_mm - 13 - 2.6
    yield Words(safe, y + 2, f"编号 {caption.code_id}", 2.1, colours.muted)
    yield from block(safe, y - height_of(address) - 0.8, address, colours.muted)
    yield from plate(x, (form.height_mm - 10 - outer) / 2 + 0.5, form.code_mm, caption, frame="#e4ddcf")
