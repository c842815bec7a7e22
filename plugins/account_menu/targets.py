"""The text behind ``target:`` to a Target, or the sentence that says what to write instead."""

import difflib
from urllib.parse import unquote, urlsplit

from plugins.account_menu.model import ContentReference, WebAddress
from plugins.shared.language import say
from plugins.site.references import FIXED, KINDS, is_reference

_FIXED_PATHS = {path: name for name, (_, path) in FIXED.items()} | {"/service/": "service"}
_KIND_OF_FOLDER = {
    "p": "product",
    "products": "category",
    "landing": "landing",
    "landing_pages": "landing",
    "articles": "article",
    "columns": "column",
    "pages": "page",
    "stores": "store",
    "forms": "form",
}


def parse_target(text: str) -> ContentReference | WebAddress | str:
    """Return what the text means; a plain string is the sentence that refuses it."""
    if is_reference(text):
        return ContentReference(text)
    if text.startswith(("http://", "https://")):
        return WebAddress(text)
    if "/" in text or text.endswith((".md", ".html")):
        return refuse_path(text)
    return _explain_unknown(text)


def refuse_path(path: str) -> str:
    """Return the sentence for an address of this site that was written by hand."""
    right = reference_for(path)
    return say(
        f"“{path}”是手写的本站地址，而 target 要写内容引用。请写 {right}。",
        f"'{path}' is a hand-written path of this site; a target is a content reference. Write {right}.",
    )


def reference_for(path: str) -> str:
    """Return the reference that an address of this site, or a content file's name, most likely means."""
    plain = unquote(urlsplit(path).path).removeprefix("content/").removesuffix("index.html")
    folded = f"/{plain.strip('/')}/".replace("//", "/")
    if folded in _FIXED_PATHS:
        return _FIXED_PATHS[folded]
    parts = [part.removesuffix(".html") for part in folded.strip("/").split("/")]
    slug = parts[-1].removesuffix(".md")
    if len(parts) == 1:
        return f"page:{slug}"
    if parts[0] == "products" and parts[-1].endswith(".md"):
        return f"product:{slug}"
    return f"{_KIND_OF_FOLDER.get(parts[0], 'product')}:{slug}"


def _explain_unknown(text: str) -> str:
    kind, colon, slug = text.partition(":")
    near = difflib.get_close_matches(kind, KINDS if colon else (*FIXED, "service"), n=1, cutoff=0.6)
    if near:
        right = f"{near[0]}:{slug}" if colon else near[0]
        return say(f"不认识“{text}”。是不是想写 {right}？", f"'{text}' is not known. Did you mean {right}?")
    kinds = ", ".join(f"{kind}:…" for kind in KINDS)
    fixed = ", ".join((*FIXED, "service"))
    return say(
        f"“{text}”不是 target。请写内容引用（{kinds}，{fixed}）、https 网址、miniprogram 或 keyword。",
        f"'{text}' is no target. Write a content reference ({kinds}, {fixed}), an https address, "
        "a miniprogram or a keyword.",
    )
