"""Resolving a did: the document, one key of it, or why there is none."""

import asyncio

import pytest

from badges import multibase
from badges.strictjson import JsonObject
from tests.world import World
from verifier.needs import Absence, Missing
from verifier.resolving import Resolved, resolve

ED25519 = "z6MkhaXgBZDvotDkL5257faiztiGiC2QtKLGpbnnEGta2doK"
DID = f"did:key:{ED25519}"


def resolved(did: str, *, earth: World | None = None, key_format: str = "Multikey") -> Resolved:
    """Resolve in a small world."""
    return asyncio.run(resolve(did, sources=earth or World(), key_format=key_format))


def error_of(found: Resolved) -> object:
    """Give the reason why there is no document."""
    metadata = found.body["didResolutionMetadata"]
    assert isinstance(metadata, dict)
    return metadata.get("error")


def multikey(codec: str, size: int) -> str:
    """Write a key of so many bytes."""
    return "z" + multibase.encode(bytes.fromhex(codec) + bytes(size))


class TestResolve:
    """resolving.resolve."""

    def test_gives_the_document_that_a_did_holds(self) -> None:
        """A did:key is its own document (did:key 3.1.1)."""
        found = resolved(DID)
        assert (200, None) == (found.status, error_of(found))
        document = found.body["didDocument"]
        assert isinstance(document, dict)
        assert (DID, [f"{DID}#{ED25519}"]) == (document["id"], document["assertionMethod"])

    def test_gives_the_one_key_that_is_named(self) -> None:
        """A did with a fragment is a key (DID Resolution 0.3, 5.1)."""
        expected: JsonObject = {
            "id": f"{DID}#{ED25519}",
            "type": "Multikey",
            "controller": DID,
            "publicKeyMultibase": ED25519,
        }
        assert expected == resolved(f"{DID}#{ED25519}").body["didDocument"]

    def test_fetches_the_document_of_a_site(self) -> None:
        """A did:web stands at its own place."""
        earth = World()
        assert (
            earth.documents[earth.issuer.did] == resolved(earth.issuer.did, earth=earth).body["didDocument"]
        )

    @pytest.mark.parametrize(
        "there", [Missing(Absence.UNREACHABLE), Missing(Absence.GONE), b"geen json", b"[]"], ids=str
    )
    def test_says_that_a_site_has_none(self, there: object) -> None:
        """Nothing there, or something else than a document (404)."""
        earth = World()
        earth.documents[earth.issuer.did] = there
        found = resolved(earth.issuer.did, earth=earth)
        assert (404, "notFound") == (found.status, error_of(found))

    def test_takes_no_document_of_another(self) -> None:
        """Whoever serves a copy at its own place does not become who it names (did:web 2.5.2)."""
        earth = World()
        earth.documents[earth.issuer.did] = earth.documents[earth.stranger.did]
        found = resolved(earth.issuer.did, earth=earth)
        assert (404, "notFound", {}) == (found.status, error_of(found), found.body["didDocument"])

    def test_says_of_a_key_of_a_site_that_has_none(self) -> None:
        """That there is no document is no fault of the name."""
        found = resolved("did:web:nergens.voorbeeld#sleutel")
        assert (404, "notFound") == (found.status, error_of(found))
        assert {"error": "notFound"} == found.body["didDereferencingMetadata"]

    @pytest.mark.parametrize(
        ("did", "status", "error"),
        [
            ("", 400, "invalidDid"),
            ("hallo", 400, "invalidDid"),
            ("notDid:key:" + ED25519, 400, "invalidDid"),
            ("did:key", 400, "invalidDid"),
            ("did:key:", 400, "invalidDid"),
            ("did:key:@", 400, "invalidDid"),
            (f"did:key:-4:{ED25519}", 400, "invalidDid"),
            (f"did:key:{ED25519[1:]}", 400, "invalidDid"),
            ("did:key:u6Mk", 400, "invalidDid"),
            ("did:jwk:e30", 400, "invalidDid"),
            ("did:web:", 400, "invalidDid"),
            ("did:web:127.0.0.1", 400, "invalidDid"),
            ("did:example:123", 400, "invalidDid"),
            (f"did:key:{multikey('ed01', 31)}", 400, "invalidPublicKeyLength"),
            (f"did:key:{multikey('ed01', 33)}", 400, "invalidPublicKeyLength"),
            (f"did:key:{multikey('8024', 32)}", 400, "invalidPublicKeyLength"),
            (f"did:key:{multikey('8024', 33)}", 400, "invalidPublicKey"),
            (f"did:key:{multikey('e701', 33)}", 501, "unsupportedPublicKeyType"),
            (f"{DID}/^pad^/?vraag=`#{ED25519}", 400, "invalidDidUrl"),
            (f"{DID}?vraag", 400, "invalidDidUrl"),
            (f"{DID}#andere", 400, "invalidDidUrl"),
            (f"did:key:@#{ED25519}", 400, "invalidDidUrl"),
        ],
    )
    def test_says_why_there_is_none(self, did: str, status: int, error: str) -> None:
        """Each reason has its name and its status; the document is empty."""
        found = resolved(did)
        assert (status, error, {}) == (found.status, error_of(found), found.body["didDocument"])

    @pytest.mark.parametrize(
        ("key_format", "error"),
        [
            ("unknown", "unsupportedPublicKeyType"),
            ("Ed25519VerificationKey2018", "invalidPublicKeyType"),
            ("JsonWebKey2020", "invalidPublicKeyType"),
        ],
    )
    def test_writes_keys_in_one_way(self, key_format: str, error: str) -> None:
        """Other ways are told apart: those that exist and those that do not (did:key 3.1.3)."""
        assert error == error_of(resolved(DID, key_format=key_format))

    def test_tells_about_one_key_where_its_answer_would_be(self) -> None:
        """Who dereferences reads another member."""
        found = resolved(f"{DID}#andere")
        assert {"error": "invalidDidUrl"} == found.body["didDereferencingMetadata"]
        assert "didDereferencingMetadata" not in resolved("hallo").body
