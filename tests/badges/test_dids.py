"""Dids and their documents: where a key is, and that no spelling leads elsewhere."""

import json
from datetime import UTC, datetime
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from badges import base64url, dids
from badges.ecdsa import P256Signer, new_secret
from badges.ed25519 import PublicKey
from badges.errors import KeyBindingError, KeyFormatError, KeyRevokedError
from badges.jwk import read_jwk
from badges.keys import find_key


def key(number: int) -> PublicKey:
    """Make the public key of a seed that holds this number."""
    seed = number.to_bytes(32, "big")
    return PublicKey(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
ONE, TWO, THREE = key(1), key(2), key(3)
SINCE = datetime(2026, 6, 1, 9, tzinfo=UTC)
METHOD = f"{DID}#{ONE.multikey}"


class TestDidKey:
    """`did_key` and `did_key_document`."""

    def test_names_the_keys_of_the_method_vectors(self, corpus: Path) -> None:
        """Every seed of the did:key vectors for Ed25519 gives the did that stands there."""
        vectors = json.loads((corpus / "conformance/w3c-ccg+did-method-key/ed25519-x25519.json").read_text())
        private = [
            Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["seed"])) for case in vectors.values()
        ]
        made = [dids.did_key(PublicKey(one.public_key().public_bytes_raw())) for one in private]
        assert made == list(vectors)

    def test_lists_the_key_where_the_method_vectors_do(self, corpus: Path) -> None:
        """Id, key id, and the relations for signing are those of the vectors."""
        vectors = json.loads((corpus / "conformance/w3c-ccg+did-method-key/ed25519-x25519.json").read_text())
        relations = [
            "id",
            "assertionMethod",
            "authentication",
            "capabilityInvocation",
            "capabilityDelegation",
        ]
        for did, case in vectors.items():
            ours, theirs = dids.did_key_document(did), case["didDocument"]
            assert [ours[name] for name in relations] == [theirs[name] for name in relations]

    def test_reads_the_curves_of_the_method_vectors(self, corpus: Path) -> None:
        """Every did:key of P-256 and P-384 holds the key of its vector; P-521 is not read."""
        vectors = json.loads((corpus / "conformance/w3c-ccg+did-method-key/nist-curves.json").read_text())
        read, unread = [], []
        for did, case in vectors.items():
            try:
                made = dids.did_key_document(did)
            except KeyFormatError:
                unread.append(case["verificationMethod"]["publicKeyJwk"]["crv"])
                continue
            found = find_key(made, verification_method=f"{did}#{did[8:]}", issuer=did)
            jwk = case["verificationMethod"].get("publicKeyJwk")
            assert jwk is None or found == read_jwk(jwk)
            assert made["assertionMethod"] == case["didDocument"]["assertionMethod"]
            read.append(found.algorithm)
        assert (["P-256", "P-256", "P-384", "P-384", "P-256"], ["P-521", "P-521"]) == (read, unread)

    @pytest.mark.parametrize("name", ["bls12381", "rsa", "secp256k1", "x25519"])
    def test_refuses_the_other_kinds_of_key(self, corpus: Path, name: str) -> None:
        """Every did:key of another kind is a clear KeyFormatError."""
        vectors = json.loads((corpus / f"conformance/w3c-ccg+did-method-key/{name}.json").read_text())
        named = vectors["didDocument"] if name == "x25519" else vectors
        others = [did for did in named if did.startswith("did:key:")]
        assert others
        for did in others:
            with pytest.raises(KeyFormatError):
                dids.did_key_document(did)

    def test_finds_its_own_key(self) -> None:
        """The document of a did:key binds the key to the did."""
        did = dids.did_key(ONE)
        found = find_key(dids.did_key_document(did), verification_method=f"{did}#{ONE.multikey}", issuer=did)
        assert found == ONE

    @pytest.mark.parametrize(
        "did", ["", "did:key:", "did:web:a.nl", f"did:key:{ONE.multikey}#x", "did:key:z6Mk"]
    )
    def test_refuses_what_is_no_did_key(self, did: str) -> None:
        """Other methods, cut keys and key ids are refused."""
        with pytest.raises(KeyFormatError):
            dids.did_key_document(did)


def did_jwk(jwk: object) -> str:
    """Name a key by its JWK."""
    return "did:jwk:" + base64url.encode(json.dumps(jwk).encode())


