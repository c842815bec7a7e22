"""Publishing as a person does it: asked at the terminal, over a real socket."""

import io
import os
import pty
import sys

import pytest

from plugins.article_sync import Options
from plugins.article_sync.command import Request, sync_articles
from plugins.article_sync.publish.command import publish_article
from plugins.shared.errors import UsageProblem
from tests.article_sync.conftest import Shop


@pytest.fixture
def ready(shop: Shop) -> Shop:
    """A shop whose article has a draft."""
    assert sync_articles(shop.content, shop.state, shop.environ, Request(Options()))[1] == 0
    return shop


def published(shop: Shop) -> int:
    return shop.store.published.count(shop.environ["WECHAT_APPID"])


def test_where_nobody_sits_in_front_nothing_is_published(ready: Shop, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(sys, "stdin", io.StringIO("y\n"))
    with pytest.raises(UsageProblem, match="--yes"):
        publish_article(ready.content, ready.state, ready.environ, "hello")
    assert published(ready) == 0


@pytest.mark.parametrize(("answer", "count"), [("\n", 0), ("maybe\n", 0), ("\x04", 0), ("是\n", 1)], ids=repr)
def test_only_a_yes_publishes(
    ready: Shop, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str], answer: str, count: int
) -> None:
    ours, theirs = pty.openpty()
    ready.store.accounts.change(ready.environ["WECHAT_APPID"], {"publish_polls": 0})
    with os.fdopen(ours, "wb") as keyboard, os.fdopen(theirs, encoding="utf-8") as terminal:
        keyboard.write(answer.encode())
        keyboard.flush()
        monkeypatch.setattr(sys, "stdin", terminal)
        assert publish_article(ready.content, ready.state, ready.environ, "hello")[1] == 0
    assert published(ready) == count
    assert "你好" in capsys.readouterr().out, "the title is shown before"
