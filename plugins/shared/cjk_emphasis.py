"""Emphasis beside Chinese punctuation.

CommonMark decides whether ``**`` opens or closes by the blanks and punctuation around it, a rule made for
languages with blanks between words: ``**注意：**水温`` stays four stars. Where a Chinese character or mark
stands on either side, punctuation no longer decides. The same amendment is known as "markdown-cjk-friendly".
"""

from markdown_it import MarkdownIt
from markdown_it.common.utils import isMdAsciiPunct, isPunctChar, isWhiteSpace
from markdown_it.parser_inline import ParserInline
from markdown_it.rules_inline import StateInline
from markdown_it.rules_inline.state_inline import Scanned
from markdown_it.token import Token
from markdown_it.utils import EnvType

from plugins.shared.cjk import is_cjk


class _CjkState(StateInline):
    def scanDelims(self, start: int, canSplitWord: bool) -> Scanned:
        scanned = super().scanDelims(start, canSplitWord)
        before = self.src[start - 1] if start else " "
        end = start + scanned.length
        after = self.src[end] if end < self.posMax else " "
        if not (is_cjk(before) or is_cjk(after)):
            return scanned
        left, right = not _is_blank(after), not _is_blank(before)
        if canSplitWord:
            return Scanned(left, right, scanned.length)
        return Scanned(
            left and (not right or _is_mark(before)), right and (not left or _is_mark(after)), scanned.length
        )


class CjkInline(ParserInline):
    """markdown-it's inline parser with the amendment; rules are set by whoever configures it."""

    def parse(self, src: str, md: MarkdownIt, env: EnvType, tokens: list[Token]) -> list[Token]:
        state = _CjkState(src, md, env, tokens)
        self.tokenize(state)
        for rule in self.ruler2.getRules(""):
            rule(state)
        return state.tokens


def _is_blank(character: str) -> bool:
    return isWhiteSpace(ord(character))


def _is_mark(character: str) -> bool:
    return isMdAsciiPunct(ord(character)) or isPunctChar(character)
