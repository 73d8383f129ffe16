"""The signed examples that 1EdTech publishes, through the whole verifier; they are no part of the project."""

from pathlib import Path

import pytest

from badges import strictjson
from badges.dids import MULTIKEY_CONTEXT
from badges.strictjson import JsonObject
from tests import world
from tests.world import World
from verifier.report import Report, State, Verdict

VECTORS = "conformance/1EdTech+openbadges-specification/test-vectors"
ISSUER = "https://example.edu/issuers/565049"
each_vector = pytest.mark.parametrize(
    "name", ["obv3p0/ob-signed-credential.json", "clrv2p0/clr-signed-credential.json"]
)


def signer_of(document: JsonObject) -> JsonObject:
    """Publish the key of the vector in the issuer's own document (CID 1.0 2)."""
    proof = document["proof"]
    proof = proof[0] if isinstance(proof, list) else proof
    assert isinstance(proof, dict)
    method = str(proof["verificationMethod"])
    key: JsonObject = {
        "id": method,
        "type": "Multikey",
        "controller": ISSUER,
        "publicKeyMultibase": method.partition("#")[2],
    }
    return {
        "@context": [MULTIKEY_CONTEXT],
        "id": ISSUER,
        "verificationMethod": [key],
        "assertionMethod": [method],
    }


def report(raw: bytes, *, published: bool = True) -> Report:
    """Verify in a world where the issuer publishes its key, or does not."""
    earth = World()
    if published:
        earth.documents[ISSUER] = signer_of(strictjson.loads_object(raw))
    return earth.report(raw)


class TestPublishedVectors:
    @each_vector
    def test_are_genuine(self, corpus: Path, name: str) -> None:
        """What the standard signs, we verify."""
        found = report((corpus / VECTORS / name).read_bytes())
        assert (State.UNLISTED, Verdict.VALID) == (found.state, found.verdict), found.reason

    @each_vector
    def test_that_were_changed_are_not(self, corpus: Path, name: str) -> None:
        """One word is enough."""
        changed = world.edited((corpus / VECTORS / name).read_bytes(), name="Iets anders")
        assert State.FAKE is report(changed).state

    @each_vector
    def test_without_the_issuers_word_for_the_key_are_doubtful(self, corpus: Path, name: str) -> None:
        """A key that only stands in the badge itself may be anybody's."""
        found = report((corpus / VECTORS / name).read_bytes(), published=False)
        assert State.UNSURE is found.state
