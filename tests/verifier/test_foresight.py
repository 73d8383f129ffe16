"""What is guessed of a badge before anybody has read it."""

import json

import pytest
from hypothesis import given
from hypothesis import strategies as st

from verifier.foresight import LONGEST_NAME, LOOKED_AT, MOST_GUESSES, Foresight, nowhere
from verifier.needs import Identity, Need, Purpose, Wanted

ISSUER = "did:web:bakkerij.voorbeeld"
LIST = "https://bakkerij.voorbeeld/status/1"
KEY_NEED = Need(Purpose.KEY, ISSUER)
LIST_NEED = Need(Purpose.STATUS_LIST, LIST)
ASKED = Wanted({KEY_NEED: None, LIST_NEED: None}, {ISSUER: None}, {})
BADGE = f'{{"id": "urn:x:1", "issuer": {{"id":"{ISSUER}"}}, "list":"{LIST}"}}'.encode()


def here(_: Need) -> bool:
    """Know everything near by."""
    return True


def taught(foresight: Foresight, *asked: Wanted) -> Foresight:
    """Give it what was asked for badges before."""
    for each in asked or (ASKED,):
        foresight.learn(each)
    return foresight


class TestExpect:
    def test_guesses_what_was_asked_for_the_same_names(self) -> None:
        """The key, the list, who it is, and whether this one was withdrawn."""
        expected = Wanted(
            {KEY_NEED: None, LIST_NEED: None}, {ISSUER: None}, {Identity(ISSUER, "urn:x:1"): None}
        )
        assert expected == taught(Foresight(here)).expect(BADGE)

    def test_finds_the_issuer_in_the_name_of_its_key(self) -> None:
        """A proof names a key; the document that holds it is named before the `#`."""
        raw = f'{{"verificationMethod":"{ISSUER}#sleutel-1"}}'.encode()
        assert {KEY_NEED: None} == taught(Foresight(here)).expect(raw).needs

    @pytest.mark.parametrize(
        "raw", [b"", b"{}", BADGE.replace(b"bakkerij", b"slagerij"), b" " * LOOKED_AT + BADGE]
    )
    def test_guesses_nothing_of_names_that_nobody_used(self, raw: bytes) -> None:
        """Other names, or far into something large."""
        assert not taught(Foresight(here)).expect(raw)

    def test_guesses_nothing_that_somebody_else_would_be_asked_for(self) -> None:
        """Only what is near: whoever writes an address in a file sends nobody there."""
        assert {} == taught(Foresight(nowhere)).expect(BADGE).needs

    def test_forgets_what_was_asked_longest_ago(self) -> None:
        """It has a bound."""
        small = taught(Foresight(here, size=2), ASKED, Wanted({Need(Purpose.KEY, "did:web:x"): None}))
        expected: dict[Need, None] = {KEY_NEED: None}
        assert expected == small.expect(BADGE).needs

    def test_remembers_no_name_that_is_longer_than_it_finds_again(self) -> None:
        """An issuer may be called anything, as long as a badge is: a thousand of those fill a machine."""
        long = "https://x.voorbeeld/" + "x" * LONGEST_NAME
        small = Foresight(here, size=2)
        taught(small, ASKED, Wanted({Need(Purpose.KEY, long): None}, {long: None}))
        assert taught(Foresight(here)).expect(BADGE) == small.expect(BADGE)

    def test_guesses_no_more_than_leaves_room_for_what_is_asked(self) -> None:
        """Whoever has each address of a badge asked for every purpose leaves the badge its own needs."""
        names = [f"https://bakkerij.voorbeeld/{place}" for place in range(MOST_GUESSES)]
        asked = Wanted({Need(purpose, name): None for purpose in Purpose for name in names})
        raw = json.dumps(names).encode()
        assert len(taught(Foresight(here), asked).expect(raw).needs) == MOST_GUESSES

    @given(st.binary(max_size=200))
    def test_takes_any_bytes(self, raw: bytes) -> None:
        """They come from anybody, and nobody has read them yet."""
        taught(Foresight(here)).expect(b'{"id":"' + raw + b'","' + ISSUER.encode() + raw)
