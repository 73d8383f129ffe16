"""Private keys: wrapped, bound to their label, nowhere to be read."""

import base64
import logging
import traceback
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import replace
from datetime import UTC, datetime
from pathlib import Path
from uuid import UUID

import pytest
from cryptography.hazmat.primitives.ciphers.aead import AESGCM
from sqlmodel import select

from badges import multibase
from badges.keys import PublicKey
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.revoking import revoke
from issuers.issuing.tables import RevocationReason
from issuers.keys.store import FileKeyStore, KeyLabel, open_key_store
from issuers.keys.tables import Key, KeyPurpose
from issuers.people.permissions import Actor

Issue = Callable[..., IssuedBadge]
LABEL = KeyLabel(organisation_id="7fq2k9mn", key_id=UUID(int=7), purpose=KeyPurpose.ASSERTION)
DID = "did:web:bewijs.voorbeeld:organisaties:7fq2k9mn"


def row(store: FileKeyStore, label: KeyLabel = LABEL) -> Key:
    """Make a key as the register keeps it."""
    made = store.make(label)
    return Key(
        id=label.key_id,
        organisation_id=label.organisation_id,
        purpose=label.purpose,
        multikey=made.public.multikey,
        wrapped=made.wrapped,
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


def secrets_of(desk: IssuingDesk, kek: bytes) -> list[bytes]:
    """Open every wrapped key of the database, as only this test may."""
    keys = desk.register.read(lambda session: session.exec(select(Key)).all())
    labels = [KeyLabel(key.organisation_id, key_id=key.id, purpose=key.purpose) for key in keys]
    return [
        AESGCM(kek).decrypt(key.wrapped[:12], key.wrapped[12:], label.dumps())
        for key, label in zip(keys, labels, strict=True)
    ]


class TestFileKeyStore:
    """`FileKeyStore` signs with keys that nobody sees."""

    def test_signs_what_the_public_key_checks(self) -> None:
        """The two halves belong together, under the did that was asked for."""
        store = FileKeyStore(bytes(32))
        key = row(store)
        signer = store.signer(key, did=DID)
        PublicKey.from_multikey(key.multikey).check(signer.sign(b"badge"), data=b"badge")
        assert f"{DID}#{key.multikey}" == signer.verification_method

    def test_refuses_a_key_of_another_key_encryption_key(self) -> None:
        """The sentence says which file is wrong."""
        key = row(FileKeyStore(bytes(32)))
        with pytest.raises(KeyStoreError, match="kek"):
            FileKeyStore(b"\x01" * 32).signer(key, did=DID)

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
        store = FileKeyStore(bytes(32))
        key = row(store)
        moved = Key(**(key.model_dump() | change))
        with pytest.raises(KeyStoreError):
            store.signer(moved, did=DID)

    @pytest.mark.parametrize("cut", [0, 11, 12, 40, 59])
    def test_refuses_half_a_key(self, cut: int) -> None:
        """A cut row is an error, not a crash."""
        store = FileKeyStore(bytes(32))
        key = row(store)
        key.wrapped = key.wrapped[:cut]
        with pytest.raises(KeyStoreError):
            store.signer(key, did=DID)

    def test_wraps_no_two_keys_alike(self) -> None:
        """Every key and every nonce is its own."""
        store = FileKeyStore(bytes(32))
        assert 100 == len({store.make(LABEL).wrapped[:12] for _ in range(100)})


class TestOpenKeyStore:
    """`open_key_store` guards the one file that opens all others."""

    def test_makes_the_file_at_the_first_start(self, tmp_path: Path) -> None:
        """32 bytes that only the owner may read, and nothing beside it."""
        path = tmp_path / "keys" / "kek"
        open_key_store(path, wrapped_keys=0)
        assert (32, 0o400) == (path.stat().st_size, path.stat().st_mode & 0o777)
        assert [path] == list(path.parent.iterdir())

    def test_opens_what_it_made(self, tmp_path: Path) -> None:
        """A key of the first start signs after the second."""
        path = tmp_path / "kek"
        key = row(open_key_store(path, wrapped_keys=0))
        signer = open_key_store(path, wrapped_keys=1).signer(key, did=DID)
        PublicKey.from_multikey(key.multikey).check(signer.sign(b"badge"), data=b"badge")

    def test_makes_one_file_when_many_start_together(self, tmp_path: Path) -> None:
        """All use the same."""
        path = tmp_path / "kek"
        with ThreadPoolExecutor(8) as pool:
            stores = list(pool.map(lambda _turn: open_key_store(path, wrapped_keys=0), range(8)))
        key = row(stores[0])
        assert 1 == len({store.signer(key, did=DID).sign(b"badge") for store in stores})

    def test_refuses_when_the_file_is_lost(self, tmp_path: Path) -> None:
        """A new file would not open the old keys; none is made."""
        path = tmp_path / "kek"
        with pytest.raises(KeyStoreError, match="backup"):
            open_key_store(path, wrapped_keys=3)
        assert not path.exists()

    @pytest.mark.parametrize("mode", [0o600, 0o440, 0o404, 0o777])
    def test_refuses_a_file_that_is_open_to_more(self, tmp_path: Path, mode: int) -> None:
        """The sentence says how to put it right."""
        path = tmp_path / "kek"
        open_key_store(path, wrapped_keys=0)
        path.chmod(mode)
        with pytest.raises(KeyStoreError, match="chmod 0400"):
            open_key_store(path, wrapped_keys=0)

    @pytest.mark.parametrize("length", [0, 16, 31, 33, 64])
    def test_refuses_another_length(self, tmp_path: Path, length: int) -> None:
        """A cut or padded file is no key."""
        path = tmp_path / "kek"
        path.write_bytes(bytes(length))
        path.chmod(0o400)
        with pytest.raises(KeyStoreError, match="32 bytes"):
            open_key_store(path, wrapped_keys=0)

    def test_refuses_a_link(self, tmp_path: Path) -> None:
        """Nobody points the name at another file."""
        real = tmp_path / "real"
        open_key_store(real, wrapped_keys=0)
        (tmp_path / "kek").symlink_to(real)
        with pytest.raises(KeyStoreError):
            open_key_store(tmp_path / "kek", wrapped_keys=0)

    def test_refuses_a_folder(self, tmp_path: Path) -> None:
        """What stands in its place is named."""
        (tmp_path / "kek").mkdir(mode=0o400)
        with pytest.raises(KeyStoreError, match="kek cannot be read"):
            open_key_store(tmp_path / "kek", wrapped_keys=0)

    def test_refuses_a_link_to_nothing(self, tmp_path: Path) -> None:
        """A dangling name is not a first start."""
        (tmp_path / "kek").symlink_to(tmp_path / "nothing")
        with pytest.raises(KeyStoreError):
            open_key_store(tmp_path / "kek", wrapped_keys=0)


class TestLeaks:
    """No byte of a private key is anywhere but inside its wrapping."""

    def test_is_not_in_the_database_or_in_what_is_published(
        self, desk: IssuingDesk, actor: Actor, give: Issue, data_dir: Path
    ) -> None:
        """Database, its log, and every badge, in raw, hex, base64 and base58."""
        badge = give()
        revoke(desk, badge.id, actor=actor, reason=RevocationReason.ANDERS)
        kek = (data_dir / "keys" / "kek").read_bytes()
        stored = b"".join(path.read_bytes() for path in data_dir.iterdir() if path.is_file())
        hidden = [*secrets_of(desk, kek), kek]
        assert 4 == len(hidden)
        assert [] == [form for secret in hidden for form in spellings(secret) if form in stored + badge.raw]

    def test_is_not_in_logs_texts_or_errors(
        self, desk: IssuingDesk, give: Issue, data_dir: Path, caplog: pytest.LogCaptureFixture
    ) -> None:
        """What a log or an error page could show: repr, traceback with values, every log line."""
        caplog.set_level(logging.DEBUG)
        give()
        keys = desk.register.read(lambda session: session.exec(select(Key)).all())
        wrong = replace(desk, key_store=FileKeyStore(bytes(32)))
        texts = [caplog.text, repr(desk), repr(wrong), *map(repr, keys), repr(desk.key_store.make(LABEL))]
        texts += [repr(desk.key_store.signer(key, did=DID)) for key in keys]
        for key in keys:
            try:
                wrong.key_store.signer(key, did=DID)
            except KeyStoreError as problem:
                shown = traceback.TracebackException.from_exception(problem, capture_locals=True)
                texts.append("".join(shown.format()))
        seen = "\n".join(texts).encode()
        kek = (data_dir / "keys" / "kek").read_bytes()
        hidden = [*secrets_of(desk, kek), kek]
        assert 4 == len(hidden)
        assert [] == [form for secret in hidden for form in spellings(secret) if form in seen]
