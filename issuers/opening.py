"""Open the desk: database, key store and address, or a sentence that says what is wrong."""

from pathlib import Path

from sqlmodel import Session

from badges.catalogue import Catalogue
from issuers.backups.postgresql import is_restoring
from issuers.database.journal import Journal
from issuers.database.scopes import WHOLE_SERVICE
from issuers.database.transactions import Register, is_new, open_register
from issuers.desk import IssuingDesk
from issuers.errors import (
    BaseUrlError,
    LostRegisterError,
    NoActiveKeyError,
    RegisterError,
    UnfinishedRestoreError,
)
from issuers.issuing.register import all_lists, has_badges
from issuers.keys.keyring import add_key
from issuers.keys.register import active_key, all_keys
from issuers.keys.rewrapping import rewrap
from issuers.keys.tables import SEALABLE, STANDING, KeyPurpose
from issuers.keystore.places import FilePlace, KeyPlace
from issuers.keystore.store import WrappingKeyStore
from issuers.marking.mark_key import keep_mark_key
from issuers.organisations.tables import Instance
from issuers.people.code_secrets import rewrap_codes
from issuers.statuslists import publish_list
from migrations import HEAD as NEWEST
from migrations import StrangeDatabaseError, current, is_known, upgrade
from web.clock import Clock

__all__ = [
    "NEWEST",
    "is_known",
    "issuing_place",
    "open_desk",
    "open_without_keys",
    "standing_place",
    "stored_base_url",
]


def open_desk(  # noqa: PLR0913 (what a service is made of)
    database_url: str,
    *,
    data_dir: Path,
    base_url: str,
    clock: Clock,
    catalogue: Catalogue,
    key_place: KeyPlace | None = None,
    sends_mail: bool = False,
    journal: Journal | None = None,
) -> IssuingDesk:
    """Open the database and the key store, bring the tables up to date, and check who we are.

    `key_place` is where the key-encryption key of what signs badges is, `keys/kek` in the data folder unless
    said. Where that is empty and badges were signed before, the service starts sealed.

    Raises:
        RegisterError: the database is not one to trust with badges.
        LostRegisterError: its keys are here, and it is not.
        KeyStoreError: the key-encryption key is lost, open to others, or of another database.
        BaseUrlError: badges exist under another address.
    """
    _require_register(database_url, standing=standing_place(data_dir))
    issuing = key_place or issuing_place(data_dir)
    desk = open_without_keys(
        database_url,
        data_dir=data_dir,
        base_url=base_url,
        clock=clock,
        catalogue=catalogue,
        key_place=issuing,
        sends_mail=sends_mail,
        journal=journal,
    )
    try:
        if journal:
            journal.begin()
        _furnish(desk.register, issuing=issuing, standing=standing_place(data_dir))
        rewrap(desk, STANDING)
        rewrap_codes(desk)
        desk.register.write(lambda session: _claim(session, desk=desk), within=WHOLE_SERVICE)
    except BaseException:
        desk.register.close()
        raise
    return desk


def open_without_keys(  # noqa: PLR0913 (as above)
    database_url: str,
    *,
    data_dir: Path,
    base_url: str,
    clock: Clock,
    catalogue: Catalogue,
    key_place: KeyPlace | None = None,
    sends_mail: bool = False,
    journal: Journal | None = None,
) -> IssuingDesk:
    """Open the desk whether its keys open or not: to see what is lost, and to go on without.

    Raises:
        RegisterError: the database is not one to trust with badges.
    """
    database = open_register(database_url, journal=journal)
    try:
        _bring_up_to_date(database)
    except BaseException:
        database.close()
        raise
    return IssuingDesk(
        register=database,
        key_store=WrappingKeyStore(
            issuing=key_place or issuing_place(data_dir), standing=standing_place(data_dir)
        ),
        clock=clock,
        catalogue=catalogue,
        base_url=base_url,
        sends_mail=sends_mail,
    )


def _require_register(database_url: str, *, standing: FilePlace) -> None:
    """Let pass a register that is there, or that never was: the keys of the lists are made right after it.

    Raises:
        LostRegisterError: its keys are here, and it is not.
        UnfinishedRestoreError: a backup was put back in it for a part.
    """
    if is_new(database_url) and standing.path.exists():
        raise LostRegisterError
    if is_restoring(database_url):
        raise UnfinishedRestoreError


def issuing_place(data_dir: Path) -> FilePlace:
    """Say where the key is of what signs badges, unless the settings name another place."""
    return FilePlace(data_dir / "keys" / "kek")


def standing_place(data_dir: Path) -> FilePlace:
    """Say where the key is of what is never sealed."""
    return FilePlace(data_dir / "keys" / "kek-lists")


def stored_base_url(database_url: str) -> str | None:
    """Read which address a database is bound to; None when there is none yet, or it is bound to none.

    Raises:
        RegisterError: the database is not one to trust with badges.
    """
    if is_new(database_url):
        return None
    if is_restoring(database_url):
        raise UnfinishedRestoreError
    database = open_register(database_url)
    try:
        _bring_up_to_date(database)
        return database.read(_base_url, within=WHOLE_SERVICE)
    finally:
        database.close()


def _bring_up_to_date(database: Register) -> None:
    """Run the migrations that are due; of processes that start together one does, and the others wait."""
    if database.read(lambda session: current(session.connection()), within=WHOLE_SERVICE) == NEWEST:
        return
    try:
        database.write(lambda session: upgrade(session.connection()), within=WHOLE_SERVICE)
    except StrangeDatabaseError as problem:
        raise RegisterError(str(problem)) from problem


def _furnish(database: Register, *, issuing: KeyPlace, standing: KeyPlace) -> None:
    """Make the key-encryption keys that nothing was ever wrapped by; what should be there, must be.

    The keys of before the two were told apart were wrapped by the one of what signs badges.
    """
    keys = database.read(all_keys, within=WHOLE_SERVICE)
    if not any(key.purpose in SEALABLE or key.wrapped_by is None for key in keys):
        issuing.furnish()
    if not any(key.purpose in STANDING and key.wrapped_by for key in keys):
        standing.furnish()
    standing.read()


def _base_url(session: Session) -> str | None:
    row = session.get(Instance, 1)
    return row.base_url if row else None


def _claim(session: Session, *, desk: IssuingDesk) -> None:
    """Bind the database to its address and to its key store."""
    row = session.get(Instance, 1)
    if row is None:
        row = Instance(id=1, base_url=desk.base_url, created=desk.clock.now())
        session.add(row)
    elif row.base_url != desk.base_url:
        _move(session, row, desk=desk)
    keep_mark_key(row, desk=desk)
    try:
        key = active_key(session, organisation_id=None, purpose=KeyPurpose.CHECKPOINT)
    except NoActiveKeyError:
        key = add_key(session, desk=desk, organisation_id=None, purpose=KeyPurpose.CHECKPOINT)
    desk.key_store.signer(key, did=desk.addresses.service_did)


def _move(session: Session, row: Instance, *, desk: IssuingDesk) -> None:
    """Bind the database to another address, while nothing was signed under the one of before.

    Raises:
        BaseUrlError: there are badges.
    """
    if has_badges(session):
        raise BaseUrlError(stored=row.base_url, asked=desk.base_url)
    row.base_url = desk.base_url
    for status_list in all_lists(session):
        publish_list(session, status_list, desk=desk)
