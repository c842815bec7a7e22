"""QR codes (二维码) of addresses: in the terminal for the phone beside it, as pictures, and in the printed ledger."""

from plugins.qr_codes.picture import png_bytes, svg_bytes, write_png
from plugins.qr_codes.terminal import render_terminal

__all__ = ["png_bytes", "render_terminal", "svg_bytes", "write_png"]
