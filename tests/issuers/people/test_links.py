"""A link to make a way to sign in is over as soon as something takes its place, or its reason is gone."""

from dataclasses import replace
from datetime import timedelta

import pytest

from issuers.database.scopes import WHOLE_SERVICE, OnePerson
from issuers.desk import IssuingDesk
from issuers.errors import LinkExpiredError, LinkUsedError, LinkWithdrawnError
from issuers.mailing.outbox import new_letter
from issuers.organisations.demo import add_person
from issuers.people.appointing import Appointment, appoint
from issuers.people.enrolling import add_link, find_link, give_link, use_link
from issuers.people.members import change_roles, remove_member
from issuers.people.permissions import Actor
from issuers.people.sessions import NewSession, Visitor, find_visitor, sign_in
from issuers.people.tables import Proof, Role
from issuers.people.ways_in import begin_way_in
from web.clock import FixedClock
from web.session import token_hash


@pytest.fixture
def boss(desk: IssuingDesk, beheerder: Actor) -> Actor:
    """Give a second beheerder, who proved who he is."""
    other = add_person(desk, "Lies Vos", organisation_id=beheerder.organisation_id, role=Role.BEHEERDER)
    return replace(other, proof=Proof.PASSKEY)


def given(desk: IssuingDesk, actor: Actor, *, boss: Actor) -> str:
    """Let a beheerder make a link for somebody; give its token."""
    letter = new_letter("a@maas.voorbeeld", subject="s", text="t", now=desk.clock.now())
    return give_link(desk, actor.person_id, actor=boss, write=lambda *_: letter).token


def asked(desk: IssuingDesk, actor: Actor) -> str:
    """Let somebody ask for a link himself; give its token."""
    return desk.register.write(
        lambda session: add_link(session, actor.person_id, desk=desk), within=OnePerson(actor.person_id)
    )


def begun(desk: IssuingDesk, token: str) -> str:
    """Use a link, as the page does; give the token of the sign-in."""
    who = NewSession(person_id=use_link(desk, token), proof=Proof.LINK, link_hash=token_hash(token))
    return sign_in(desk, who)


def make_way_in(desk: IssuingDesk, visitor: Visitor) -> None:
    """Make a way to sign in, whichever."""
    desk.register.write(
        lambda session: begin_way_in(session, visitor=visitor, now=desk.clock.now()),
        within=OnePerson(visitor.person_id),
    )


def visiting(desk: IssuingDesk, session: str) -> Visitor:
    """Give who is signed in."""
    found = find_visitor(desk, session)
    assert found is not None
    return found


def join(desk: IssuingDesk, actor: Actor, *, organisation_id: str) -> None:
    """Let somebody work for an organisation too."""
    desk.register.write(
        lambda session: appoint(
            session,
            person_id=actor.person_id,
            organisation_id=organisation_id,
            appointment=Appointment(roles=frozenset({Role.LEZER})),
            now=desk.clock.now(),
        ),
        within=WHOLE_SERVICE,
    )


class TestCheckLink:
    """`check_link` lets a link be used once, for a day, while it is meant."""

    def test_counts_once(self, desk: IssuingDesk, actor: Actor, boss: Actor) -> None:
        """Looking at it as often as one likes."""
        token = given(desk, actor, boss=boss)
        assert {"Noor Bakker"} == {find_link(desk, token) for _ in range(3)}
        assert actor.person_id == use_link(desk, token)
        with pytest.raises(LinkUsedError):
            use_link(desk, token)

    def test_counts_a_day(self, desk: IssuingDesk, actor: Actor, boss: Actor, clock: FixedClock) -> None:
        """To the second."""
        token = given(desk, actor, boss=boss)
        clock.advance(timedelta(days=1))
        with pytest.raises(LinkExpiredError):
            use_link(desk, token)

    def test_opens_nothing_of_another_organisation(
        self, desk: IssuingDesk, actor: Actor, boss: Actor, stranger: Actor
    ) -> None:
        """Who joined one since is out of reach of whoever made the link; a link of his own still works."""
        token = given(desk, actor, boss=boss)
        join(desk, actor, organisation_id=stranger.organisation_id)
        for use in (find_link, use_link):
            with pytest.raises(LinkWithdrawnError):
                use(desk, token)
        assert actor.person_id == use_link(desk, asked(desk, actor))


