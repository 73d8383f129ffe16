"""What tests of the verifier share."""

import pytest

from tests.world import World


@pytest.fixture
def earth() -> World:
    """Give a small world."""
    return World()
