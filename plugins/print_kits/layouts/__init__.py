"""How each kind of sheet is composed: pure functions from format and caption to marks in millimetres."""

from plugins.print_kits.caption import Caption
from plugins.print_kits.drawing import Sheet
from plugins.print_kits.formats import Format
from plugins.print_kits.layouts.card import card
from plugins.print_kits.layouts.label import label
from plugins.print_kits.layouts.portrait import portrait
from plugins.print_kits.layouts.price import price
from plugins.print_kits.layouts.slip import slip

_LAYOUTS = {"portrait": portrait, "card": card, "price": price, "label": label, "slip": slip}


def compose(form: Format, caption: Caption) -> Sheet:
    """Return the sheet of a format with these words; everything readable stays inside the safe margin."""
    return Sheet(form, tuple(_LAYOUTS[form.layout](form, caption)))


__all__ = ["compose"]
