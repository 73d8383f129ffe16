"""Making, listing and withdrawing API keys, on a real database of each kind."""

from dataclasses import replace
from datetime import timedelta

import pytest
from sqlmodel import select

from issuers.apikeys.calling import find_caller
from issuers.apikeys.managing import (
    Lifetime,
    NewKey,
    TypedKey,
    actions_offered,
    list_api_keys,
    make_api_key,
    read_new_key,
    withdraw_api_key,
)
from issuers.apikeys.tables import ApiKey
from issuers.audit.tables import AuditKind
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import FormError, FreshProofNeededError, NotFoundError, PermissionDeniedError
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.appointing import Appointment
from issuers.people.members import change_roles
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Role
from tests.issuers.apikeys.conftest import Make
from web.clock import FixedClock

READ = NewKey(name="Volgsysteem", actions=frozenset({Action.READ}))


class TestReadNewKey:
    """`read_new_key`."""

    def test_reads_what_was_chosen(self, beheerder: Actor) -> None:
        """The name on one line, the actions, and a year unless it was changed."""
        typed = TypedKey(naam=" Volg  systeem ", mag=("issue", "read"))
        expected = NewKey(name="Volg systeem", actions=frozenset({Action.ISSUE, Action.READ}))
        assert expected == read_new_key(typed, actor=beheerder)

    @pytest.mark.parametrize(
        ("typed", "fields"),
        [
            (TypedKey(duur=""), ["naam", "mag", "duur"]),
            (TypedKey(naam="x" * 81, mag=("read",)), ["naam"]),
            (TypedKey(naam="Rooster 123456782", mag=("read",)), ["naam"]),
            (TypedKey(naam="x", mag=("manage-people",)), ["mag"]),
            (TypedKey(naam="x", mag=("read", "onzin")), ["mag"]),
            (TypedKey(naam="x", mag=("read",), duur="10-jaar"), ["duur"]),
        ],
    )
    def test_tells_all_that_is_wrong(self, beheerder: Actor, typed: TypedKey, fields: list[str]) -> None:
        """In the order of the form."""
        with pytest.raises(FormError) as refused:
            read_new_key(typed, actor=beheerder)
        assert fields == [each.field for each in refused.value.problems]


class TestActionsOffered:
    """`actions_offered`."""

    def test_are_what_the_maker_may_do_himself(self, beheerder: Actor) -> None:
        """Only who judges can let a system give badges."""
        assert (Action.ISSUE, Action.READ, Action.REVOKE) == actions_offered(beheerder)
        alone = replace(beheerder, roles=frozenset({Role.BEHEERDER}))
        assert (Action.READ, Action.REVOKE) == actions_offered(alone)


