"""What the tests of what is collected share with those of werkplekprofielen."""

import pytest

from issuers.desk import IssuingDesk
from issuers.evidence.collectors import Learner, Member
from issuers.people.permissions import Actor
from issuers.werkplekprofiel.known import KnownProfiel
from tests.issuers.werkplekprofiel.conftest import proposed, sam

__all__ = ["proposed", "sam"]


@pytest.fixture
def member(actor: Actor, proposed: KnownProfiel) -> Member:
    """Be the praktijkopleider."""
    return Member(actor=actor, profiel_id=proposed.id)


@pytest.fixture
def learner(desk: IssuingDesk, proposed: KnownProfiel) -> Learner:
    """Be the recipient, on his own phone."""
    return Learner.with_token(desk, proposed.token)
