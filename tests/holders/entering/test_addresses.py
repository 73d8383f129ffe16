"""A mail address or a phone number opens what somebody keeps, by a code that is typed."""

import re
from collections.abc import Callable
from datetime import timedelta

import pytest
from sqlmodel import Session, select

from holders.entering.addresses import (
    LIFETIME,
    MOST_ADDED,
    MOST_TRIES,
    Address,
    ask_to_add,
    ask_to_open,
    confirm,
    forget_old_codes,
    open_by_address,
    remove_address,
    secret_to_wait,
)
from holders.entering.asking import MOST_OF_ONE, Asker, Kind
from holders.entering.tables import AddressCode, HolderAddress
from holders.entering.ways_in import find_ways_in
from holders.errors import AddressCodeError, AddressTakenError
from holders.keeping.telephones import KnownHolder, find_holder
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.mailing.outbox import Letter, new_letter
from issuers.mailing.tables import OutgoingMail
from issuers.recipients.tables import Channel
from tests.holders.conftest import OWN, Keep
from tests.issuers.conftest import Issue
from web.clock import FixedClock
from web.session import new_token

SAM = Address(channel=Channel.MAIL, address="sam@maas.voorbeeld")
PHONE = Address(channel=Channel.PHONE, address="+31612345678")
WRITTEN: list[str] = []
"""The codes of all letters, the newest last."""

SOMEBODY = Asker(kind=Kind.STRANGER, mark="netwerk")
NOBODYS = Address(channel=Channel.MAIL, address="niemand@maas.voorbeeld")


def writing(desk: IssuingDesk) -> Callable[[Address, str], Letter]:
    """Write letters with nothing but a code, and remember it."""

    def write(address: Address, code: str) -> Letter:
        WRITTEN.append(code)
        return new_letter(address.address, subject="Je code", text=code, now=desk.clock.now())

    return write


def count_letters(desk: IssuingDesk) -> int:
    """Count the letters that wait."""
    return desk.register.read(
        lambda session: len(session.exec(select(OutgoingMail)).all()), within=WHOLE_SERVICE
    )


def added(desk: IssuingDesk, holder: KnownHolder, address: Address = SAM) -> None:
    """Let an address open what he keeps."""
    secret = ask_to_add(desk, address, holder=holder, write=writing(desk))
    confirm(desk, secret, typed=WRITTEN[-1], holder=holder)


def asked(
    desk: IssuingDesk, address: Address = SAM, *, by: Asker = SOMEBODY, waits: str | None = None
) -> str:
    """Ask to open by an address; give the secret to wait with."""
    secret = secret_to_wait(desk, address, by=by, waits=waits)
    ask_to_open(desk, address, secret=secret, by=by, write=writing(desk))
    return secret


def wrong(code: str) -> str:
    """Give a code that is not this one."""
    return f"{(int(code) + 1) % 1_000_000:06}"


class TestAskToAdd:
    """`ask_to_add` sends a code to an address that is to open something."""

    def test_sends_few_for_one_holder(
        self, desk: IssuingDesk, holder: KnownHolder, clock: FixedClock
    ) -> None:
        """Nobody lets us write to a hundred strangers; tomorrow he may again."""
        for day in (1, 2):
            for number in range(20):
                mail = Address(channel=Channel.MAIL, address=f"vreemde{number}@maas.voorbeeld")
                ask_to_add(desk, mail, holder=holder, write=writing(desk))
            assert day * MOST_ADDED == count_letters(desk)
            clock.advance(timedelta(days=1))


