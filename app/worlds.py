"""Open what the settings name: desk, catalogue, limits, registers; for the service and for the commands."""

from collections.abc import Callable
from functools import partial
from pathlib import Path

import structlog

from app.settings import PREFIX, Settings, SettingsError
from badges.catalogue import Catalogue, embedded, loads
from badges.errors import CatalogueError
from issuers.backups.making import CATALOGUE, Service
from issuers.database.counting import FileCounters
from issuers.database.journal import Journal
from issuers.database.transactions import is_new
from issuers.desk import IssuingDesk
from issuers.keystore.places import FilePlace, KeyPlace, TextPlace
from issuers.opening import NEWEST, is_known, open_desk, open_without_keys, standing_place, stored_base_url
from verifier.errors import RegisterFileError
from verifier.policy import ANYONE, KNOWN
from verifier.registers import IssuerRegister, read_register
from web.clock import SystemClock
from web.errors import CountingError
from web.limits import Limiter, Purpose

IMPORTS = CATALOGUE
JOURNAL = "journal"
COUNTERS = "limits.db"
FORMS_PER_MINUTE = 3  # of one network address: a school may sit behind one
SAYINGS_PER_MINUTE = 12  # as above: a class scans a poster together; a flood takes minutes to fill it
VIEWS_PER_MINUTE = 30  # as above; more are not counted, and nobody is told
CARDS_PER_MINUTE = 6  # as above: a code on paper is short, so guessing must take centuries
SIGN_INS_PER_MINUTE = 60  # as above; each takes two steps
LETTERS_PER_MINUTE = 1  # to one mail address
CALLS_PER_MINUTE = 600  # of systems at one network address
CALLS_OF_A_KEY_PER_MINUTE = 300

log = structlog.get_logger()


def open_own_desk(settings: Settings) -> IssuingDesk:
    """Open the database and the key store that the settings name; make them the first time.

    Raises:
        SettingsError: the data folder cannot be made.
        RegisterError: the database is not one to trust with badges.
        BaseUrlError: badges exist under another address.
        KeyStoreError: the key-encryption key is missing, open to others, or another one.
        CatalogueError: an imported catalogue in the data folder cannot be read.
    """
    try:
        settings.data_dir.mkdir(parents=True, exist_ok=True)
    except OSError as error:
        raise SettingsError(
            f"{PREFIX}DATA_DIR klopt niet: {settings.data_dir} kan geen map worden ({error.strerror}). "
            "Kies een map waarin de dienst mag schrijven."
        ) from error
    return _open(settings, base_url=settings.public_url)


def find_own_desk(settings: Settings) -> IssuingDesk | None:
    """Open what is there, under the address that it is bound to; None when there is nothing yet.

    For commands that look at a service: they need not be told its address again.

    Raises:
        RegisterError, KeyStoreError, CatalogueError: as `open_own_desk`.
    """
    stored = stored_base_url(settings.database)
    return _open(settings, base_url=stored) if stored else None


def require_own_desk(settings: Settings) -> IssuingDesk:
    """Open what is there.

    Raises:
        SettingsError: there is nothing yet.
        RegisterError, KeyStoreError, CatalogueError: as `open_own_desk`.
    """
    desk = find_own_desk(settings)
    if desk is None:
        raise _nothing_there(settings)
    return desk


def require_desk_without_keys(settings: Settings) -> IssuingDesk:
    """Open what is there, also where its keys do not open: to see what is lost, and to go on without.

    Raises:
        SettingsError, RegisterError, CatalogueError: as `require_own_desk`.
    """
    stored = stored_base_url(settings.database)
    if stored is None:
        raise _nothing_there(settings)
    return _open(settings, base_url=stored, opening=open_without_keys)


def require_service(settings: Settings) -> Service:
    """Say where the service is kept that is there, without opening it.

    Raises:
        SettingsError: there is nothing yet.
    """
    if is_new(settings.database):
        raise _nothing_there(settings)
    return place_of_service(settings)


def place_of_service(settings: Settings) -> Service:
    """Say where the service is kept, or comes."""
    return Service(
        database_url=settings.database,
        data_dir=settings.data_dir,
        journal_dir=journal_dir(settings),
        newest=NEWEST,
        knows=is_known,
        open=partial(_open_copy, settings),
    )


def journal_dir(settings: Settings) -> Path:
    """Say in which folder is written what a backup must not undo."""
    return settings.journal_dir or settings.data_dir / JOURNAL


