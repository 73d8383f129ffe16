"""What whoever runs the service decided, in a chain of its own."""

import pytest
from sqlmodel import select

from issuers.audit.checkpoints import make_checkpoint
from issuers.audit.fsck import fsck
from issuers.audit.platform import PlatformDeed, read_platform_trail
from issuers.audit.tables import AuditKind, PlatformKind, PlatformRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.organisations.joining import ask_to_join
from issuers.organisations.overseeing import take_down
from issuers.organisations.reporting import NewReport, answer, report, waiting_reports
from issuers.organisations.standing import merge, resume, suspend
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor, operator
from issuers.people.platform import add_administrator, end_administrator
from tests.databases import Databases

ADA = "ada@dienst.voorbeeld"
TAMPERINGS = {
    "who did it": "UPDATE platform_record SET actor_id = person_id WHERE sequence = 1",
    "what was done": "UPDATE platform_record SET kind = 'organisation-resumed' WHERE sequence = 3",
    "about which organisation": "UPDATE platform_record SET about = NULL WHERE sequence = 3",
    "one is taken out": "DELETE FROM platform_record WHERE sequence = 2",
    "the last is cut off": "DELETE FROM platform_record WHERE sequence = 3",
    "the whole chain is gone": "DELETE FROM platform_record",
}


def told(deed: PlatformDeed) -> tuple[str, str | None, str | None, str | None]:
    """Tell a deed in words."""
    return deed.kind.value, deed.who, deed.whom, deed.about.name if deed.about else None


@pytest.fixture
def decided(desk: IssuingDesk, actor: Actor) -> IssuingDesk:
    """Let Ada run the service, and somebody suspend an organisation; sign where that ends."""
    add_administrator(desk, "Ada Prins", mail=ADA)
    suspend(desk, actor.organisation_id, by=actor.person_id, reason="Er kwam een melding over Sam.")
    make_checkpoint(desk)
    return desk


class TestDecide:
    """`decide` writes each decision down, in the transaction that carries it out."""

    def test_tells_who_decided_what_about_whom(self, decided: IssuingDesk, actor: Actor) -> None:
        """The newest first; where nobody is named it was done at the machine itself."""
        desk, name = decided, actor.name
        report(desk, NewReport("Dit klopt niet.", None))
        answer(desk, waiting_reports(desk)[0].id, text="Het is weg.", by=actor.person_id)
        ask_to_join(desk, by=actor.person_id)
        resume(desk, actor.organisation_id, by=actor.person_id)
        take_down(desk, actor.organisation_id, by=actor.person_id)
        end_administrator(desk, ADA)
        here = "Magazijn De Maas"
        assert [
            ("administrator-ended", None, "Ada Prins", None),
            ("organisation-taken-down", name, None, here),
            ("organisation-resumed", name, None, here),
            ("organisation-invited", name, None, None),
            ("report-answered", name, None, None),
            ("organisation-suspended", name, None, here),
            ("link-given", None, "Ada Prins", None),
            ("administrator-added", None, "Ada Prins", None),
        ] == [told(deed) for deed in read_platform_trail(desk, page=0)]
        assert () == read_platform_trail(desk, page=1)

    def test_writes_nothing_down_that_did_not_happen(self, desk: IssuingDesk, actor: Actor) -> None:
        """No decision about an organisation that is not there."""
        with pytest.raises(NotFoundError):
            suspend(desk, "niemand", by=actor.person_id, reason="Er kwam een melding.")
        assert () == read_platform_trail(desk, page=0)

    def test_holds_no_names_and_no_reasons(self, decided: IssuingDesk) -> None:
        """Ids only."""
        rows = decided.register.read(
            lambda session: repr([row.model_dump() for row in session.exec(select(PlatformRecord)).all()]),
            within=WHOLE_SERVICE,
        )
        assert ("Ada" in rows, "Sam" in rows) == (False, False)

    def test_tells_a_merger_to_all_three(self, desk: IssuingDesk, actor: Actor, stranger: Actor) -> None:
        """To who ended, to the one in which it went up, and to who runs the service."""
        merge(desk, actor.organisation_id, into=stranger.organisation_id, by=actor.person_id)
        kinds = [
            read_trail(desk, actor=operator(each, now=desk.clock.now()), page=0)[0].kind
            for each in (actor.organisation_id, stranger.organisation_id)
        ]
        assert [AuditKind.ORGANISATION_MERGED, AuditKind.ORGANISATION_ABSORBED] == kinds
        assert PlatformKind.ORGANISATION_MERGED is read_platform_trail(desk, page=0)[0].kind


class TestFsck:
    """`fsck` looks through this chain too."""

    def test_finds_nothing_where_nothing_was_changed(self, decided: IssuingDesk) -> None:
        """All fits."""
        assert () == fsck(decided)

    @pytest.mark.parametrize("statement", TAMPERINGS.values(), ids=TAMPERINGS)
    def test_finds(self, decided: IssuingDesk, databases: Databases, statement: str) -> None:
        """Each of these changes is found."""
        databases.tamper(decided.register.engine.url, statement)
        assert fsck(decided)
