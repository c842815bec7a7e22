"""What a file is by its first bytes, whatever its name says."""

import io
from collections.abc import Mapping

from PIL import Image

_EXTENSIONS: Mapping[str, frozenset[str]] = {
    "jpeg": frozenset({"jpg", "jpeg"}),
    "png": frozenset({"png"}),
    "gif": frozenset({"gif"}),
    "bmp": frozenset({"bmp"}),
    "mp3": frozenset({"mp3"}),
    "wma": frozenset({"wma"}),
    "wav": frozenset({"wav"}),
    "amr": frozenset({"amr"}),
    "mp4": frozenset({"mp4"}),
}
PICTURES = frozenset({"jpeg", "png", "gif", "bmp"})
VOICES = frozenset({"mp3", "wma", "wav", "amr"})
MIME_TYPES: Mapping[str, str] = {
    "jpeg": "image/jpeg",
    "png": "image/png",
    "gif": "image/gif",
    "bmp": "image/bmp",
    "mp3": "audio/mpeg",
    "wma": "audio/x-ms-wma",
    "wav": "audio/wav",
    "amr": "audio/amr",
    "mp4": "video/mp4",
}
_MAGIC: tuple[tuple[bytes, str], ...] = (
    (b"\xff\xd8\xff", "jpeg"),
    (b"\x89PNG\r\n\x1a\n", "png"),
    (b"GIF87a", "gif"),
    (b"GIF89a", "gif"),
    (b"BM", "bmp"),
    (b"ID3", "mp3"),
    (b"\xff\xfb", "mp3"),
    (b"\xff\xf3", "mp3"),
    (b"0&\xb2u\x8ef\xcf\x11", "wma"),
    (b"#!AMR", "amr"),
)


def format_of(data: bytes) -> str:
    """Return ``jpeg``, ``png``, ``mp3`` ...; empty for what WeChat does not take (webp, svg, heic ...)."""
    for magic, name in _MAGIC:
        if data.startswith(magic):
            return name
    if data[:4] == b"RIFF" and data[8:12] == b"WAVE":
        return "wav"
    return "mp4" if data[4:8] == b"ftyp" and not is_apple_picture(data) else ""


def is_apple_picture(data: bytes) -> bool:
    """Tell whether a file is heic: a picture, but none that WeChat takes."""
    return data[4:8] == b"ftyp" and data[8:12] in (b"heic", b"heix", b"mif1")


def extension_fits(filename: str, kind: str) -> bool:
    """Tell whether a file name ends as its content demands."""
    return filename.rpartition(".")[2].lower() in _EXTENSIONS[kind]


def size_of(data: bytes) -> tuple[int, int] | None:
    """Return width and height in pixels, None where the bytes are not a whole picture."""
    try:
        with Image.open(io.BytesIO(data)) as picture:
            return picture.size
    except (OSError, ValueError, SyntaxError, Image.DecompressionBombError):
        return None
