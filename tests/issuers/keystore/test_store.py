"""Private keys: wrapped, bound to their label, nowhere to be read."""

import base64
import logging
import traceback
from collections.abc import Callable, Iterator
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import select

from badges import multibase
from badges.keys import PublicKey
from badges.multikey import read_multikey
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError, SealedError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.tables import Key, KeyPurpose
from issuers.keystore.encryption import KeyEncryptionKey
from issuers.keystore.store import KeyLabel, WrappingKeyStore
from issuers.people.permissions import Actor

Issue = Callable[..., IssuedBadge]
LABEL = KeyLabel(organisation_id="7fq2k9mn", key_id=UUID(int=7), purpose=KeyPurpose.ASSERTION)
DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9mn"


class Drawer:
    """Hold key-encryption keys in memory; `KeyStoreError` while it is empty."""

    def __init__(self, *raw: bytes) -> None:
        self.raw = list(raw)

    def read(self) -> list[KeyEncryptionKey]:
        """Give the keys."""
        if not self.raw:
            raise KeyStoreError("kek is missing.", nl="kek is er niet.")
        return [KeyEncryptionKey(raw) for raw in self.raw]

    def furnish(self) -> None:
        """Make nothing."""


def keeping(*raw: bytes) -> WrappingKeyStore:
    """Open a store with these keys for what signs badges, and another for the rest."""
    return WrappingKeyStore(issuing=Drawer(*raw), standing=Drawer(b"\x55" * 32))


def row(store: WrappingKeyStore, label: KeyLabel = LABEL) -> Key:
    """Make a key as the register keeps it."""
    made = store.make(label)
    return Key(
        id=label.key_id,
        organisation_id=label.organisation_id,
        purpose=label.purpose,
        multikey=made.public.multikey,
        wrapped=made.private.wrapped,
        wrapped_by=made.private.wrapped_by,
        created=datetime(2026, 6, 26, tzinfo=UTC),
    )


def spellings(secret: bytes) -> Iterator[bytes]:
    """Give every form in which a secret could leak."""
    yield secret
    yield secret.hex().encode()
    yield secret.hex().upper().encode()
    yield base64.b64encode(secret).rstrip(b"=")
    yield base64.urlsafe_b64encode(secret).rstrip(b"=")
    yield multibase.encode(secret).encode()
    yield multibase.encode(b"\x80\x26" + secret).encode()
    yield repr(secret)[2:-1].encode()


def secrets_of(desk: IssuingDesk, *keks: bytes) -> list[bytes]:
    """Open every wrapped key of the database, as only this test may."""
    by_id = {KeyEncryptionKey(kek).id: AESGCM(kek) for kek in keks}
    keys = desk.register.read(lambda session: session.exec(select(Key)).all(), within=WHOLE_SERVICE)
    labels = [KeyLabel(key.organisation_id, key_id=key.id, purpose=key.purpose) for key in keys]
    return [
        by_id[str(key.wrapped_by)].decrypt(key.wrapped[:12], key.wrapped[12:], label.dumps())
        for key, label in zip(keys, labels, strict=True)
    ]


class TestConceal:
    """`WrappingKeyStore.conceal` keeps a secret that is no key of an organisation."""

    def test_gives_it_back_under_its_own_label(self) -> None:
        """And under no other."""
        store = keeping(bytes(32))
        made = store.conceal(b"JBSWY3DP", label=b"Noor")
        assert b"JBSWY3DP" == store.reveal(made.wrapped, wrapped_by=made.wrapped_by, label=b"Noor")
        with pytest.raises(KeyStoreError):
            store.reveal(made.wrapped, wrapped_by=made.wrapped_by, label=b"Karim")

    def test_gives_no_key_back(self) -> None:
        """The label of a key opens nothing here: what signs never comes out."""
        store = keeping(bytes(32))
        label = replace(LABEL, purpose=KeyPurpose.LIST)
        key = row(store, label)
        with pytest.raises(KeyStoreError):
            store.reveal(key.wrapped, wrapped_by=str(key.wrapped_by), label=label.dumps())


