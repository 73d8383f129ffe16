"""Where a key-encryption key comes from: a file beside the database, or a text in the environment.

A KMS or a smart card would be another place. A place is read again when a row names a key that is not known
yet, so a key that is put back, or a new one, needs no restart.
"""

import os
import secrets
import stat
from binascii import Error as Base64Error
from collections.abc import Iterator, Sequence
from contextlib import suppress
from pathlib import Path
from typing import Final, Protocol

from badges import base64url
from issuers.errors import KeyStoreError, WrappingError
from issuers.keystore.encryption import KEY_BYTES, KeyEncryptionKey

_MODE: Final = 0o400
WITHOUT_A_COPY: Final = "Is er geen kopie? Draai: praktijkbewijs keys lost-kek"


class KeyPlace(Protocol):
    """Hold the key-encryption keys of one kind."""

    def read(self) -> Sequence[KeyEncryptionKey]:
        """Give the keys; the first wraps, all unwrap.

        Raises:
            KeyStoreError: there is none, or it is not as it should be; the sentence says what to do.
        """

    def furnish(self) -> None:
        """Make a key where there was none yet, or none any more, and a place can hold one and holds none.

        Raises:
            KeyStoreError: it cannot be made here.
        """

    def check(self) -> None:
        """Check that whoever makes a key here passes over none: nothing is there, or what should be.

        Raises:
            KeyStoreError: what is there is not as it should be, or another may be the one that is missed.
        """


class FilePlace:
    """Keep the key in a file; beside it `.new`, while keys are wrapped anew, and `.old` from before that."""

    def __init__(self, path: Path) -> None:
        self.path = path
        self.new = path.with_name(f"{path.name}.new")
        self.old = path.with_name(f"{path.name}.old")

    def read(self) -> Sequence[KeyEncryptionKey]:
        """Give the keys of the files that are there, the newest first.

        Raises:
            KeyStoreError: missing, readable by others, or not a key.
        """
        found = list(_read_each(self.new, self.path, self.old))
        if not found or not _is_there(self.path):
            raise KeyStoreError(
                f"{self.path} is missing. Put it back from your backup.",
                nl=f"{self.path} is er niet. Zet het terug uit je back-up. {WITHOUT_A_COPY}",
            )
        return found

    def furnish(self) -> None:
        """Make the file, unless there is one; of two processes that start together, one makes it.

        Raises:
            KeyStoreError: it cannot be written.
        """
        if not _is_there(self.path):
            _make(self.path)

    def check(self) -> None:
        """Check that there is a key, or nothing at all: one beside the place may be the one that is missed.

        Raises:
            KeyStoreError: it is not as it should be, or there is one beside it only.
        """
        if _is_there(self.path):
            self.read()
        for beside in (self.new, self.old):
            if _is_there(beside) and not _is_there(self.path):
                raise KeyStoreError(
                    f"{beside} is here, and may be the one that you miss. Name it {self.path}, and see "
                    "whether the keys open; if they do not, put it somewhere else.",
                    nl=f"{beside} ligt er nog, en kan de sleutel zijn die je mist. Noem het {self.path}, en "
                    "kijk of het past: praktijkbewijs keys status. Past het niet, zet het dan ergens anders.",
                )

    def prepare(self) -> KeyEncryptionKey:
        """Make the next key, which wraps from now on; asked twice, give the same.

        Raises:
            KeyStoreError: it cannot be written, or read.
        """
        if not _is_there(self.new):
            _make(self.new)
        return KeyEncryptionKey(_read(self.new))

    def promote(self) -> None:
        """Put the next key in the place of the one before, which stays as `.old` for older backups."""
        self.old.unlink(missing_ok=True)
        os.link(self.path, self.old)
        self.new.replace(self.path)


class TextPlace:
    """Take the keys from a text: 32 bytes in base64url each, with commas, the first wraps."""

    def __init__(self, text: str) -> None:
        self._text = text

    def read(self) -> Sequence[KeyEncryptionKey]:
        """Give the keys.

        Raises:
            KeyStoreError: one of them is no key.
        """
        try:
            found = [KeyEncryptionKey(base64url.decode(part.strip())) for part in self._text.split(",")]
        except (ValueError, Base64Error, WrappingError):
            found = []
        if found:
            return found
        raise KeyStoreError(
            f"PRAKTIJKBEWIJS_KEY must hold {KEY_BYTES} bytes in base64url.",
            nl=f"In PRAKTIJKBEWIJS_KEY horen {KEY_BYTES} bytes in base64url.",
        )

    def furnish(self) -> None:
        """Make nothing: who set the text, made the key."""

    def check(self) -> None:
        """Check that there are keys.

        Raises:
            KeyStoreError: one of them is no key.
        """
        self.read()

    def __repr__(self) -> str:
        return "TextPlace()"


def _is_there(path: Path) -> bool:
    return path.exists() or path.is_symlink()


def _read_each(*paths: Path) -> Iterator[KeyEncryptionKey]:
    """Read those that are there; one may take the place of another in the meantime (`FilePlace.promote`)."""
    for path in paths:
        with suppress(FileNotFoundError):
            yield KeyEncryptionKey(_read(path))


def _read(path: Path) -> bytes:
    try:
        opened = os.fdopen(os.open(path, os.O_RDONLY | os.O_NOFOLLOW | os.O_CLOEXEC), "rb")
    except FileNotFoundError:
        raise
    except OSError as problem:
        raise KeyStoreError(
            f"{path} cannot be read: {problem.strerror}.", nl=f"{path} is niet te lezen: {problem.strerror}."
        ) from None
    with opened as file:
        found = os.fstat(file.fileno())
        content = file.read(KEY_BYTES + 1)
    if not stat.S_ISREG(found.st_mode) or stat.S_IMODE(found.st_mode) != _MODE:
        raise KeyStoreError(
            f"{path} must be a file that only its owner may read. Run: chmod 0400 {path}",
            nl=f"{path} moet een bestand zijn dat alleen de eigenaar kan lezen. Draai: chmod 0400 {path}",
        )
    if found.st_uid != os.geteuid():
        raise KeyStoreError(
            f"{path} belongs to another user. Run: chown {os.geteuid()} {path}",
            nl=f"{path} is van een andere gebruiker. Draai: chown {os.geteuid()} {path}",
        )
    if len(content) != KEY_BYTES:
        raise KeyStoreError(
            f"{path} must hold {KEY_BYTES} bytes. Put it back from your backup.",
            nl=f"In {path} horen {KEY_BYTES} bytes. Zet het terug uit je back-up.",
        )
    return content


def _make(path: Path) -> None:
    """Write the file whole or not at all; of two processes that start together, one makes it."""
    try:
        path.parent.mkdir(parents=True, exist_ok=True, mode=0o700)
        _write(path)
    except OSError as problem:
        raise KeyStoreError(
            f"{path} cannot be written: {problem.strerror}.",
            nl=f"{path} is niet te schrijven: {problem.strerror}.",
        ) from None


def _write(path: Path) -> None:
    draft = path.with_name(f".{path.name}.{secrets.token_hex(8)}")
    handle = os.open(draft, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_CLOEXEC, _MODE)
    try:
        with os.fdopen(handle, "wb") as file:
            file.write(secrets.token_bytes(KEY_BYTES))
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
