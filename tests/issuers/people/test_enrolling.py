"""Links that a beheerder makes for somebody who cannot sign in any more, on a real database of each kind."""

from dataclasses import replace

import pytest
from sqlmodel import func, select

from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, PermissionDeniedError, WorksElsewhereError
from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.demo import add_person
from issuers.people.enrolling import Given, find_link, give_link
from issuers.people.members import remove_member
from issuers.people.permissions import Actor
from issuers.people.tables import EnrolmentLink, Proof, Role
from tests.issuers.people.working import take_on


@pytest.fixture
def boss(beheerder: Actor) -> Actor:
    """Give a beheerder who proved who he is."""
    return replace(beheerder, proof=Proof.PASSKEY)


def give(desk: IssuingDesk, actor: Actor, *, boss: Actor) -> Given:
    """Let a beheerder make a link for somebody."""

    def write(mail: str, _name: str, _token: str) -> Letter:
        return new_letter(mail, subject="s", text="t", now=desk.clock.now())

    return give_link(desk, actor.person_id, actor=boss, write=write)


def left(desk: IssuingDesk) -> tuple[int, int]:
    """Count the links, and the records of them."""
    records = select(func.count()).select_from(AuditRecord).where(AuditRecord.kind == AuditKind.LINK_GIVEN)
    links = select(func.count()).select_from(EnrolmentLink)
    return desk.register.read(
        lambda session: (session.exec(links).one(), session.exec(records).one()), within=WHOLE_SERVICE
    )


class TestGiveLink:
    """`give_link` makes a link and its record, or neither."""

    def test_makes_one_that_is_written_down(self, desk: IssuingDesk, actor: Actor, boss: Actor) -> None:
        """It opens what it is for."""
        assert "Noor Bakker" == find_link(desk, give(desk, actor, boss=boss).token)
        assert (1, 1) == left(desk)

    def test_leaves_nothing_for_who_works_elsewhere_too(
        self, desk: IssuingDesk, actor: Actor, boss: Actor, stranger: Actor
    ) -> None:
        """The history tells of no link that there never was."""
        take_on(desk, actor, elsewhere=stranger)
        with pytest.raises(WorksElsewhereError):
            give(desk, actor, boss=boss)
        assert (0, 0) == left(desk)

    def test_is_only_for_who_works_here(self, desk: IssuingDesk, boss: Actor, stranger: Actor) -> None:
        """Others are not there."""
        with pytest.raises(NotFoundError):
            give(desk, stranger, boss=boss)
        assert (0, 0) == left(desk)

    def test_is_refused_to_who_manages_people_no_more(
        self, desk: IssuingDesk, actor: Actor, boss: Actor
    ) -> None:
        """Whatever his session remembers."""
        other = add_person(desk, "Lies Vos", organisation_id=boss.organisation_id, role=Role.BEHEERDER)
        remove_member(desk, boss.person_id, actor=replace(other, proof=Proof.PASSKEY))
        with pytest.raises(PermissionDeniedError):
            give(desk, actor, boss=boss)
        assert (0, 0) == left(desk)
