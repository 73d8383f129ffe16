"""Dids, their documents, and the four ways in which a key is bound to its issuer."""

import json
from collections.abc import Callable
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from badges import keys
from badges.errors import KeyBindingError, KeyFormatError
from badges.keys import PublicKey


def key(number: int) -> PublicKey:
    """Make the public key of a seed that holds this number."""
    seed = number.to_bytes(32, "big")
    return PublicKey(Ed25519PrivateKey.from_private_bytes(seed).public_key().public_bytes_raw())


DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9"
ONE, TWO, THREE = key(1), key(2), key(3)
METHOD = f"{DID}#{ONE.multikey}"
NOON = datetime(2026, 6, 26, 12, tzinfo=UTC)


def document(change: Callable[[Any], object] = lambda _: None) -> Any:
    """Make the document of the issuer, changed in one way."""
    made = keys.did_document(DID, assertion=[ONE])
    change(made)
    return made


class TestDidKey:
    """`did_key` and `did_key_document`."""

    def test_names_the_keys_of_the_method_vectors(self, corpus: Path) -> None:
        """Every seed of the did:key vectors for Ed25519 gives the did that stands there."""
        vectors = json.loads((corpus / "conformance/w3c-ccg+did-method-key/ed25519-x25519.json").read_text())
        private = [
            Ed25519PrivateKey.from_private_bytes(bytes.fromhex(case["seed"])) for case in vectors.values()
        ]
        made = [keys.did_key(PublicKey(one.public_key().public_bytes_raw())) for one in private]
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
            ours, theirs = keys.did_key_document(did), case["didDocument"]
            assert [ours[name] for name in relations] == [theirs[name] for name in relations]

    @pytest.mark.parametrize("name", ["bls12381", "nist-curves", "rsa", "secp256k1", "x25519"])
    def test_refuses_the_other_kinds_of_key(self, corpus: Path, name: str) -> None:
        """Every did:key of another kind is a clear KeyFormatError."""
        vectors = json.loads((corpus / f"conformance/w3c-ccg+did-method-key/{name}.json").read_text())
        named = vectors["didDocument"] if name == "x25519" else vectors
        dids = [did for did in named if did.startswith("did:key:")]
        assert dids
        for did in dids:
            with pytest.raises(KeyFormatError):
                keys.did_key_document(did)

    def test_finds_its_own_key(self) -> None:
        """The document of a did:key binds the key to the did."""
        did = keys.did_key(ONE)
        found = keys.find_key(
            keys.did_key_document(did), verification_method=f"{did}#{ONE.multikey}", issuer=did
        )
        assert found == ONE

    @pytest.mark.parametrize(
        "did", ["", "did:key:", "did:web:a.nl", f"did:key:{ONE.multikey}#x", "did:key:z6Mk"]
    )
    def test_refuses_what_is_no_did_key(self, did: str) -> None:
        """Other methods, cut keys and key ids are refused."""
        with pytest.raises(KeyFormatError):
            keys.did_key_document(did)


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
        assert keys.did_web_url(did) == expected

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
            keys.did_web_url(f"did:web:{rest}")

    @pytest.mark.parametrize(
        "did", ["", "did:key:z6Mk", "did:web", "Did:web:a.nl", " did:web:a.nl", "xdid:web:a.nl"]
    )
    def test_refuses_other_methods(self, did: str) -> None:
        """Only did:web is read, from the first character on."""
        with pytest.raises(KeyFormatError):
            keys.did_web_url(did)

    @given(st.text(max_size=40))
    def test_never_leaves_the_host_that_is_shown(self, text: str) -> None:
        """Whatever is read, the address starts with the host of the did and ends in did.json."""
        try:
            url = keys.did_web_url(f"did:web:{text}")
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
        assert keys.did_web(folder) == did
        assert keys.did_web(folder + "/") == did

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
            keys.did_web(url)


class TestDidDocument:
    """`did_document`."""

    def test_lists_a_former_key_in_both_places(self) -> None:
        """A badge holds after its key was replaced, for peers ask for both lists."""
        made = keys.did_document(DID, assertion=[ONE], former=[TWO])
        for public in (ONE, TWO):
            method = f"{DID}#{public.multikey}"
            assert keys.find_key(made, verification_method=method, issuer=DID) == public

    def test_takes_a_withdrawn_key_out_of_assertion_method(self) -> None:
        """Nothing that a stolen key signed is accepted, though the key is still named."""
        made = keys.did_document(DID, assertion=[ONE], withdrawn=[THREE])
        assert len(made["verificationMethod"]) == 2
        with pytest.raises(KeyBindingError, match="assertionMethod"):
            keys.find_key(made, verification_method=f"{DID}#{THREE.multikey}", issuer=DID)

    def test_has_the_shape_of_controlled_identifiers(self) -> None:
        """Contexts, id, and a Multikey whose id is the did and the key itself."""
        assert keys.did_document(DID, assertion=[ONE]) == {
            "@context": ["https://www.w3.org/ns/did/v1", "https://w3id.org/security/multikey/v1"],
            "id": DID,
            "verificationMethod": [
                {"id": METHOD, "type": "Multikey", "controller": DID, "publicKeyMultibase": ONE.multikey}
            ],
            "assertionMethod": [METHOD],
        }


