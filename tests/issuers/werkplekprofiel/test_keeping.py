"""Proposing, changing and stopping, on a real database of each kind."""

from dataclasses import replace
from datetime import timedelta
from uuid import UUID

import pytest
from sqlmodel import select

from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.recipients import remove_recipient
from issuers.errors import (
    NotFoundError,
    OrganisationStoppedError,
    PermissionDeniedError,
    ProfielEndedError,
    WerkprocesGivenError,
)
from issuers.issuing.overview import find_given
from issuers.organisations.standing import suspend
from issuers.organisations.trail import read_trail
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.werkplekprofiel.answering import agree, find_by_token, object_to
from issuers.werkplekprofiel.keeping import (
    change,
    end,
    find_profiel,
    list_profielen,
    list_standings,
    propose,
    renew_link,
)
from issuers.werkplekprofiel.known import KnownProfiel, Standing
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel
from tests.issuers.conftest import judge
from tests.issuers.giving import issue_agreed
from tests.issuers.werkplekprofiel.conftest import ORDERS, new_profiel
from web.clock import FixedClock


class TestPropose:
    """`propose`."""

    def test_waits_for_a_yes(self, proposed: KnownProfiel) -> None:
        """With the work as people count the codes."""
        assert Standing.PROPOSED is proposed.standing
        assert "Sam de Vries" == proposed.name
        assert ["B1-K1-W1", "B1-K2-W1"] == [goal.entry.werkproces.code for goal in proposed.goals]

    def test_is_for_ones_own_recipients(self, desk: IssuingDesk, stranger: Actor, sam: UUID) -> None:
        """Those of another organisation are not there."""
        with pytest.raises(NotFoundError):
            propose(desk, sam, new_profiel(desk, ORDERS), actor=stranger)

    def test_is_for_who_works_with_them(self, desk: IssuingDesk, actor: Actor, sam: UUID) -> None:
        """Nobody else."""
        reader = replace(actor, roles=frozenset({Role.LEZER}))
        with pytest.raises(PermissionDeniedError):
            propose(desk, sam, new_profiel(desk, ORDERS), actor=reader)


class TestStopped:
    """An organisation that stopped agrees nothing any more."""

    def test_neither_proposes_nor_changes(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, proposed: KnownProfiel
    ) -> None:
        """No badge can follow."""
        suspend(desk, actor.organisation_id, reason="Melding", by=actor.person_id)
        new = new_profiel(desk, ORDERS)
        with pytest.raises(OrganisationStoppedError):
            propose(desk, sam, new, actor=actor)
        with pytest.raises(OrganisationStoppedError):
            change(desk, proposed.id, new, actor=actor)


class TestChange:
    """`change`."""

    def test_waits_for_a_yes_again(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """Nobody said yes to what it says now."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        change(desk, proposed.id, new_profiel(desk, ORDERS), actor=actor)
        found = find_profiel(desk, proposed.id, actor=actor)
        assert (Standing.PROPOSED, 2, None, 1) == (
            found.standing,
            found.revision,
            found.chosen_name,
            len(found.goals),
        )

    def test_keeps_what_was_given(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """What has a badge cannot be left out."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        with pytest.raises(WerkprocesGivenError):
            change(desk, proposed.id, new_profiel(desk, ("25774", "B1-K1-W1")), actor=actor)

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """It is as if it were not there."""
        with pytest.raises(NotFoundError):
            change(desk, proposed.id, new_profiel(desk, ORDERS), actor=stranger)


class TestEnd:
    """`end`."""

    def test_stops_it(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """Once, however often it is asked; then it cannot be changed."""
        end(desk, proposed.id, actor=actor)
        end(desk, proposed.id, actor=actor)
        assert Standing.ENDED is find_profiel(desk, proposed.id, actor=actor).standing
        with pytest.raises(ProfielEndedError):
            change(desk, proposed.id, new_profiel(desk, ORDERS), actor=actor)
        trail = read_trail(desk, actor=replace(actor, roles=frozenset({Role.BEHEERDER})), page=0)
        assert [AuditKind.PROFIEL_ENDED, AuditKind.PROFIEL_PROPOSED] == [each.kind for each in trail[:2]]


class TestRenewLink:
    """`renew_link`."""

    def test_opens_what_the_old_one_did(
        self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel
    ) -> None:
        """And the old one nothing."""
        renew_link(desk, proposed.id, actor=actor)
        token = find_profiel(desk, proposed.id, actor=actor).token
        assert proposed.id == find_by_token(desk, token).id
        with pytest.raises(NotFoundError):
            find_by_token(desk, proposed.token)

    def test_is_for_ones_own_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """Nobody else takes a link away."""
        with pytest.raises(NotFoundError):
            renew_link(desk, proposed.id, actor=stranger)


class TestFindProfiel:
    """`find_profiel`."""

    def test_shows_how_far_it_came(self, desk: IssuingDesk, actor: Actor, proposed: KnownProfiel) -> None:
        """A badge that was given for it reaches its goal, and no other."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        given = issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        goals = find_profiel(desk, proposed.id, actor=actor).goals
        assert [None, given.id] == [goal.badge_id for goal in goals]

    def test_finds_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """It is as if it were not there."""
        with pytest.raises(NotFoundError):
            find_profiel(desk, proposed.id, actor=stranger)


class TestListStandings:
    """`list_standings`."""

    def test_tells_how_far_the_newest_came(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, proposed: KnownProfiel, clock: FixedClock
    ) -> None:
        """Of each recipient who has one, with when the answer came; to nobody else."""
        object_to(desk, proposed.token, revision=1, because="")
        assert {sam: (Standing.OBJECTED, clock.now())} == list_standings(desk, actor=actor)
        clock.advance(timedelta(minutes=1))
        propose(desk, sam, new_profiel(desk, ORDERS), actor=actor)
        assert {sam: (Standing.PROPOSED, None)} == list_standings(desk, actor=actor)

    def test_tells_nothing_of_another_organisation(
        self, desk: IssuingDesk, stranger: Actor, proposed: KnownProfiel
    ) -> None:
        """Each knows its own."""
        assert {} == list_standings(desk, actor=stranger)


class TestListProfielen:
    """`list_profielen`."""

    def test_begins_with_the_newest(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, proposed: KnownProfiel, clock: FixedClock
    ) -> None:
        """By when it was proposed."""
        clock.advance(timedelta(minutes=1))
        second = propose(desk, sam, new_profiel(desk, ORDERS), actor=actor)
        assert [second, proposed.id] == [each.id for each in list_profielen(desk, sam, actor=actor)]

    def test_goes_with_the_recipient(
        self, desk: IssuingDesk, actor: Actor, sam: UUID, proposed: KnownProfiel
    ) -> None:
        """Who is taken off the list leaves nothing that was agreed; a badge stays."""
        agree(desk, proposed.token, revision=1, name="Sam de Vries")
        given = issue_agreed(desk, judge(desk), profiel_id=proposed.id, actor=actor, idempotency_key="een")
        remove_recipient(desk, sam, actor=actor)
        assert find_given(desk, given.id, actor=actor).profiel_id is None
        for table in (Werkplekprofiel, AgreedWerkproces):
            left = desk.register.read(
                lambda session, table=table: session.exec(select(table)).all(), within=WHOLE_SERVICE
            )
            assert [] == list(left)
