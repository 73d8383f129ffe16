"""Public keys in PEM: one block, one key."""

import pytest
from cryptography.hazmat.primitives.asymmetric import dsa, ec
from cryptography.hazmat.primitives.asymmetric.types import PrivateKeyTypes
from cryptography.hazmat.primitives.serialization import Encoding, NoEncryption, PrivateFormat, PublicFormat

from badges.errors import KeyFormatError
from badges.pem import read_pem
from tests.badges.private_keys import EC, ED25519, P256_PUBLIC, P384_PUBLIC, RSA, RSA_PUBLIC


def pem(key: PrivateKeyTypes, form: PublicFormat = PublicFormat.SubjectPublicKeyInfo) -> str:
    """Write the public half of a key."""
    return key.public_key().public_bytes(Encoding.PEM, form).decode()


class TestReadPem:
    """`read_pem`."""

    def test_reads_each_kind(self) -> None:
        """RSA in both of its forms, the two curves, and Ed25519."""
        assert RSA_PUBLIC == read_pem(pem(RSA))
        assert RSA_PUBLIC == read_pem(pem(RSA, PublicFormat.PKCS1))
        assert [P256_PUBLIC, P384_PUBLIC] == [read_pem(pem(key)) for key in EC.values()]
        assert "Ed25519" == read_pem(pem(ED25519)).algorithm

    def test_reads_it_with_blanks_around(self) -> None:
        """Badges hold PEM with the line ends of their makers."""
        assert RSA_PUBLIC == read_pem("\n " + pem(RSA).replace("\n", "\r\n") + "\n")

    @pytest.mark.parametrize(
        "text",
        [
            "",
            "x",
            pem(RSA) * 2,
            pem(RSA)[:-30],
            "x" + pem(RSA),
            pem(RSA).replace("PUBLIC KEY", "CERTIFICATE"),
            pem(RSA).replace("PUBLIC KEY", "RSA PUBLIC KEY", 1),
            pem(RSA)[:100] + pem(RSA)[104:],
            pem(ec.derive_private_key(1, ec.SECP256K1())),
            pem(dsa.generate_private_key(1024)),  # noqa: S505 (refused for what it is, however long)
            RSA.private_bytes(Encoding.PEM, PrivateFormat.PKCS8, NoEncryption()).decode(),
            "-----BEGIN PUBLIC KEY-----\n" + "A" * 100_000 + "\n-----END PUBLIC KEY-----",
        ],
        ids=range(12),
    )
    def test_refuses_everything_else(self, text: str) -> None:
        """Two keys, a cut or a changed one, another kind, a private one, one without end."""
        with pytest.raises(KeyFormatError):
            read_pem(text)
