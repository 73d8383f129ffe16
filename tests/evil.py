"""A town of web servers on this machine, good and evil, with an authority and a telephone book of their own.

Each behaviour is a server at a port of its own. The town runs in a thread, so that a test can ask it from an
event loop, from a service, or from a command.
"""

from __future__ import annotations

import asyncio
import gzip
import os
import socket
import ssl
import threading
import warnings
from collections.abc import Awaitable, Callable, Iterator, Sequence
from contextlib import contextmanager
from dataclasses import dataclass, field
from datetime import UTC, datetime
from ipaddress import ip_address
from typing import Any, TypeAlias

import trustme

from web.egress import Egress, IPAddress, Limits
from web.networks import is_public

TOWN_HALL = "127.9.9.9"
"""The one address of this machine that the tests may connect to."""

DOCUMENT = b'{"id": "did:web:good.example"}'
BOMB = gzip.compress(bytes(8 * 1024 * 1024))
UNPRIVILEGED = range(1024, 65_536)
_LAST_YEAR = datetime(2025, 11, 22, tzinfo=UTC)

Serve: TypeAlias = Callable[[asyncio.StreamReader, asyncio.StreamWriter, str], Awaitable[None]]
"""Answer one request, of which the target was read."""


def answer(status: str, *headers: str, body: bytes = b"") -> Serve:
    """Always give this answer."""
    head = "".join(f"{line}\r\n" for line in (f"HTTP/1.1 {status}", *headers, f"Content-Length: {len(body)}"))

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: str) -> None:
        writer.write(f"{head}Connection: close\r\n\r\n".encode() + body)

    return serve


