"""JSON Web Keys: public ones, in the one spelling that each has."""

import json
from pathlib import Path
from typing import Any

import pytest

from badges import base64url, jws
from badges.ecdsa import P256, P384
from badges.errors import BadgeError, KeyFormatError
from badges.jwk import is_private, read_jwk
from tests.badges.private_keys import P256_PUBLIC, P384_PUBLIC, RSA_NUMBERS, RSA_PUBLIC, coordinates


def ec_jwk(curve: Any) -> dict[str, Any]:
    """Write a key of a curve as a JWK."""
    x, y = map(base64url.encode, coordinates(curve))
    return {"kty": "EC", "crv": curve.name, "x": x, "y": y}


ED25519 = {"kty": "OKP", "crv": "Ed25519", "x": "11qYAYKxCrfVS_7TyWQHOg7hcvPapiMlrwIaaPcHURo"}
RSA = {"kty": "RSA", "n": base64url.encode(RSA_NUMBERS.n.to_bytes(256, "big")), "e": "AQAB"}


class TestReadJwk:
    """`read_jwk`."""

    @pytest.mark.parametrize(
        "members",
        [
            {},
            {"kid": "https://school.example/keys/1", "x5t": "AAAA"},
            {"use": "sig"},
            {"key_ops": ["verify"]},
            {"key_ops": ["sign", "verify"], "use": "sig"},
        ],
    )
    def test_reads_each_kind(self, members: dict[str, Any]) -> None:
        """Ed25519, P-256, P-384 and RSA, with what a JWK may say besides."""
        read = [read_jwk(key | members) for key in (ED25519, ec_jwk(P256), ec_jwk(P384), RSA)]
        assert ["Ed25519", "P-256", "P-384", "RSA"] == [key.algorithm for key in read]
        assert [P256_PUBLIC, P384_PUBLIC, RSA_PUBLIC] == read[1:]

    def test_reads_the_key_of_the_standard(self) -> None:
        """That of RFC 8037 A.2, with the signature of A.4."""
        token = (
            b"eyJhbGciOiJFZERTQSJ9.RXhhbXBsZSBvZiBFZDI1NTE5IHNpZ25pbmc.hgyY0il_MGCjP0JzlnLWG1PPOt7-09PGcvMg3AIb"
            b"QR6dWbhijcNR4ki4iylGjg5BhVsPt9g7sVvpAr_MuM0KAg"
        )
        jws.check(jws.split(token), key=read_jwk({**ED25519}))

    @pytest.mark.parametrize("name", ["d", "p", "q", "dp", "dq", "qi", "oth", "k"])
    def test_refuses_a_private_key(self, name: str) -> None:
        """Whatever the member holds, also nothing."""
        made: Any = ED25519 | {name: ""}
        assert is_private(made)
        with pytest.raises(KeyFormatError):
            read_jwk(made)

    @pytest.mark.parametrize(
        ("key", "changes"),
        [
            (ED25519, {"kty": "EC"}),
            (ED25519, {"kty": "oct"}),
            (ED25519, {"kty": None}),
            (ED25519, {"kty": ["OKP"]}),
            (ED25519, {"crv": "X25519"}),
            (ED25519, {"crv": "Ed448"}),
            (ED25519, {"crv": None}),
            (ED25519, {"x": ED25519["x"] + "="}),
            (ED25519, {"x": ED25519["x"][:-1]}),
            (ED25519, {"x": ED25519["x"] + "AA"}),
            (ED25519, {"x": ED25519["x"][:-1] + "p"}),
            (ED25519, {"x": None}),
            (ED25519, {"x": 5}),
            (ED25519, {"x": base64url.encode(bytes(32))}),
            (ec_jwk(P256), {"crv": "P-384"}),
            (ec_jwk(P256), {"crv": "secp256k1"}),
            (ec_jwk(P256), {"crv": "P-521"}),
            (ec_jwk(P256), {"crv": ["P-256"]}),
            (ec_jwk(P256), {"y": ec_jwk(P256)["x"]}),
            (ec_jwk(P256), {"y": None}),
            (ec_jwk(P256), {"x": "AA" + ec_jwk(P256)["x"]}),
            (ec_jwk(P256), {"x": "A" * 100_000}),
            (RSA, {"e": "AAEAAQ"}),
            (RSA, {"e": "AQ"}),
            (RSA, {"e": ""}),
            (RSA, {"n": "AA" + RSA["n"]}),
            (RSA, {"n": RSA["n"][:172]}),
            (RSA, {"n": "A" * 100_000}),
        ],
    )
    def test_refuses_other_forms(self, key: dict[str, Any], changes: dict[str, Any]) -> None:
        """Another kind, another size, padding, bits left over, no point of the curve, leading zeros."""
        with pytest.raises(KeyFormatError):
            read_jwk(key | changes)

    @pytest.mark.parametrize(
        "members",
        [
            {"use": "enc"},
            {"use": None},
            {"use": ["sig"]},
            {"key_ops": ["encrypt"]},
            {"key_ops": []},
            {"key_ops": "verify"},
            {"key_ops": None},
            {"alg": "ES256K"},
            {"alg": "none"},
            {"alg": None},
            {"alg": ["ES256"]},
        ],
    )
    def test_refuses_a_key_for_something_else(self, members: dict[str, Any]) -> None:
        """`use`, `key_ops` and `alg` are asked where they are there (RFC 7517 4.2-4.4)."""
        for key in (ED25519, ec_jwk(P256), RSA):
            with pytest.raises(KeyFormatError):
                read_jwk(key | members)

    def test_agrees_with_wycheproof(self, corpus: Path) -> None:
        """Of the 26 sets of keys no invalid one is accepted; those that we refuse besides are symmetric."""
        path = corpus / "security/C2SP+wycheproof/testvectors_v1/json_web_key_test.json"
        groups = json.loads(path.read_text())["testGroups"]
        cases = [
            (group.get("public", group["private"])["keys"], case)
            for group in groups
            for case in group["tests"]
        ]
        accepted = {(case["tcId"], case["result"]) for keys, case in cases if self._holds(keys, case["jws"])}
        refused = {keys[0]["kty"] for keys, case in cases if case["result"] == "valid" and case["tcId"] != 5}
        assert (26, {(5, "valid")}, {"oct"}) == (len(cases), accepted, refused)

    @staticmethod
    def _holds(keys: list[dict[str, Any]], token: str) -> bool:
        """Tell whether any key of a set makes a token hold."""
        for key in keys:
            try:
                jws.check(jws.split(token.encode()), key=read_jwk(key))
            except BadgeError:
                continue
            return True
        return False
