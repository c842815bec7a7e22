"""A coupon with a code of its own: the offer on the left, the page's code on the right, the coupon's below."""

from collections.abc import Iterator

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Mark, Words
from plugins.print_kits.formats import Format
from plugins.print_kits.layouts.parts import block, ground, height_of, plate, plate_side
from plugins.print_kits.text import fit

_BAND = 14.0


def slip(form: Format, caption: Caption) -> Iterator[Mark]:
    """Yield the marks of a coupon slip."""
    colours, safe = caption.palette, form.safe_mm + 1
    outer = plate_side(caption.url, form.code_mm)
    x = form.width_mm - safe - outer
    width = x - safe - 2.5
    band = form.height_mm - _BAND
    yield ground(form, colours.paper)
    yield ground(form, colours.accent, band)
    title = fit(f"{caption.shop} · {caption.title}", width, 2.8, 1, least=0.7)
    yield from block(safe, safe, title, colours.accent, serif=True)
    offer = fit(caption.offer, width, 6.0, 2)
    yield from block(safe, safe + 5.4, offer, colours.price, serif=True)
    line = fit(caption.line, width, 2.1, 3, least=0.85) if caption.line else fit("", 1, 1, 1)
    yield from block(safe, safe + 7 + height_of(offer), line, colours.muted)
    yield from plate(x, (band - outer) / 2, form.code_mm, caption, frame="#e4ddcf")
    yield Words(safe, band + 8.6, caption.coupon, 6.2, colours.on_accent)
    note = fit(caption.note, form.width_mm - 2 * safe - 54, 2.2, 1, least=0.6)
    yield from block(form.width_mm - safe, band + 3.4, note, colours.on_accent, "end")
    yield Words(form.width_mm - safe, band + 9.2, f"编号 {caption.code_id}", 1.9, colours.on_accent, "end")
