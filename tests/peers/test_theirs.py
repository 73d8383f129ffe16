"""What the libraries of others sign, we verify, with both engines; and they sign as we do, to the byte."""

import pytest

from badges.cryptosuites import Canonicalize
from badges.strictjson import JsonObject
from tests.peers import ours, samples
from tests.peers.openbadgeslib_oracle import OpenBadgesLib
from tests.peers.oracles import PEERS, Peer
from tests.peers.outside import Verdict, World, our_world, single_proof

pytestmark = pytest.mark.peers

each_peer = pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
each_engine = pytest.mark.parametrize("engine", ours.ENGINES.values(), ids=ours.ENGINES.keys())


@pytest.fixture(scope="module")
def world() -> World:
    """Give the world in which the test organisation signs."""
    return our_world()


@pytest.fixture(scope="module")
def signed() -> dict[str, list[JsonObject]]:
    """Let each peer sign every shape once."""
    documents = [samples.shape(name).document for name in samples.SHAPES]
    return {peer.name: peer.sign(documents, method=samples.METHOD) for peer in PEERS}


@each_peer
class TestBadges:
    """Badges that a peer signed."""

    @each_engine
    def test_are_accepted(
        self, peer: Peer, engine: Canonicalize, signed: dict[str, list[JsonObject]], world: World
    ) -> None:
        """Both engines find that the peer signed what stands there."""
        found = [ours.verify(document, world=world, canonicalize=engine) for document in signed[peer.name]]
        assert found == [Verdict(verified=True)] * len(samples.SHAPES)

    def test_hold_the_signature_that_we_make(self, peer: Peer, signed: dict[str, list[JsonObject]]) -> None:
        """Ed25519 is deterministic: same document, key and moment, same proof, member by member."""
        our_proofs = [single_proof(samples.sign(samples.shape(name)))["proof"] for name in samples.SHAPES]
        assert [single_proof(document)["proof"] for document in signed[peer.name]] == our_proofs


class TestOwnModel:
    """Badges that openbadgeslib composed with its own model, with members that we never issue."""

    @pytest.fixture(scope="class")
    @staticmethod
    def composed() -> JsonObject:
        """Give a badge with a third context, a credentialSchema and a fraction."""
        peer = OpenBadgesLib()
        [signed] = peer.sign([peer.compose_badge()], method=samples.METHOD)
        return signed

    def test_are_accepted_by_the_reference(self, composed: JsonObject, world: World) -> None:
        """The engine that knows every legal shape accepts them."""
        found = ours.verify(composed, world=world, canonicalize=ours.ENGINES["reference"])
        assert found == Verdict(verified=True)

    def test_are_left_to_the_reference_by_the_walker(self, composed: JsonObject, world: World) -> None:
        """The walker says that a fraction is not for it; it does not say that the badge is false."""
        found = ours.verify(composed, world=world, canonicalize=ours.ENGINES["walker"])
        assert found.reasons[0].startswith("shape-unhandled")


@each_peer
@each_engine
class TestStatusLists:
    """Status lists that a peer composed, encoded and signed."""

    def test_are_accepted_and_read(self, peer: Peer, engine: Canonicalize, world: World) -> None:
        """We accept the proof, and read the one bit that the peer set."""
        [listed] = peer.sign([peer.compose_list()], method=samples.METHOD)
        bits = ours.bits_of(listed)
        withdrawn = [place for place in range(len(bits) * 8) if bits[place // 8] >> (7 - place % 8) & 1]
        assert ours.verify(listed, world=world, canonicalize=engine) == Verdict(verified=True)
        assert withdrawn == [samples.WITHDRAWN_INDEX]
