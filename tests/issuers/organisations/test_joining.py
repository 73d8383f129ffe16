"""Joining: an application waits for the platform, or comes with its invitation."""

from dataclasses import replace
from datetime import timedelta
from functools import partial
from uuid import UUID

import pytest
from sqlmodel import select

from badges import base64url
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import AlreadyDecidedError, NotFoundError
from issuers.keys.register import keys_of
from issuers.keys.tables import KeyPurpose
from issuers.keystore.places import TextPlace
from issuers.keystore.store import WrappingKeyStore
from issuers.mailing.outbox import Letter, new_letter
from issuers.organisations.face import face_of
from issuers.organisations.facts import NewFact, facts_of
from issuers.organisations.founding import find_organisation, organisations
from issuers.organisations.joining import (
    INVITATION_LASTS,
    Decision,
    apply,
    approve,
    ask_to_join,
    find_application,
    is_invited,
    refuse,
    waiting_applications,
)
from issuers.organisations.tables import Agreement, Application, ApplicationState
from issuers.people.accepting import find_invitation
from issuers.people.inviting import Invited
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from tests.issuers.conftest import FRIDAY
from tests.issuers.organisations.test_applying import READ
from web.clock import FixedClock


def write(invited: Invited) -> Letter:
    """Write the letter to the first beheerder."""
    return new_letter(invited.mail, subject=invited.organisation, text=f"{invited.token}", now=FRIDAY)


def document(desk: IssuingDesk) -> bytes | None:
    """Give what is kept of what was written."""
    return desk.register.read(
        lambda session: session.exec(select(Application.document)).one(), within=WHOLE_SERVICE
    )


class TestApply:
    """`apply` takes an application in."""

    def test_waits_for_the_platform(self, desk: IssuingDesk) -> None:
        """Nothing is founded; what was written can be read."""
        before = len(organisations(desk))
        applied = apply(desk, READ, write=write)
        (waiting,) = waiting_applications(desk)
        assert (READ, None, before) == (waiting.written, applied.joined, len(organisations(desk)))

    def test_need_not_wait_when_invited(self, desk: IssuingDesk, actor: Actor) -> None:
        """Whoever invited has decided."""
        invitation = ask_to_join(desk, by=actor.person_id)
        applied = apply(desk, READ, write=write, invitation=invitation)
        found = find_application(desk, applied.token)
        assert (ApplicationState.GOEDGEKEURD, actor.person_id, applied.joined.organisation.id) == (
            found.state,
            found.decided_by,
            found.became,
        )

    def test_uses_an_invitation_once(self, desk: IssuingDesk, actor: Actor) -> None:
        """The second one waits, and loses nothing."""
        invitation = ask_to_join(desk, by=actor.person_id)
        apply(desk, READ, write=write, invitation=invitation)
        assert apply(desk, READ, write=write, invitation=invitation).joined is None
        assert 1 == len(waiting_applications(desk))

    def test_waits_while_the_service_is_sealed(self, desk: IssuingDesk, actor: Actor) -> None:
        """No keys can be made then; nothing is lost, and the invitation is not used up."""
        invitation = ask_to_join(desk, by=actor.person_id)
        other = TextPlace(base64url.encode(bytes(32)))
        sealed = replace(desk, key_store=WrappingKeyStore(issuing=other, standing=other))
        assert apply(sealed, READ, write=write, invitation=invitation).joined is None
        assert [READ] == [waiting.written for waiting in waiting_applications(desk)]
        assert is_invited(desk, invitation)

    def test_takes_an_invitation_for_30_days(
        self, desk: IssuingDesk, actor: Actor, clock: FixedClock
    ) -> None:
        """Then it is an application like any other."""
        invitation = ask_to_join(desk, by=actor.person_id)
        clock.advance(INVITATION_LASTS - timedelta(seconds=1))
        assert is_invited(desk, invitation)
        clock.advance(timedelta(seconds=1))
        assert not is_invited(desk, invitation)
        assert apply(desk, READ, write=write, invitation=invitation).joined is None

    def test_knows_no_invitation_that_nobody_made(self, desk: IssuingDesk) -> None:
        """A guess is no way in."""
        assert apply(desk, READ, write=write, invitation="geraden").joined is None


