"""An emulated account on a socket, for clients that know nothing of it."""

from collections.abc import Iterator
from pathlib import Path

import pytest

from plugins.wechat_emulator import EmulatorServer, Store
from tests.wechat_emulator.conftest import picture


@pytest.fixture
def server() -> Iterator[EmulatorServer]:
    """A fresh account, served."""
    store = Store()
    with EmulatorServer(store) as running:
        yield running
    store.close()


@pytest.fixture
def photo(tmp_path: Path) -> Path:
    """A picture to upload."""
    path = tmp_path / "cover.jpg"
    path.write_bytes(picture())
    return path
