"""Keeping who learns here, on a real database of each kind."""

from collections.abc import Callable
from dataclasses import replace
from uuid import UUID

import pytest
from sqlmodel import select

from issuers.audit.tables import AuditKind, AuditRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import FormError, NotFoundError, PermissionDeniedError
from issuers.people.permissions import Actor
from issuers.people.tables import Role
from issuers.recipients.keeping import (
    KnownRecipient,
    add_recipient,
    change_recipient,
    find_recipient,
    list_recipients,
)
from issuers.recipients.reading import NewRecipient
from issuers.recipients.tables import Channel

SAM = NewRecipient(name="Sam de Vries", channel=Channel.MAIL, address="sam@voorbeeld.nl", reference="2026-17")
Add = Callable[..., UUID]


@pytest.fixture
def add(desk: IssuingDesk, actor: Actor) -> Add:
    """Add Sam; keywords change him."""

    def add_one(**changes: object) -> UUID:
        return add_recipient(desk, replace(SAM, **changes), actor=actor)  # type: ignore[arg-type]  # the test names the fields

    return add_one


@pytest.fixture
def beheerder(actor: Actor) -> Actor:
    """Give who looks after the organisation and works with nobody who learns."""
    return replace(actor, roles=frozenset({Role.BEHEERDER}))


def refused(add: Add, **changes: object) -> str:
    """Tell why somebody is not added."""
    with pytest.raises(FormError) as error:
        add(**changes)
    return error.value.problems[0].code


class TestAddRecipient:
    """`add_recipient`."""

    def test_keeps_what_was_told(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """And no more."""
        added = add()
        expected = KnownRecipient(
            id=added,
            name="Sam de Vries",
            channel=Channel.MAIL,
            address="sam@voorbeeld.nl",
            reference="2026-17",
        )
        assert expected == find_recipient(desk, added, actor=actor)

    def test_names_nobody_in_the_history(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """It says that it was done, and by whom."""
        added = add()
        records = desk.register.read(
            lambda session: session.exec(select(AuditRecord)).all(), within=WHOLE_SERVICE
        )
        (record,) = [each for each in records if each.kind is AuditKind.RECIPIENT_ADDED]
        assert actor.person_id == record.actor_id
        assert str(added) not in str(record.model_dump())

    def test_asks_about_a_namesake(self, add: Add) -> None:
        """However the name is written."""
        add(reference=None)
        assert "same-name" == refused(add, name="SAM DE VRIES", reference=None)
        assert "same-name" == refused(add, reference="2026-18"), "of the first there is no kenmerk"

    def test_takes_a_namesake_who_is_somebody_else(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """By who says so, or by a kenmerk of each."""
        added = {add(), add(reference="2026-18"), add(reference=None, is_somebody_else=True)}
        assert added == {each.id for each in list_recipients(desk, actor=actor)}

    def test_gives_no_kenmerk_twice(self, add: Add) -> None:
        """Whatever the name is."""
        add()
        assert "same-reference" == refused(add, name="Noor", is_somebody_else=True)

    def test_minds_no_other_organisation(self, desk: IssuingDesk, stranger: Actor, add: Add) -> None:
        """Two organisations may know the same person, each for itself."""
        add()
        add_recipient(desk, SAM, actor=stranger)
        assert ["Sam de Vries"] == [each.name for each in list_recipients(desk, actor=stranger)]

    def test_is_for_who_works_with_them(self, desk: IssuingDesk, beheerder: Actor) -> None:
        """Nobody else."""
        with pytest.raises(PermissionDeniedError):
            add_recipient(desk, SAM, actor=beheerder)


class TestChangeRecipient:
    """`change_recipient`."""

    def test_replaces_what_was_kept(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """An address that is not wanted any more is gone; the name may stay."""
        added = add()
        change_recipient(desk, added, NewRecipient(name="Sam de Vries"), actor=actor)
        expected = KnownRecipient(
            id=added, name="Sam de Vries", channel=Channel.NONE, address=None, reference=None
        )
        assert expected == find_recipient(desk, added, actor=actor)

    def test_gives_nobody_the_kenmerk_of_another(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """As when he is added."""
        add()
        noor = add(name="Noor", reference="2026-18")
        with pytest.raises(FormError):
            change_recipient(desk, noor, replace(SAM, name="Noor"), actor=actor)

    def test_finds_nobody_of_another_organisation(self, desk: IssuingDesk, stranger: Actor, add: Add) -> None:
        """It is as if he were not there."""
        with pytest.raises(NotFoundError):
            change_recipient(desk, add(), SAM, actor=stranger)


class TestFindRecipient:
    """`find_recipient`."""

    def test_finds_nobody_of_another_organisation(self, desk: IssuingDesk, stranger: Actor, add: Add) -> None:
        """It is as if he were not there."""
        with pytest.raises(NotFoundError):
            find_recipient(desk, add(), actor=stranger)

    def test_is_for_who_works_with_them(self, desk: IssuingDesk, beheerder: Actor, add: Add) -> None:
        """Who looks after the organisation sees nobody who learns there."""
        with pytest.raises(PermissionDeniedError):
            find_recipient(desk, add(), actor=beheerder)


class TestListRecipients:
    """`list_recipients`."""

    def test_is_by_name(self, desk: IssuingDesk, actor: Actor, add: Add) -> None:
        """Capitals make no difference."""
        for name in ("noor", "Ali", "Sam"):
            add(name=name, reference=None)
        assert ["Ali", "noor", "Sam"] == [each.name for each in list_recipients(desk, actor=actor)]

    @pytest.mark.parametrize(
        ("word", "found"), [("VRIES", ["Sam de Vries"]), ("17", ["Sam de Vries"]), ("x", [])]
    )
    def test_finds_by_name_and_kenmerk(
        self, desk: IssuingDesk, actor: Actor, add: Add, word: str, found: list[str]
    ) -> None:
        """Any part of them."""
        add()
        add(name="Noor", reference=None)
        assert found == [each.name for each in list_recipients(desk, actor=actor, named=word)]

    def test_shows_nobody_of_another_organisation(self, desk: IssuingDesk, stranger: Actor, add: Add) -> None:
        """Each has a list of its own."""
        add()
        assert [] == list(list_recipients(desk, actor=stranger))