class TestConfirm:
    """`confirm` lets an address open what somebody keeps, once he typed the code."""

    def test_keeps_a_mark_and_a_hint_and_not_the_address(
        self, desk: IssuingDesk, holder: KnownHolder
    ) -> None:
        """Not the address: no table holds it but the letter, until that is sent."""
        added(desk, holder)

        def rows(session: Session) -> str:
            found = [*session.exec(select(HolderAddress)), *session.exec(select(AddressCode))]
            return str([each.model_dump() for each in found])

        assert not re.search("sam@|maas", desk.register.read(rows, within=WHOLE_SERVICE))
        assert ["s…@m….voorbeeld"] == [each.hint for each in find_ways_in(desk, holder=holder).addresses]

    def test_takes_the_place_of_an_earlier_one(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """One mail address and one phone number each."""
        for each in (SAM, PHONE, Address(channel=Channel.MAIL, address="sam@elders.voorbeeld")):
            added(desk, holder, each)
        found = find_ways_in(desk, holder=holder).addresses
        assert {"s…@e….voorbeeld", "… 78"} == {each.hint for each in found}

    def test_wants_the_code(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Of this ask, from this holder."""
        secret = ask_to_add(desk, SAM, holder=holder, write=writing(desk))
        with pytest.raises(AddressCodeError):
            confirm(desk, secret, typed=wrong(WRITTEN[-1]), holder=holder)
        with pytest.raises(AddressCodeError):
            confirm(desk, new_token(), typed=WRITTEN[-1], holder=holder)
        assert () == tuple(find_ways_in(desk, holder=holder).addresses)

    def test_says_to_its_owner_that_it_opens_other_badges(
        self, desk: IssuingDesk, holder: KnownHolder, give: Issue, keeping: Keep
    ) -> None:
        """He showed that it is his; one address opens one list."""
        added(desk, holder)
        with pytest.raises(AddressTakenError):
            added(desk, keeping(give("twee")))


class TestOpenByAddress:
    """`open_by_address` opens what somebody keeps."""

    @pytest.mark.parametrize("address", [SAM, PHONE])
    def test_opens_it_on_another_telephone(
        self, desk: IssuingDesk, holder: KnownHolder, address: Address
    ) -> None:
        """With spaces between the digits or without, once."""
        added(desk, holder, address)
        secret = asked(desk, address)
        code = WRITTEN[-1]
        found = find_holder(desk, open_by_address(desk, secret, typed=f"{code[:3]} {code[3:]}", on=OWN))
        assert found is not None
        assert holder.holder_id == found.holder_id
        with pytest.raises(AddressCodeError):
            open_by_address(desk, secret, typed=code, on=OWN)

    def test_takes_five_tries(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """After that the right one opens nothing either."""
        added(desk, holder)
        secret = asked(desk)
        code = WRITTEN[-1]
        for _ in range(MOST_TRIES):
            with pytest.raises(AddressCodeError):
                open_by_address(desk, secret, typed=wrong(code), on=OWN)
        with pytest.raises(AddressCodeError):
            open_by_address(desk, secret, typed=code, on=OWN)

    def test_takes_ten_minutes(self, desk: IssuingDesk, holder: KnownHolder, clock: FixedClock) -> None:
        """And is forgotten after a day."""
        added(desk, holder)
        secret = asked(desk)
        clock.advance(LIFETIME)
        with pytest.raises(AddressCodeError):
            open_by_address(desk, secret, typed=WRITTEN[-1], on=OWN)
        clock.advance(timedelta(days=1))
        assert 2 == forget_old_codes(desk)

    def test_opens_nothing_after_it_was_taken_away(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Also by a code that was on its way."""
        added(desk, holder)
        secret = asked(desk)
        [own] = find_ways_in(desk, holder=holder).addresses
        remove_address(desk, own.id, holder=holder)
        with pytest.raises(AddressCodeError):
            open_by_address(desk, secret, typed=WRITTEN[-1], on=OWN)

    def test_opens_nothing_by_a_code_that_was_to_add_it(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Nor does one that opens add anything."""
        added(desk, holder)
        adding = ask_to_add(desk, SAM, holder=holder, write=writing(desk))
        with pytest.raises(AddressCodeError):
            open_by_address(desk, adding, typed=WRITTEN[-1], on=OWN)
        opening = asked(desk)
        with pytest.raises(AddressCodeError):
            confirm(desk, opening, typed=WRITTEN[-1], holder=holder)


class TestAskToOpen:
    """`ask_to_open` sends a code to a known address."""

    def test_writes_the_same_for_an_unknown_one(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """But for the letter; a try there is counted and refused as here."""
        added(desk, holder)
        known, unknown = asked(desk), asked(desk, NOBODYS)
        assert 2 == count_letters(desk)
        for secret in (known, unknown):
            with pytest.raises(AddressCodeError):
                open_by_address(desk, secret, typed="", on=OWN)

        def failures(session: Session) -> list[int]:
            return [each.failures for each in session.exec(select(AddressCode)) if each.hint is None]

        assert [1, 1] == desk.register.read(failures, within=WHOLE_SERVICE)

    def test_sends_so_many_and_no_more(
        self, desk: IssuingDesk, holder: KnownHolder, clock: FixedClock
    ) -> None:
        """Three an hour and ten a day for who asks."""
        added(desk, holder)
        (hour, _), (day, most) = MOST_OF_ONE
        for _ in range(24):
            for _ in range(5):
                asked(desk)
            clock.advance(hour)
        assert timedelta(days=1) == day
        assert 1 + most == count_letters(desk)

    def test_is_no_hindrance_for_who_is_known(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """Strangers of many networks asked before him, and he is sent a code all the same."""
        added(desk, holder)
        for number in range(20):
            asked(desk, by=Asker(kind=Kind.STRANGER, mark=str(number)))
        before = count_letters(desk)
        secret = asked(desk, by=Asker(kind=Kind.KNOWN, mark="eigen"))
        assert 1 + before == count_letters(desk)
        assert open_by_address(desk, secret, typed=WRITTEN[-1], on=OWN)

    def test_leaves_the_last_code_good_where_no_more_is_sent(
        self, desk: IssuingDesk, holder: KnownHolder
    ) -> None:
        """Who asks a fourth time still opens by the third; for another address he waits anew."""
        added(desk, holder)
        secret = None
        for _ in range(4):
            secret = asked(desk, waits=secret)
        assert secret != asked(desk, NOBODYS, waits=secret)
        assert open_by_address(desk, str(secret), typed=WRITTEN[-1], on=OWN)


class TestRemoveAddress:
    """`remove_address` takes one's own away."""

    def test_leaves_those_of_others(
        self, desk: IssuingDesk, holder: KnownHolder, give: Issue, keeping: Keep
    ) -> None:
        """They are not there for him."""
        added(desk, holder)
        [own] = find_ways_in(desk, holder=holder).addresses
        with pytest.raises(NotFoundError):
            remove_address(desk, own.id, holder=keeping(give("twee")))
