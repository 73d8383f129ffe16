"""One's own passkeys, with a device in software."""

import pytest

from issuers.desk import IssuingDesk
from issuers.errors import (
    FormError,
    LastWayInError,
    NotFoundError,
    UnknownPasskeyError,
)
from issuers.people.own_passkeys import list_passkeys, remove_passkey, rename_passkey
from issuers.people.permissions import Actor
from issuers.people.sessions import end_all_sessions, list_sessions
from issuers.people.tables import Proof
from tests.issuers.people.conftest import Visit, device, enrolled, proved


class TestRemovePasskey:
    """`remove_passkey` removes one's own."""

    def test_keeps_the_last_way_in(self, desk: IssuingDesk, visit: Visit) -> None:
        """Nobody locks himself out."""
        passkey_id = enrolled(desk, visit(), device())
        visitor = visit(Proof.PASSKEY)
        with pytest.raises(LastWayInError):
            remove_passkey(desk, passkey_id, visitor=visitor)
        assert [passkey_id] == [each.id for each in list_passkeys(desk, visitor=visitor)]

    def test_opens_nothing_any_more(self, desk: IssuingDesk, visit: Visit) -> None:
        """The other one stays."""
        first, second = device(), device()
        passkey_id = enrolled(desk, visit(), first)
        enrolled(desk, visit(Proof.PASSKEY), second)
        remove_passkey(desk, passkey_id, visitor=visit(Proof.PASSKEY))
        with pytest.raises(UnknownPasskeyError):
            proved(desk, first)
        proved(desk, second)

    def test_ends_what_it_opened_elsewhere(self, desk: IssuingDesk, visit: Visit) -> None:
        """Who found the phone is signed out; here one goes on, and with the other passkey too."""
        lost = enrolled(desk, visit(), device())
        kept = enrolled(desk, visit(Proof.PASSKEY), device())
        end_all_sessions(desk, visitor=visit(Proof.PASSKEY))
        here, there = (visit(Proof.PASSKEY, way_in=each) for each in (lost, kept))
        visit(Proof.PASSKEY, way_in=lost)
        visit(Proof.PASSKEY)
        remove_passkey(desk, lost, visitor=here)
        assert {here.session_id, there.session_id} == {each.id for each in list_sessions(desk, here)}

    def test_opens_nothing_for_who_proved_it_just_before(self, desk: IssuingDesk, visit: Visit) -> None:
        """The proof was good, and the passkey was gone when the session was to begin."""
        lost = enrolled(desk, visit(), device())
        enrolled(desk, visit(Proof.PASSKEY), device())
        remove_passkey(desk, lost, visitor=visit(Proof.PASSKEY))
        with pytest.raises(UnknownPasskeyError):
            visit(Proof.PASSKEY, way_in=lost)

    def test_knows_none_of_somebody_else(self, desk: IssuingDesk, visit: Visit, stranger: Actor) -> None:
        """It does not exist for him."""
        passkey_id = enrolled(desk, visit(), device())
        other = visit(Proof.PASSKEY, who=stranger)
        for change in (
            lambda: remove_passkey(desk, passkey_id, visitor=other),
            lambda: rename_passkey(desk, passkey_id, name="Van mij", visitor=other),
        ):
            with pytest.raises(NotFoundError):
                change()


class TestRenamePasskey:
    """`rename_passkey` calls a passkey something else."""

    @pytest.mark.parametrize(
        ("typed", "expected"), [("Mijn werktelefoon", "Mijn werktelefoon"), ("", "Chrome, Android")]
    )
    def test_takes_a_name_and_nothing_else(
        self, desk: IssuingDesk, visit: Visit, typed: str, expected: str
    ) -> None:
        """What is no name changes nothing."""
        visitor = visit()
        passkey_id = enrolled(desk, visitor, device())
        rename_passkey(desk, passkey_id, name=typed, visitor=visitor)
        assert [expected] == [each.name for each in list_passkeys(desk, visitor=visitor)]

    def test_takes_no_number_of_a_person(self, desk: IssuingDesk, visit: Visit) -> None:
        """A BSN stands nowhere (UAVG 46); the passkey keeps its name."""
        visitor = visit()
        passkey_id = enrolled(desk, visitor, device())
        with pytest.raises(FormError) as refused:
            rename_passkey(desk, passkey_id, name="Van 123456782", visitor=visitor)
        assert ["text-bsn"] == [each.code for each in refused.value.problems]
        assert ["Chrome, Android"] == [each.name for each in list_passkeys(desk, visitor=visitor)]
