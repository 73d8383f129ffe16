"""Who did what, in words."""

from issuers.audit.tables import AuditKind
from templates.labels import DEEDS


class TestDeeds:
    """`labels.DEEDS`."""

    def test_has_words_for_all_that_is_recorded(self) -> None:
        """Nobody reads a code in his own history."""
        assert {kind.value for kind in AuditKind} == set(DEEDS)