class TestMakeApiKey:
    """`make_api_key`."""

    def test_keeps_no_secret(self, desk: IssuingDesk, make: Make) -> None:
        """The row has its hash; and what is written to a log shows neither."""
        made = make()
        row = desk.register.read(lambda session: session.exec(select(ApiKey)).one(), within=WHOLE_SERVICE)
        assert made.secret not in str(row.model_dump())
        assert made.secret not in repr(made)
        assert row.secret_hash not in repr(row)

    @pytest.mark.parametrize(
        ("lifetime", "days"), [(Lifetime.QUARTER, 90), (Lifetime.YEAR, 365), (Lifetime.TWO_YEARS, 730)]
    )
    def test_gives_it_an_end(self, desk: IssuingDesk, make: Make, lifetime: Lifetime, days: int) -> None:
        """Two years at most."""
        assert desk.clock.now() + timedelta(days=days) == make(lifetime=lifetime).expires

    def test_tells_the_history_who_did(self, desk: IssuingDesk, beheerder: Actor, make: Make) -> None:
        """By the name of the beheerder."""
        make()
        last = read_trail(desk, actor=beheerder, page=0)[0]
        assert (AuditKind.API_KEY_CREATED, beheerder.name) == (last.kind, last.who)

    def test_is_for_who_manages_keys(self, desk: IssuingDesk, actor: Actor) -> None:
        """A praktijkopleider may give badges, and lets no system do so."""
        with pytest.raises(PermissionDeniedError):
            make_api_key(desk, READ, actor=actor)

    def test_asks_for_a_proof_of_now(self, desk: IssuingDesk, beheerder: Actor, clock: FixedClock) -> None:
        """A quarter of an hour is too long ago."""
        clock.advance(timedelta(minutes=15))
        with pytest.raises(FreshProofNeededError):
            make_api_key(desk, READ, actor=beheerder)

    def test_gives_nothing_away_that_its_maker_lost(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """The form was open while somebody took the role away."""
        alone = Appointment(roles=frozenset({Role.BEHEERDER}))
        change_roles(desk, beheerder.person_id, appointment=alone, actor=beheerder)
        with pytest.raises(PermissionDeniedError):
            make_api_key(desk, replace(READ, actions=frozenset({Action.ISSUE})), actor=beheerder)
        assert [] == list_api_keys(desk, actor=beheerder)

    def test_is_not_for_a_key(self, desk: IssuingDesk, make: Make) -> None:
        """A key makes no keys, though its maker may."""
        caller = find_caller(desk, make().secret)
        with pytest.raises(PermissionDeniedError):
            make_api_key(desk, READ, actor=caller)


class TestWithdrawApiKey:
    """`withdraw_api_key`."""

    def test_needs_no_proof_of_now(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, clock: FixedClock
    ) -> None:
        """Who finds out that a key leaked is not held up; a second time changes nothing."""
        made = make()
        clock.advance(timedelta(hours=1))
        withdraw_api_key(desk, made.id, actor=beheerder)
        first = clock.now()
        clock.advance(timedelta(hours=1))
        withdraw_api_key(desk, made.id, actor=beheerder)
        assert [first] == [each.withdrawn for each in list_api_keys(desk, actor=beheerder)]
        kinds = [each.kind for each in read_trail(desk, actor=beheerder, page=0)]
        assert 1 == kinds.count(AuditKind.API_KEY_WITHDRAWN)

    def test_does_not_know_keys_of_others(self, desk: IssuingDesk, make: Make, stranger: Actor) -> None:
        """They do not exist for a beheerder of elsewhere, and go on working."""
        made = make()
        other = add_person(desk, "Mila Bos", organisation_id=stranger.organisation_id, role=Role.BEHEERDER)
        with pytest.raises(NotFoundError):
            withdraw_api_key(desk, made.id, actor=other)
        assert [] == list_api_keys(desk, actor=other)
        find_caller(desk, made.secret)

    def test_is_for_who_manages_keys(self, desk: IssuingDesk, make: Make, actor: Actor) -> None:
        """A praktijkopleider does not."""
        with pytest.raises(PermissionDeniedError):
            withdraw_api_key(desk, make().id, actor=actor)


class TestListApiKeys:
    """`list_api_keys`."""

    def test_tells_what_a_key_opens_now(self, desk: IssuingDesk, beheerder: Actor, make: Make) -> None:
        """Never more than its maker may do at this moment."""
        make(Action.ISSUE, Action.READ)
        alone = Appointment(roles=frozenset({Role.BEHEERDER}))
        change_roles(desk, beheerder.person_id, appointment=alone, actor=beheerder)
        [key] = list_api_keys(desk, actor=beheerder)
        assert (beheerder.name, "Volgsysteem", None) == (key.maker, key.name, key.used)
        assert frozenset({Action.ISSUE, Action.READ}) == key.actions
        assert frozenset({Action.READ}) == key.works_for

    def test_tells_when_its_time_is_over(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, clock: FixedClock
    ) -> None:
        """It opens nothing, and still stands there."""
        make(lifetime=Lifetime.QUARTER)
        clock.advance(timedelta(days=90))
        [key] = list_api_keys(desk, actor=beheerder)
        assert frozenset() == key.works_for

    def test_is_for_who_manages_keys(self, desk: IssuingDesk, actor: Actor) -> None:
        """A praktijkopleider does not."""
        with pytest.raises(PermissionDeniedError):
            list_api_keys(desk, actor=actor)
