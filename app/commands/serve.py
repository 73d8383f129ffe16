"""`praktijkbewijs serve`: run the service."""

import contextlib
import gc

import uvicorn

from app.logging import configure_logging
from app.main import create_app
from app.settings import PREFIX, Mode, SettingsError, read_settings, serving_settings


def run() -> None:
    """Start de dienst op het adres uit de instellingen."""
    settings = serving_settings(read_settings())
    configure_logging(settings.log_level)
    gc.disable()
    app = create_app(settings)
    gc.freeze()  # what was made so far stays; the collector need not walk through it again and again
    gc.enable()
    config = uvicorn.Config(
        app,
        host=settings.host,
        port=settings.port,
        access_log=False,  # it would write down the token of every badge that someone opens
        log_level="warning",
        server_header=False,
        ws="none",  # there are no websockets here
        proxy_headers=bool(settings.trusted_proxies),
        forwarded_allow_ips=settings.trusted_proxies or None,
    )
    try:
        listening = config.bind_socket()
    except SystemExit:  # it has said what the machine has against it
        raise SettingsError(
            f"De dienst kan niet luisteren op {settings.host}, poort {settings.port}. Stop wat daar al "
            f"draait, of zet {PREFIX}PORT op een vrije poort en {PREFIX}HOST op een adres van deze machine."
        ) from None
    kind = "als demo " if settings.mode is Mode.DEMO else ""
    print(f"Praktijkbewijs draait {kind}op {settings.public_url}", flush=True)
    print(f"Hij luistert op {settings.host}, poort {settings.port}. Stoppen kan met Ctrl+C.", flush=True)
    with contextlib.suppress(KeyboardInterrupt):
        uvicorn.Server(config).run(sockets=[listening])
