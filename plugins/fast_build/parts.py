"""Included templates rendered once for the same input: a card stands on several pages, a footer on all of them.

What an include shows is a function of the names that it uses. Where those are plain values, equal ones give the
text that was rendered before. Jinja's own way is taken for everything else, and gives the same text.
"""

from collections import OrderedDict
from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from jinja2 import Environment, Template, nodes
from jinja2.environment import TemplateModule
from jinja2.meta import find_undeclared_variables
from jinja2.runtime import Context, Macro
from jinja2.utils import missing

from plugins.fast_build.code_generator import QuickGenerator, constant, escaped
from plugins.fast_build.reads import SHARED, Reads
from plugins.fast_build.templates import find_once, load, parse_once, tree_of, walk
from plugins.products.model import Product
from plugins.shared.validation import ContentModel

_PLAIN = (str, int, bool, float, type(None), type(missing), Macro)
_TOO_WIDE = (SHARED, "catalog:", "site:bodies")
"""Look-ups that are noted differently from page to page: those that lead to products."""
_NARROW = frozenset({"catalog:categories", "catalog:all_categories", "catalog:category_by_slug"})


_MOST = 20_000
"""So many parts are kept, those used last: a card stands on several pages, frames stand on all of them."""


@dataclass(frozen=True)
class _Part:
    template: Template
    shared: tuple[str, ...]
    """Names of the site's own, the same on every page unless a page uses them for something else."""
    names: tuple[str, ...]
    """The other names that it takes from around it."""


class Parts:
    """The included templates of one environment in one build."""

    def __init__(self, environment: Environment, reads: Reads) -> None:
        self._environment = environment
        self._reads = reads
        self._parts: dict[str, _Part | None] = {}
        self._kinds: dict[type, bool] = dict.fromkeys(_PLAIN, True)
        self._modules: dict[str, tuple[TemplateModule, frozenset[str]]] = {}
        self._known: OrderedDict[Any, tuple[str, frozenset[str]]] = OrderedDict()

    def install(self) -> None:
        """Let templates that are compiled from now on include others through this."""
        parse_once(self._environment)
        find_once(self._environment)
        self._environment.code_generator_class = QuickGenerator
        self._environment.render_part = self.render  # type: ignore[attr-defined]
        self._environment.module_of = self.module_of  # type: ignore[attr-defined]
        self._environment.escaped = escaped  # type: ignore[attr-defined]

    def render(self, name: str, context: Context, local: Mapping[str, Any]) -> str:
        """Return what ``{% include name %}`` shows."""
        part = self._part(name)
        values = self._values(part, context, local) if part else None
        if part is None or values is None:
            return self._anew(name, context, local)
        key = (name, *values, *map(_kind, values))
        try:
            known = self._known.get(key)
        except TypeError:  # a value holds a mapping
            return self._anew(name, context, local)
        if known is None:
            return self._first(key, part, values)
        self._known.move_to_end(key)
        self._reads.names |= known[1]
        return known[0]

    def module_of(self, name: str, context: Context) -> TemplateModule:
        """Return what ``{% import name %}`` gives; Jinja, too, makes it once, but compares all globals each time."""
        if name not in self._modules:
            template = load(self._environment, name)
            self._modules[name] = template.module, frozenset(template.globals)
        module, names = self._modules[name]
        if context.globals_keys <= names:
            return module
        return self._environment.get_template(name)._get_default_module(context)

    def _values(self, part: _Part, context: Context, local: Mapping[str, Any]) -> list[Any] | None:
        """Return what the part's names stand for; None where a value cannot stand for itself."""
        ours = self._environment.globals
        for name in part.shared:
            if name in local or context.resolve_or_missing(name) is not ours[name]:
                return None
        values = []
        for name in part.names:
            value = local.get(name, missing)
            if value is missing:
                value = context.resolve_or_missing(name)
            if not self._is_value(value):
                return None
            values.append(value)
        return values

    def _is_value(self, value: Any) -> bool:
        kind = type(value)
        if kind is tuple:
            return all(map(self._is_value, value))
        if kind not in self._kinds:
            frozen = getattr(getattr(kind, "__dataclass_params__", None), "frozen", False)
            self._kinds[kind] = frozen or (issubclass(kind, ContentModel) and not issubclass(kind, Product))
        return self._kinds[kind]

    def _first(self, key: Any, part: _Part, values: list[Any]) -> str:
        before, self._reads.names = self._reads.names, set()
        given = {name: value for name, value in zip(part.names, values, strict=True) if value is not missing}
        text = "".join(part.template.root_render_func(part.template.new_context(given)))
        noted = self._reads.names_in(self._reads.noted())  # the same object for the same names
        self._reads.names = before | noted
        if not any(name.startswith(_TOO_WIDE) for name in noted - _NARROW):
            self._known[key] = text, noted
            if len(self._known) > _MOST:
                self._known.popitem(last=False)
        return text

    def _anew(self, name: str, context: Context, local: Mapping[str, Any]) -> str:
        template = load(self._environment, name)
        return "".join(template.root_render_func(template.new_context(context.get_all(), True, local)))

    def _part(self, name: str) -> _Part | None:
        if name not in self._parts:
            self._parts[name] = self._find(name)
        return self._parts[name]

    def _find(self, name: str) -> _Part | None:
        names = self._names_in(name, frozenset())
        if names is None:
            return None
        shared = sorted(each for each in names if each in self._environment.globals)
        return _Part(load(self._environment, name), tuple(shared), tuple(sorted(names.difference(shared))))

    def _names_in(self, name: str, above: frozenset[str]) -> set[str] | None:
        """Return the names that a template and all it includes take from around them; None where that is unknown."""
        known = tree_of(self._environment, name)
        if known is None:
            return None
        tree, _ = known
        inside = list(walk(tree))
        if not all(map(_is_plain, inside)):
            return None
        ours = self._environment.globals
        found = {each.name for each in inside if isinstance(each, nodes.Name) and each.name in ours}
        found |= find_undeclared_variables(tree)
        for each in inside:
            if isinstance(each, nodes.Include):
                inner = constant(each.template)
                more = self._names_in(inner, above | {name}) if inner and inner not in above else None
                if more is None:
                    return None
                found |= more
        return found


def _is_plain(node: nodes.Node) -> bool:
    """Tell whether a template with this node is a function of names, its own and those of what it includes."""
    if isinstance(node, nodes.Import | nodes.FromImport):
        return not node.with_context and bool(constant(node.template))
    return not isinstance(node, nodes.Extends | nodes.Block)


def _kind(value: Any) -> Any:
    """Return what tells equal values apart that show differently: 1 is True, and so are they in tuples."""
    return tuple(map(_kind, value)) if type(value) is tuple else type(value)
