"""`praktijkbewijs serve`: run the service."""

import contextlib
import resource
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Annotated, Any
from urllib.parse import urlsplit

import typer

from app.commands.printing import say
from app.logging import configure_logging
from app.settings import PREFIX, Mode, Settings, SettingsError, read_settings, serving_settings
from app.start import reading

if TYPE_CHECKING:
    from fastapi import FastAPI


def run(
    tls_self_signed: Annotated[
        bool,
        typer.Option("--tls-self-signed", help="Luister met https en een eigen certificaat, om te proberen."),
    ] = False,
) -> None:
    """Start de dienst op het adres uit de instellingen."""
    start(_settings(tls_self_signed=tls_self_signed))


def start(settings: Settings, *, told: Iterable[str] = ()) -> None:
    """Serve until somebody stops it; `told` is said after where it runs.

    Raises:
        SettingsError: this machine does not give the address and the port.
    """
    configure_logging(settings.log_level)
    leave_no_core()
    _serve(_made_to_stay(settings), settings=settings, told=told)


def _settings(*, tls_self_signed: bool) -> Settings:
    """Read how to serve.

    Raises:
        SettingsError: a setting is wrong, or a certificate of its own was asked for in production.
    """
    settings = serving_settings(read_settings())
    if tls_self_signed and settings.mode is Mode.PRODUCTION:
        raise SettingsError("--tls-self-signed kan niet in productie: zet daar een proxy met TLS voor.")
    return settings.model_copy(update={"tls_self_signed": tls_self_signed or settings.tls_self_signed})


def _made_to_stay(settings: Settings) -> "FastAPI":
    """Make the app; what was made stays, as what was read does."""
    with reading():
        from app.main import create_app  # noqa: PLC0415 - other commands need no half of it

        return create_app(settings)


def _listening(settings: Settings) -> dict[str, Any]:
    """Say how the server listens, and what it leaves out."""
    certificate = _certificate(settings) if settings.tls_self_signed else None
    return {
        "host": settings.host,
        "port": settings.port,
        "access_log": False,  # it would write down the token of every badge that someone opens
        "log_level": "warning",
        "server_header": False,
        "ws": "none",  # there are no websockets here
        "proxy_headers": bool(settings.trusted_proxies),
        "forwarded_allow_ips": settings.trusted_proxies or None,
        "ssl_keyfile": certificate.key if certificate else None,
        "ssl_certfile": certificate.chain if certificate else None,
    }


def _serve(app: "FastAPI", *, settings: Settings, told: Iterable[str]) -> None:
    """Answer until somebody stops it.

    Raises:
        SettingsError: this machine does not give the address and the port.
    """
    import uvicorn  # noqa: PLC0415 - other commands listen to nobody

    config = uvicorn.Config(app, **_listening(settings))
    try:
        listening = config.bind_socket()
    except SystemExit:  # it has said what the machine has against it
        raise SettingsError(
            f"De dienst kan niet luisteren op {settings.host}, poort {settings.port}. Stop wat daar al "
            f"draait, of zet {PREFIX}PORT op een vrije poort en {PREFIX}HOST op een adres van deze machine."
        ) from None
    _say_where(settings)
    for line in told:
        say(line)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])


def _say_where(settings: Settings) -> None:
    """Say at which address it runs, and what is not as it is in production."""
    if settings.tls_self_signed:
        print(f"Met een eigen certificaat: {settings.suite_url}", flush=True)
    if settings.conformance:
        print(f"PAS OP: op {settings.suite_url}/vc-api kan iedereen alles laten tekenen.", flush=True)
    kind = "als demo " if settings.mode is Mode.DEMO else ""
    print(f"Praktijkbewijs draait {kind}op {settings.public_url}", flush=True)
    print(f"Hij luistert op {settings.host}, poort {settings.port}. Stoppen kan met Ctrl+C.", flush=True)


def leave_no_core() -> None:
    """Let a crash write no memory to the disk: whoever signs has keys in it."""
    _, hard = resource.getrlimit(resource.RLIMIT_CORE)
    resource.setrlimit(resource.RLIMIT_CORE, (0, hard))


@dataclass(frozen=True, slots=True)
class _Certificate:
    """Hold where a certificate and its key are."""

    key: Path
    chain: Path


def _certificate(settings: Settings) -> _Certificate:
    """Make a certificate that nobody trusts yet; `ca.pem` beside it is for whoever wants to."""
    import trustme  # noqa: PLC0415 - only who asks for it pays for loading it

    folder = settings.data_dir / "tls"
    folder.mkdir(mode=0o700, parents=True, exist_ok=True)
    made = _Certificate(key=folder / "key.pem", chain=folder / "chain.pem")
    authority = trustme.CA(organization_name="Praktijkbewijs, om te proberen")
    own = urlsplit(settings.public_url).hostname or "localhost"
    certificate = authority.issue_cert(*dict.fromkeys((own, "localhost", "127.0.0.1", "::1")))
    authority.cert_pem.write_to_path(folder / "ca.pem")
    certificate.private_key_pem.write_to_path(made.key)
    for place, blob in enumerate(certificate.cert_chain_pems):
        blob.write_to_path(made.chain, append=place > 0)
    return made
