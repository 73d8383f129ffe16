"""What we sign, the libraries of others verify: every shape, both kinds of did, status lists, withdrawn."""

import pytest

from badges.strictjson import JsonObject
from tests.peers import samples
from tests.peers.oracles import PEERS, Peer
from tests.peers.outside import Verdict, World, our_world

pytestmark = [pytest.mark.peers, pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)]

VERIFIED = Verdict(verified=True)


@pytest.fixture(scope="module")
def world() -> World:
    """Give the world in which our test organisation signs."""
    return our_world()


class TestBadges:
    """Badges that we signed."""

    def test_of_every_shape_verify(self, peer: Peer, world: World) -> None:
        """From all facts to the fewest, in any script: the peer accepts each."""
        signed = [samples.sign(samples.shape(name)) for name in samples.SHAPES]
        verdicts = dict(zip(samples.SHAPES, peer.verify(signed, world=world), strict=True))
        assert verdicts == dict.fromkeys(samples.SHAPES, VERIFIED)

    def test_on_every_kwalificatie_verify(self, peer: Peer, world: World) -> None:
        """A badge on a werkproces of each kwalificatie of which we know any is accepted."""
        signed = [samples.sign(unsigned) for unsigned in samples.catalogue_badges()]
        assert len(signed) >= 63
        assert peer.verify(signed, world=world) == [VERIFIED] * len(signed)

    def test_of_a_did_key_verify(self, peer: Peer) -> None:
        """An issuer that is a did:key is accepted like one that is a did:web."""
        unsigned = samples.shape("full", issuer=samples.DID_KEY)
        signed = samples.sign(unsigned, method=samples.DID_KEY_METHOD)
        assert peer.verify([signed], world=our_world(method=samples.DID_KEY_METHOD)) == [VERIFIED]

    def test_say_that_they_were_withdrawn(self, peer: Peer, world: World) -> None:
        """The bit that we set in our status list is the bit that the peer reads."""
        signed = samples.sign(samples.badge(samples.SAM, status_index=samples.WITHDRAWN_INDEX))
        [verdict] = peer.verify([signed], world=world)
        assert verdict.withdrawn

    def test_beside_a_withdrawn_one_are_not_withdrawn(self, peer: Peer, world: World) -> None:
        """The places before and after the bit read as not withdrawn: we count from the same end."""
        places = [samples.WITHDRAWN_INDEX - 1, samples.WITHDRAWN_INDEX + 1, 0, 131_071]
        signed = [samples.sign(samples.badge(samples.SAM, status_index=place)) for place in places]
        assert peer.verify(signed, world=world) == [VERIFIED] * len(places)


class TestStatusLists:
    """Status lists that we signed."""

    def test_verify(self, peer: Peer, world: World) -> None:
        """The peer accepts the proof of our status list."""
        listed: list[JsonObject] = list(world.lists.values())
        assert peer.verify_lists(listed, world=world) == [VERIFIED]
