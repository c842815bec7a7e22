"""One line of the plan: an article with what was decided about it, or drafts of several articles to make anew."""

from dataclasses import dataclass

from plugins.article_sync.match import Situation
from plugins.article_sync.model import AccountArticle, Base, LocalArticle
from plugins.article_sync.plan import Action, Decision
from plugins.article_sync.report import Line, Status


@dataclass(frozen=True)
class Remake:
    """Drafts to make anew, each a group of articles in order; the ``old`` ones go when the new ones stand.

    ``removed`` are articles of the old drafts that a person wants gone.
    """

    groups: tuple[tuple["Item", ...], ...] = ()
    old: tuple[str, ...] = ()
    removed: tuple["Item", ...] = ()

    @property
    def items(self) -> tuple["Item", ...]:
        """All articles that it is about."""
        return (*(item for group in self.groups for item in group), *self.removed)


@dataclass(frozen=True)
class Item:
    """One article of the plan."""

    situation: Situation
    decision: Decision
    remake: Remake | None = None

    @property
    def action(self) -> Action:
        """What is done about it."""
        return self.decision.action

    @property
    def removes(self) -> bool:
        """Whether an article goes from the account for good: such items come last, and never after a failure."""
        return self.action is Action.DELETE or bool(self.remake and self.remake.removed)

    @property
    def local(self) -> LocalArticle:
        """The file, for decisions that need one."""
        assert self.situation.local is not None
        return self.situation.local

    @property
    def account(self) -> AccountArticle:
        """The account's side, for decisions that need one."""
        assert self.situation.account is not None
        return self.situation.account

    @property
    def base(self) -> Base | None:
        """What was agreed on last, None on first contact."""
        return self.situation.base

    @property
    def agreed(self) -> Base:
        """What was agreed on last, for decisions that need it."""
        assert self.situation.base is not None
        return self.situation.base

    @property
    def names(self) -> tuple[str, ...]:
        """Everything that ``--only`` may choose it by: paths, file names, titles."""
        about = self.remake.items if self.remake else ()
        situations = [item.situation for item in about] or [self.situation]
        paths = [one.path for one in situations]
        stems = [path.rpartition("/")[2].removesuffix(".md") for path in paths]
        return tuple(filter(None, (*paths, *stems, *(one.title for one in situations))))

    def line(self, status: Status, **more: object) -> Line:
        """Return the report's line for this article."""
        situation = self.situation
        values = {"path": situation.path, "title": situation.title, "fields": self.decision.fields, **more}
        return Line(rule=self.decision.rule, action=self.decision.name, status=status, **values)  # type: ignore[arg-type]
