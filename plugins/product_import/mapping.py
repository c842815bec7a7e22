"""What the headings and words of another shop's sheet mean: a YAML file, or one of the presets that come along."""

from functools import cache
from pathlib import Path
from typing import Self

from pydantic import Field, model_validator
from pydantic_core import PydanticCustomError

from plugins.product_import.columns import column_of
from plugins.product_import.words import fold
from plugins.shared.errors import ContentProblems
from plugins.shared.front_matter import read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Switch, Text, validate

NOTHING = "-"
"""What a mapping writes where a column or a word counts for nothing."""
_PRESETS = Path(__file__).parent / "presets"


class SheetMapping(ContentModel):
    """How to read a sheet that is not in our own form; every part is optional.

    columns: headings to keys (``images``, ``variants.price``, ``specs.产地``; ``-`` leaves it out), besides our own
        headings unless ``only`` is on.
    group: the heading whose equal values make rows one product.
    parent, identity, child_columns: the heading that names the product a row is a variant of, by one of its identity
        columns; what headings mean in such a row.
    values, defaults: words to replace (``-``: by nothing); what to write where a cell is empty.
    only_with: counts a column only where another is filled.
    html: keys whose HTML becomes Markdown.
    lenient: what a product file cannot hold is left out and told, and categories that are missing are added.
    detect: headings a preset is recognised by.
    """

    columns: dict[str, str] = Field(default_factory=dict)
    only: Switch = False
    group: str = ""
    parent: str = ""
    identity: tuple[Text, ...] = ()
    child_columns: dict[str, str] = Field(default_factory=dict)
    values: dict[str, dict[str, str]] = Field(default_factory=dict)
    defaults: dict[str, str] = Field(default_factory=dict)
    only_with: dict[str, str] = Field(default_factory=dict)
    html: tuple[Text, ...] = ()
    lenient: Switch = False
    detect: tuple[Text, ...] = ()

    @model_validator(mode="after")
    def _keys_exist(self) -> Self:
        keys = [*self.columns.values(), *self.child_columns.values(), *self.values, *self.defaults, *self.html]
        for key in keys:
            if key != NOTHING and column_of(key) is None and not key.startswith("specs."):
                text = say(f"不认识“{key}”，可用的见 docs/content.md。", f"'{key}' is no key; see docs/content.md.")
                raise PydanticCustomError("key", text)
        return self


OWN = SheetMapping()
"""Our own form of sheet."""


def read_mapping(path: Path) -> SheetMapping:
    """Return the mapping of a YAML file.

    Raises:
        ContentProblems: with everything that is wrong in it.
    """
    document, problems = read_document(path.parent, path)
    if not problems:
        mapping, problems = validate(SheetMapping, document)
        if mapping:
            return mapping
    raise ContentProblems(problems)


def preset_for(headings: list[str]) -> SheetMapping | None:
    """Return the preset whose telling headings all stand in a row, None without one."""
    there = set(map(fold, headings))
    return next((each for each in presets().values() if {*map(fold, each.detect)} <= there), None)


@cache
def presets() -> dict[str, SheetMapping]:
    """Return the presets by name."""
    return {path.stem: read_mapping(path) for path in sorted(_PRESETS.glob("*.yaml"))}
