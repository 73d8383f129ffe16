"""What the libraries of others signed, as golden files: we accept it with both engines, and no edit of it.

`make peers` made the files and checks them; here nothing of the peers is needed.
"""

import json
from pathlib import Path

import pytest

from badges import proofs, status
from badges.cryptosuites import Canonicalize
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import BadgeError, UnhandledShapeError
from badges.jsonld import reference, walker
from badges.strictjson import Json, JsonObject
from tests.peers import edits

VECTORS = sorted((Path(__file__).parent.parent / "vectors" / "peers").glob("*.json"))
FRACTION = "own-model"
"""The one badge that has a fraction, so the walker leaves it to the reference."""

each_file = pytest.mark.parametrize("path", VECTORS, ids=lambda path: path.stem)
each_engine = pytest.mark.parametrize(
    "engine", [walker.canonicalize, reference.canonicalize], ids=["walker", "reference"]
)


def read(path: Path) -> JsonObject:
    """Read the vectors of one peer."""
    found: JsonObject = json.loads(path.read_text())
    return found


def members(value: Json) -> JsonObject:
    """Give an object that has to be one."""
    assert isinstance(value, dict)
    return value


def signed(vectors: JsonObject) -> dict[str, JsonObject]:
    """Give what the peer signed, by name."""
    return {name: members(document) for name, document in members(vectors["signed"]).items()}


def key(vectors: JsonObject) -> PublicKey:
    """Give the key of which the seed stands in the file."""
    seed = bytes.fromhex(str(vectors["seed"]))
    return Ed25519Signer(seed, verification_method="urn:example:unused").public_key


def is_accepted(document: JsonObject, *, public: PublicKey, engine: Canonicalize) -> bool:
    """Tell whether the proof holds; a document that an engine cannot read does not."""
    try:
        proofs.check_proof(document, key=public, canonicalize=engine)
    except BadgeError:
        return False
    return True


class TestVectors:
    """The golden files."""

    def test_are_of_three_peers(self) -> None:
        """One file for each library that `make peers` asks."""
        names = {read(path)["library"] for path in VECTORS}
        assert names == {"openvc-core", "openbadgeslib", "@digitalbazaar/vc"}


@each_file
@each_engine
class TestCheckProof:
    """`check_proof` on what a peer signed."""

    def test_accepts_every_shape(self, path: Path, engine: Canonicalize) -> None:
        """Each badge and status list holds, by the key in the file."""
        vectors = read(path)
        found = {
            name: is_accepted(document, public=key(vectors), engine=engine)
            for name, document in signed(vectors).items()
            if name != FRACTION
        }
        assert len(found) >= 8
        assert found == dict.fromkeys(found, True)

    def test_refuses_every_edit(self, path: Path, engine: Canonicalize) -> None:
        """Whichever value of the fullest badge says something else, the proof no longer holds."""
        vectors = read(path)
        accepted = [
            where
            for where, document in edits.one_edit_each(signed(vectors)["full"])
            if is_accepted(document, public=key(vectors), engine=engine)
        ]
        assert accepted == []

    def test_refuses_another_key(self, path: Path, engine: Canonicalize) -> None:
        """The same badge does not hold by a key that did not sign it."""
        other = Ed25519Signer(b"\x07" * 32, verification_method="urn:example:unused").public_key
        assert not is_accepted(signed(read(path))["full"], public=other, engine=engine)


class TestFraction:
    """The badge of openbadgeslib's own model, with half a credit in it."""

    @pytest.fixture
    def badge(self) -> JsonObject:
        """Give the one badge that has a fraction."""
        [found] = [
            badge for path in VECTORS for name, badge in signed(read(path)).items() if name == FRACTION
        ]
        return found

    def test_is_accepted_by_the_reference(self, badge: JsonObject) -> None:
        """The reference writes fractions as XSD asks, as the peer did."""
        public = key(read(VECTORS[0]))
        assert is_accepted(badge, public=public, engine=reference.canonicalize)

    def test_is_left_by_the_walker(self, badge: JsonObject) -> None:
        """The walker says that it does not do fractions."""
        with pytest.raises(UnhandledShapeError):
            proofs.check_proof(badge, key=key(read(VECTORS[0])), canonicalize=walker.canonicalize)


@each_file
class TestDecode:
    """`status.decode` on the list that a peer encoded."""

    def test_finds_the_one_bit_that_was_set(self, path: Path) -> None:
        """We count entries from the same end, and unpack what the peer packed."""
        vectors = read(path)
        subject = members(signed(vectors)["status-list"]["credentialSubject"])
        bits = status.decode(str(subject["encodedList"]))
        assert [place for place in range(len(bits) * 8) if status.read_bit(bits, index=place)] == [
            vectors["withdrawn"]
        ]
