"""Forms and surveys (表单与问卷): static pages that post to a small receiver of the shop's own."""

from plugins.forms.model import Form, FormField
from plugins.forms.reader import read_forms


def register() -> None:
    """Connect the plugin to Pelican."""
    from pelican import signals

    signals.get_generators.connect(_generators)


def _generators(pelican: object) -> type:
    from plugins.forms.generator import FormsGenerator

    return FormsGenerator


__all__ = ["Form", "FormField", "read_forms", "register"]
