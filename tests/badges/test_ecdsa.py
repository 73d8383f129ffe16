"""ECDSA: points of the curve only, signatures of one length only."""

import copy
import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import ec
from hypothesis import given
from hypothesis import strategies as st

from badges.cryptosuites.suite import read_value, write_value
from badges.ecdsa import P256, P384, Curve, EcdsaKey, P256Signer, new_secret
from badges.errors import KeyFormatError, ProofMalformedError, SignatureError
from tests.badges.private_keys import EC, P256_PUBLIC, P384_PUBLIC, coordinates, public_of, sign_ec

ORDER = 0xFFFFFFFF00000000FFFFFFFFFFFFFFFFBCE6FAADA7179E84F3B9CAC2FC632551
CURVES = pytest.mark.parametrize("curve", [P256, P384], ids=["P-256", "P-384"])


class TestEcdsaKey:
    """`EcdsaKey`."""

    @CURVES
    def test_is_the_same_by_point_and_by_coordinates(self, curve: Curve) -> None:
        """The sign of y stands in the first byte."""
        assert EcdsaKey(curve, public_of(curve).point) == public_of(curve)

    @CURVES
    @pytest.mark.parametrize(
        "change",
        [
            lambda point: b"",
            lambda point: b"\0" + point[1:],
            lambda point: b"\x04" + point[1:],
            lambda point: point[:-1],
            lambda point: point + b"\0",
            lambda point: b"\x02" + b"\xff" * (len(point) - 1),
            lambda point: b"\x02" + bytes(len(point) - 2) + b"\x01",
        ],
    )
    def test_refuses_what_is_no_point(self, curve: Curve, change: object) -> None:
        """Another length or form, a coordinate past the prime, and an x without a y."""
        assert callable(change)
        point = change(public_of(curve).point)
        if curve is P384 and point == b"\x02" + bytes(47) + b"\x01":
            point = b"\x02" + bytes(47) + b"\x04"
        with pytest.raises(KeyFormatError):
            EcdsaKey(curve, point)

    @CURVES
    def test_refuses_coordinates_of_another_curve(self, curve: Curve) -> None:
        """A y that does not belong to the x, and coordinates of another size (invalid-curve attack)."""
        x, y = coordinates(curve)
        for one, other in (
            (x, x),
            (x, y[:-2] + bytes([y[-2] ^ 1, y[-1]])),
            (x[1:], y),
            (b"\0" + x, y),
            (b"", b""),
        ):
            with pytest.raises(KeyFormatError):
                EcdsaKey.from_coordinates(curve, x=one, y=other)


