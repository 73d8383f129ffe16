"""Keep private keys: wrapped in the database, under a key-encryption key that is not in it.

Whoever has the database has no key, whoever has the key-encryption key has no key either. There are two of
those: one for what signs badges, which may be kept away (the service is then *sealed*: it checks, shows and
keeps its status lists fresh, but gives nothing), and one for status lists and checkpoints, which never is.
"""

from collections.abc import Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import Final, Protocol
from uuid import UUID

from cryptography.hazmat.primitives.asymmetric.ed25519 import Ed25519PrivateKey

from badges.ecdsa import EcdsaKey, P256Signer, new_secret
from badges.keys import Ed25519Signer, PublicKey, Signer
from issuers.errors import KeyStoreError, SealedError, WrappingError
from issuers.keys.tables import SEALABLE, Key, KeyPurpose
from issuers.keystore.encryption import KeyEncryptionKey
from issuers.keystore.places import WITHOUT_A_COPY, KeyPlace

MOST_OPEN: Final = 256
_SECRET: Final = b"praktijkbewijs/secret/1\n"


@dataclass(frozen=True, slots=True)
class KeyLabel:
    """Say whose key it is and what it signs: a wrapped key opens under its own label only."""

    organisation_id: str | None
    key_id: UUID
    purpose: KeyPurpose

    @classmethod
    def of(cls, key: Key) -> "KeyLabel":
        """Read the label of a row."""
        return cls(organisation_id=key.organisation_id, key_id=key.id, purpose=key.purpose)

    def dumps(self) -> bytes:
        """Write the label as the bytes that the wrapping is bound to."""
        owner = self.organisation_id or ""
        return f"praktijkbewijs/key/1\n{owner}\n{self.key_id}\n{self.purpose.value}".encode()


@dataclass(frozen=True, slots=True)
class Wrapped:
    """Hold a private key as only the store can open it, and which key-encryption key that needs."""

    wrapped: bytes = field(repr=False)
    wrapped_by: str


@dataclass(frozen=True, slots=True)
class NewKey:
    """Hold a new key pair: what may be published, and the private half, wrapped."""

    public: PublicKey | EcdsaKey
    private: Wrapped


class KeyStore(Protocol):
    """Make keys and sign with them; the private half never comes out."""

    def make(self, label: KeyLabel) -> NewKey:
        """Make a key pair."""
        ...

    def signer(self, key: Key, *, did: str) -> Signer:
        """Give what signs with this key in the name of this did."""
        ...

    def rewrap(self, key: Key) -> Wrapped | None:
        """Wrap a key under the newest key-encryption key; None where it already is."""
        ...

    def sealed_because(self, key: Key) -> KeyStoreError | None:
        """Say why this key cannot be opened now; None where it can."""
        ...

    def conceal(self, secret: bytes, *, label: bytes) -> Wrapped:
        """Wrap a secret that is no key of an organisation, such as that of an app with codes."""
        ...

    def reveal(self, wrapped: bytes, *, wrapped_by: str, label: bytes) -> bytes:
        """Give such a secret back; a key never comes out like this."""
        ...

    def renewed(self, wrapped: bytes, *, wrapped_by: str, label: bytes) -> Wrapped | None:
        """Wrap such a secret under the newest key-encryption key; None where it already is."""
        ...

    def check_places(self) -> None:
        """Check that making key-encryption keys where there are none passes over none."""
        ...

    def furnish(self) -> None:
        """Make key-encryption keys where there are none."""
        ...


