"""A passkey for what somebody keeps, with a device in software."""

import json
from datetime import timedelta

import pytest

from holders.entering.passkeys import ask_passkey, keep_passkey, offer_passkey, open_by_passkey
from holders.entering.ways_in import find_ways_in, remove_passkey
from holders.errors import OtherPasskeyError
from holders.keeping.telephones import BORROWED, KnownHolder, Telephone, find_holder
from issuers.desk import IssuingDesk
from issuers.errors import ChallengeError, KnownPasskeyError, NotFoundError, PasskeyBehindError, PasskeyError
from tests.authenticator import PRESENT, Authenticator
from tests.holders.conftest import OWN, Keep
from tests.issuers.conftest import Issue
from web.clock import FixedClock


@pytest.fixture
def device(desk: IssuingDesk) -> Authenticator:
    """Give a device that makes passkeys."""
    return Authenticator(origin=desk.base_url)


def made(desk: IssuingDesk, device: Authenticator, *, holder: KnownHolder) -> None:
    """Make a passkey on a device."""
    answer = device.make(json.loads(offer_passkey(desk, holder=holder)))
    keep_passkey(desk, answer, holder=holder, device="Chrome, Android")


def opened(desk: IssuingDesk, device: Authenticator, *, on: Telephone = OWN) -> KnownHolder | None:
    """Open by the passkey on a device."""
    return find_holder(desk, open_by_passkey(desk, device.prove(json.loads(ask_passkey(desk))), on=on))


class TestOfferPasskey:
    """`offer_passkey` says what a device has to make."""

    def test_names_nobody(self, desk: IssuingDesk, holder: KnownHolder) -> None:
        """On the device it is called what it opens; it is found there without a name, and asks its owner."""
        options = json.loads(offer_passkey(desk, holder=holder))
        chosen = options["authenticatorSelection"]
        assert ("Mijn bewijzen", "Mijn bewijzen") == (options["user"]["name"], options["user"]["displayName"])
        assert ("required", "required") == (chosen["residentKey"], chosen["userVerification"])

    def test_is_not_for_the_telephone_of_another(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator
    ) -> None:
        """Somebody else comes there next."""
        made(desk, device, holder=holder)
        guest = opened(desk, device, on=Telephone(is_own=False))
        assert guest is not None
        with pytest.raises(NotFoundError):
            offer_passkey(desk, holder=guest)


class TestKeepPasskey:
    """`keep_passkey` keeps what a device made."""

    def test_takes_none_that_is_known(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator
    ) -> None:
        """Whosever it is."""
        made(desk, device, holder=holder)
        with pytest.raises(KnownPasskeyError):
            made(desk, Authenticator(origin=desk.base_url, credential_id=device.credential_id), holder=holder)

    def test_takes_no_answer_to_what_another_was_asked(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator, give: Issue, keeping: Keep
    ) -> None:
        """The question says whom it is for."""
        answer = device.make(json.loads(offer_passkey(desk, holder=keeping(give("twee")))))
        with pytest.raises(ChallengeError):
            keep_passkey(desk, answer, holder=holder, device="")


class TestOpenByPasskey:
    """`open_by_passkey` opens what somebody keeps."""

    def test_opens_the_same_on_a_new_telephone(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator
    ) -> None:
        """All of it, for as long as a telephone of his own is known."""
        made(desk, device, holder=holder)
        found = opened(desk, device)
        assert found is not None
        assert (holder.holder_id, None, False) == (found.holder_id, found.only_of, found.is_borrowed)
        assert holder.session_id != found.session_id

    def test_opens_it_for_an_hour_on_that_of_another(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator, clock: FixedClock
    ) -> None:
        """As a card does."""
        made(desk, device, holder=holder)
        secret = open_by_passkey(
            desk, device.prove(json.loads(ask_passkey(desk))), on=Telephone(is_own=False)
        )
        clock.advance(BORROWED)
        assert find_holder(desk, secret) is None

    def test_takes_an_answer_once(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator, clock: FixedClock
    ) -> None:
        """Nor an older one after a newer."""
        made(desk, device, holder=holder)
        device.counts = False
        older = device.prove(json.loads(ask_passkey(desk)))
        clock.advance(timedelta(seconds=1))
        newer = device.prove(json.loads(ask_passkey(desk)))
        open_by_passkey(desk, newer, on=OWN)
        for answer in (newer, older):
            with pytest.raises(ChallengeError):
                open_by_passkey(desk, answer, on=OWN)

    def test_opens_nothing_by_one_that_seems_copied(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator, clock: FixedClock
    ) -> None:
        """It counts on from where it was."""
        made(desk, device, holder=holder)
        opened(desk, device)
        clock.advance(timedelta(seconds=1))
        device.count -= 1
        with pytest.raises(PasskeyBehindError):
            opened(desk, device)

    def test_wants_its_owner(self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator) -> None:
        """A telephone that lies on the table opens nothing."""
        made(desk, device, holder=holder)
        device.flags = PRESENT
        with pytest.raises(PasskeyError):
            opened(desk, device)

    def test_opens_nothing_when_it_was_taken_away(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator
    ) -> None:
        """And is said to open nothing here, as one that we never knew."""
        made(desk, device, holder=holder)
        [known] = find_ways_in(desk, holder=holder).passkeys
        remove_passkey(desk, known.id, holder=holder)
        for each in (device, Authenticator(origin=desk.base_url)):
            with pytest.raises(OtherPasskeyError):
                opened(desk, each)


class TestRemovePasskey:
    """`remove_passkey` takes one's own away."""

    def test_leaves_those_of_others(
        self, desk: IssuingDesk, holder: KnownHolder, device: Authenticator, give: Issue, keeping: Keep
    ) -> None:
        """They are not there for him."""
        made(desk, device, holder=holder)
        [known] = find_ways_in(desk, holder=holder).passkeys
        with pytest.raises(NotFoundError):
            remove_passkey(desk, known.id, holder=keeping(give("twee")))
        assert opened(desk, device) is not None
