"""What another library says of Ed25519: the same, of every published case and of whatever we sign."""

import json
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from badges.ed25519 import Ed25519Signer, PublicKey
from badges.errors import KeyFormatError, SignatureError
from badges.libsodium import SodiumKey
from tests.badges.test_ed25519 import ORDER, PUBLIC, SEED

SIGNER = Ed25519Signer(SEED, verification_method="did:example:a#b")
KEY = SodiumKey.of(PUBLIC)


class TestCheck:
    """`SodiumKey.check`."""

    def test_agrees_with_wycheproof(self, corpus: Path) -> None:
        """All 151 cases come out as published, where the key is one that we take."""
        path = corpus / "security/C2SP+wycheproof/testvectors_v1/ed25519_test.json"
        groups = json.loads(path.read_text())["testGroups"]
        cases = [(group["publicKey"]["pk"], case) for group in groups for case in group["tests"]]
        wrong = [case["tcId"] for pk, case in cases if (case["result"] == "valid") != _holds(pk, case)]
        assert (len(cases), wrong) == (151, [])

    @given(st.binary(max_size=200))
    def test_accepts_what_the_signer_signed(self, data: bytes) -> None:
        """A signature of ours holds."""
        KEY.check(SIGNER.sign(data), data=data)

    @given(st.integers(min_value=0, max_value=511), st.binary(max_size=100))
    def test_refuses_every_flipped_bit(self, bit: int, data: bytes) -> None:
        """One bit changed in the signature, and it does not hold."""
        flipped = int.from_bytes(SIGNER.sign(data), "big") ^ (1 << bit)
        with pytest.raises(SignatureError):
            KEY.check(flipped.to_bytes(64, "big"), data=data)

    def test_refuses_a_malleable_signature(self) -> None:
        """S plus the order of the group is the same number to a lax reader; it is refused."""
        signature = SIGNER.sign(b"text")
        bigger = int.from_bytes(signature[32:], "little") + ORDER
        with pytest.raises(SignatureError):
            KEY.check(signature[:32] + bigger.to_bytes(32, "little"), data=b"text")

    @pytest.mark.parametrize("signature", [b"", b"\0" * 64, b"\0" * 63, b"\0" * 65])
    def test_refuses_empty_and_cut_signatures(self, signature: bytes) -> None:
        """No bytes, 63, 65 and all zeros hold for nothing."""
        with pytest.raises(SignatureError):
            KEY.check(signature, data=b"text")


def _holds(public: str, case: dict[str, str]) -> bool:
    try:
        key = SodiumKey.of(PublicKey(bytes.fromhex(public)))
        key.check(bytes.fromhex(case["sig"]), data=bytes.fromhex(case["msg"]))
    except (KeyFormatError, SignatureError):
        return False
    return True