class TestWrappingKeyStore:
    """`WrappingKeyStore` signs with keys that nobody sees."""

    def test_signs_what_the_public_key_checks(self) -> None:
        """The two halves belong together, under the did that was asked for."""
        store = keeping(bytes(32))
        key = row(store)
        signer = store.signer(key, did=DID)
        PublicKey.from_multikey(key.multikey).check(signer.sign(b"badge"), data=b"badge")
        assert f"{DID}#{key.multikey}" == signer.verification_method

    def test_refuses_a_key_of_another_key_encryption_key(self) -> None:
        """The service is sealed then, and says so."""
        key = row(keeping(bytes(32)))
        with pytest.raises(SealedError, match="another one"):
            keeping(b"\x01" * 32).signer(key, did=DID)

    def test_signs_tokens_with_p256_and_the_same_each_time(self) -> None:
        """A crash between two attempts leaves no second signature (RFC 6979)."""
        store = keeping(bytes(32))
        key = row(store, replace(LABEL, purpose=KeyPurpose.TOKEN))
        signer = store.signer(key, did=DID)
        read_multikey(key.multikey).check(signer.sign(b"badge"), data=b"badge")
        assert signer.sign(b"badge") == keeping(bytes(32)).signer(key, did=DID).sign(b"badge")

    def test_is_sealed_until_the_key_is_put_back(self) -> None:
        """No restart is needed: a place is looked at again."""
        drawer = Drawer(bytes(32))
        store = WrappingKeyStore(issuing=drawer, standing=Drawer(b"\x55" * 32))
        key = row(store)
        late = Drawer()
        sealed = WrappingKeyStore(issuing=late, standing=Drawer(b"\x55" * 32))
        assert "kek is missing." == str(sealed.sealed_because(key))
        with pytest.raises(SealedError):
            sealed.make(LABEL)
        late.raw.append(bytes(32))
        assert sealed.sealed_because(key) is None

    def test_signs_lists_while_it_is_sealed(self) -> None:
        """What was withdrawn is told by whoever is there."""
        store = WrappingKeyStore(issuing=Drawer(), standing=Drawer(bytes(32)))
        key = row(store, replace(LABEL, purpose=KeyPurpose.LIST))
        PublicKey.from_multikey(key.multikey).check(store.signer(key, did=DID).sign(b"lijst"), data=b"lijst")

    def test_opens_a_list_key_from_before_there_were_two(self) -> None:
        """Its row names nothing, and it was wrapped by what signs badges."""
        label = replace(LABEL, purpose=KeyPurpose.LIST)
        old = WrappingKeyStore(issuing=Drawer(), standing=Drawer(bytes(32)))
        key = row(old, label)
        key.wrapped_by = None
        assert keeping(bytes(32)).signer(key, did=DID).sign(b"x")

    def test_wraps_anew_under_the_newest_only_what_is_not_yet(self) -> None:
        """Meanwhile both open; afterwards the older one is needed no more."""
        key = row(keeping(bytes(32)))
        both = keeping(b"\x01" * 32, bytes(32))
        made = both.rewrap(key)
        assert made is not None
        key.wrapped, key.wrapped_by = made.wrapped, made.wrapped_by
        assert both.rewrap(key) is None
        signer = keeping(b"\x01" * 32).signer(key, did=DID)
        PublicKey.from_multikey(key.multikey).check(signer.sign(b"badge"), data=b"badge")

    @pytest.mark.parametrize(
        "change",
        [
            {"organisation_id": "zzzzzzzz"},
            {"organisation_id": None},
            {"id": UUID(int=8)},
            {"purpose": KeyPurpose.LIST},
        ],
    )
    def test_refuses_a_key_under_another_label(self, change: dict[str, object]) -> None:
        """Who may write to the database cannot give the key of one organisation to another."""
        store = keeping(bytes(32))
        key = row(store)
        moved = Key(**(key.model_dump() | change))
        with pytest.raises(KeyStoreError):
            store.signer(moved, did=DID)

    @pytest.mark.parametrize("cut", [0, 11, 12, 40, 59])
    def test_refuses_half_a_key(self, cut: int) -> None:
        """A cut row is an error, not a crash."""
        store = keeping(bytes(32))
        key = row(store)
        key.wrapped = key.wrapped[:cut]
        with pytest.raises(KeyStoreError):
            store.signer(key, did=DID)

    def test_wraps_no_two_keys_alike(self) -> None:
        """Every key and every nonce is its own."""
        store = keeping(bytes(32))
        assert 100 == len({store.make(LABEL).private.wrapped[:12] for _ in range(100)})


class TestLeaks:
    """No byte of a private key is anywhere but inside its wrapping."""

    def test_is_not_in_the_database_or_in_what_is_published(
        self, desk: IssuingDesk, actor: Actor, give: Issue, data_dir: Path
    ) -> None:
        """Database, its log, and every badge, in raw, hex, base64 and base58."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        keks = [(data_dir / "keys" / name).read_bytes() for name in ("kek", "kek-lists")]
        stored = b"".join(path.read_bytes() for path in data_dir.iterdir() if path.is_file())
        hidden = [*secrets_of(desk, *keks), *keks]
        assert 6 == len(hidden)
        assert [] == [form for secret in hidden for form in spellings(secret) if form in stored + badge.raw]

    def test_is_not_in_logs_texts_or_errors(
        self, desk: IssuingDesk, give: Issue, data_dir: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """What a log or an error page could show: repr, traceback with values, every log line."""
        caplog.set_level(logging.DEBUG)
        give()
        keys = desk.register.read(lambda session: session.exec(select(Key)).all(), within=WHOLE_SERVICE)
        wrong = replace(desk, key_store=keeping(bytes(32)))
        texts = [caplog.text, repr(desk), repr(wrong), *map(repr, keys), repr(desk.key_store.make(LABEL))]
        texts += [repr(desk.key_store.signer(key, did=DID)) for key in keys]
        for key in keys:
            try:
                wrong.key_store.signer(key, did=DID)
            except KeyStoreError as problem:
                shown = traceback.TracebackException.from_exception(problem, capture_locals=True)
                texts.append("".join(shown.format()))
        seen = "\n".join(texts).encode()
        keks = [(data_dir / "keys" / name).read_bytes() for name in ("kek", "kek-lists")]
        hidden = [*secrets_of(desk, *keks), *keks]
        assert 6 == len(hidden)
        assert [] == [form for secret in hidden for form in spellings(secret) if form in seen]
