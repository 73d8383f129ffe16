"""Ed25519: strict public keys, private keys that do not leak."""

import copy
import json
import pickle
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from hypothesis import given
from hypothesis import strategies as st

from badges.cryptosuites.suite import read_value, write_value
from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import KeyFormatError, ProofMalformedError, SignatureError

PRIME = 2**255 - 19
ORDER = 2**252 + 27742317777372353535851937790883648493
SEED = bytes(range(32))
PUBLIC = PublicKey(Ed25519PrivateKey.from_private_bytes(SEED).public_key().public_bytes_raw())


def small_order_coordinates() -> set[int]:
    """Compute the y of every point whose order divides eight, from the equation of the curve."""
    d = -121665 * pow(121666, -1, PRIME) % PRIME
    # A point of order eight doubles to one of order four, where y = 0: there x² = -y², so d·y⁴ + 2·y² = 1.
    root = pow((1 + d) % PRIME, (PRIME + 3) // 8, PRIME)
    if (root * root - 1 - d) % PRIME:
        root = root * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
    found = {0, 1, PRIME - 1}
    for sign in (1, -1):
        square = (-1 + sign * root) * pow(d, -1, PRIME) % PRIME
        y = pow(square, (PRIME + 3) // 8, PRIME)
        if (y * y - square) % PRIME:
            y = y * pow(2, (PRIME - 1) // 4, PRIME) % PRIME
        if (y * y - square) % PRIME == 0:
            found |= {y, PRIME - y}
    return found


class TestPublicKey:
    """`PublicKey`."""

    @pytest.mark.parametrize("sign", [0, 1 << 255])
    def test_refuses_every_point_of_small_order(self, sign: int) -> None:
        """All five coordinates that the curve's equation gives are refused, with either sign."""
        coordinates = small_order_coordinates()
        assert len(coordinates) == 5
        for y in coordinates:
            with pytest.raises(KeyFormatError):
                PublicKey((y | sign).to_bytes(32, "little"))

    @pytest.mark.parametrize("y", [PRIME, PRIME + 1, PRIME + 3, 2**255 - 1])
    def test_refuses_a_second_spelling_of_a_coordinate(self, y: int) -> None:
        """A coordinate at or past the prime is refused (RFC 8032 5.1.3)."""
        with pytest.raises(KeyFormatError):
            PublicKey(y.to_bytes(32, "little"))

    @pytest.mark.parametrize("size", [0, 31, 33])
    def test_refuses_another_length(self, size: int) -> None:
        """A key has 32 bytes."""
        with pytest.raises(KeyFormatError):
            PublicKey(b"\x07" * size)


class TestFromMultikey:
    """`PublicKey.from_multikey`."""

    def test_undoes_multikey(self) -> None:
        """What was written is read back."""
        assert PublicKey.from_multikey(PUBLIC.multikey) == PUBLIC

    def test_writes_the_prefix_that_everyone_knows(self) -> None:
        """Multicodec 0xed01 in base58btc gives z6Mk."""
        assert PUBLIC.multikey[:4] == "z6Mk"

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "z",
            PUBLIC.multikey[1:],
            "u" + PUBLIC.multikey[1:],
            "f" + (b"\xed\x01" + PUBLIC.raw).hex(),
            PUBLIC.multikey + "1",
            PUBLIC.multikey + "\n",
            PUBLIC.multikey[:-1],
            " " + PUBLIC.multikey,
            "z1" + PUBLIC.multikey[1:],
            "z6LSbysY2xFMRpGMhb7tFTLMpeuPRaqaWM1yECx2AtzE3KCc",
            "zDnaerx9CtbPJ1q36T5Ln5wYt3MQYeGRG5ehnPAmxcf5mDZpv",
        ],
    )
    def test_refuses_everything_else(self, text: str) -> None:
        """Another base, another kind of key, trailing data: none is a Multikey of Ed25519."""
        with pytest.raises(KeyFormatError):
            PublicKey.from_multikey(text)


class TestCheck:
    """`PublicKey.check`, in the way proofs come to it: through a proof value."""

    def test_agrees_with_wycheproof(self, corpus: Path) -> None:
        """All 151 cases come out as published; a key of the set that we refuse signs nothing valid."""
        path = corpus / "security/C2SP+wycheproof/testvectors_v1/ed25519_test.json"
        groups = json.loads(path.read_text())["testGroups"]
        cases = [(group["publicKey"]["pk"], case) for group in groups for case in group["tests"]]
        wrong = [
            case["tcId"]
            for public, case in cases
            if (case["result"] == "valid") != self._holds(public, case["sig"], case["msg"])
        ]
        assert (len(cases), wrong) == (151, [])

    @staticmethod
    def _holds(public: str, signature: str, message: str) -> bool:
        """Tell whether our path from proof value to verdict accepts a case."""
        try:
            key = PublicKey(bytes.fromhex(public))
            value = read_value(write_value(bytes.fromhex(signature)), size=key.signature_bytes)
            key.check(value, data=bytes.fromhex(message))
        except (KeyFormatError, ProofMalformedError, SignatureError):
            return False
        return True

    @given(st.binary(max_size=200))
    def test_accepts_what_the_signer_signed(self, data: bytes) -> None:
        """A signature of ours holds."""
        signature = Ed25519Signer(SEED, verification_method="did:example:a#b").sign(data)
        PUBLIC.check(signature, data=data)

    @given(st.integers(min_value=0, max_value=511), st.binary(max_size=100))
    def test_refuses_every_flipped_bit(self, bit: int, data: bytes) -> None:
        """One bit changed in the signature, and it does not hold."""
        signature = Ed25519Signer(SEED, verification_method="did:example:a#b").sign(data)
        flipped = int.from_bytes(signature, "big") ^ (1 << bit)
        with pytest.raises(SignatureError):
            PUBLIC.check(flipped.to_bytes(64, "big"), data=data)

    def test_refuses_a_malleable_signature(self) -> None:
        """S plus the order of the group is the same number to a lax reader; it is refused."""
        signature = Ed25519Signer(SEED, verification_method="did:example:a#b").sign(b"text")
        bigger = int.from_bytes(signature[32:], "little") + ORDER
        with pytest.raises(SignatureError):
            PUBLIC.check(signature[:32] + bigger.to_bytes(32, "little"), data=b"text")

    @pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"\0" * 63, b"\0" * 65])
    def test_refuses_empty_and_cut_signatures(self, signature: bytes) -> None:
        """No bytes, 63, 65 and all zeros hold for nothing."""
        with pytest.raises(SignatureError):
            PUBLIC.check(signature, data=b"text")


