"""Plugins and settings that are not this project's are told apart."""

import runpy

from pelican import signals

from plugins.fast_build.foreign import foreign_parts
from tests.conftest import ROOT


def test_nothing_in_our_own_settings_is_foreign() -> None:
    assert foreign_parts(runpy.run_path(str(ROOT / "pelicanconf.py"))) == []


def test_a_plugin_and_a_setting_with_functions_are_named() -> None:
    settings = {"PLUGINS": ["plugins.site", "their_plugin", "pelican.plugins.minify"], "JINJA_FILTERS": {"x": str}}
    assert foreign_parts(settings) == ["JINJA_FILTERS", "pelican.plugins.minify", "their_plugin"]


def test_a_receiver_from_elsewhere_is_named_without_a_plugin() -> None:
    def listen(sender: object) -> None:
        """Do nothing."""

    with signals.content_object_init.connected_to(listen):
        assert foreign_parts({"PLUGINS": []}) == [__name__]
    assert foreign_parts({"PLUGINS": []}) == []
