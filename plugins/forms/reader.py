"""content/forms/*.yaml to Forms."""

from pathlib import Path

from plugins.forms.model import Form
from plugins.shared.errors import Problem
from plugins.shared.front_matter import read_document
from plugins.shared.validation import validate

FOLDER = "forms"


def read_forms(content: Path) -> tuple[tuple[Form, ...], list[Problem]]:
    """Return the published forms by file name, and what is wrong with any of them."""
    forms: list[Form] = []
    problems: list[Problem] = []
    for path in sorted((content / FOLDER).glob("*.yaml")):
        document, found = read_document(content, path)
        problems += found
        form, wrong = (None, []) if found else validate(Form, document, slug=path.stem)
        problems += wrong
        if form and form.status == "published":
            forms.append(form)
    return tuple(forms), problems
