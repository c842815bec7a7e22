"""content/images/images.yaml: what a shop says of its pictures as a whole."""

from pathlib import Path
from typing import Annotated

from pydantic import AfterValidator, Field
from pydantic_core import PydanticCustomError

from plugins.shared.errors import Problem
from plugins.shared.front_matter import read_document
from plugins.shared.language import say
from plugins.shared.validation import ContentModel, Switch, validate

NAME = "images.yaml"


def _point(value: str) -> str:
    """Return ``0.5 0.3``, the share from the left and from the top, as CSS writes it: ``50% 30%``."""
    try:
        shares = [float(part) for part in value.replace(",", " ").split()]
        if len(shares) != 2 or not all(0 <= share <= 1 for share in shares):
            raise ValueError(value)
    except ValueError:
        raise PydanticCustomError(
            "focus",
            say(
                f"“{value}”不是位置。请写从左、从上的比例，例如 0.5 0.3。",
                f'"{value}" is no point. Write its share from the left and the top, like 0.5 0.3.',
            ),
        ) from None
    return " ".join(f"{share * 100:g}%" for share in shares)


class PictureSettings(ContentModel):
    """``focus`` is, by picture, the point that every cut keeps; with ``avif`` on, AVIF is made too."""

    avif: Switch = False
    focus: dict[str, Annotated[str, AfterValidator(_point)]] = Field(default_factory=dict)


def read_settings(folder: Path) -> tuple[PictureSettings, list[Problem]]:
    """Return the settings of a folder of pictures, and what is wrong in them; without the file, the defaults."""
    path = folder / NAME
    if not path.is_file():
        return PictureSettings(), []
    document, problems = read_document(folder.parent, path)
    if problems:
        return PictureSettings(), problems
    settings, problems = validate(PictureSettings, document)
    for name in settings.focus if settings else ():
        if not (folder / name).is_file():
            text = say(f"content/images/ 里没有 {name}。", f"content/images/ has no {name}.")
            problems.append(Problem(document.path, document.line_of(("focus", name)), text))
    return settings or PictureSettings(), problems