def endless(head: bytes, piece: bytes, *, pause: float = 0.0) -> Serve:
    """Begin well, and never come to an end."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: str) -> None:
        writer.write(head)
        while True:
            await writer.drain()
            await asyncio.sleep(pause)
            writer.write(piece)

    return serve


def first_bytes(raw: bytes) -> Serve:
    """Send something, and hang up in the middle of it."""

    async def serve(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: str) -> None:
        writer.write(raw)
        await writer.drain()
        writer.transport.abort()

    return serve


async def garble(_: asyncio.StreamReader, writer: asyncio.StreamWriter, __: str) -> None:
    """Begin in TLS, and go on with what is none."""
    writer.write(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n")
    await writer.drain()
    wire = socket.socket(fileno=os.dup(writer.get_extra_info("socket").fileno()))
    with wire:
        wire.send(b"\x17\x03\x03\x00\x20" + bytes(32))


async def hang(reader: asyncio.StreamReader, _: asyncio.StreamWriter, __: str) -> None:
    """Say nothing until the other hangs up."""
    await reader.read()


async def lead_on(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str) -> None:
    """Redirect to whatever stands after the question mark; without one, that is here."""
    _, led, to = target.partition("?")
    given = answer("302 Found", f"Location: {to}") if led else answer("200 OK", _JSON, body=DOCUMENT)
    await given(reader, writer, target)


async def go_in_circles(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str) -> None:
    """Redirect to a longer address, for ever."""
    await answer("302 Found", f"Location: {target}x")(reader, writer, target)


async def echo(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str) -> None:
    """Give back what was asked, and with which headers."""
    lines = [target.encode()]
    while (line := (await reader.readline()).strip()) not in {b"", b"\r\n"}:
        lines.append(line)
    await answer("200 OK", "Content-Type: text/plain", body=b"\n".join(lines))(reader, writer, target)


async def sized(reader: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str) -> None:
    """Give as many bytes as the path says."""
    await answer("200 OK", body=bytes(int(target[1:])))(reader, writer, target)


async def sized_unannounced(_: asyncio.StreamReader, writer: asyncio.StreamWriter, target: str) -> None:
    """Give as many bytes as the path says, without saying how many there will be."""
    writer.write(b"HTTP/1.1 200 OK\r\n\r\n" + bytes(int(target[1:])))


_JSON = "Content-Type: application/json; charset=utf-8"
_CHUNKED = b"HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n"

SERVERS: dict[str, Serve] = {
    "good": answer("200 OK", _JSON, body=DOCUMENT),
    "echo": echo,
    "leads-on": lead_on,
    "sized": sized,
    "sized-unannounced": sized_unannounced,
    "hangs": hang,
    "mute": hang,
    "drips-headers": endless(b"HTTP/1.1 200 OK\r\n", b"X", pause=0.02),
    "drips-body": endless(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n", b"x", pause=0.02),
    "endless": endless(_CHUNKED, b"10000\r\n" + bytes(0x10000) + b"\r\n"),
    "endless-crumbs": endless(_CHUNKED, b"1\r\nx\r\n" * 2_000),
    "endless-headers": endless(b"HTTP/1.1 200 OK\r\n", b"X-More: " + b"x" * 4_000 + b"\r\n"),
    "endless-patience": endless(b"", b"HTTP/1.1 100 Continue\r\n\r\n", pause=0.001),
    "ten-gigabytes": endless(b"HTTP/1.1 200 OK\r\nContent-Length: 10000000000\r\n\r\n", b"x", pause=0.02),
    "bomb": answer("200 OK", "Content-Encoding: gzip", body=BOMB),
    "circles": go_in_circles,
    "to-this-machine": answer("302 Found", "Location: https://127.0.0.1/"),
    "to-http": answer("302 Found", "Location: http://good.example/"),
    "nowhere": answer("302 Found"),
    "breaks-off": first_bytes(b"HTTP/1.1 200 OK\r\nContent-Length: 9000\r\n\r\n{"),
    "breaks-off-at-once": first_bytes(b""),
    "garbles": garble,
    "babbles": first_bytes(b"SSH-2.0-OpenSSH_9.6\r\n\r\n"),
    "page": answer("200 OK", "Content-Type: text/html", body=b"<title>Welkom</title>"),
    "not-here": answer("404 Not Found", "Content-Type: text/html", body=b"<title>404</title>"),
    "was-here": answer("410 Gone"),
    "not-for-you": answer("403 Forbidden"),
    "not-now": answer("429 Too Many Requests", "Retry-After: 3600"),
    "broken": answer("500 Internal Server Error"),
    "empty": answer("204 No Content"),
    "in-parts": answer("206 Partial Content", _JSON, body=DOCUMENT),
    "picture": answer("200 OK", "Content-Type: image/png", body=b"\x89PNG"),
    "expired": answer("200 OK", _JSON, body=DOCUMENT),
    "other-name": answer("200 OK", _JSON, body=DOCUMENT),
    "self-signed": answer("200 OK", _JSON, body=DOCUMENT),
    "old-tls": answer("200 OK", _JSON, body=DOCUMENT),
    "no-tls": answer("200 OK", _JSON, body=DOCUMENT),
}


@dataclass
class Town:
    """Hold where the servers are, who vouches for them, and how often somebody came to each."""

    ports: dict[str, int]
    authority: trustme.CA
    visits: dict[str, int] = field(default_factory=dict)

    def url(self, name: str, path: str = "/did.json") -> str:
        """Give the address of a server."""
        return f"https://{name}.example:{self.ports[name]}{path}"

    def egress(self, *, seconds: float = 60.0, book: PhoneBook | None = None, **changes: Any) -> Egress:
        """Give an egress that reaches this town, as well as all that is public."""
        limits: dict[str, Any] = {"ports": UNPRIVILEGED, "seconds": seconds, "connect_seconds": seconds}
        return Egress(
            Limits(**(limits | changes)),
            resolve=book or PhoneBook(),
            may_reach=may_reach,
            trust=self.authority.configure_trust,
        )


class PhoneBook:
    """Know the addresses of names; a name that it does not know is in this town.

    A list of answers is given one at a time, and the last one for ever: that is how a name is moved between
    two questions. An error is raised, and a number of seconds is waited.
    """

    def __init__(self, **names: Sequence[Sequence[str] | OSError | float]) -> None:
        self._answers = {name.replace("_", "-"): list(answers) for name, answers in names.items()}
        self.asked: list[str] = []

    async def __call__(self, host: str) -> Sequence[str]:
        """Answer, as `web.egress.Resolve` asks."""
        self.asked.append(host)
        answers = self._answers.get(host.partition(".")[0], [[TOWN_HALL]])
        given = answers.pop(0) if len(answers) > 1 else answers[0]
        if isinstance(given, OSError):
            raise given
        if isinstance(given, float):
            await asyncio.sleep(given)
            return [TOWN_HALL]
        return given


def may_reach(address: IPAddress) -> bool:
    """Let through what is public, and the one address of this town."""
    return is_public(address) or address == ip_address(TOWN_HALL)


@contextmanager
def town() -> Iterator[Town]:
    """Open all servers in a thread, and close them in the end."""
    loop = asyncio.new_event_loop()
    loop.set_exception_handler(lambda *_: None)  # visitors who hang up are what this town is for
    thread = threading.Thread(target=loop.run_forever, name="town")
    thread.start()
    built = Town(ports={}, authority=trustme.CA())
    opened = asyncio.run_coroutine_threadsafe(_open_all(built), loop).result()
    try:
        yield built
    finally:
        asyncio.run_coroutine_threadsafe(_close_all(opened), loop).result()
        loop.call_soon_threadsafe(loop.stop)
        thread.join()
        loop.close()


async def _open_all(built: Town) -> list[asyncio.Server]:
    opened = []
    for name, serve in SERVERS.items():
        server = await asyncio.start_server(
            _counted(built, name, serve), TOWN_HALL, 0, ssl=_server_tls(built.authority, name)
        )
        built.ports[name] = server.sockets[0].getsockname()[1]
        opened.append(server)
    return opened


async def _close_all(opened: list[asyncio.Server]) -> None:
    for server in opened:
        server.close()
    visitors = [task for task in asyncio.all_tasks() if task is not asyncio.current_task()]
    for task in visitors:
        task.cancel()
    await asyncio.gather(*visitors, return_exceptions=True)


def _counted(
    built: Town, name: str, serve: Serve
) -> Callable[[asyncio.StreamReader, asyncio.StreamWriter], Awaitable[None]]:
    """Read the first line of a request, serve it, and hang up."""

    async def visit(reader: asyncio.StreamReader, writer: asyncio.StreamWriter) -> None:
        built.visits[name] = built.visits.get(name, 0) + 1
        try:
            line = (await reader.readline()).decode(errors="replace")
            await serve(reader, writer, (*line.split(" "), "/", "/")[1])
            await writer.drain()
        except (OSError, asyncio.CancelledError):  # the visitor hung up, or the town closes
            pass
        finally:
            writer.close()

    return visit


def _server_tls(authority: trustme.CA, name: str) -> ssl.SSLContext | None:
    """Give a server its certificate, or what is wrong with it."""
    if name in {"mute", "no-tls"}:
        return None
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_SERVER)
    by = trustme.CA() if name == "self-signed" else authority
    host = "somebody-else.example" if name == "other-name" else f"{name}.example"
    with _speaking_old_tls(context, old=name == "old-tls"):
        by.issue_cert(host, not_after=_LAST_YEAR if name == "expired" else None).configure_cert(context)
    return context


@contextmanager
def _speaking_old_tls(context: ssl.SSLContext, *, old: bool) -> Iterator[None]:
    """Let a server speak TLS 1.1 at most."""
    if old:
        with warnings.catch_warnings():
            warnings.simplefilter("ignore", DeprecationWarning)
            context.set_ciphers("ALL:@SECLEVEL=0")
            context.minimum_version = ssl.TLSVersion.TLSv1
            context.maximum_version = ssl.TLSVersion.TLSv1_1
    yield


def no_such_name() -> OSError:
    """Give what a machine says of a name that does not exist."""
    return socket.gaierror(socket.EAI_NONAME, "Name or service not known")


def nobody_can_say() -> OSError:
    """Give what a machine says when no server of names answers."""
    return socket.gaierror(socket.EAI_AGAIN, "Temporary failure in name resolution")
