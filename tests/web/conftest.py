"""What the tests of the way out share: the town."""

from collections.abc import Iterator

import pytest

from tests.evil import Town, town


@pytest.fixture(scope="session", name="town")
def _town() -> Iterator[Town]:
    """Open the town of good and evil servers."""
    with town() as built:
        yield built
