"""Who is younger than 16, and whether a parent agrees, on a real database of each kind."""

import pytest
from sqlmodel import col, select

from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, NotShownError
from issuers.people.permissions import Actor
from issuers.publishing.documents import require_shown
from issuers.recipients.consent import (
    find_consent,
    forget_young,
    may_share,
    note_consent,
    note_young,
    withdraw_consent,
)
from issuers.recipients.tables import Asked
from tests.issuers.erasing.conftest import Known, Knows, knows

__all__ = ["knows"]


def may(desk: IssuingDesk, known: Known, *, actor: Actor) -> bool:
    """Ask whether what he was given may be shown."""
    return may_share(desk, known.profiel_id, organisation_id=actor.organisation_id)


class TestMayShare:
    """`may_share`."""

    def test_asks_nothing_of_who_is_older(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """Nor of what was given without an agreement: of him we know nothing."""
        assert may(desk, knows(), actor=actor)
        assert may_share(desk, None, organisation_id=actor.organisation_id)

    def test_waits_for_a_parent(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """He may take it back, and give it again; who becomes 16 decides himself."""
        sam = knows()
        seen = []
        note_young(desk, sam.recipient_id, actor=actor)
        seen.append(may(desk, sam, actor=actor))
        for _ in range(2):
            note_consent(desk, sam.recipient_id, how=Asked.TALK, actor=actor)
            seen.append(may(desk, sam, actor=actor))
            withdraw_consent(desk, sam.recipient_id, actor=actor)
            seen.append(may(desk, sam, actor=actor))
        forget_young(desk, sam.recipient_id, actor=actor)
        assert [False, True, False, True, False, True] == [*seen, may(desk, sam, actor=actor)]

    def test_is_about_nobody_else(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """Another of the same organisation is shown."""
        note_young(desk, knows().recipient_id, actor=actor)
        assert may(desk, knows("Yara Blijft"), actor=actor)


class TestRequireShown:
    """`require_shown`."""

    def test_shows_nobody_what_waits(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """Without a word about why."""
        sam = knows()
        note_young(desk, sam.recipient_id, actor=actor)
        with pytest.raises(NotShownError) as refused:
            require_shown(desk, sam.badge.token)
        assert not any(each in refused.value.nl for each in ("16", "ouder"))
        note_consent(desk, sam.recipient_id, how=Asked.PAPER, actor=actor)
        require_shown(desk, sam.badge.token)


class TestFindConsent:
    """`find_consent`."""

    def test_tells_how_and_when(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """To who works with him; of who is older there is nothing."""
        sam = knows()
        assert find_consent(desk, sam.recipient_id, actor=actor) is None
        note_young(desk, sam.recipient_id, actor=actor)
        note_consent(desk, sam.recipient_id, how=Asked.LETTER, actor=actor)
        found = find_consent(desk, sam.recipient_id, actor=actor)
        assert found is not None
        assert (True, Asked.LETTER, desk.clock.now()) == (found.stands, found.how, found.agreed)

    def test_finds_nobody_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, knows: Knows
    ) -> None:
        """As with all that is kept of him."""
        sam = knows()
        for ask in (find_consent, note_young, forget_young, withdraw_consent):
            with pytest.raises(NotFoundError):
                ask(desk, sam.recipient_id, actor=stranger)

    def test_is_recorded_without_a_name(self, desk: IssuingDesk, actor: Actor, knows: Knows) -> None:
        """Each time that something changed, and no other time."""
        sam = knows()
        note_young(desk, sam.recipient_id, actor=actor)
        note_young(desk, sam.recipient_id, actor=actor)
        note_consent(desk, sam.recipient_id, how=Asked.TALK, actor=actor)
        asked = select(AuditRecord).order_by(col(AuditRecord.sequence))
        rows = desk.register.read(lambda session: session.exec(asked).all(), within=WHOLE_SERVICE)
        kinds = [each.kind for each in rows if each.kind in (AuditKind.YOUNG_NOTED, AuditKind.CONSENT_GIVEN)]
        assert [AuditKind.YOUNG_NOTED, AuditKind.CONSENT_GIVEN] == kinds
