"""Read the file in which the administrator names the providers of accounts (OpenID Connect)."""

import re
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from urllib.parse import urlsplit

import structlog
from pydantic import BaseModel, ConfigDict, Field, ValidationError

from app.settings import PREFIX, Settings, SettingsError
from badges.errors import DocumentError
from badges.strictjson import loads_object
from issuers.accounts.directory import Directory
from issuers.accounts.providers import TENANT, Provider
from web.addresses import HTTPS, read_address
from web.clock import Clock
from web.egress import Egress, Limits
from web.errors import AddressError

_KEY: Final = re.compile(r"[a-z0-9]+(-[a-z0-9]+)*", re.ASCII)
_PORTS: Final = range(1, 65_536)
_AT_ONCE_PER_HOST: Final = 16  # a school signs in at half past eight

log = structlog.get_logger()


class _Named(BaseModel):
    """Hold what the file says of a provider."""

    model_config = ConfigDict(extra="forbid", strict=True)

    name: str = Field(min_length=1, max_length=60)
    issuer: str
    client_id: str = Field(min_length=1)
    client_secret: str = Field(min_length=1)


def read_providers(settings: Settings) -> Sequence[Provider]:
    """Read the providers that the administrator named, in his order; none where he named no file.

    Raises:
        SettingsError: the file is not there, or something in it is wrong; the text says what.
    """
    path = settings.oidc
    if path is None:
        return ()
    try:
        listed = loads_object(path.read_bytes())
    except OSError as error:
        raise _wrong(path, f"dit bestand is niet te lezen ({error.strerror})") from error
    except DocumentError as error:
        raise _wrong(path, f"dit is geen JSON-object ({error})") from error
    return tuple(_read(path, key, said=said) for key, said in listed.items())


def open_directory(providers: Sequence[Provider], *, egress: Egress, clock: Clock) -> Directory:
    """Know the providers; what goes wrong at one of them is told in the log, and never about whom."""
    return Directory(providers, outside=egress, clock=clock, tell=_log_failure)


def open_egress(providers: Sequence[Provider], *, own: str) -> Egress:
    """Open a way out of their own: who checks badges holds up nobody who signs in.

    It goes to the usual port, and to those that stand in the issuers of the settings.
    """
    ports = {HTTPS} | {urlsplit(each.issuer).port or HTTPS for each in providers}
    return Egress(Limits(ports=ports, own=own, at_once_per_host=_AT_ONCE_PER_HOST))


def _read(path: Path, key: str, *, said: object) -> Provider:
    """Read one provider."""
    if not _KEY.fullmatch(key):
        raise _wrong(path, f'"{key}" mag alleen kleine letters, cijfers en streepjes hebben')
    try:
        named = _Named.model_validate(said)
    except ValidationError as error:
        where = ", ".join(sorted({".".join(map(str, each["loc"])) for each in error.errors()}))
        raise _wrong(
            path, f'"{key}" moet name, issuer, client_id en client_secret hebben, en niets anders ({where})'
        ) from None  # the error would show the secret
    if not _is_issuer(named.issuer):
        raise _wrong(path, f'"{key}": schrijf de issuer zoals de aanbieder hem noemt, met https:// ervoor')
    return Provider(key=key, **named.model_dump())


def _is_issuer(issuer: str) -> bool:
    """Tell whether this can be an issuer: an address at https without more (OpenID Connect Discovery 3)."""
    if issuer.count(TENANT) > 1 or TENANT in urlsplit(issuer).netloc or set("?#") & set(issuer):
        return False
    try:
        read_address(issuer.replace(TENANT, "tenant"), ports=_PORTS)
    except AddressError:
        return False
    return True


def _wrong(path: Path, reason: str) -> SettingsError:
    return SettingsError(f"{PREFIX}OIDC klopt niet: {path}: {reason}.")


def _log_failure(provider: str, reason: str) -> None:
    log.warning("nobody signed in", provider=provider, reason=reason)