class TestFindApplication:
    """`find_application` shows it to whoever has its token."""

    def test_finds_nothing_with_a_guess(self, desk: IssuingDesk) -> None:
        """The token is a secret of 128 bits."""
        apply(desk, READ, write=write)
        with pytest.raises(NotFoundError):
            find_application(desk, "geraden")


class TestApprove:
    """`approve` founds the organisation."""

    def test_founds_what_was_written(self, desk: IssuingDesk, actor: Actor) -> None:
        """Its face, its facts as declared, its keys."""
        apply(desk, READ, write=write)
        made = approve(
            desk, waiting_applications(desk)[0].id, decision=Decision(actor.person_id, write)
        ).organisation
        (fact,) = facts_of(desk, made.id)
        assert READ.face == face_of(find_organisation(desk, made.id))
        assert READ.facts == (NewFact(fact.row.kind, numbers=fact.numbers),)
        keys = desk.register.read(partial(keys_of, organisation_id=made.id), within=WHOLE_SERVICE)
        assert {KeyPurpose.ASSERTION, KeyPurpose.LIST} <= {key.purpose for key in keys}

    def test_keeps_who_agreed_with_what(self, desk: IssuingDesk, actor: Actor, clock: FixedClock) -> None:
        """At the moment that the form was sent, not when it was approved."""
        sent = clock.now()
        apply(desk, READ, write=write)
        clock.advance(timedelta(days=2))
        made = approve(
            desk, waiting_applications(desk)[0].id, decision=Decision(actor.person_id, write)
        ).organisation
        agreed = desk.register.read(
            lambda session: session.exec(select(Agreement)).one(), within=WHOLE_SERVICE
        )
        assert (made.id, "1", "Bea Smit", sent, sent) == (
            agreed.organisation_id,
            agreed.version,
            agreed.agreed_by,
            agreed.agreed_at,
            agreed.editions_at,
        )

    def test_forgets_what_was_written(self, desk: IssuingDesk, actor: Actor) -> None:
        """It lives on in the organisation, and nowhere else."""
        apply(desk, READ, write=write)
        approve(desk, waiting_applications(desk)[0].id, decision=Decision(actor.person_id, write))
        assert document(desk) is None

    def test_invites_who_wrote_it(self, desk: IssuingDesk, actor: Actor) -> None:
        """As beheerder, and as praktijkopleider because of the tick."""
        apply(desk, READ, write=write)
        decision = Decision(actor.person_id, write)
        joined = approve(desk, waiting_applications(desk)[0].id, decision=decision)
        invited = find_invitation(desk, joined.invited.token)
        assert ("Bea Smit", "bea@dewerf.voorbeeld", "De Werf") == (
            invited.name,
            invited.mail,
            invited.organisation,
        )
        assert {Role.BEHEERDER, Role.PRAKTIJKOPLEIDER} == invited.roles

    def test_decides_once(self, desk: IssuingDesk, actor: Actor) -> None:
        """Two people of the platform, one decision."""
        apply(desk, READ, write=write)
        (waiting,) = waiting_applications(desk)
        approve(desk, waiting.id, decision=Decision(actor.person_id, write))
        with pytest.raises(AlreadyDecidedError):
            approve(desk, waiting.id, decision=Decision(actor.person_id, write))
        with pytest.raises(AlreadyDecidedError):
            refuse(desk, waiting.id, by=actor.person_id, reason="Dubbel.")

    def test_knows_no_other(self, desk: IssuingDesk, actor: Actor) -> None:
        """An id that is none."""
        with pytest.raises(NotFoundError):
            approve(desk, UUID(int=1), decision=Decision(actor.person_id, write))


class TestRefuse:
    """`refuse` says no, and why."""

    def test_tells_the_reason_and_forgets_the_rest(self, desk: IssuingDesk, actor: Actor) -> None:
        """The applicant can read it at the address that he got."""
        applied = apply(desk, READ, write=write)
        refuse(desk, waiting_applications(desk)[0].id, by=actor.person_id, reason="Wij kennen jullie niet.")
        found = find_application(desk, applied.token)
        assert (ApplicationState.AFGEWEZEN, "Wij kennen jullie niet.") == (found.state, found.reason)
        assert document(desk) is None
        assert () == waiting_applications(desk)
