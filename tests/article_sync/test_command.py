"""What the task ``sync`` hands on, over a real socket."""

import pytest

from plugins.article_sync import Options
from plugins.article_sync.command import Request, sync_articles
from plugins.shared.errors import UsageProblem
from tests.article_sync.conftest import Shop


def test_a_pattern_that_fits_no_article_is_said(shop: Shop) -> None:
    with pytest.raises(UsageProblem, match="No article matches --only 'nothing'"):
        sync_articles(shop.content, shop.state, shop.environ, Request(Options(only="nothing")))
    text, code = sync_articles(shop.content, shop.state, shop.environ, Request(Options(only="hello")))
    assert ("hello.md" in text, code) == (True, 0)
    assert sync_articles(shop.content, shop.state, shop.environ, Request(Options(only="hello")))[1] == 0


def test_a_dry_run_keeps_no_token(shop: Shop) -> None:
    sync_articles(shop.content, shop.state, shop.environ, Request(Options(dry_run=True)))
    assert not shop.state.exists()
    sync_articles(shop.content, shop.state, shop.environ, Request(Options()))
    assert [path.stat().st_mode & 0o777 for path in shop.state.glob("tokens-*.json")] == [0o600]