JWK = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ONE.raw)}


class TestDidJwkDocument:
    """`did_jwk_document`."""

    def test_binds_the_key_to_the_did(self) -> None:
        """The one key of a did:jwk is #0, for making claims."""
        did = did_jwk(JWK)
        made = dids.did_jwk_document(did)
        assert find_key(made, verification_method=f"{did}#0", issuer=did) == ONE
        with pytest.raises(KeyBindingError):
            find_key(made, verification_method=f"{did}#1", issuer=did)

    @pytest.mark.parametrize(
        "did",
        [
            *(
                "",
                "did:jwk:",
                "did:key:e30",
                "did:jwk:e30",
                "did:jwk:W10",
                "did:jwk:e30=",
                did_jwk(JWK) + "#0",
            ),
            did_jwk(JWK | {"d": "AAAA"}),
            did_jwk(JWK | {"use": "enc"}),
            did_jwk(JWK | {"crv": "X25519"}),
            "did:jwk:" + base64url.encode(b'{"kty":"OKP","kty":"OKP"}'),
        ],
    )
    def test_refuses_what_is_no_public_signing_key(self, did: str) -> None:
        """Other methods, odd base64url, private keys, keys for hiding, a key that stands twice."""
        with pytest.raises(KeyFormatError):
            dids.did_jwk_document(did)


class TestLocalDocument:
    """`local_document`."""

    def test_gives_what_a_did_holds_itself(self) -> None:
        """A did:key and a did:jwk need nobody; a did:web has to be asked."""
        assert dids.local_document(dids.did_key(ONE)) == dids.did_key_document(dids.did_key(ONE))
        assert dids.local_document(did_jwk(JWK)) == dids.did_jwk_document(did_jwk(JWK))
        assert dids.local_document("did:web:a.nl") is None

    @pytest.mark.parametrize("did", ["did:key:z6Mk", "did:jwk:e30", "did:web:" + "a" * 2000])
    def test_refuses_what_should_hold_a_key(self, did: str) -> None:
        """A cut key is no reason to ask the world, nor is a did without end."""
        with pytest.raises(KeyFormatError):
            dids.local_document(did)


PLACES = [
    ("did:web:w3c-ccg.github.io", "https://w3c-ccg.github.io/.well-known/did.json"),
    ("did:web:w3c-ccg.github.io:user:alice", "https://w3c-ccg.github.io/user/alice/did.json"),
    ("did:web:example.com%3A3000:user:alice", "https://example.com:3000/user/alice/did.json"),
    ("did:web:localhost%3A8000:organisaties:x", "http://localhost:8000/organisaties/x/did.json"),
    ("did:web:pb.localhost", "http://pb.localhost/.well-known/did.json"),
    ("did:web:xn--caf-dma.example", "https://xn--caf-dma.example/.well-known/did.json"),
]


class TestDidWebUrl:
    """`did_web_url`."""

    @pytest.mark.parametrize(("did", "expected"), PLACES)
    def test_gives_the_examples_of_the_method(self, did: str, expected: str) -> None:
        """Host, port and path end up where did:web says; a local name is at http."""
        assert dids.did_web_url(did) == expected

    @pytest.mark.parametrize(
        "rest",
        [
            *("", ":", "a", "a.nl:", "a.nl::b", "a.nl:..:x", "a.nl:.", "a.nl:b%2Fc", "a.nl:b/c", "a.nl:é"),
            *("127.0.0.1", "1.2.3", "2130706433", "0x7f.1", "a.0x7f", "a.1", "[::1]", "%5B%3A%3A1%5D"),
            *("A.nl", "a.NL", "é.nl", "a..nl", "-a.nl", "a-.nl", "a.nl.", ".a.nl", "a_b.nl", "a.nl\n"),
            *("a.nl%3a80", "a.nl%3A", "a.nl%3A0", "a.nl%3A080", "a.nl%3A65536", "a.nl%3A8%3A9", "a.nl%3A٣"),
            *(
                "user@a.nl",
                "a.nl?x",
                "a.nl#x",
                "a.nl/b",
                "a.nl:b?x",
                "a.nl:b#x",
                "a.nl:b\n",
                "a nl",
                "a.nl%00",
            ),
        ],
    )
    def test_refuses_what_could_mean_another_place(self, rest: str) -> None:
        """IP addresses, other spellings of a host, and ways out of a path are refused."""
        with pytest.raises(KeyFormatError):
            dids.did_web_url(f"did:web:{rest}")

    @pytest.mark.parametrize(
        "did", ["", "did:key:z6Mk", "did:web", "Did:web:a.nl", " did:web:a.nl", "xdid:web:a.nl"]
    )
    def test_refuses_other_methods(self, did: str) -> None:
        """Only did:web is read, from the first character on."""
        with pytest.raises(KeyFormatError):
            dids.did_web_url(did)

    @given(st.text(max_size=40))
    def test_never_leaves_the_host_that_is_shown(self, text: str) -> None:
        """Whatever is read, the address starts with the host of the did and ends in did.json."""
        try:
            url = dids.did_web_url(f"did:web:{text}")
        except KeyFormatError:
            return
        host = text.split(":", maxsplit=1)[0].replace("%3A", ":")
        assert url.split("//")[1].split("/")[0] == host
        assert url.endswith("/did.json")


