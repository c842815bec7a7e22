"""The quickest look at the site in a browser: the pages that most visitors see, one browser, nothing wrong on them."""

import pytest

from tests.browser.conftest import PAGES, Open

pytestmark = pytest.mark.browser

KINDS = ("home", "list", "detail", "landing", "article", "search")


@pytest.mark.parametrize("kind", KINDS)
def test_a_page_opens(open_page: Open, kind: str) -> None:
    path, text = PAGES[kind]
    with open_page(path) as visit:
        assert text in visit.page.inner_text("body")
        assert visit.errors == []
        assert visit.outside == []
        assert visit.overflow_px <= 0
