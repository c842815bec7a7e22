"""content/stores.yaml to Stores."""

from pathlib import Path

from plugins.shared.errors import Problem
from plugins.shared.folder import given_twice, read_list
from plugins.stores.model import Store


def read_stores(content: Path) -> tuple[tuple[Store, ...], list[Problem]]:
    """Return the stores in the order of the file; no file, no stores."""
    stores, problems = read_list(Store, content, "stores.yaml", "stores")
    return stores, problems + given_twice("stores.yaml", [store.slug for store in stores])
