"""What was changed after it was signed, nobody accepts: not we, not the peers, whichever value it was."""

import pytest

from badges import keys
from badges.ed25519 import Ed25519Signer
from badges.strictjson import JsonObject
from tests.peers import edits, ours, samples
from tests.peers.oracles import PEERS, Peer
from tests.peers.outside import World, our_world
from tests.places import without

pytestmark = pytest.mark.peers

each_peer = pytest.mark.parametrize("peer", PEERS, ids=lambda peer: peer.name)
each_engine = pytest.mark.parametrize("engine", ours.ENGINES.values(), ids=ours.ENGINES.keys())


@pytest.fixture(scope="module")
def world() -> World:
    """Give the world in which the test organisation signs."""
    return our_world()


@pytest.fixture(scope="module")
def badge() -> JsonObject:
    """Give a signed badge with all facts."""
    return samples.sign(samples.shape("full"))


@pytest.fixture(scope="module")
def changed(badge: JsonObject) -> dict[str, JsonObject]:
    """Give the badge with each value edited, one at a time, and with more or less than was signed."""
    subject, evidence = badge["credentialSubject"], badge["evidence"]
    assert isinstance(subject, dict)
    assert isinstance(evidence, list)
    return {
        **dict(edits.one_edit_each(badge)),
        "no proof": without(badge, at="/proof"),
        "an empty list of proofs": {**badge, "proof": []},
        "no evidence": without(badge, at="/evidence"),
        "no status": without(badge, at="/credentialStatus"),
        "an end": {**badge, "validUntil": "2036-06-26T14:05:00Z"},
        "a second person": {**badge, "credentialSubject": [subject, {**subject, "id": "urn:uuid:another"}]},
        "a second evidence": {**badge, "evidence": [*evidence, {"type": ["Evidence"], "narrative": "Meer."}]},
        "an undefined member": {**badge, "cijfer": "10"},
    }


@pytest.fixture(scope="module")
def forged() -> list[JsonObject]:
    """Give badges in our name by another key: as if it were ours, beside ours, and under its own did."""
    seed = b"\x07" * 32
    forger = Ed25519Signer(seed, verification_method="urn:example:unused").public_key
    own = f"{keys.did_key(forger)}#{forger.multikey}"
    unseen = samples.look_away(samples.shape("full"))
    methods = (samples.METHOD, f"{samples.DID_WEB}#{forger.multikey}", own)
    return [samples.sign_unseen(unseen, method=method, seed=seed) for method in methods]


class TestChangedBadge:
    """A badge that was changed after it was signed."""

    @each_peer
    def test_is_refused_by_the_peer(self, peer: Peer, changed: dict[str, JsonObject], world: World) -> None:
        """The peer accepts none of the changes."""
        verdicts = peer.verify(list(changed.values()), world=world)
        accepted = [change for change, found in zip(changed, verdicts, strict=True) if found.verified]
        assert accepted == []

    @each_engine
    def test_is_refused_by_us(
        self, engine: ours.Canonicalize, changed: dict[str, JsonObject], world: World
    ) -> None:
        """Neither engine of ours accepts any of the changes."""
        verdicts = {
            change: ours.verify(document, world=world, canonicalize=engine)
            for change, document in changed.items()
        }
        assert [change for change, found in verdicts.items() if found.verified] == []


class TestOtherKey:
    """A badge in the name of an organisation, signed by somebody else."""

    @each_peer
    def test_is_refused_by_the_peer(self, peer: Peer, forged: list[JsonObject], world: World) -> None:
        """The peer accepts none of the forgeries."""
        assert [found.verified for found in peer.verify(forged, world=world)] == [False] * len(forged)

    @each_engine
    def test_is_refused_by_us(
        self, engine: ours.Canonicalize, forged: list[JsonObject], world: World
    ) -> None:
        """We accept none of the forgeries."""
        found = [ours.verify(document, world=world, canonicalize=engine).verified for document in forged]
        assert found == [False] * len(forged)
