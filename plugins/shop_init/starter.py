"""The files of a new shop: the templates in starter/, filled with the answers."""

from collections.abc import Mapping
from datetime import datetime, timedelta
from pathlib import Path
from string import Template

from plugins.shared.front_matter import render_scalar
from plugins.shop_init.answers import Answers
from plugins.shop_init.colours import BLACK, mix, parse_colour, render_colour
from plugins.shop_init.pictures import draw_goods, draw_hills

STARTER = Path(__file__).parent / "starter"
_OPENING_DAYS = 60
_FENCE = "---\n"
_MARKDOWN = str.maketrans({character: f"\\{character}" for character in "\\`*_[]<>&~|$"})


def render_starter(answers: Answers, now: datetime) -> dict[str, bytes]:
    """Return every file of the new content/ folder, by its path in there. ``now`` is an aware time."""
    values = _values(answers, now)
    files = {
        path.relative_to(STARTER).as_posix(): render_template(path.read_text(encoding="utf-8"), values)
        for path in sorted(STARTER.rglob("*"))
        if path.is_file()
    }
    accent = parse_colour(answers.accent)
    pictures = {"images/home/hero.jpg": draw_hills(accent), "images/products/first-product.jpg": draw_goods(accent)}
    return {name: text.encode("utf-8") for name, text in files.items()} | pictures


def render_template(template: str, values: Mapping[str, str]) -> str:
    """Return a template with its ``$names`` filled: as YAML scalars, and as plain words in a Markdown body."""
    front, fence, body = template.removeprefix(_FENCE).partition(f"\n{_FENCE}")
    yaml = {name: render_scalar(value) for name, value in values.items()}
    if not fence:
        return Template(template).substitute(yaml)
    words = {name: _as_words(value) for name, value in values.items()}
    return _FENCE + Template(front).substitute(yaml) + fence + Template(body).substitute(words)


def _as_words(value: str) -> str:
    """Return text that Markdown shows as it is, on one line."""
    plain = "".join(character if character.isprintable() else " " for character in value)
    return " ".join(plain.split()).translate(_MARKDOWN)


def _values(answers: Answers, now: datetime) -> dict[str, str]:
    return {
        "shop_name": answers.shop_name,
        "site_url": answers.site_url,
        "operator": answers.operator,
        "tel": answers.tel,
        "accent": answers.accent,
        "accent_dark": render_colour(mix(parse_colour(answers.accent), BLACK, 0.76)),
        "account_name": answers.account_name or answers.shop_name,
        "wechat_id": answers.wechat_id,
        "year": f"{now:%Y}",
        "today": f"{now:%Y-%m-%d}",
        "now": f"{now:%Y-%m-%d %H:%M}",
        "opening_ends": f"{now + timedelta(days=_OPENING_DAYS):%Y-%m-%d}",
    }
