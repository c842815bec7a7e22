"""One's own shop: asks a few questions, puts the sample content aside, leaves a small valid site."""

from plugins.shop_init.answers import Answers
from plugins.shop_init.questions import ask, parse_answers
from plugins.shop_init.write import init_shop

__all__ = ["Answers", "ask", "init_shop", "parse_answers"]
