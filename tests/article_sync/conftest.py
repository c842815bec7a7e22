from pathlib import Path

import pytest

from tests.article_sync.world import World


@pytest.fixture
def world(tmp_path: Path) -> World:
    """An account without drafts and a shop without articles."""
    return World(tmp_path)
