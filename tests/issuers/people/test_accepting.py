"""Invitations are accepted once, within a week, by whom they are for."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlmodel import select

from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import (
    LinkError,
    LinkExpiredError,
    LinkUsedError,
    LinkWithdrawnError,
    OtherPersonError,
    SignInFirstError,
)
from issuers.organisations.standing import close
from issuers.people.accepting import accept, check_visitor, find_invitation
from issuers.people.appointing import Appointment, NewMember
from issuers.people.inviting import Inviter, Write, add_invitation, invite, list_invitations, renew, withdraw
from issuers.people.members import find_in_organisation, remove_member
from issuers.people.permissions import Actor
from issuers.people.platform import add_administrator, end_administrator
from issuers.people.register import person_by_mail
from issuers.people.sessions import NewSession, Visitor, find_visitor, sign_in
from issuers.people.tables import Proof, Role
from tests.issuers.people.conftest import MANDATE, boss_of, token_of
from web.clock import FixedClock


def visiting(desk: IssuingDesk, actor: Actor) -> Visitor:
    """Sign somebody in."""
    token = sign_in(desk, NewSession(person_id=actor.person_id, proof=Proof.PASSKEY))
    visitor = find_visitor(desk, token)
    assert visitor is not None
    return visitor


def person_of(desk: IssuingDesk, *, mail: str) -> UUID | None:
    """Find who has this mail address."""
    found = desk.register.read(partial(person_by_mail, mail=mail), within=WHOLE_SERVICE)
    return found and found.id


class TestFindInvitation:
    """`find_invitation` tells what a link invites to."""

    def test_changes_nothing_however_often(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """A scanner of mail opens each link."""
        token = token_of(desk, newcomer, beheerder=beheerder, write=write)
        assert 1 == len({find_invitation(desk, token) for _ in range(50)})
        accept(desk, token, visitor=None)

    @pytest.mark.parametrize("token", ["x", "", "a" * 43, "\x00"])
    def test_knows_no_other_token(self, desk: IssuingDesk, token: str) -> None:
        """A guess opens nothing."""
        with pytest.raises(LinkError):
            find_invitation(desk, token)

    def test_is_too_old_after_a_week(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write, clock: FixedClock
    ) -> None:
        """To the second."""
        token = token_of(desk, newcomer, beheerder=beheerder, write=write)
        clock.advance(timedelta(days=7) - timedelta(seconds=1))
        assert "Tom Ros" == find_invitation(desk, token).name
        clock.advance(timedelta(seconds=1))
        with pytest.raises(LinkExpiredError):
            accept(desk, token, visitor=None)

    def test_is_gone_when_withdrawn(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """And no longer in the list."""
        invited = invite(desk, newcomer, actor=beheerder, write=write)
        withdraw(desk, invited.id, actor=beheerder)
        with pytest.raises(LinkWithdrawnError):
            find_invitation(desk, str(invited.token))
        assert [] == list_invitations(desk, actor=beheerder)

    def test_is_unknown_once_there_is_a_new_link(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Only the newest link works."""
        invited = invite(desk, newcomer, actor=beheerder, write=write)
        again = renew(desk, invited.id, actor=beheerder, write=write)
        with pytest.raises(LinkError):
            find_invitation(desk, str(invited.token))
        assert invited.id == find_invitation(desk, str(again.token)).id


