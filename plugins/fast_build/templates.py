"""Templates as inputs of pages: each with everything it includes, and the names that it may look up."""

import hashlib
from collections.abc import Iterator
from dataclasses import dataclass

from jinja2 import Environment, Template, TemplateNotFound, TemplateSyntaxError, nodes
from jinja2.meta import find_referenced_templates

ASKED = frozenset({"site", "picture_of", "product_cards"})
"""Names whose look-ups are noted page by page."""


@dataclass(frozen=True)
class Closure:
    """A template and all it refers to. ``pure`` is False where an imported template asks the site as it loads:
    Jinja runs that once for all pages, so that no single page can be said to depend on it."""

    digest: str
    names: frozenset[str]
    pure: bool


@dataclass(frozen=True)
class _Source:
    text: str
    refers_to: tuple[str, ...]
    imports: tuple[str, ...]
    names: frozenset[str]
    asks_as_it_loads: bool


def load(environment: Environment, name: str) -> Template:
    """Return a template, its globals gathered once instead of for each page."""
    template = environment.get_template(name)
    template.globals = dict(template.globals)
    return template


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
        assert environment.loader is not None
        try:
            text = environment.loader.get_source(environment, name)[0]
            tree = environment.parse(text)
        except (TemplateNotFound, TemplateSyntaxError):  # rendering says so where it matters
            return None
        found = list(find_referenced_templates(tree))
        if None in found:  # a name made at run time may be any template
            found += environment.list_templates()
        imports = [each.template for each in tree.find_all(nodes.Import)]
        imports += [each.template for each in tree.find_all(nodes.FromImport)]
        named = tuple(each.value for each in imports if isinstance(each, nodes.Const) and isinstance(each.value, str))
        unknown = len(named) < len(imports)
        return _Source(
            text,
            tuple(each for each in found if each is not None),
            tuple(environment.list_templates()) if unknown else named,
            frozenset(each.name for each in tree.find_all(nodes.Name)),
            any(each.name in ASKED for each in _outside_macros(tree)),
        )


def _outside_macros(node: nodes.Node) -> Iterator[nodes.Name]:
    for child in node.iter_child_nodes():
        if isinstance(child, nodes.Name):
            yield child
        elif not isinstance(child, nodes.Macro):
            yield from _outside_macros(child)
