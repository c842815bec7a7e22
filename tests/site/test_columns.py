"""Columns have the addresses that Pelican gives them."""

from hypothesis import example, given
from hypothesis import strategies as st
from pelican.settings import DEFAULT_CONFIG
from pelican.utils import slugify

from plugins.site.columns import column_slug, column_url


@given(st.text())
@example("选茶指南")
@example(" <b>茶 & 器</b>－Ⅳ ")
def test_a_slug_is_what_pelican_makes_of_the_name(name: str) -> None:
    assert column_slug(name) == slugify(name, regex_subs=DEFAULT_CONFIG["SLUG_REGEX_SUBSTITUTIONS"])


def test_an_address_is_that_of_a_folder() -> None:
    assert column_url("茶事") == "/columns/cha-shi/"
