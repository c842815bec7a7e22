"""QR codes (二维码) of addresses: in the terminal for the phone beside it, and as pictures."""

from plugins.qr_codes.picture import png_bytes, write_png
from plugins.qr_codes.terminal import render_terminal

__all__ = ["png_bytes", "render_terminal", "write_png"]
