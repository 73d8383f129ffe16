"""The same credentials, good and broken, through us and through the libraries of others."""

from importlib.util import find_spec

import pytest

from tests.peers.differences import alone, differences, is_valid, table
from tests.peers.digitalbazaar_oracle import HERE
from tests.peers.judging import Judged, judge
from tests.peers.oracles import PEERS
from tests.torturing import SHARE

COUNT, MANY = 500, 5_000
_PRESENT = find_spec("openvc") is not None and (HERE / "node_modules").is_dir()


@pytest.fixture(scope="module")
def judged() -> list[Judged]:
    """Give a share of the long run, judged by everybody."""
    return judge(COUNT)


def explained(judged: list[Judged]) -> None:
    """Hold that we are never alone, and that every difference is of a kind that has a reason."""
    found = list(differences(judged))
    print(table(found, peers=[peer.name for peer in PEERS]))  # noqa: T201 - the table
    assert [] == alone(judged)
    assert [] == [(each.specimen.number, peer) for each, peer, kind in found if kind is None]


@pytest.mark.peers
class TestEverybody:
    """What everybody says of five hundred credentials."""

    def test_is_never_valid_by_our_word_alone(self, judged: list[Judged]) -> None:
        """What we call valid, another library does too; and each difference has its reason (security S17)."""
        explained(judged)

    def test_is_asked_about_good_and_broken_ones(self, judged: list[Judged]) -> None:
        """Unchanged ones are valid, and those signed by a stranger are not: the run can tell them apart."""
        verdicts = {
            change: {is_valid(each.ours) for each in judged if each.specimen.change == change}
            for change in ("none", "stranger")
        }
        assert verdicts == {"none": {True}, "stranger": {False}}

    @pytest.mark.parametrize(
        "suite", ["eddsa-rdfc-2022", "ecdsa-rdfc-2019", "eddsa-jcs-2022", "token", "claim"]
    )
    def test_is_asked_about_every_way_to_sign(self, judged: list[Judged], suite: str) -> None:
        """Of each there are some that we, and another, find valid."""
        assert any(is_valid(each.ours) for each in judged if each.specimen.suite == suite)


class TestEverybodyInTheLongRun:
    @(pytest.mark.torture if _PRESENT else pytest.mark.peers)
    def test_is_never_valid_by_our_word_alone(self) -> None:
        """Five thousand credentials."""
        explained(judge(max(25, int(MANY * SHARE))))