def _open_copy(settings: Settings, database_url: str, base_url: str) -> IssuingDesk:
    return _open(
        settings.model_copy(update={"database_url": database_url}),
        base_url=base_url,
        opening=open_without_keys,
    )


def _nothing_there(settings: Settings) -> SettingsError:
    return SettingsError(
        f"In {settings.data_dir} staat nog geen dienst. Zet {PREFIX}DATA_DIR op de map van de dienst, "
        "of start hem eerst met: praktijkbewijs serve"
    )


def open_limiter(settings: Settings) -> Limiter:
    """Open the counters beside the database, and the limits that they hold everyone to.

    Raises:
        SettingsError: the counters cannot be kept in the data folder.
    """
    try:
        counters = FileCounters(settings.data_dir / COUNTERS)
    except CountingError as error:
        raise SettingsError(
            f"{PREFIX}DATA_DIR klopt niet: in {settings.data_dir} kan {COUNTERS} niet worden gemaakt. "
            "Kies een map waarin de dienst mag schrijven."
        ) from error
    per_minute = {
        Purpose.VERIFY: settings.checks_per_minute,
        Purpose.FORM: FORMS_PER_MINUTE,
        Purpose.CARD: CARDS_PER_MINUTE,
        Purpose.SAYING: SAYINGS_PER_MINUTE,
        Purpose.VIEW: VIEWS_PER_MINUTE,
        Purpose.SIGN_IN: SIGN_INS_PER_MINUTE,
        Purpose.LETTER: LETTERS_PER_MINUTE,
        Purpose.API: CALLS_PER_MINUTE,
        Purpose.API_KEY: CALLS_OF_A_KEY_PER_MINUTE,
    }
    return Limiter(counters, per_minute=per_minute, clock=SystemClock(), tell=_log_uncounted)


def read_registers(settings: Settings) -> tuple[IssuerRegister, ...]:
    """Read the registers of issuers that the administrator trusts, in his order.

    Raises:
        SettingsError: a file is not there, is no register, or takes the name of another; the text says which.
    """
    registers = tuple(map(_read_register, settings.register_files))
    taken = [ANYONE, KNOWN]
    for path, register in zip(settings.register_files, registers, strict=True):
        if register.name in taken:
            raise _register_error(path, f'er is al iets dat "{register.name}" heet; geef het een andere naam')
        taken.append(register.name)
    return registers


def _read_register(path: Path) -> IssuerRegister:
    """Read one; what does not name itself is called after its file."""
    try:
        return read_register(path.read_bytes(), name=path.stem)
    except OSError as error:
        raise _register_error(path, f"dit bestand is niet te lezen ({error.strerror})") from error
    except RegisterFileError as error:
        raise _register_error(path, error.reason) from error


def _register_error(path: Path, reason: str) -> SettingsError:
    return SettingsError(f"{PREFIX}REGISTERS klopt niet: {path}: {reason}.")


def _log_uncounted(problem: CountingError) -> None:
    """Say in the log that something passed uncounted; who asked it is not known there either."""
    log.warning("not counted", reason=str(problem))


def read_catalogue(data_dir: Path) -> Catalogue:
    """Read the embedded catalogue and every edition that was imported since.

    Raises:
        CatalogueError: a file among them is no catalogue; the text names it.
    """
    catalogue = embedded()
    for path in sorted((data_dir / IMPORTS).glob("*.json")):
        try:
            catalogue = catalogue.with_edition(loads(path.read_bytes()))
        except CatalogueError as error:
            raise CatalogueError(f"{path}: {error}") from error
    return catalogue


def _open(
    settings: Settings, *, base_url: str, opening: Callable[..., IssuingDesk] = open_desk
) -> IssuingDesk:
    return opening(
        settings.database,
        data_dir=settings.data_dir,
        base_url=base_url,
        clock=SystemClock(),
        catalogue=read_catalogue(settings.data_dir),
        key_place=_key_place(settings),
        sends_mail=settings.mail_server is not None,
        journal=Journal(journal_dir(settings)),
    )


def file_of_the_key(settings: Settings) -> FilePlace | None:
    """Say in which file the key is that guards the keys of issuers; None where it is in the environment."""
    if settings.key.get_secret_value():
        return None
    return FilePlace(settings.key_file or settings.data_dir / "keys" / "kek")


def file_of_the_lists_key(settings: Settings) -> FilePlace:
    """Say in which file the key is that guards what is never sealed."""
    return standing_place(settings.data_dir)


def _key_place(settings: Settings) -> KeyPlace:
    """Say where the key is that guards the keys of issuers."""
    return file_of_the_key(settings) or TextPlace(settings.key.get_secret_value())
