"""Templates as inputs of pages: each with everything it includes, and the names that it may look up."""

import hashlib
from collections.abc import Callable, Iterator
from functools import cache
from typing import Any, NamedTuple

from jinja2 import Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

ASKED = frozenset({"site", "picture_of", "product_cards"})
"""Names whose look-ups are noted page by page."""
_REFERENCES = (nodes.Extends, nodes.Include, nodes.Import, nodes.FromImport)


class Closure(NamedTuple):
    """A template and all it refers to. ``pure`` is False where an imported template asks the site as it loads:
    Jinja runs that once for all pages, so that no single page can be said to depend on it."""

    digest: str
    names: frozenset[str]
    pure: bool


class _Source(NamedTuple):
    text: str
    tree: nodes.Template
    refers_to: tuple[str, ...]
    imports: tuple[str, ...]
    names: frozenset[str]

    @property
    def asks_as_it_loads(self) -> bool:
        """Whether the site is asked outside of macros."""
        return any(isinstance(each, nodes.Name) and each.name in ASKED for each in walk(self.tree, nodes.Macro))


class LateTemplate:
    """A template that is compiled when more than its name is asked of it; a page that stays as it is needs no more."""

    def __init__(self, environment: Environment, name: str) -> None:
        self.name = name
        self._environment = environment

    def __getattr__(self, attribute: str) -> Any:
        return getattr(self._environment.get_template(self.name), attribute)


def compile_late(generator: Any) -> None:
    """Let one of Pelican's generators hold templates that are compiled late."""
    find: Callable[[str], Any] = generator.get_template

    def get_template(name: str) -> Any:
        late = LateTemplate(generator.env, f"{name}.html")
        return late if tree_of(generator.env, late.name) else find(name)

    generator.get_template = cache(get_template)


def load(environment: Environment, name: str) -> Template:
    """Return a template, its globals gathered once instead of for each page."""
    template = environment.get_template(name)
    if type(template.globals) is not dict:
        template.globals = dict(template.globals)
    return template


def find_once(environment: Environment) -> None:
    """Let an environment look for each template once; Jinja asks its cache under a lock each time."""
    found: dict[str, Template] = {}
    look_for = environment.get_template

    def get_template(name: str | Template, parent: str | None = None, globals: Any = None) -> Template:
        if globals is not None or not isinstance(name, str):
            return look_for(name, parent, globals)
        if name not in found:
            found[name] = look_for(name, parent)
        return found[name]

    environment.get_template = get_template  # type: ignore[method-assign]


def parse_once(environment: Environment) -> None:
    """Let an environment parse each template once: for its compiler, and for all that look into it here."""
    environment._parse = cache(environment._parse)  # type: ignore[method-assign]


def tree_of(environment: Environment, name: str) -> tuple[nodes.Template, str] | None:
    """Return a template as Jinja understands it, and its text; None for none that can be rendered."""
    assert environment.loader
    try:
        text, file, _ = environment.loader.get_source(environment, name)
        return environment.parse(text, name, file), text
    except (TemplateNotFound, TemplateSyntaxError):  # rendering says so where it matters
        return None


def walk(tree: nodes.Node, except_in: type[nodes.Node] | tuple[()] = ()) -> Iterator[nodes.Node]:
    """Yield a node and all nodes below it, but for those below nodes of one type."""
    waiting = [tree]
    while waiting:
        node = waiting.pop()
        yield node
        if not isinstance(node, except_in):
            for field in node.fields:
                value = getattr(node, field)
                values = value if type(value) is list else [value]
                waiting += [each for each in values if isinstance(each, nodes.Node)]


class Templates:
    """The closures of one environment's templates, each worked out once."""

    def __init__(self, environment: Environment) -> None:
        self._environment = environment
        self._sources: dict[str, _Source | None] = {}
        self._closures: dict[str, Closure] = {}

    def closure(self, name: str) -> Closure:
        """Return what a template depends on."""
        if name not in self._closures:
            self._closures[name] = self._gather(name)
        return self._closures[name]

    def _gather(self, name: str) -> Closure:
        reached: dict[str, _Source | None] = {}
        waiting = [name]
        while waiting:
            each = waiting.pop()
            if each not in reached:
                reached[each] = source = self._source(each)
                waiting += source.refers_to if source else ()
        imported = {each for source in reached.values() if source for each in source.imports}
        texts = sorted((each, source.text if source else None) for each, source in reached.items())
        return Closure(
            digest=hashlib.sha256(repr((name, texts)).encode("utf-8")).hexdigest(),
            names=frozenset().union(*(source.names for source in reached.values() if source)),
            pure=not any(source and source.asks_as_it_loads for each, source in reached.items() if each in imported),
        )

    def _source(self, name: str) -> _Source | None:
        if name not in self._sources:
            self._sources[name] = self._read(name)
        return self._sources[name]

    def _read(self, name: str) -> _Source | None:
        environment = self._environment
        tree_and_text = tree_of(environment, name)
        if tree_and_text is None:
            return None
        tree, text = tree_and_text
        inside = list(walk(tree))
        references = [each for each in inside if isinstance(each, _REFERENCES)]
        found = list(find_referenced_templates(nodes.Template(references)))
        if None in found:  # a name made at run time may be any template
            found += environment.list_templates()
        imports = [each.template for each in references if isinstance(each, nodes.Import | nodes.FromImport)]
        named = tuple(each.value for each in imports if isinstance(each, nodes.Const) and isinstance(each.value, str))
        unknown = len(named) < len(imports)
        return _Source(
            text,
            tree,
            tuple(each for each in found if each is not None),
            tuple(environment.list_templates()) if unknown else named,
            frozenset(each.name for each in inside if isinstance(each, nodes.Name)),
        )
