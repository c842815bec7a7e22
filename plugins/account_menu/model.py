"""The menu as an editor thinks of it: names, and what each name leads to."""

from dataclasses import dataclass


@dataclass(frozen=True)
class ContentReference:
    """A piece of this site, such as ``product:longjing`` or ``stores``."""

    text: str


@dataclass(frozen=True)
class WebAddress:
    """A page elsewhere."""

    url: str


@dataclass(frozen=True)
class MiniProgram:
    """A page of a mini program; ``url`` is opened by clients that know no mini programs."""

    appid: str
    pagepath: str
    url: str


@dataclass(frozen=True)
class Keyword:
    """A tap that acts as if the follower had sent this text."""

    text: str


Target = ContentReference | WebAddress | MiniProgram | Keyword


@dataclass(frozen=True)
class Button:
    """One entry: it leads somewhere or opens its children. ``line`` is where it stands in the file."""

    name: str
    target: Target | None = None
    children: tuple["Button", ...] = ()
    line: int = 1


@dataclass(frozen=True)
class KeywordReply:
    """What the account answers to a word: ``also`` are other ways to say it, ``target`` a content reference."""

    keyword: str
    also: tuple[str, ...] = ()
    reply: str = ""
    target: str = ""
    line: int = 1


@dataclass(frozen=True)
class TagMenu:
    """Other buttons for the followers with a tag. ``line`` is where it stands in the file."""

    tag: str
    buttons: tuple[Button, ...]
    line: int = 1


@dataclass(frozen=True)
class Menu:
    """The whole menu; ``path`` names its file in messages."""

    buttons: tuple[Button, ...]
    path: str = "menu.yaml"
    conditional: tuple[TagMenu, ...] = ()
    keywords: tuple[KeywordReply, ...] = ()

    def line_at(self, place: tuple[int, ...]) -> int:
        """Return the line of the button reached by indexes from the top; of the nearest one above it."""
        buttons, line = self.buttons, self.buttons[0].line if self.buttons else 1
        for index in place:
            if index >= len(buttons):
                break
            line, buttons = buttons[index].line, buttons[index].children
        return line
