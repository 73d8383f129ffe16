"""What all suites share: proof values in one spelling, and keys of the right kind only."""

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.cryptosuites import ecdsa_jcs_2019, eddsa_jcs_2022
from badges.cryptosuites.suite import Unsecured, read_value, write_value
from badges.ed25519 import Ed25519Signer
from badges.errors import ProofMalformedError, SignatureError
from badges.strictjson import JsonObject


def refuse(document: JsonObject) -> bytes:
    """Stand in for an engine that must not be needed."""
    raise AssertionError(document)


class TestReadValue:
    """`read_value`."""

    @given(st.binary(min_size=64, max_size=64))
    def test_undoes_write_value(self, signature: bytes) -> None:
        """What was written is read back."""
        assert read_value(write_value(signature), size=64) == signature

    @pytest.mark.parametrize(
        "value",
        [
            "",
            "z",
            "u" + "A" * 86,
            "f" + "00" * 64,
            write_value(b"\x01" * 63),
            write_value(b"\x01" * 65),
            write_value(b"\x01" * 64)[1:],
            write_value(b"\x01" * 64) + "\n",
            " " + write_value(b"\x01" * 64),
            "z1" + write_value(b"\x01" * 64)[1:],
            write_value(b"\x01" * 64).replace("z", "Z", 1),
            write_value(b"\x01" * 64)[:-1] + "0",
        ],
    )
    def test_refuses_other_forms(self, value: str) -> None:
        """Another base, 63 or 65 bytes, or characters besides."""
        with pytest.raises(ProofMalformedError):
            read_value(value, size=64)

    @pytest.mark.parametrize("size", [64, 96])
    def test_asks_for_the_size_of_the_key(self, size: int) -> None:
        """A signature of P-384 is longer; neither is read as the other."""
        value = write_value(b"\x01" * size)
        assert read_value(value, size=size) == b"\x01" * size
        with pytest.raises(ProofMalformedError):
            read_value(value, size=160 - size)


class TestUnsecured:
    """`Unsecured`."""

    def test_writes_the_canonical_form_once(self) -> None:
        """However many proofs ask for it, the engine is asked once."""
        asked: list[JsonObject] = []
        unsecured = Unsecured({"a": 1}, lambda document: asked.append(document) or b"nquads")  # type: ignore[func-returns-value]  # so `or`
        assert [unsecured.nquads, unsecured.nquads] == [b"nquads", b"nquads"]
        assert asked == [{"a": 1}]


class TestCheck:
    """`Cryptosuite.check`."""

    KEY = Ed25519Signer(bytes(range(32)), verification_method="did:example:a#b").public_key

    def test_takes_all_zeros_as_a_form_that_does_not_hold(self) -> None:
        """Sixty-four zeros have the right form; no key made them."""
        with pytest.raises(SignatureError):
            eddsa_jcs_2022.SUITE.check(
                write_value(bytes(64)), unsecured=Unsecured({}, refuse), options={}, key=self.KEY
            )

    def test_refuses_a_key_of_another_kind(self) -> None:
        """A true signature of Ed25519 is none of a suite of ECDSA: the suite says which keys it takes."""
        unsecured = Unsecured({"a": 1}, refuse)
        data = eddsa_jcs_2022.SUITE.to_sign(unsecured, options={}, algorithm="Ed25519")
        signer = Ed25519Signer(bytes(range(32)), verification_method="did:example:a#b")
        value = write_value(signer.sign(data))
        eddsa_jcs_2022.SUITE.check(value, unsecured=unsecured, options={}, key=self.KEY)
        with pytest.raises(SignatureError, match="ecdsa-jcs-2019"):
            ecdsa_jcs_2019.SUITE.check(value, unsecured=unsecured, options={}, key=self.KEY)
