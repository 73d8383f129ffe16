"""Open what the settings name: the desk with its catalogue, for the service and for the commands."""

from pathlib import Path

from app.settings import PREFIX, Settings, SettingsError
from badges.catalogue import Catalogue, embedded, loads
from badges.errors import CatalogueError
from issuers.desk import IssuingDesk
from issuers.opening import open_desk, stored_base_url
from web.clock import SystemClock

IMPORTS = "catalogue"


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
        raise SettingsError(
            f"In {settings.data_dir} staat nog geen dienst. Zet {PREFIX}DATA_DIR op de map van de dienst, "
            "of start hem eerst met: praktijkbewijs serve"
        )
    return desk


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


def _open(settings: Settings, *, base_url: str) -> IssuingDesk:
    return open_desk(
        settings.database,
        data_dir=settings.data_dir,
        base_url=base_url,
        clock=SystemClock(),
        catalogue=read_catalogue(settings.data_dir),
    )
