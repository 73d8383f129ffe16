"""A desk with badges on it, as in `tests.issuers`, and somebody who keeps one."""

from collections.abc import Callable

import pytest

from holders.keeping.claiming import keep
from holders.keeping.telephones import KnownHolder, Telephone, find_holder
from issuers.desk import IssuingDesk
from issuers.issuing.issuing import IssuedBadge
from issuers.publishing.keeping import keep_path
from tests.issuers.conftest import Issue, actor, clock, desk, furnished, give, judgement, kept_open, stranger

__all__ = ["actor", "clock", "desk", "furnished", "give", "judgement", "kept_open", "stranger"]

OWN = Telephone(device="Chrome, Android")
Keep = Callable[..., KnownHolder]


def proof_of(desk: IssuingDesk, badge: IssuedBadge) -> str:
    """Give the last part of the address to keep a badge."""
    return keep_path(desk, badge.token).rpartition("/")[2]


@pytest.fixture
def keeping(desk: IssuingDesk) -> Keep:
    """Keep a badge, on a telephone where nothing was kept before."""

    def keep_one(badge: IssuedBadge) -> KnownHolder:
        secret = keep(desk, badge.token, proof=proof_of(desk, badge), holder=None, on=OWN)
        holder = find_holder(desk, secret)
        assert holder is not None
        return holder

    return keep_one


@pytest.fixture
def holder(give: Issue, keeping: Keep) -> KnownHolder:
    """Give somebody who keeps a badge."""
    return keeping(give())