class WrappingKeyStore:
    """Wrap keys with AES-256-GCM under key-encryption keys from two places."""

    def __init__(self, *, issuing: KeyPlace, standing: KeyPlace) -> None:
        """Take the place of what may be sealed, and of what never is."""
        self._issuing = _Ring(issuing)
        self._standing = _Ring(standing)
        self._open = lru_cache(maxsize=MOST_OPEN)(self._unwrap)

    def make(self, label: KeyLabel) -> NewKey:
        """Make a key pair; the private half exists only inside this call.

        Raises:
            KeyStoreError: there is nothing to wrap it with now.
        """
        newest = self._ring(label.purpose).newest()
        private, public = _make_p256() if label.purpose is KeyPurpose.TOKEN else _make_ed25519()
        wrapped = newest.wrap(private, label=label.dumps())
        return NewKey(public=public, private=Wrapped(wrapped, wrapped_by=newest.id))

    def signer(self, key: Key, *, did: str) -> Signer:
        """Give what signs with this key in the name of this did.

        Raises:
            SealedError: what opens it is not here now.
            KeyStoreError: its row was changed.
        """
        method = f"{did}#{key.multikey}"
        return self._open(
            KeyLabel.of(key), key.wrapped, wrapped_by=key.wrapped_by, verification_method=method
        )

    def rewrap(self, key: Key) -> Wrapped | None:
        """Wrap a key under the newest key-encryption key; None where it already is.

        Raises:
            KeyStoreError: as `signer`.
        """
        newest = self._ring(key.purpose).newest()
        if key.wrapped_by == newest.id:
            return None
        label = KeyLabel.of(key)
        private = self._private(label, key.wrapped, wrapped_by=key.wrapped_by)
        return Wrapped(newest.wrap(private, label=label.dumps()), wrapped_by=newest.id)

    def sealed_because(self, key: Key) -> KeyStoreError | None:
        """Say why this key cannot be opened now; None where it can."""
        try:
            self.signer(key, did="")
        except KeyStoreError as problem:
            return problem
        return None

    def conceal(self, secret: bytes, *, label: bytes) -> Wrapped:
        """Wrap a secret that is no key of an organisation; it is never sealed.

        Raises:
            KeyStoreError: there is nothing to wrap it with now.
        """
        newest = self._standing.newest()
        return Wrapped(newest.wrap(secret, label=_SECRET + label), wrapped_by=newest.id)

    def reveal(self, wrapped: bytes, *, wrapped_by: str, label: bytes) -> bytes:
        """Give such a secret back; a key never comes out like this: its label begins otherwise.

        Raises:
            KeyStoreError: what opens it is not here, or its row was changed.
        """
        for each in self._standing.named(wrapped_by):
            try:
                return each.unwrap(wrapped, label=_SECRET + label)
            except WrappingError:
                continue
        raise KeyStoreError(
            "A secret does not open with this key-encryption key.",
            nl="Een geheim dat geen sleutel van een organisatie is, gaat hiermee niet open.",
        )

    def renewed(self, wrapped: bytes, *, wrapped_by: str, label: bytes) -> Wrapped | None:
        """Wrap such a secret under the newest key-encryption key; None where it already is.

        Raises:
            KeyStoreError: as `reveal`.
        """
        if wrapped_by == self._standing.newest().id:
            return None
        return self.conceal(self.reveal(wrapped, wrapped_by=wrapped_by, label=label), label=label)

    def check_places(self) -> None:
        """Check that making key-encryption keys where there are none passes over none.

        Raises:
            KeyStoreError: what is there is not as it should be, or lies beside its place.
        """
        for ring in (self._issuing, self._standing):
            ring.place.check()

    def furnish(self) -> None:
        """Make key-encryption keys where there are none.

        Raises:
            KeyStoreError: they cannot be made there.
        """
        for ring in (self._issuing, self._standing):
            ring.place.furnish()

    def _ring(self, purpose: KeyPurpose) -> "_Ring":
        return self._issuing if purpose in SEALABLE else self._standing

    def _unwrap(
        self, label: KeyLabel, wrapped: bytes, *, wrapped_by: str | None, verification_method: str
    ) -> Signer:
        private = self._private(label, wrapped, wrapped_by=wrapped_by)
        if label.purpose is KeyPurpose.TOKEN:
            return P256Signer(private, verification_method=verification_method)
        return Ed25519Signer(private, verification_method=verification_method)

    def _private(self, label: KeyLabel, wrapped: bytes, *, wrapped_by: str | None) -> bytes:
        """Open a private key with the key that its row names.

        A row that names none is from before there were two places: all was wrapped by what may be sealed.
        """
        if not wrapped:
            raise KeyStoreError(
                f"Key {label.key_id} was lost, and signs no more.",
                nl=f"Sleutel {label.key_id} is kwijtgeraakt, en tekent niets meer.",
            )
        ring = self._ring(label.purpose) if wrapped_by else self._issuing
        for each in ring.named(wrapped_by):
            try:
                return each.unwrap(wrapped, label=label.dumps())
            except WrappingError:
                continue
        raise KeyStoreError(
            f"Key {label.key_id} does not open with this key-encryption key. "
            "Put back the file keys/kek that belongs to this database.",
            nl=f"Sleutel {label.key_id} gaat hiermee niet open. "
            "Zet de keys/kek terug die bij deze database hoort.",
        )


class _Ring:
    """Remember the keys of one place."""

    def __init__(self, place: KeyPlace) -> None:
        self.place = place
        self._known: Sequence[KeyEncryptionKey] = ()

    def newest(self) -> KeyEncryptionKey:
        """Give the key that wraps now, as the place says at this moment."""
        return self._read()[0]

    def named(self, id_: str | None) -> Sequence[KeyEncryptionKey]:
        """Give the key of this id, or all for a row that names none.

        Raises:
            SealedError: it is not here.
        """
        if id_ is None:
            return self._known or self._read()
        found = _of_id(self._known, id_) or _of_id(self._read(), id_)
        if found:
            return found
        raise SealedError(
            "The key-encryption key that is here is another one than the one that was used.",
            nl="De sleutel die er nu ligt, is een andere dan die waarmee is gesloten. Zet de goede terug. "
            f"{WITHOUT_A_COPY}",
        )

    def _read(self) -> Sequence[KeyEncryptionKey]:
        try:
            self._known = self.place.read()
        except KeyStoreError as problem:
            raise SealedError(problem.reason, nl=problem.reason_nl) from None
        return self._known


def _of_id(keys: Sequence[KeyEncryptionKey], id_: str) -> Sequence[KeyEncryptionKey]:
    return [key for key in keys if key.id == id_]


def _make_ed25519() -> tuple[bytes, PublicKey | EcdsaKey]:
    key = Ed25519PrivateKey.generate()
    seed = key.private_bytes_raw()
    return seed, Ed25519Signer(seed, verification_method="").public_key


def _make_p256() -> tuple[bytes, PublicKey | EcdsaKey]:
    secret = new_secret()
    return secret, P256Signer(secret, verification_method="").public_key