class TestCheckBegun:
    """`check_begun` looks again when what a link began is finished."""

    def test_lets_nobody_finish_what_opens_another_organisation(
        self, desk: IssuingDesk, actor: Actor, boss: Actor, stranger: Actor
    ) -> None:
        """The link was used in time; a way to sign in would open the other one too."""
        visitor = visiting(desk, begun(desk, given(desk, actor, boss=boss)))
        join(desk, actor, organisation_id=stranger.organisation_id)
        with pytest.raises(LinkWithdrawnError):
            make_way_in(desk, visitor)

    def test_lets_finish_what_is_still_meant(self, desk: IssuingDesk, actor: Actor, boss: Actor) -> None:
        """Once; the sign-in itself goes on."""
        session = begun(desk, given(desk, actor, boss=boss))
        make_way_in(desk, visiting(desk, session))
        assert find_visitor(desk, session) is not None


class TestEndLinks:
    """`end_links` lets something newer take the place of what was there."""

    def test_is_done_by_a_newer_link(self, desk: IssuingDesk, actor: Actor, boss: Actor) -> None:
        """Neither an older link works, nor what an older one began."""
        session, old = begun(desk, asked(desk, actor)), asked(desk, actor)
        assert find_visitor(desk, session) is None
        new = given(desk, actor, boss=boss)
        with pytest.raises(LinkWithdrawnError):
            use_link(desk, old)
        assert actor.person_id == use_link(desk, new)

    def test_is_done_by_a_new_way_in(self, desk: IssuingDesk, actor: Actor, boss: Actor) -> None:
        """Who can sign in again needs no link, and nobody else has one for him."""
        token = given(desk, actor, boss=boss)
        own = sign_in(desk, NewSession(person_id=actor.person_id, proof=Proof.PASSKEY))
        make_way_in(desk, visiting(desk, own))
        with pytest.raises(LinkWithdrawnError):
            use_link(desk, token)


class TestEndLinksFor:
    """`end_links_for` ends what was given to somebody who is let go."""

    def test_ends_the_link_and_what_it_began(self, desk: IssuingDesk, actor: Actor, boss: Actor) -> None:
        """Before it was used, and after."""
        token = given(desk, actor, boss=boss)
        remove_member(desk, actor.person_id, actor=boss)
        with pytest.raises(LinkWithdrawnError):
            use_link(desk, token)
        join(desk, actor, organisation_id=boss.organisation_id)
        session = begun(desk, given(desk, actor, boss=boss))
        remove_member(desk, actor.person_id, actor=boss)
        assert find_visitor(desk, session) is None


class TestEndLinksBy:
    """`end_links_by` ends what somebody gave who manages people no more."""

    @pytest.mark.parametrize("roles", [frozenset(), frozenset({Role.LEZER})], ids=["let go", "made less"])
    def test_ends_the_link_and_what_it_began(
        self, desk: IssuingDesk, actor: Actor, boss: Actor, beheerder: Actor, roles: frozenset[Role]
    ) -> None:
        """Whoever kept a link for a colleague can do nothing with it."""
        other = add_person(desk, "Tom Ros", organisation_id=boss.organisation_id, role=Role.PRAKTIJKOPLEIDER)
        kept, session = given(desk, actor, boss=boss), begun(desk, given(desk, other, boss=boss))
        chief = replace(beheerder, proof=Proof.PASSKEY)
        if roles:
            change_roles(desk, boss.person_id, appointment=Appointment(roles=roles), actor=chief)
        else:
            remove_member(desk, boss.person_id, actor=chief)
        with pytest.raises(LinkWithdrawnError):
            use_link(desk, kept)
        assert find_visitor(desk, session) is None

    def test_leaves_what_others_gave(
        self, desk: IssuingDesk, actor: Actor, boss: Actor, beheerder: Actor
    ) -> None:
        """They still may."""
        chief = replace(beheerder, proof=Proof.PASSKEY)
        token = given(desk, actor, boss=chief)
        remove_member(desk, boss.person_id, actor=chief)
        assert actor.person_id == use_link(desk, token)
