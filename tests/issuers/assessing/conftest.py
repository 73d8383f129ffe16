"""What the tests of what is judged share with those of what is collected."""

from tests.issuers.evidence.conftest import learner, member
from tests.issuers.werkplekprofiel.conftest import proposed, sam

__all__ = ["learner", "member", "proposed", "sam"]
