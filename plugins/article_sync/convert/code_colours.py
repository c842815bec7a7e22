"""Code as lines of HTML: Pygments finds the words, the theme gives five colours, blanks are spelled out."""

from collections.abc import Iterable, Mapping
from functools import lru_cache
from html import escape

from pygments.lexer import Lexer
from pygments.lexers import get_lexer_by_name
from pygments.token import Comment, Keyword, Name, Number, Operator, String, _TokenType
from pygments.util import ClassNotFound

KINDS: Mapping[str, tuple[_TokenType, ...]] = {
    "comment": (Comment,),
    "string": (String,),
    "number": (Number,),
    "keyword": (Keyword, Operator.Word, Name.Tag),
    "name": (Name.Function, Name.Class, Name.Builtin, Name.Decorator, Name.Attribute),
}
"""What has a colour of its own; themes style each as ``code-<kind>``."""
_LONGEST = 50_000


def coloured_lines(text: str, language: str, styles: Mapping[str, str]) -> list[str]:
    """Return the lines of code as HTML; unknown languages have no colours."""
    lines: list[list[str]] = [[]]
    for kind, words in _words(text, language):
        style = styles.get(f"code-{kind}", "")
        for number, part in enumerate(words.split("\n")):
            if number:
                lines.append([])
            spelled = escape(part, quote=False).replace(" ", "&nbsp;")
            lines[-1].append(f'<span style="{style};">{spelled}</span>' if style and part.strip() else spelled)
    return ["".join(line) for line in lines]


def _words(text: str, language: str) -> Iterable[tuple[str, str]]:
    lexer = _lexer(language) if language and len(text) <= _LONGEST else None
    if lexer is None:
        return [("", text)]
    found = [(_kind(token), words) for token, words in lexer.get_tokens(text)]
    # A lexer may tidy line ends; what it gives back must be what stood there.
    return found if "".join(words for _, words in found) == text else [("", text)]


def _kind(token: _TokenType) -> str:
    return next((kind for kind, types in KINDS.items() if any(token in each for each in types)), "")


@lru_cache(maxsize=64)
def _lexer(language: str) -> Lexer | None:
    try:
        return get_lexer_by_name(language, stripnl=False, ensurenl=False)
    except ClassNotFound:
        return None
