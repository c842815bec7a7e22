"""Templates are parsed once, and compiled when a page is made of them."""

from types import SimpleNamespace

import pytest
from jinja2 import DictLoader, Environment, TemplateNotFound, TemplateSyntaxError

from plugins.fast_build.templates import Templates, compile_late, parse_once

SOURCES = {
    "page.html": """{% extends 'base.html' %}{% from 'macros.html' import mark %}
{% block main %}{{ mark(x) }}{% endblock %}""",
    "base.html": "<{% block main %}{% endblock %}>{% include part %}",
    "macros.html": "{% macro mark(y) %}{{ y }}{{ site.name }}{% endmacro %}",
    "asks.html": "{% set name = site.name %}{% macro mark(y) %}{{ name }}{% endmacro %}",
    "broken.html": "{% if %}",
}


@pytest.fixture
def environment() -> Environment:
    made = Environment(loader=DictLoader(SOURCES), autoescape=True)
    made.globals["site"] = {"name": "店"}
    return made


def test_a_late_template_is_compiled_when_it_is_rendered(environment: Environment) -> None:
    generator = SimpleNamespace(env=environment, get_template=lambda name: environment.get_template(f"{name}.html"))
    compile_late(generator)
    late = generator.get_template("page")
    assert late.name == "page.html"
    assert environment.cache is not None
    assert len(environment.cache) == 0
    assert late.render(x="&", part="macros.html") == "<&amp;店>"
    assert len(environment.cache) == 3


def test_a_template_that_is_missing_or_broken_says_so_at_once(environment: Environment) -> None:
    generator = SimpleNamespace(env=environment, get_template=lambda name: environment.get_template(f"{name}.html"))
    compile_late(generator)
    with pytest.raises(TemplateNotFound):
        generator.get_template("nothing")
    with pytest.raises(TemplateSyntaxError):
        generator.get_template("broken")


@pytest.mark.parametrize("compiled", [False, True])
def test_a_closure_holds_all_that_a_template_may_reach(environment: Environment, compiled: bool) -> None:
    parse_once(environment)
    if compiled:  # the compiler works on the same tree
        environment.get_template("page.html").render(x=1, part="macros.html")
    page = Templates(environment).closure("page.html")
    assert {"mark", "x", "y", "part", "site"} <= page.names  # which part is included is known when it is rendered
    assert page.pure


def test_a_closure_is_another_when_anything_in_it_is(environment: Environment) -> None:
    before = Templates(environment).closure("page.html").digest
    assert Templates(environment).closure("page.html").digest == before
    changed = Environment(loader=DictLoader(SOURCES | {"macros.html": SOURCES["macros.html"] + " "}), autoescape=True)
    assert Templates(changed).closure("page.html").digest != before


def test_an_import_that_asks_the_site_as_it_loads_has_no_page_of_its_own() -> None:
    sources = {"page.html": "{% from 'asks.html' import mark %}{{ mark(1) }}", "asks.html": SOURCES["asks.html"]}
    assert not Templates(Environment(loader=DictLoader(sources))).closure("page.html").pure