class TestDidWeb:
    """`did_web`."""

    @pytest.mark.parametrize(("did", "url"), PLACES)
    def test_undoes_did_web_url(self, did: str, url: str) -> None:
        """The did of a folder is the did whose document is in that folder."""
        folder = url.removesuffix("/did.json").removesuffix("/.well-known")
        assert dids.did_web(folder) == did
        assert dids.did_web(folder + "/") == did

    @pytest.mark.parametrize(
        "url",
        [
            *("", "a.nl", "http://a.nl", "https://localhost", "ftp://a.nl", "https://127.0.0.1:8000/x"),
            *("https://a.nl?x=1", "https://a.nl#x", "https://u@a.nl", "https://a.nl//b", "https://a.nl/../b"),
            *("https://a.nl:99999/", "https://a.nl:x/", "https://a.nl/b%2Fc", "https://[::1]/", "https://["),
        ],
    )
    def test_refuses_addresses_that_a_did_cannot_say(self, url: str) -> None:
        """IP addresses, http outside this machine, queries and odd paths are refused."""
        with pytest.raises(KeyFormatError):
            dids.did_web(url)


class TestDidDocument:
    """`did_document`."""

    def test_lists_a_former_key_in_both_places(self) -> None:
        """A badge holds after its key was replaced, for peers ask for both lists."""
        made = dids.did_document(DID, assertion=[ONE], former=[TWO])
        for public in (ONE, TWO):
            method = f"{DID}#{public.multikey}"
            assert find_key(made, verification_method=method, issuer=DID) == public

    def test_takes_a_withdrawn_key_out_of_assertion_method(self) -> None:
        """Nothing that a stolen key signed is accepted, though the key is still named."""
        made = dids.did_document(DID, assertion=[ONE], withdrawn={THREE: SINCE})
        assert [None, "2026-06-01T09:00:00Z"] == [each.get("revoked") for each in made["verificationMethod"]]
        assert [f"{DID}#{ONE.multikey}"] == made["assertionMethod"]
        with pytest.raises(KeyRevokedError):
            find_key(made, verification_method=f"{DID}#{THREE.multikey}", issuer=DID)

    def test_writes_a_key_for_tokens_as_jwk(self) -> None:
        """Readers of tokens ask for a JsonWebKey (VC-JOSE-COSE 4.2), and find the same key in it."""
        public = P256Signer(new_secret(), verification_method="").public_key
        made = dids.did_document(DID, assertion=[ONE, public], tokens=[public])
        method = f"{DID}#{public.multikey}"
        assert public == find_key(made, verification_method=method, issuer=DID)
        kinds = {each["id"]: each["type"] for each in made["verificationMethod"]}
        assert {METHOD: "Multikey", method: "JsonWebKey"} == kinds
        assert dids.JWK_CONTEXT in made["@context"]

    def test_has_the_shape_of_controlled_identifiers(self) -> None:
        """Contexts, id, and a Multikey whose id is the did and the key itself."""
        assert dids.did_document(DID, assertion=[ONE]) == {
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
            "id": DID,
            "verificationMethod": [
                {"id": METHOD, "type": "Multikey", "controller": DID, "publicKeyMultibase": ONE.multikey}
            ],
            "assertionMethod": [METHOD],
        }