class TestCheck:
    """`EcdsaKey.check`, in the way proofs come to it: through a proof value."""

    @pytest.mark.parametrize(
        ("name", "curve", "size"),
        [
            ("ecdsa_secp256r1_sha256_p1363_test.json", P256, 262),
            ("ecdsa_secp384r1_sha384_p1363_test.json", P384, 280),
        ],
    )
    def test_agrees_with_wycheproof(self, corpus: Path, name: str, curve: Curve, size: int) -> None:
        """Every case comes out as published, also those that only fail to be cut in the right place."""
        groups = json.loads((corpus / "security/C2SP+wycheproof/testvectors_v1" / name).read_text())[
            "testGroups"
        ]
        cases = [(group["publicKey"]["uncompressed"], case) for group in groups for case in group["tests"]]
        wrong = [
            case["tcId"]
            for point, case in cases
            if (case["result"] == "valid") != self._holds(curve, point, case["sig"], case["msg"])
        ]
        assert (size, []) == (len(cases), wrong)

    @staticmethod
    def _holds(curve: Curve, point: str, signature: str, message: str) -> bool:
        """Tell whether our path from coordinates and proof value to verdict accepts a case."""
        raw = bytes.fromhex(point)
        x, y = raw[1 : 1 + curve.size], raw[1 + curve.size :]
        try:
            key = EcdsaKey.from_coordinates(curve, x=x, y=y)
            value = read_value(write_value(bytes.fromhex(signature)), size=key.signature_bytes)
            key.check(value, data=bytes.fromhex(message))
        except (KeyFormatError, ProofMalformedError, SignatureError):
            return False
        return True

    @CURVES
    @given(data=st.binary(max_size=100))
    def test_accepts_what_was_signed(self, curve: Curve, data: bytes) -> None:
        """A true signature holds."""
        public_of(curve).check(sign_ec(curve, data), data=data)

    @CURVES
    @given(bit=st.integers(min_value=0, max_value=511))
    def test_refuses_every_flipped_bit(self, curve: Curve, bit: int) -> None:
        """One bit changed in the signature, and it does not hold."""
        flipped = int.from_bytes(sign_ec(curve, b"text"), "big") ^ (1 << bit)
        with pytest.raises(SignatureError):
            public_of(curve).check(flipped.to_bytes(2 * curve.size, "big"), data=b"text")

    @CURVES
    def test_refuses_a_signature_of_another_length(self, curve: Curve) -> None:
        """Empty, cut, with zeros before the numbers or behind, or in DER."""
        made = sign_ec(curve, b"text")
        der = EC[curve].sign(b"text", ec.ECDSA(curve.digest()))
        half = curve.size
        longer = b"\0" + made[:half] + b"\0" + made[half:]
        for other in (b"", made[:-1], made + b"\0", longer, der, bytes(2 * half)):
            with pytest.raises(SignatureError):
                public_of(curve).check(other, data=b"text")

    def test_refuses_a_number_past_the_order(self) -> None:
        """S plus the order of the group is the same number to a lax reader."""
        made = sign_ec(P256, b"text")
        for past in (ORDER, int.from_bytes(made[32:], "big") + ORDER):
            with pytest.raises(SignatureError):
                P256_PUBLIC.check(made[:32] + (past % 2**256).to_bytes(32, "big"), data=b"text")

    def test_tells_the_size_of_its_signatures(self) -> None:
        """Two numbers, each as long as a coordinate."""
        assert [("P-256", 64), ("P-384", 96)] == [
            (key.algorithm, key.signature_bytes) for key in (P256_PUBLIC, P384_PUBLIC)
        ]


class TestP256Signer:
    """`P256Signer` signs the same way each time, and shows no secret."""

    SECRET = bytes.fromhex("C9AFA9D845BA75166B5C215767B1D6934E50C3DB36E89B127B8A622B120F6721")

    def test_signs_as_the_example_of_the_standard(self) -> None:
        """RFC 6979 A.2.5, SHA-256, "sample"."""
        expected = (
            "EFD48B2AACB6A8FD1140DD9CD45E81D69D2C877B56AAF991C34D0EA84EAF3716"
            "F7CB1C942D657C41D436C7A1B6E29F65F3E900DBB9AFF4064DC4AB2F843ACDA8"
        )
        assert (
            expected
            == P256Signer(self.SECRET, verification_method="did:key:x#x").sign(b"sample").hex().upper()
        )

    def test_signs_what_its_public_key_checks(self) -> None:
        """Any secret that was drawn."""
        signer = P256Signer(new_secret(), verification_method="did:key:x#x")
        signer.public_key.check(signer.sign(b"badge"), data=b"badge")

    @pytest.mark.parametrize("secret", [b"", bytes(31), bytes(32), b"\xff" * 32, bytes(33)])
    def test_refuses_what_is_no_secret(self, secret: bytes) -> None:
        """Another length, zero, or a number beyond the order of the curve."""
        with pytest.raises(KeyFormatError):
            P256Signer(secret, verification_method="did:key:x#x")

    def test_cannot_be_copied_or_shown(self) -> None:
        """A private key has one place."""
        signer = P256Signer(self.SECRET, verification_method="did:key:x#x")
        assert "P256Signer(verification_method='did:key:x#x')" == repr(signer)
        with pytest.raises(TypeError):
            copy.copy(signer)
