"""Key-encryption keys: what wraps the private keys in the database, and never stands in it."""

import hashlib
import secrets
from typing import Final, NoReturn

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from issuers.errors import WrappingError

KEY_BYTES: Final = 32
_NONCE: Final = 12
_ID_DIGITS: Final = 16


class KeyEncryptionKey:
    """Wrap and unwrap with AES-256-GCM; the bytes of the key are in the library and nowhere else.

    `id` names it in the rows that it wrapped: a part of a hash, which tells nothing of the key.

    Raises:
        WrappingError: another number of bytes.
    """

    __slots__ = ("_cipher", "id")

    def __init__(self, raw: bytes) -> None:
        if len(raw) != KEY_BYTES:
            raise WrappingError
        self._cipher = AESGCM(raw)
        self.id = hashlib.sha256(b"praktijkbewijs/kek/1\n" + raw).hexdigest()[:_ID_DIGITS]

    def wrap(self, private: bytes, *, label: bytes) -> bytes:
        """Wrap a private key; it opens again under this label only."""
        nonce = secrets.token_bytes(_NONCE)
        return nonce + self._cipher.encrypt(nonce, private, label)

    def unwrap(self, wrapped: bytes, *, label: bytes) -> bytes:
        """Give a private key back, to whoever makes a signer of it.

        Raises:
            WrappingError: it was wrapped by another key or under another label, or was changed.
        """
        try:
            return self._cipher.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], label)
        except (InvalidTag, ValueError):
            pass
        raise WrappingError  # outside the except: the foreign error and its frames stay behind

    def __repr__(self) -> str:
        return f"KeyEncryptionKey(id={self.id!r})"

    def __reduce_ex__(self, protocol: object) -> NoReturn:
        """Refuse to be pickled or copied: a key has one place."""
        raise TypeError("a key-encryption key cannot be copied or pickled")
