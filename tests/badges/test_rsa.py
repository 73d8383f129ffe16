"""RSA: keys that are worth something, signatures of one length."""

import json
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric import padding
from cryptography.hazmat.primitives.hashes import SHA256, SHA384, SHA512

from badges.errors import KeyFormatError, SignatureError
from badges.pem import read_pem
from badges.rsa import RsaKey
from badges.verificationkey import VerificationKey
from tests.badges.private_keys import RSA, RSA_NUMBERS, RSA_PUBLIC


class TestRsaKey:
    """`RsaKey`."""

    @pytest.mark.parametrize("exponent", [-3, 0, 1, 2, 4, 65536, 2**64 + 1])
    def test_refuses_an_unsafe_exponent(self, exponent: int) -> None:
        """With 1 every text is its own signature; an even one is none; a long one only costs time."""
        with pytest.raises(KeyFormatError):
            RsaKey(modulus=RSA_NUMBERS.n, exponent=exponent)

    @pytest.mark.parametrize("modulus", [0, 2**1024 + 1, 2**2047 - 1, 2**2047, 2**8192 + 1])
    def test_refuses_a_modulus_of_another_size(self, modulus: int) -> None:
        """Fewer than 2048 bits, more than 8192, or even."""
        with pytest.raises(KeyFormatError):
            RsaKey(modulus=modulus, exponent=65537)

    def test_refuses_a_modulus_of_the_weak_chips(self) -> None:
        """A power of 65537 modulo every small prime: so those chips made theirs (CVE-2017-15361)."""
        with pytest.raises(KeyFormatError, match="CVE-2017-15361"):
            RsaKey(modulus=65537**128, exponent=65537)


class TestCheck:
    """`RsaKey.check`."""

    def test_agrees_with_wycheproof(self, corpus: Path) -> None:
        """All 259 cases: every valid one holds, no invalid one does; one is left to the reader."""
        path = corpus / "security/C2SP+wycheproof/testvectors_v1/rsa_signature_2048_sha256_test.json"
        groups = json.loads(path.read_text())["testGroups"]
        cases = [(read_pem(group["publicKeyPem"]), case) for group in groups for case in group["tests"]]
        outcome = [(case["result"], self._holds(key, case["sig"], case["msg"])) for key, case in cases]
        assert 259 == len(cases)
        assert {("valid", True): 9, ("invalid", False): 249} == {
            pair: outcome.count(pair) for pair in set(outcome) if pair[0] != "acceptable"
        }

    @staticmethod
    def _holds(key: VerificationKey, signature: str, message: str) -> bool:
        """Tell whether a case is accepted."""
        try:
            key.check(bytes.fromhex(signature), data=bytes.fromhex(message))
        except SignatureError:
            return False
        return True

    def test_accepts_rs256_only(self) -> None:
        """By SHA-256 and PKCS #1 v1.5; other hashes and other paddings do not hold."""
        RSA_PUBLIC.check(RSA.sign(b"text", padding.PKCS1v15(), SHA256()), data=b"text")
        pss = padding.PSS(padding.MGF1(SHA256()), 32)
        others = [(padding.PKCS1v15(), SHA384()), (padding.PKCS1v15(), SHA512()), (pss, SHA256())]
        for way, digest in others:
            with pytest.raises(SignatureError):
                RSA_PUBLIC.check(RSA.sign(b"text", way, digest), data=b"text")

    def test_refuses_a_signature_of_another_length(self) -> None:
        """Empty, cut, or with a zero before it."""
        made = RSA.sign(b"text", padding.PKCS1v15(), SHA256())
        assert 256 == RSA_PUBLIC.signature_bytes
        for other in (b"", made[:-1], b"\0" + made, made + b"\0", bytes(256)):
            with pytest.raises(SignatureError):
                RSA_PUBLIC.check(other, data=b"text")
