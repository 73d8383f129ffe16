"""Private keys, after a run in which all was done that is done with keys: only inside their wrapping."""

import contextlib
import io
import resource
import sqlite3
import traceback
from collections.abc import Iterable, Iterator
from contextlib import closing
from pathlib import Path

import pytest
import structlog
from fastapi.testclient import TestClient
from sqlalchemy import text
from sqlmodel import Session, SQLModel

from app.commands.serve import leave_no_core
from app.logging import configure_logging
from app.main import create_app
from app.settings import Settings
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.errors import KeyStoreError
from issuers.issuing.reissuing import reissue
from issuers.keys.managing import rotate_key, withdraw_key
from issuers.keys.register import all_keys
from issuers.keys.tables import Key, KeyPurpose
from issuers.people.permissions import operator
from tests.app.serving import desk_of
from tests.databases import Databases
from tests.fresh import fresh_in
from tests.issuers.keystore.test_store import keeping, secrets_of, spellings
from tests.matrix.furnishing import Furnished, furnish
from tests.once import Once

ADDRESS = "https://bewijs.voorbeeld"
DID = "did:web:bewijs.voorbeeld"


@pytest.fixture
def data_dir(tmp_path: Path, once: Once, databases: Databases) -> Path:
    """Give the folder of the service."""
    return fresh_in(tmp_path / "data", once=once, databases=databases)


@pytest.fixture
def log() -> Iterator[io.StringIO]:
    """Write the log as the service does, to where it can be read."""
    with contextlib.redirect_stderr(io.StringIO()) as kept:
        configure_logging("debug")
        yield kept
    structlog.reset_defaults()


@pytest.fixture
def client(log: io.StringIO, data_dir: Path, databases: Databases) -> Iterator[TestClient]:
    """Open the service as in production, with a page that breaks while it holds every signer."""
    url = databases.url(data_dir)
    app = create_app(Settings(mode="production", base_url=ADDRESS, data_dir=data_dir, database_url=url))

    @app.get("/stuk")
    def break_down() -> None:
        desk = app.state.desk
        keys = desk.register.read(all_keys, within=WHOLE_SERVICE)
        signers = [desk.key_store.signer(key, did=DID) for key in keys]
        raise RuntimeError(f"{signers} {keys} {desk}")

    with TestClient(app, base_url=ADDRESS, raise_server_exceptions=False) as client:
        yield client


def everything(desk: IssuingDesk) -> Furnished:
    """Found, invite, sign in, give, withdraw, replace keys, withdraw one and sign again."""
    furnished = furnish(desk)
    beheer = operator(furnished.tenants[0].organisation_id, now=desk.clock.now())
    for purpose in (KeyPurpose.ASSERTION, KeyPurpose.TOKEN, KeyPurpose.LIST):
        old = rotate_key(desk, purpose, actor=beheer)
        withdraw_key(desk, old.id, actor=beheer)
        reissue(desk, old.id, actor=beheer)
    return furnished


def pages(client: TestClient, furnished: Furnished) -> Iterator[bytes]:
    """Open pages of the beheerder, his archive, and pages that say what went wrong."""
    beheerder = furnished.callers[0]
    key = furnished.tenants[0].things["key"]
    own = ("/sleutels", f"/sleutels/{key}/kwijt", "/wie-deed-wat", "/organisatie/gegevens.zip", "/mijn")
    for path in (*own, "/stuk", "/bestaat-niet", "/.well-known/did.json", "/readyz"):
        answer = client.get(path, headers=dict(beheerder.headers) | {"Accept": "text/html"})
        assert (500 if path == "/stuk" else 404 if path == "/bestaat-niet" else 200) == answer.status_code
        yield answer.content + str(answer.headers).encode()


def rows(desk: IssuingDesk) -> bytes:
    """Give every value of every row, as the database has it."""

    def work(session: Session) -> bytes:
        found = [
            value if isinstance(value, bytes) else str(value).encode()
            for table in SQLModel.metadata.sorted_tables
            for row in session.connection().execute(text(f"SELECT * FROM {table.name}"))  # noqa: S608 (ours)
            for value in row
        ]
        return b"\n".join(found)

    return desk.register.read(work, within=WHOLE_SERVICE)


def files(folder: Path) -> bytes:
    """Give all files but the key-encryption keys, and a backup of the database where that is a file."""
    database = folder / "praktijkbewijs.db"
    if database.is_file():
        with (
            closing(sqlite3.connect(database)) as now,
            closing(sqlite3.connect(folder / "backup.db")) as copy,
        ):
            now.backup(copy)
    found = [path for path in folder.rglob("*") if path.is_file() and path.parent.name != "keys"]
    return b"\n".join(path.read_bytes() for path in found)


def dump(desk: IssuingDesk, key: Key) -> bytes:
    """Give what a crash would show of every frame, with the values in it, where a key does not open."""
    signer = desk.key_store.signer(key, did=DID)
    try:
        keeping(bytes(32)).signer(key, did=signer.verification_method)
    except KeyStoreError as problem:
        shown = traceback.TracebackException.from_exception(problem, capture_locals=True)
        return "".join(shown.format()).encode()
    raise AssertionError("it opened")


def leaked(hidden: Iterable[bytes], *, seen: bytes) -> list[bytes]:
    """Give each form of a secret that stands in what was seen."""
    return [form for secret in hidden for form in spellings(secret) if form in seen]


class TestPrivateKeys:
    """What is secret of a key stays inside its wrapping."""

    def test_are_in_no_row_file_backup_page_log_or_dump(
        self, client: TestClient, data_dir: Path, log: io.StringIO
    ) -> None:
        """In raw, hex, base64 and base58; also those of keys that are out of use."""
        desk = desk_of(client)
        shown = b"\n".join(pages(client, everything(desk)))
        logged = log.getvalue().encode()
        keks = [(data_dir / "keys" / name).read_bytes() for name in ("kek", "kek-lists")]
        hidden = [*secrets_of(desk, *keks), *keks]
        keys = desk.register.read(all_keys, within=WHOLE_SERVICE)
        seen = {
            "rows": rows(desk),
            "files": files(data_dir),
            "pages": shown,
            "log": logged,
            "dump": b"\n".join(dump(desk, key) for key in keys),
        }
        assert b"RuntimeError" in logged
        assert len(keys) > 15
        assert {} == {where: found for where, what in seen.items() if (found := leaked(hidden, seen=what))}

    def test_would_be_found(self) -> None:
        """In each of the forms, between other things."""
        secret = bytes(range(1, 33))
        for form in spellings(secret):
            assert form in leaked([secret], seen=b"\x00x" + form + b"y\n")


class TestLeaveNoCore:
    """`leave_no_core`."""

    def test_lets_a_crash_write_no_memory_to_the_disk(self) -> None:
        """Whoever signs has a key in his memory; that is not written anywhere when he falls."""
        before = resource.getrlimit(resource.RLIMIT_CORE)
        try:
            leave_no_core()
            assert 0 == resource.getrlimit(resource.RLIMIT_CORE)[0]
        finally:
            resource.setrlimit(resource.RLIMIT_CORE, (0, before[1]))
