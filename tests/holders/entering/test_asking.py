"""How many codes go to an address, for whoever asks: nobody takes them from its owner."""

from datetime import datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from holders.entering.asking import (
    MOST_OF_A_KIND,
    MOST_OF_ONE,
    Asker,
    Kind,
    asks_by_browser,
    is_enough,
    shown_by_known,
)
from issuers.desk import IssuingDesk
from tests.issuers.conftest import FRIDAY

NOW = FRIDAY
OWNER = Asker(kind=Kind.KNOWN, mark="eigenaar")
STRANGER = Asker(kind=Kind.STRANGER, mark="vreemde")


def asked_by(by: Asker, *, times: int, at: datetime = NOW) -> list[tuple[str, datetime]]:
    """Let somebody ask so often."""
    return [(by.name, at)] * times


def networks(count: int) -> st.SearchStrategy[list[tuple[str, datetime]]]:
    """Let so many strangers and holders ask, whenever in the last day."""
    names = [
        Asker(kind=kind, mark=str(n)).name for n in range(count) for kind in (Kind.STRANGER, Kind.ADDING)
    ]
    minutes = st.integers(0, 24 * 60 - 1).map(lambda each: NOW - timedelta(minutes=each))
    return st.lists(st.tuples(st.sampled_from(names), minutes), max_size=60)


class TestIsEnough:
    """`is_enough` counts for who asks."""

    @given(asked=networks(30))
    def test_is_never_by_strangers_for_who_is_known(self, asked: list[tuple[str, datetime]]) -> None:
        """However many ask, and from wherever."""
        assert not is_enough(asked, by=OWNER, now=NOW)

    @given(times=st.integers(0, 60))
    def test_is_never_by_one_stranger_for_another(self, times: int) -> None:
        """Of what one is sent at most, others have more left."""
        sent: list[tuple[str, datetime]] = []
        for _ in range(times):
            sent += [] if is_enough(sent, by=STRANGER, now=NOW) else asked_by(STRANGER, times=1)
        assert not is_enough(sent, by=Asker(kind=Kind.STRANGER, mark="ander"), now=NOW)

    @pytest.mark.parametrize("by", [OWNER, STRANGER], ids=["known", "stranger"])
    def test_is_after_three_in_an_hour_and_ten_in_a_day(self, by: Asker) -> None:
        """Also for who is known."""
        for span, most in MOST_OF_ONE:
            at = NOW - span + timedelta(seconds=1)
            assert not is_enough(asked_by(by, times=most - 1, at=at), by=by, now=NOW)
            assert is_enough(asked_by(by, times=most, at=at), by=by, now=NOW)
            assert not is_enough(asked_by(by, times=most, at=NOW - span), by=by, now=NOW)

    def test_bounds_who_has_many_networks(self) -> None:
        """A thousand in a day are sent so many codes that they try a hundred of a million."""
        (_, most) = MOST_OF_A_KIND[1]
        sent: list[tuple[str, datetime]] = []
        for number in range(1000):
            by, at = Asker(kind=Kind.STRANGER, mark=str(number)), NOW + timedelta(seconds=80 * number)
            sent += [] if is_enough(sent, by=by, now=at) else asked_by(by, times=1, at=at)
        assert (most, True) == (len(sent), most * 5 <= 100)


class TestAsksByBrowser:
    """`asks_by_browser` says which browser asks."""

    def test_knows_what_it_gave_for_this_address_only(self, desk: IssuingDesk) -> None:
        """What was made up, or is of another address, is a stranger's; each network is another one."""
        shows = shown_by_known(desk, "a")
        told = [
            asks_by_browser(desk, lookup, shows=each, network=network)
            for lookup, each, network in (
                ("a", shows, "192.0.2.1"),
                ("b", shows, "192.0.2.1"),
                ("a", f"{shows}0", "192.0.2.1"),
                ("a", None, "192.0.2.1"),
                ("a", None, "192.0.2.2"),
            )
        ]
        assert [Kind.KNOWN, *4 * [Kind.STRANGER]] == [each.kind for each in told]
        assert (4, True) == (len({each.name for each in told}), told[2] == told[3])
        assert "192.0.2" not in str(told)