class TestFindKey:
    """`find_key`."""

    def test_finds_the_key_that_is_bound(self) -> None:
        """The document of the issuer, its id, its controller and its list: all agree."""
        assert keys.find_key(document(), verification_method=METHOD, issuer=DID) == ONE

    def test_completes_relative_ids(self) -> None:
        """A document may write its own key as #z6Mk... (DID 1.0 3.2.2)."""
        made = document()
        made["verificationMethod"][0]["id"] = f"#{ONE.multikey}"
        made["assertionMethod"] = [f"#{ONE.multikey}"]
        assert keys.find_key(made, verification_method=METHOD, issuer=DID) == ONE

    @pytest.mark.parametrize(
        "change",
        [
            lambda made: made.update(id="did:web:ander.voorbeeld"),
            lambda made: made.update(id=[DID]),
            lambda made: made.pop("id"),
            lambda made: made.pop("assertionMethod"),
            lambda made: made.update(assertionMethod=[]),
            lambda made: made.update(assertionMethod=METHOD),
            lambda made: made.update(assertionMethod=[dict(made["verificationMethod"][0])]),
            lambda made: made.update(authentication=made.pop("assertionMethod")),
            lambda made: made.pop("verificationMethod"),
            lambda made: made.update(verificationMethod=made["verificationMethod"][0]),
            lambda made: made.update(verificationMethod=[METHOD]),
            lambda made: made["verificationMethod"].append(dict(made["verificationMethod"][0])),
            lambda made: made["verificationMethod"].append(
                dict(made["verificationMethod"][0], id=f"#{ONE.multikey}", publicKeyMultibase=TWO.multikey)
            ),
            lambda made: made["verificationMethod"][0].update(controller="did:web:ander.voorbeeld"),
            lambda made: made["verificationMethod"][0].update(controller=[DID]),
            lambda made: made["verificationMethod"][0].pop("controller"),
            lambda made: made["verificationMethod"][0].update(secretKeyMultibase="z3u2"),
        ],
    )
    def test_refuses_a_key_that_is_not_bound_in_every_way(self, change: Callable[[Any], object]) -> None:
        """One tie missing, doubled or of another form, and the key does not speak for the issuer."""
        with pytest.raises(KeyBindingError):
            keys.find_key(document(change), verification_method=METHOD, issuer=DID)

    @pytest.mark.parametrize(
        "change",
        [
            lambda method: method.update(type="JsonWebKey2020"),
            lambda method: method.update(type=["Multikey"]),
            lambda method: method.pop("publicKeyMultibase"),
            lambda method: method.update(publicKeyMultibase=["z6Mk"]),
            lambda method: method.update(publicKeyMultibase=ONE.multikey + "1"),
            lambda method: method.update(
                publicKeyMultibase="zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv"
            ),
        ],
    )
    def test_refuses_a_key_that_we_do_not_read(self, change: Callable[[Any], object]) -> None:
        """Other kinds and forms of key are a KeyFormatError: the key is there, but unread."""
        made = document(lambda made: change(made["verificationMethod"][0]))
        with pytest.raises(KeyFormatError):
            keys.find_key(made, verification_method=METHOD, issuer=DID)

    def test_refuses_every_crossed_pair(self) -> None:
        """Of a thousand and more pairs of key and issuer, only the issuer's own key is found."""
        dids = [f"did:web:a{number}.voorbeeld" for number in range(34)]
        documents = {did: keys.did_document(did, assertion=[key(at + 1)]) for at, did in enumerate(dids)}
        accepted = []
        for issuer in dids:
            for owner in dids:
                method = documents[owner]["assertionMethod"][0]  # type: ignore[index, call-overload]
                for given_document in (documents[issuer], documents[owner]):
                    try:
                        keys.find_key(given_document, verification_method=str(method), issuer=issuer)
                    except KeyBindingError:
                        continue
                    accepted.append((issuer, owner))
        assert {pair for pair in accepted if pair[0] != pair[1]} == set()
        assert len(accepted) == 2 * len(dids)

    @pytest.mark.parametrize(
        "method", ["", "#", DID, f"{DID}#", f"{METHOD}#x", f"{METHOD}x", f"x{METHOD}", f"#{ONE.multikey}"]
    )
    def test_refuses_a_method_that_is_not_the_keys_own_id(self, method: str) -> None:
        """Relative, cut and lengthened ids of a key are not looked up."""
        with pytest.raises(KeyBindingError):
            keys.find_key(document(), verification_method=method, issuer=DID)

    @pytest.mark.parametrize("member", ["expires", "revoked"])
    def test_lets_a_key_with_an_end_serve_only_proofs_from_before(self, member: str) -> None:
        """A proof from before the end counts; from the end on, or of no known time, it does not."""
        made = document(lambda made: made["verificationMethod"][0].update({member: "2026-06-26T12:00:00Z"}))
        before = NOON - timedelta(seconds=1)
        assert keys.find_key(made, verification_method=METHOD, issuer=DID, at=before) == ONE
        for at in (NOON, NOON + timedelta(days=1), None):
            with pytest.raises(KeyBindingError):
                keys.find_key(made, verification_method=METHOD, issuer=DID, at=at)

    @pytest.mark.parametrize("end", ["2026-06-26", "2026-06-26T12:00:00", "ooit", 5, True, [], ""])
    def test_refuses_a_key_whose_end_cannot_be_read(self, end: object) -> None:
        """An end that is no time with a zone counts as ended."""
        made = document(lambda made: made["verificationMethod"][0].update(expires=end))
        with pytest.raises(KeyBindingError):
            keys.find_key(made, verification_method=METHOD, issuer=DID, at=NOON - timedelta(days=1000))
