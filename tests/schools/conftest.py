"""A desk with a school on it, and who confirms there."""

import pytest

from issuers.desk import IssuingDesk
from issuers.people.permissions import Actor
from tests.issuers.conftest import actor, clock, data_dir, desk, furnished, kept_open
from tests.issuers.schooling import found_school

__all__ = ["actor", "clock", "data_dir", "desk", "furnished", "kept_open"]


@pytest.fixture
def bevestiger(desk: IssuingDesk) -> Actor:
    """Give who confirms at a school."""
    return found_school(desk)
