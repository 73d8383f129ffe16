"""Multikeys of every kind: one spelling, one kind, nothing besides."""

import pytest

from badges import multibase
from badges.ecdsa import EcdsaKey
from badges.errors import KeyFormatError
from badges.multikey import read_multikey
from tests.badges.private_keys import P256_PUBLIC, P384_PUBLIC

ED25519 = "z6MkrJVnaZkeFzdQyMZu1cgjg7k1pZZ6pvBQ7XJPt4swbTQ2"


class TestReadMultikey:
    """`read_multikey`."""

    def test_undoes_multikey(self) -> None:
        """What was written is read back, and begins as everyone knows it."""
        assert [P256_PUBLIC, P384_PUBLIC] == [
            read_multikey(key.multikey) for key in (P256_PUBLIC, P384_PUBLIC)
        ]
        assert ["zDn", "z82"] == [key.multikey[:3] for key in (P256_PUBLIC, P384_PUBLIC)]
        assert ("Ed25519", ED25519) == (read_multikey(ED25519).algorithm, read_multikey(ED25519).multikey)

    @pytest.mark.parametrize("key", [P256_PUBLIC, P384_PUBLIC], ids=["P-256", "P-384"])
    def test_refuses_other_spellings(self, key: EcdsaKey) -> None:
        """Another base, trailing data, a cut key, the point in full, a point that is none."""
        good = key.multikey
        codec, point = key.curve.multicodec, key.point
        raws = [
            codec + point + b"\0",
            codec + point[:-1],
            codec + b"\x04" + point[1:] * 2,
            codec + b"\x02" + b"\xff" * (len(point) - 1),
            codec[:1] + b"\x00" + point,
        ]
        others = [
            good[1:],
            "u" + good[1:],
            "Z" + good[1:],
            good + "1",
            good + "\n",
            " " + good,
            good[:-1],
            good[:3],
        ]
        for text in [*others, *("z" + multibase.encode(raw) for raw in raws)]:
            with pytest.raises(KeyFormatError):
                read_multikey(text)

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "z",
            "z42twTcNeSYcnqg1FLuSFs2bsGH3ZqbRHFmvS9XMsYhjxvHN",
            "z2fanyY7zgwNpZGxX5fXXibvScNaUWNprHU9dKx7qpVj7mws9J8LLt4mDB5TyH2GLHWkUc",
            "zQ3shokFTS3brHcDQrn82RUDfCZESWL1ZdCEJwekUDPQiYBme",
            "z2J9gaYxrKVpdoG9A4gRnmpnRCcxU6agDtFVVBVdn1JedouoZN7SzcyREXXzWgt3gGiwpoHq7K68X4m32D8HgzG8wv3sY5j7",
        ],
    )
    def test_refuses_other_kinds(self, text: str) -> None:
        """Secret keys of P-256 and P-384, and public ones of secp256k1 and P-521."""
        with pytest.raises(KeyFormatError):
            read_multikey(text)