class TestAccept:
    """`accept` makes somebody part of the organisation."""

    def test_gives_the_roles(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Those that were asked, with the mandate that goes with them."""
        roles = frozenset({Role.BEVESTIGER, Role.LEZER})
        asked = replace(newcomer, appointment=Appointment(roles=roles, mandate=MANDATE))
        accepted = accept(desk, token_of(desk, asked, beheerder=beheerder, write=write), visitor=None)
        member = find_in_organisation(desk, accepted.person_id, actor=beheerder)
        assert ("Tom Ros", "tom@maas.voorbeeld", asked.appointment) == (
            member.name,
            member.mail,
            member.appointment,
        )

    def test_works_once(self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write) -> None:
        """The second time says so."""
        token = token_of(desk, newcomer, beheerder=beheerder, write=write)
        accept(desk, token, visitor=None)
        with pytest.raises(LinkUsedError):
            accept(desk, token, visitor=None)

    def test_is_not_for_somebody_else(
        self, desk: IssuingDesk, beheerder: Actor, actor: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Whoever is signed in has another mail address."""
        token = token_of(desk, newcomer, beheerder=beheerder, write=write)
        visitor = visiting(desk, actor)
        with pytest.raises(OtherPersonError, match="Noor Bakker"):
            check_visitor(desk, find_invitation(desk, token), visitor=visitor)
        with pytest.raises(OtherPersonError):
            accept(desk, token, visitor=visitor)

    def test_does_not_make_you_somebody_whom_we_know(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write, stranger: Actor
    ) -> None:
        """Who invites that address elsewhere has the link too, and is not that person."""
        accepted = accept(desk, token_of(desk, newcomer, beheerder=beheerder, write=write), visitor=None)
        other = boss_of(desk, stranger)
        token = token_of(desk, newcomer, beheerder=other, write=write)
        with pytest.raises(SignInFirstError):
            accept(desk, token, visitor=None)
        known = replace(beheerder, person_id=accepted.person_id)
        assert stranger.organisation_id == accept(desk, token, visitor=visiting(desk, known)).organisation_id

    def test_is_written_down(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Who asked, and who came; the chain holds."""
        accepted = accept(desk, token_of(desk, newcomer, beheerder=beheerder, write=write), visitor=None)
        rows = desk.register.read(
            lambda session: session.exec(select(AuditRecord).order_by(AuditRecord.sequence)).all(),
            within=WHOLE_SERVICE,
        )
        expected = [
            (AuditKind.MEMBER_INVITED, beheerder.person_id, None),
            (AuditKind.MEMBER_ADDED, accepted.person_id, accepted.person_id),
        ]
        assert expected == [(row.kind, row.actor_id, row.person_id) for row in rows][-2:]
        assert () == fsck(desk)


class TestWhatIsNotMeantAnyMore:
    """`accept` takes nobody in who was let go, nor by whom was let go, nor into what is closed."""

    def test_ends_what_else_invites_the_same_person(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """One of two open links is used; the other opens nothing, also after he was let go."""
        one, two = (invite(desk, newcomer, actor=beheerder, write=write).token for _ in range(2))
        accepted = accept(desk, str(one), visitor=None)
        with pytest.raises(LinkWithdrawnError):
            accept(desk, str(two), visitor=None)
        remove_member(desk, accepted.person_id, actor=beheerder)
        with pytest.raises(LinkWithdrawnError):
            accept(desk, str(two), visitor=None)

    def test_reads_again_whether_the_inviter_may_invite(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """What he left behind when he was let go lets nobody in."""
        boss = replace(newcomer, appointment=Appointment(roles=frozenset({Role.BEHEERDER})))
        other = accept(desk, str(invite(desk, boss, actor=beheerder, write=write).token), visitor=None)
        acting = replace(beheerder, person_id=other.person_id, name=newcomer.name)
        late = replace(newcomer, name="Lies Vos", mail="lies@maas.voorbeeld")
        token = str(invite(desk, late, actor=acting, write=write).token)
        remove_member(desk, other.person_id, actor=beheerder)
        with pytest.raises(LinkWithdrawnError):
            accept(desk, token, visitor=None)

    def test_asks_no_less_of_who_runs_the_service(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """He was a beheerder here and was let go; that he runs the service is another thing."""
        boss = replace(newcomer, appointment=Appointment(roles=frozenset({Role.BEHEERDER})))
        other = accept(desk, token_of(desk, boss, beheerder=beheerder, write=write), visitor=None)
        acting = replace(beheerder, person_id=other.person_id, name=newcomer.name)
        late = replace(newcomer, name="Lies Vos", mail="lies@maas.voorbeeld")
        token = token_of(desk, late, beheerder=acting, write=write)
        add_administrator(desk, newcomer.name, mail=newcomer.mail)
        remove_member(desk, other.person_id, actor=beheerder)
        with pytest.raises(LinkWithdrawnError):
            accept(desk, token, visitor=None)

    def test_reads_again_whether_he_runs_the_service(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Whoever runs the service invites the first of an organisation, for as long as he runs it."""
        add_administrator(desk, "Iris Mol", mail="iris@beheer.voorbeeld")
        inviter = Inviter(
            organisation_id=beheerder.organisation_id,
            by=person_of(desk, mail="iris@beheer.voorbeeld"),
            write=write,
        )
        invited = desk.register.write(
            partial(add_invitation, new=newcomer, desk=desk, inviter=inviter), within=WHOLE_SERVICE
        )
        end_administrator(desk, "iris@beheer.voorbeeld")
        with pytest.raises(LinkWithdrawnError):
            accept(desk, str(invited.token), visitor=None)

    def test_takes_nobody_into_what_is_closed(
        self, desk: IssuingDesk, beheerder: Actor, newcomer: NewMember, write: Write
    ) -> None:
        """Nothing is left to do there."""
        token = str(invite(desk, newcomer, actor=beheerder, write=write).token)
        close(desk, actor=beheerder)
        with pytest.raises(LinkWithdrawnError):
            accept(desk, token, visitor=None)