class TestEd25519Signer:
    """`Ed25519Signer`."""

    SIGNER = Ed25519Signer(SEED, verification_method="did:example:a#b")

    def test_refuses_a_seed_of_another_length_without_telling_it(self) -> None:
        """The error names the length that a seed has, not the seed."""
        with pytest.raises(KeyFormatError) as caught:
            Ed25519Signer(b"geheim", verification_method="did:example:a#b")
        assert "geheim" not in repr(caught.value)

    def test_shows_no_key_in_its_text(self) -> None:
        """The text of a signer holds its address only."""
        assert repr(self.SIGNER) == "Ed25519Signer(verification_method='did:example:a#b')"
        assert str(self.SIGNER) == repr(self.SIGNER)

    def test_has_no_attribute_that_holds_the_key(self) -> None:
        """None of its attributes is, or shows, the bytes of the key."""
        shown = [repr(getattr(self.SIGNER, name)) for name in Ed25519Signer.__slots__]
        assert not any(SEED.hex() in text or repr(SEED) in text for text in shown)

    @pytest.mark.parametrize("take", [pickle.dumps, copy.copy, copy.deepcopy])
    def test_refuses_to_be_copied(self, take: object) -> None:
        """Pickle and copy raise: a private key has one place."""
        assert callable(take)
        with pytest.raises(TypeError, match="cannot be copied"):
            take(self.SIGNER)

    def test_knows_its_public_key(self) -> None:
        """The public key is that of the seed."""
        assert self.SIGNER.public_key == PUBLIC
