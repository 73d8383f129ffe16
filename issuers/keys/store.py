"""Keep private keys: wrapped in the database, and the key that wraps them in a file beside it.

Whoever has the database has no key, whoever has the file has no key either. A KMS would be another
`KeyStore`: what it gives as `wrapped` is then its own name for the key.
"""

import os
import secrets
import stat
from dataclasses import dataclass, field
from functools import lru_cache
from pathlib import Path
from typing import Final, Protocol
from uuid import UUID

from cryptography.exceptions import InvalidTag
from cryptography.hazmat.primitives import serialization
from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey
from cryptography.hazmat.primitives.ciphers.aead import AESGCM

from badges.keys import Ed25519Signer, PublicKey, Signer
from issuers.errors import KeyStoreError
from issuers.keys.tables import Key, KeyPurpose

_LENGTH: Final = 32
_NONCE: Final = 12
_MODE: Final = 0o400


@dataclass(frozen=True, slots=True)
class KeyLabel:
    """Say whose key it is and what it signs: a wrapped key opens under its own label only."""

    organisation_id: str | None
    key_id: UUID
    purpose: KeyPurpose

    def dumps(self) -> bytes:
        """Write the label as the bytes that the wrapping is bound to."""
        owner = self.organisation_id or ""
        return f"praktijkbewijs/key/1\n{owner}\n{self.key_id}\n{self.purpose.value}".encode()


@dataclass(frozen=True, slots=True)
class WrappedKey:
    """Hold a new key pair: what may be published, and the private half as only the store can open it."""

    public: PublicKey
    wrapped: bytes = field(repr=False)


class KeyStore(Protocol):
    """Make keys and sign with them; the private half never comes out."""

    def make(self, label: KeyLabel) -> WrappedKey:
        """Make a key pair."""
        ...

    def signer(self, key: Key, *, did: str) -> Signer:
        """Give what signs with this key in the name of this did."""
        ...


class FileKeyStore:
    """Wrap keys with AES-256-GCM under a key-encryption key that came from a file."""

    def __init__(self, key_encryption_key: bytes) -> None:
        self._cipher = AESGCM(key_encryption_key)
        self._open = lru_cache(maxsize=256)(self._unwrap)

    def make(self, label: KeyLabel) -> WrappedKey:
        """Make an Ed25519 key pair; the private half exists only inside this call."""
        key = Ed25519PrivateKey.generate()
        public = key.public_key().public_bytes(serialization.Encoding.Raw, serialization.PublicFormat.Raw)
        nonce = secrets.token_bytes(_NONCE)
        wrapped = nonce + self._cipher.encrypt(nonce, key.private_bytes_raw(), label.dumps())
        return WrappedKey(public=PublicKey(public), wrapped=wrapped)

    def signer(self, key: Key, *, did: str) -> Signer:
        """Give what signs with this key in the name of this did.

        Raises:
            KeyStoreError: the key was wrapped by another key-encryption key, or its row was changed.
        """
        label = KeyLabel(organisation_id=key.organisation_id, key_id=key.id, purpose=key.purpose)
        return self._open(label, key.wrapped, f"{did}#{key.multikey}")

    def _unwrap(self, label: KeyLabel, wrapped: bytes, verification_method: str) -> Ed25519Signer:
        try:
            seed = self._cipher.decrypt(wrapped[:_NONCE], wrapped[_NONCE:], label.dumps())
        except (InvalidTag, ValueError):
            problem = KeyStoreError(
                f"Key {label.key_id} does not open with this key-encryption key. "
                "Put back the file keys/kek that belongs to this database."
            )
        else:
            return Ed25519Signer(seed, verification_method=verification_method)
        raise problem  # outside the except: the foreign error and its frames stay behind


def open_key_store(path: Path, *, wrapped_keys: int) -> FileKeyStore:
    """Open the file with the key-encryption key; at the very first start, make it.

    `wrapped_keys` says how many keys the database already holds: with any, a missing file is a lost
    file, and a new one would not open them.

    Raises:
        KeyStoreError: lost, readable by others, or not a key; the sentence says what to do.
    """
    if not path.exists() and not path.is_symlink():
        if wrapped_keys:
            raise KeyStoreError(
                f"{path} is missing, and {wrapped_keys} keys in the database need it. "
                "Put it back from your backup."
            )
        _make_file(path)
    return FileKeyStore(_read_file(path))


def _read_file(path: Path) -> bytes:
    try:
        opened = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb")
    except OSError as problem:
        raise KeyStoreError(f"{path} cannot be read: {problem.strerror}.") from None
    with opened as file:
        found = os.fstat(file.fileno())
        content = file.read(_LENGTH + 1)
    if not stat.S_ISREG(found.st_mode) or stat.S_IMODE(found.st_mode) != _MODE:
        raise KeyStoreError(f"{path} must be a file that only its owner may read. Run: chmod 0400 {path}")
    if found.st_uid != os.geteuid():
        raise KeyStoreError(f"{path} belongs to another user. Run: chown {os.geteuid()} {path}")
    if len(content) != _LENGTH:
        raise KeyStoreError(f"{path} must hold {_LENGTH} bytes. Put it back from your backup.")
    return content


def _make_file(path: Path) -> None:
    """Write the file whole or not at all; of two processes that start together, one makes it."""
    path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(_LENGTH))
            file.flush()
            os.fsync(file.fileno())
        try:
            os.link(draft, path)
        except FileExistsError:
            return
        folder = os.open(path.parent, os.O_RDONLY | os.O_DIRECTORY)
        os.fsync(folder)
        os.close(folder)
    finally:
        draft.unlink()
