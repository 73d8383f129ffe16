"""Say what belongs to a backup, so that what is missing or was changed is seen before use.

The manifest holds the SHA-256 of each file, and of itself; its bytes have one spelling. It keeps from
mistakes and from a worn disk. Against somebody who can write there, only another place helps.
"""

import hashlib
import json
import os
from collections.abc import Iterator, Mapping
from dataclasses import asdict, dataclass
from datetime import UTC, datetime
from pathlib import Path
from typing import Final, Self

from issuers.errors import BackupUnreadableError

NAME: Final = "manifest.json"
FORMAT: Final = 1
_CHUNK: Final = 1 << 20


@dataclass(frozen=True, slots=True)
class FileOf:
    """Hold how long a file of a backup is, and its SHA-256."""

    bytes: int
    sha256: str


@dataclass(frozen=True, slots=True, kw_only=True)
class Manifest:
    """Hold what a backup is of, and what belongs to it.

    Attributes:
        program: The version of the program that made it.
        migration: How far the tables had come.
        database: `sqlite` or `postgresql`.
        base_url: The address in every signature.
        journal: How much of each file of the journal there was before the database was read.
        files: The files by their path in the folder.
    """

    program: str
    migration: str
    made: datetime
    database: str
    base_url: str
    journal: Mapping[str, FileOf]
    files: Mapping[str, FileOf]

    def written(self) -> bytes:
        """Give the bytes of the file."""
        return _sealed(
            {
                "format": FORMAT,
                **asdict(self),
                "made": self.made.astimezone(UTC).isoformat(),
                "count": len(self.files),
            }
        )

    @classmethod
    def read(cls, raw: bytes) -> Self:
        """Read the bytes of the file.

        Raises:
            BackupUnreadableError: they are not what was written.
        """
        try:
            said = json.loads(raw)
            if said["format"] != FORMAT:
                raise _newer()
            del said["sha256"]
            if _sealed(said) != raw:
                raise _damaged(NAME)
            return cls(
                **{name: str(said[name]) for name in ("program", "migration", "database", "base_url")},
                made=datetime.fromisoformat(said["made"]),
                journal={name: FileOf(**each) for name, each in said["journal"].items()},
                files={name: FileOf(**each) for name, each in said["files"].items()},
            )
        except (ArithmeticError, AttributeError, LookupError, TypeError, ValueError) as problem:
            raise _damaged(NAME) from problem


def digest_of(path: Path, *, most: int | None = None) -> FileOf:
    """Read a file, or so many bytes of it, and say how long that is and what its SHA-256 is."""
    digest, left = hashlib.sha256(), path.stat().st_size if most is None else most
    length = 0
    with path.open("rb") as file:
        while chunk := file.read(min(_CHUNK, left - length)):
            digest.update(chunk)
            length += len(chunk)
    return FileOf(length, digest.hexdigest())


def files_in(folder: Path) -> dict[str, FileOf]:
    """Read every file of a backup but its manifest."""
    return {name: digest_of(folder / name) for name in sorted(_names_in(folder)) if name != NAME}


def read_whole(folder: Path) -> Manifest:
    """Read the manifest of a backup, and hold every file against it.

    Raises:
        BackupUnreadableError: it is no backup, or not whole; the sentence names the file.
    """
    try:
        manifest = Manifest.read((folder / NAME).read_bytes())
        names = set(_names_in(folder)) - {NAME}
        for name, said in manifest.files.items():
            if name not in names:
                raise BackupUnreadableError(
                    f"{folder / name} is missing.",
                    nl=f"De back-up is niet heel: {name} ontbreekt. Neem een andere back-up.",
                )
            if digest_of(folder / name) != said:
                raise _damaged(name)
    except OSError as problem:
        raise BackupUnreadableError(
            f"{folder} cannot be read as a backup: {problem.strerror}.",
            nl=f"In {folder} staat geen back-up die af is. Noem de map die praktijkbewijs backup maakte.",
        ) from problem
    for name in sorted(names - set(manifest.files)):
        raise BackupUnreadableError(
            f"{folder / name} is no part of the backup.",
            nl=f"In de back-up staat een bestand dat er niet bij hoort: {name}. Kijk waar het vandaan komt.",
        )
    return manifest


def _names_in(folder: Path) -> Iterator[str]:
    """Name what is in a folder and in its folders; a link leads elsewhere, so it counts as a file."""
    for path in sorted(folder.iterdir()):
        if path.is_dir() and not path.is_symlink():
            yield from (f"{path.name}/{name}" for name in _names_in(path))
        else:
            yield path.name


def write_durably(path: Path, content: bytes) -> None:
    """Write a file for nobody else to read, and wait until it is on the disk."""
    path.parent.mkdir(mode=0o700, parents=True, exist_ok=True)
    path.touch(mode=0o600, exist_ok=False)
    with path.open("wb") as file:
        file.write(content)
        file.flush()
        os.fsync(file.fileno())


def sync(path: Path) -> None:
    """Wait until a file, or what a folder names, is on the disk."""
    descriptor = os.open(path, os.O_RDONLY)
    try:
        os.fsync(descriptor)
    finally:
        os.close(descriptor)


def _sealed(said: dict[str, object]) -> bytes:
    """Write it in its one spelling, with its own SHA-256 in it."""
    digest = hashlib.sha256(_spelled(said)).hexdigest()
    return _spelled({**said, "sha256": digest})


def _spelled(said: dict[str, object]) -> bytes:
    return (json.dumps(said, indent=1, sort_keys=True) + "\n").encode()


def _damaged(name: str) -> BackupUnreadableError:
    return BackupUnreadableError(
        f"{name} is not what was written.",
        nl=f"De back-up is beschadigd: {name} is niet meer zoals hij was. Neem een andere back-up.",
    )


def _newer() -> BackupUnreadableError:
    return BackupUnreadableError(
        "The backup is of another format.",
        nl="Deze back-up is van een andere versie van dit programma. Gebruik de versie die hem maakte.",
    )
