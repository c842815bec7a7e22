"""The bench's theme keeps up with the site: every page that the site has can be made with it."""

from plugins.fast_build.bench.content import HERE
from tests.conftest import ROOT


def test_the_theme_of_the_bench_has_every_template() -> None:
    ours = {path.name for path in (ROOT / "theme/templates").glob("*.html")}
    assert ours <= {path.name for path in (HERE / "theme/templates").glob("*.html")}
