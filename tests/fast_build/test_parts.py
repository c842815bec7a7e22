"""Included templates rendered once for equal input give what Jinja gives."""

import sys
from pathlib import Path
from typing import Any

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st
from jinja2 import DictLoader, Environment, StrictUndefined

from plugins.fast_build.parts import Parts
from plugins.fast_build.reads import Reads
from plugins.site.shop import Shelf
from tests.fast_build.shop import Shop

TEMPLATES = {
    "page": """{% from 'macro' import mark %}{% set b = b|default('b') %}
{% for a in many %}{% include 'part' %}{% endfor %}{% set a = 1 %}{% include 'part' %}
{% filter upper %}{% include 'part' %}{% endfilter %}{{ shown() }}""",
    "part": "<{{ a }}|{{ b }}|{{ c|default('none') }}|{{ shop }}>{% include 'inner' %}{{ mark(a) }}{% set b = 2 %}",
    "inner": """{% if a is string %}s{% elif a is true %}t{% endif %}{{ b }}
{% for a in 'xy' %}{{ loop.index }}{{ a }}{% endfor %}""",
    "macro": "{% macro mark(x) %}[{{ x }}{% include 'leaf' %}]{% endmacro %}",
    "leaf": "{{ x }}&{{ shop }}",
}
values = st.one_of(
    st.text("<a&'\"é", max_size=3), st.integers(0, 1), st.booleans(), st.none(), st.just([1]), st.just({"k": "<"})
)
values |= st.builds(Shelf, title=st.sampled_from("ab"), tag=st.just("t")) | st.tuples(st.booleans() | st.integers(0, 1))


def environment(quick: bool) -> Environment:
    made = Environment(loader=DictLoader(TEMPLATES), autoescape=True, undefined=StrictUndefined)
    made.globals.update(shop="<店>", shown=lambda: "<b>")
    if quick:
        Parts(made, Reads(None, list)).install()  # type: ignore[arg-type]
    return made


@settings(deadline=None)
@example([(True,), (1,), ((False,),), ((0,),)], {})
@given(st.lists(values, max_size=4), st.dictionaries(st.sampled_from(["a", "b", "c", "shop"]), values, max_size=4))
def test_equal_input_gives_what_jinja_gives(many: list[Any], more: dict[str, Any]) -> None:
    quick, slow = environment(True).get_template("page"), environment(False).get_template("page")
    for each in (many, many[::-1], many):
        assert quick.render(many=each, **more) == slow.render(many=each, **more)


@pytest.mark.parametrize(
    "statement", ["{% import 'said' as s %}{{ s.say() }}", "{% from 'said' import say %}{{ say() }}"]
)
def test_an_import_knows_the_globals_of_its_page(statement: str) -> None:
    said = "{% macro say() %}{{ shop }}{{ own|default('none') }}{% endmacro %}"

    def pages(quick: bool) -> list[str]:
        made = environment(quick)
        made.loader = DictLoader({"said": said, "one": statement, "two": statement})
        one, two = made.get_template("one"), made.get_template("two", globals={"own": "<two>"})
        return [one.render(), two.render(), one.render(), two.render(shop="other")]

    assert pages(True) == pages(False)
    assert "&lt;two&gt;" in pages(True)[1]


def test_what_a_part_looks_up_is_noted_on_every_page() -> None:
    made = Environment(loader=DictLoader({"page": "{% include 'part' %}", "part": "{{ ask() }}"}))
    reads = Reads(None, list)  # type: ignore[arg-type]
    made.globals["ask"] = lambda: reads.note("site:stores") or "x"
    Parts(made, reads).install()
    for name in ("one", "two"):
        reads.start(name)
        assert made.get_template("page").render() == "x"
        assert reads.names == {"site:stores"}


def test_pelican_itself_writes_the_same_site(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    shop = Shop(tmp_path)
    assert shop.build() == ""
    (shop.root / "quiet.py").write_text("def register():\n    pass\n", encoding="utf-8")
    settings = shop.root / "pelicanconf.py"
    settings.write_text(settings.read_text(encoding="utf-8") + 'PLUGINS.append("quiet")\n', encoding="utf-8")
    monkeypatch.syspath_prepend(str(shop.root))
    assert shop.build_clean() == ""
    assert "quiet" in sys.modules
    assert shop.tree() == shop.tree("clean")
