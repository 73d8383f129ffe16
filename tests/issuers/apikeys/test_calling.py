"""In whose name a system acts by its key, and when it does not any more, on a real database of each kind."""

from datetime import timedelta

import pytest

from badges.judgement import Judgement
from issuers.apikeys.calling import find_caller
from issuers.apikeys.managing import Lifetime, list_api_keys, withdraw_api_key
from issuers.audit.fsck import fsck
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import (
    ApiKeyAloneError,
    ApiKeyExpiredError,
    ApiKeyWithdrawnError,
    KeyMakerError,
    KeyScopeError,
    UnknownApiKeyError,
)
from issuers.issuing.issuing import issue
from issuers.issuing.overview import list_given
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.organisations.demo import add_person
from issuers.organisations.trail import read_trail
from issuers.people.appointing import Appointment, appoint
from issuers.people.members import change_roles, remove_member
from issuers.people.permissions import Action, Actor
from issuers.people.tables import Role
from tests.issuers.apikeys.conftest import Make
from web.clock import FixedClock

BADGE_DEEDS = {AuditKind.BADGE_SIGNED, AuditKind.BADGE_REVOKED}


def given_roles(desk: IssuingDesk, actor: Actor, *, roles: frozenset[Role]) -> None:
    """Let somebody have these roles, whoever says so."""
    add_person(desk, "Iris Smit", organisation_id=actor.organisation_id, role=Role.BEHEERDER)
    desk.register.write(
        lambda session: appoint(
            session,
            person_id=actor.person_id,
            organisation_id=actor.organisation_id,
            appointment=Appointment(roles=roles),
            now=desk.clock.now(),
        ),
        within=OneOrganisation(actor.organisation_id),
    )


class TestFindCaller:
    """`find_caller`."""

    def test_acts_in_the_name_of_who_made_it(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, judgement: Judgement
    ) -> None:
        """What a system gives by its key is given by that person, for that organisation."""
        caller = find_caller(desk, make(Action.ISSUE, Action.READ).secret)
        issue(desk, judgement, actor=caller, idempotency_key="een")
        assert (beheerder.person_id, beheerder.organisation_id) == (caller.person_id, caller.organisation_id)
        assert 1 == len(list_given(desk, actor=beheerder, page=0))

    def test_leaves_its_key_in_the_history(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, judgement: Judgement
    ) -> None:
        """Beside whoever answers for it, and in the chain: a lawful one, that no older record broke."""
        caller = find_caller(desk, make(Action.ISSUE, Action.REVOKE).secret)
        badge = issue(desk, judgement, actor=caller, idempotency_key="een")
        revoke(desk, badge.id, actor=caller, reason=RevocationReason.VERGISSING)
        by_hand = issue(desk, judgement, actor=beheerder, idempotency_key="twee")
        revoke(desk, by_hand.id, actor=beheerder, reason=RevocationReason.VERGISSING)
        deeds = [each for each in read_trail(desk, actor=beheerder, page=0) if each.kind in BADGE_DEEDS]
        assert [None, None, "Volgsysteem", "Volgsysteem"] == [each.by_key for each in deeds]
        assert {beheerder.name} == {each.who for each in deeds}
        assert () == fsck(desk)

    def test_does_no_more_than_the_key_is_for(
        self, desk: IssuingDesk, make: Make, judgement: Judgement
    ) -> None:
        """Its maker may give badges; this key may only look."""
        caller = find_caller(desk, make(Action.READ).secret)
        assert () == list_given(desk, actor=caller, page=0)
        with pytest.raises(KeyScopeError):
            issue(desk, judgement, actor=caller, idempotency_key="een")

    @pytest.mark.parametrize(
        "secret", ["", "pb_", "geheim", "pb_voorbeeldvoorbeeldvoorbeeldvoorbeeldvoorbee4jTQyo"]
    )
    def test_knows_no_others(self, desk: IssuingDesk, secret: str) -> None:
        """Whether it can be one, or could never be."""
        with pytest.raises(UnknownApiKeyError):
            find_caller(desk, secret)

    def test_ends_with_its_time(self, desk: IssuingDesk, make: Make, clock: FixedClock) -> None:
        """To the second."""
        secret = make(lifetime=Lifetime.QUARTER).secret
        clock.advance(timedelta(days=90, seconds=-1))
        find_caller(desk, secret)
        clock.advance(timedelta(seconds=1))
        with pytest.raises(ApiKeyExpiredError):
            find_caller(desk, secret)

    def test_ends_when_it_is_withdrawn(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, judgement: Judgement
    ) -> None:
        """At once: also what began before is not finished by it."""
        made = make(Action.ISSUE)
        caller = find_caller(desk, made.secret)
        withdraw_api_key(desk, made.id, actor=beheerder)
        with pytest.raises(ApiKeyWithdrawnError):
            issue(desk, judgement, actor=caller, idempotency_key="een")
        with pytest.raises(ApiKeyWithdrawnError):
            find_caller(desk, made.secret)

    def test_loses_what_its_maker_loses(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, judgement: Judgement
    ) -> None:
        """In the very transaction: who asked just before gets nothing either."""
        secret = make(Action.ISSUE).secret
        before = find_caller(desk, secret)
        alone = Appointment(roles=frozenset({Role.BEHEERDER}))
        change_roles(desk, beheerder.person_id, appointment=alone, actor=beheerder)
        for caller in (before, find_caller(desk, secret)):
            with pytest.raises(KeyMakerError):
                issue(desk, judgement, actor=caller, idempotency_key="een")

    def test_ends_when_its_maker_leaves(self, desk: IssuingDesk, beheerder: Actor, make: Make) -> None:
        """For good: nobody answered for it for a while, so it does not work again when he comes back."""
        other = add_person(desk, "Mila Bos", organisation_id=beheerder.organisation_id, role=Role.BEHEERDER)
        secret = make().secret
        remove_member(desk, beheerder.person_id, actor=other)
        for roles in (frozenset[Role](), frozenset({Role.BEHEERDER, Role.PRAKTIJKOPLEIDER})):
            given_roles(desk, beheerder, roles=roles)
            with pytest.raises(ApiKeyWithdrawnError):
                find_caller(desk, secret)
        assert (AuditKind.API_KEY_WITHDRAWN, "Mila Bos") in [
            (deed.kind, deed.who) for deed in read_trail(desk, actor=other, page=0)
        ]

    def test_is_nobodys_where_its_maker_has_nothing_to_do(
        self, desk: IssuingDesk, beheerder: Actor, make: Make
    ) -> None:
        """However that came: an organisation that went up in another lets nobody go by name."""
        secret = make().secret
        given_roles(desk, beheerder, roles=frozenset())
        with pytest.raises(ApiKeyAloneError):
            find_caller(desk, secret)

    def test_writes_down_the_day_once(
        self, desk: IssuingDesk, beheerder: Actor, make: Make, clock: FixedClock
    ) -> None:
        """A day is enough to see that a key lies about unused, and reading stays reading."""
        secret = make().secret
        find_caller(desk, secret)
        version = desk.register.version()
        find_caller(desk, secret)
        assert version == desk.register.version()
        clock.advance(timedelta(days=1))
        find_caller(desk, secret)
        assert [clock.now().date()] == [each.used for each in list_api_keys(desk, actor=beheerder)]
