"""Templates whose pages come out in English."""

from typing import Any

from jinja2 import Environment, Template

from plugins.english.page import PageTranslator


def speak_english(environment: Environment, translator: PageTranslator) -> None:
    """Let every page that templates of an environment render be translated; parts of pages are left alone."""

    class EnglishTemplate(Template):
        """A template whose whole pages are English."""

        def render(self, *arguments: Any, **named: Any) -> str:
            """Return the page in English."""
            return translator.translate(super().render(*arguments, **named))

    environment.template_class = EnglishTemplate
