"""An account with a past, and a shop that meets it."""

from collections.abc import Sequence
from typing import Any

from plugins.article_sync.contact import Choices, ContactReport, Outcome, adopt
from tests.article_sync.world import World, jpeg


def meet(world: World, choices: Choices | None = None, **options: Any) -> ContactReport:
    """Adopt the account at its own time."""
    gateway = options.pop("gateway", world.gateway)
    return adopt(world.content, gateway, world.settings, world.now(), choices, **options)


def published(world: World, title: str, *pictures: tuple[int, int, int], words: str = "") -> str:
    """Let a person write and publish an article with pictures; return its article_id."""
    urls = [world.gateway.upload_body_image("p.jpg", jpeg(colour)) for colour in pictures]
    html = f"<p>{words or title + '的正文，写得比二十个字长一些，好让人认得出来。'}</p>"
    media_id = world.console.new(title, html + "".join(f'<p><img src="{url}"></p>' for url in urls))
    article_id = world.console.publish(media_id)
    world.pause()
    return article_id


def outcomes(report: ContactReport) -> list[tuple[str, str]]:
    """Return title and outcome of every line."""
    return [(line.title, line.outcome.value) for line in report.lines]


def of(report: ContactReport, outcome: Outcome) -> Sequence[str]:
    """Return the paths with one outcome."""
    return [line.path for line in report.lines if line.outcome is outcome]
