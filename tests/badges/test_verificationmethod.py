"""Verification methods: one kind of key, written in one way."""

from typing import Any

import pytest

from badges import base64url, multibase
from badges.errors import KeyBindingError, KeyFormatError
from badges.verificationmethod import is_method, read_method
from tests.badges.private_keys import ED25519_PUBLIC, P256_PUBLIC, RSA_NUMBERS, RSA_PUBLIC

OKP = {"kty": "OKP", "crv": "Ed25519", "x": base64url.encode(ED25519_PUBLIC.raw)}
RSA = {"kty": "RSA", "n": base64url.encode(RSA_NUMBERS.n.to_bytes(256, "big")), "e": "AQAB"}
GOOD: list[tuple[dict[str, Any], Any]] = [
    ({"type": "Multikey", "publicKeyMultibase": ED25519_PUBLIC.multikey}, ED25519_PUBLIC),
    ({"type": "Multikey", "publicKeyMultibase": P256_PUBLIC.multikey}, P256_PUBLIC),
    ({"type": "JsonWebKey", "publicKeyJwk": OKP}, ED25519_PUBLIC),
    ({"type": "JsonWebKey2020", "publicKeyJwk": RSA}, RSA_PUBLIC),
    ({"type": "Ed25519VerificationKey2020", "publicKeyMultibase": ED25519_PUBLIC.multikey}, ED25519_PUBLIC),
    (
        {"type": "Ed25519VerificationKey2018", "publicKeyBase58": multibase.encode(ED25519_PUBLIC.raw)},
        ED25519_PUBLIC,
    ),
    ({"type": "EcdsaSecp256r1VerificationKey2019", "publicKeyMultibase": P256_PUBLIC.multikey}, P256_PUBLIC),
]


class TestReadMethod:
    """`read_method`."""

    @pytest.mark.parametrize(("method", "expected"), GOOD)
    def test_reads_each_type(self, method: dict[str, Any], expected: object) -> None:
        """In the member that goes with it."""
        assert expected == read_method(method)

    @pytest.mark.parametrize(("method", "_"), GOOD)
    def test_refuses_two_keys(self, method: dict[str, Any], _: object) -> None:
        """Which of them counts, readers would not agree on (DID 1.0 5.2.1)."""
        other = "publicKeyPem" if "publicKeyJwk" in method else "publicKeyJwk"
        with pytest.raises(KeyFormatError):
            read_method(method | {other: OKP})

    @pytest.mark.parametrize(("method", "_"), GOOD)
    @pytest.mark.parametrize("name", ["secretKeyMultibase", "privateKeyJwk", "privateKeyBase58"])
    def test_refuses_a_key_with_its_private_half(self, method: dict[str, Any], _: object, name: str) -> None:
        """Anyone can sign with it, so it binds nobody."""
        with pytest.raises(KeyBindingError):
            read_method(method | {name: "z"})

    @pytest.mark.parametrize(
        "method",
        [
            {},
            {"type": None},
            {"type": ["Multikey"]},
            {"type": "EcdsaSecp256k1VerificationKey2019", "publicKeyJwk": OKP},
            {"type": "Multikey"},
            {"type": "Multikey", "publicKeyMultibase": None},
            {"type": "Multikey", "publicKeyJwk": OKP},
            {"type": "JsonWebKey", "publicKeyJwk": "AAAA"},
            {"type": "JsonWebKey", "publicKeyMultibase": ED25519_PUBLIC.multikey},
            {"type": "Ed25519VerificationKey2018", "publicKeyBase58": ED25519_PUBLIC.multikey},
            {"type": "Ed25519VerificationKey2018", "publicKeyBase58": 5},
            {"type": "Ed25519VerificationKey2020", "publicKeyMultibase": P256_PUBLIC.multikey},
            {
                "type": "EcdsaSecp256r1VerificationKey2019",
                "publicKeyMultibase": ED25519_PUBLIC.multikey,
            },
        ],
    )
    def test_cannot_read_other_forms(self, method: dict[str, Any]) -> None:
        """Another type, another member, another kind of key than the type says."""
        with pytest.raises(KeyFormatError):
            read_method(method)


class TestIsMethod:
    """`is_method`."""

    def test_tells_a_key_from_a_list_of_keys(self) -> None:
        """By its type alone."""
        assert [True, False, False, False] == [
            is_method(document)
            for document in (
                GOOD[0][0],
                {"type": "Profile"},
                {"type": ["Multikey"]},
                {"verificationMethod": []},
            )
        ]
