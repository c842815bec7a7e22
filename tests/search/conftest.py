"""A shop of a thousand products."""

import pytest

from plugins.sample_shop.large_catalogue import large_site
from plugins.site.site import Site


@pytest.fixture(scope="session")
def thousand() -> Site:
    """A site with 1,000 products."""
    return large_site(1000)
