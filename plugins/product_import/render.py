"""A product as the text of its file."""

from collections.abc import Mapping
from typing import Any

from plugins.products.model import Product
from plugins.shared.front_matter import Document
from plugins.shared.front_matter_edit import render_block, set_blocks

_FENCE = "---"


def render_new(meta: Mapping[str, Any], body: str) -> str:
    """Return a new product file, its keys in the order of the documentation; empty ones are left out."""
    order = {key: place for place, key in enumerate(Product.model_fields)}
    keys = sorted((key for key, value in meta.items() if value), key=lambda key: order.get(key, len(order)))
    head = "\n".join(render_block(key, meta[key]) for key in keys)
    return f"{_FENCE}\n{head}\n{_FENCE}\n" + (f"{body}\n" if body else "")


def render_update(document: Document, values: Mapping[str, Any], body: str) -> str:
    """Return a product file with some keys changed and every other byte kept.

    Raises:
        ValueError: the file's front matter cannot be edited key by key.
    """
    blocks = {key: value for key, value in values.items() if key != "body"}
    source = set_blocks(document, blocks) if blocks else document.source
    if "body" not in values:
        return source
    head = source[: len(source) - len(document.body)] if document.body else source.rstrip("\n") + "\n"
    return head + (f"{body}\n" if body else "")


def as_written(text: str, original: bytes) -> bytes:
    """Return the text with the line endings and the byte order mark of the file that it replaces."""
    mark = b"\xef\xbb\xbf" if original.startswith(b"\xef\xbb\xbf") else b""
    return mark + (text.replace("\n", "\r\n") if b"\r\n" in original else text).encode("utf-8")
