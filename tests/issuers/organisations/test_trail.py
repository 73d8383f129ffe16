"""Who did what, in words."""

from issuers.audit.tables import AuditKind, PlatformKind
from templates.labels import DEEDS, PLATFORM_DEEDS


class TestDeeds:
    """`labels.DEEDS`."""

    def test_has_words_for_all_that_is_recorded(self) -> None:
        """Nobody reads a code in his own history."""
        assert {kind.value for kind in AuditKind} == set(DEEDS)
        assert {kind.value for kind in PlatformKind} == set(PLATFORM_DEEDS)
