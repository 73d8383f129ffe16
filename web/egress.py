"""The one module that opens a connection: https to the public internet, for a purpose, by its rules.

read the address   one spelling, a name, the usual port            `web.addresses`
ask its name       once; every answer must be public               `web.networks`
connect            to an address that was checked, never to the name again
ask                with no cookies, no proxy, no trace of who asks
read               so many bytes, as they are                       `web.answers`

A redirect goes through all of it again. One deadline counts for everything together.

Letters go to the one server that the administrator named (`dial`): no badge and no visitor can name another.
"""

import asyncio
import socket
import ssl
import time
from collections.abc import AsyncGenerator, Awaitable, Callable, Container, Iterable, Sequence
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from functools import cache, partial
from ipaddress import IPv4Address, IPv6Address, ip_address
from typing import TypeAlias, cast

import httpcore

from web.addresses import HTTPS_ONLY, Address, read_address
from web.answers import Head, check_head, read_body
from web.courtesy import Rest, Turns
from web.errors import (
    AddressError,
    HostNotPublicError,
    OwnAddressError,
    RedirectError,
    SlowError,
    TlsError,
    UnreachableError,
)
from web.networks import is_public
from web.purposes import RULES, Form, Purpose, Redirects, Rules

IPAddress: TypeAlias = IPv4Address | IPv6Address
Resolve: TypeAlias = Callable[[str], Awaitable[Sequence[str]]]
"""Give the network addresses of a name, as text; raises OSError where it has none, or nobody can say."""

USER_AGENT = b"Praktijkbewijs"
MOST_REDIRECTS = 3

_MOST_TRIED = 3
_NAME_THREADS = 16
_BROKEN = (httpcore.TimeoutException, httpcore.NetworkError, httpcore.ProtocolError, OSError)
"""How a connection fails; that TLS breaks halfway comes through httpcore as it is, an OSError."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Limits:
    """Hold how far and how long we go out.

    Attributes:
        ports: The ports that we go to. A did:web may name another, but whoever writes addresses would make us
            knock at any door; an administrator can add one here.
        own: Our own host: what is there we know without going out.
        seconds: For all of it together: turn, name, connection, redirects, body.
        connect_seconds: To connect, and again to agree on TLS.
        at_once: So many calls at a time in all.
        at_once_per_host: So many calls at a time for one host.
        at_once_per_visitor: So many calls at a time for one visitor.
    """

    ports: Container[int] = HTTPS_ONLY
    own: str = ""
    seconds: float = 5.0
    connect_seconds: float = 3.0
    at_once: int = 32
    at_once_per_host: int = 2
    at_once_per_visitor: int = 8


@dataclass(frozen=True, slots=True, kw_only=True)
class Fetched:
    """Hold what a host gave.

    Attributes:
        raw: Its bytes.
        url: The address that gave it, after redirects.
        media_type: What the host calls it, in lower case and without parameters; empty where it says nothing.
    """

    raw: bytes
    url: str
    media_type: str


class Egress:
    """Go out, and nowhere else. Tests give another resolver, other networks and another authority."""

    def __init__(
        self,
        limits: Limits | None = None,
        *,
        resolve: Resolve | None = None,
        may_reach: Callable[[IPAddress], bool] = is_public,
        trust: Callable[[ssl.SSLContext], None] = ssl.SSLContext.load_default_certs,
        ticks: Callable[[], float] = time.monotonic,
    ) -> None:
        self._limits = limits or Limits()
        self._names = ThreadPoolExecutor(_NAME_THREADS, thread_name_prefix="names")
        self._resolve = resolve or self._ask_name
        self._may_reach = may_reach
        self._tls = tls_context(trust)
        self._turns = Turns(
            in_all=self._limits.at_once,
            per_host=self._limits.at_once_per_host,
            per_visitor=self._limits.at_once_per_visitor,
        )
        self._rest = Rest(ticks=ticks)

    async def get(self, url: str, *, purpose: Purpose) -> Fetched:
        """Fetch what is at an address.

        Raises:
            AddressError: we do not go there.
            RedirectError: it leads on too often, or to another host where that counts.
            StatusError: the host answers something else than 200.
            UnfitError: what came cannot be it.
            UnreachableError: nothing came, or not in time.
        """
        rules = RULES[purpose]
        until = asyncio.get_running_loop().time() + self._limits.seconds
        address = self._read(url)
        for _ in range(1 + MOST_REDIRECTS):
            answer = await self._visit(address, rules=rules, until=until)
            if isinstance(answer, Fetched):
                return answer
            address = answer
        raise RedirectError("this address leads on too often")

    async def post(self, url: str, *, form: Form, purpose: Purpose) -> Fetched:
        """Send a form to an address, and nowhere else: what is in it is for that host alone.

        Raises:
            EgressError: as `get`; a redirect is always one too many.
        """
        until = asyncio.get_running_loop().time() + self._limits.seconds
        answer = await self._visit(self._read(url), rules=RULES[purpose], until=until, form=form)
        if isinstance(answer, Fetched):
            return answer
        raise RedirectError("a form is not sent on")

    def close(self) -> None:
        """Stop asking names; what is under way ends by its deadline."""
        self._names.shutdown(wait=False, cancel_futures=True)

    def _read(self, url: str) -> Address:
        """Read an address that is not our own."""
        address = read_address(url, ports=self._limits.ports)
        if address.host == self._limits.own:
            raise OwnAddressError(address.url)
        return address

    async def _visit(
        self, address: Address, *, rules: Rules, until: float, form: Form | None = None
    ) -> Fetched | Address:
        """Ask one host, in its turn and in time; give what it has, or where it leads on to."""
        self._rest.check(address.place)
        async with self._turns.turn(address.host, until=until):
            try:
                async with asyncio.timeout_at(until):
                    return await self._ask(address, rules=rules, form=form)
            except TimeoutError as error:
                self._rest.failed(address.place)
                raise SlowError("it did not come in time") from error
            except UnreachableError:
                self._rest.failed(address.place)
                raise

    async def _ask(self, address: Address, *, rules: Rules, form: Form | None) -> Fetched | Address:
        """Ask over a connection of its own, which is closed whatever happens."""
        line = _Line(await self._pinned(address.host), seconds=self._limits.connect_seconds)
        connection = httpcore.AsyncHTTPConnection(
            origin=httpcore.Origin(b"https", address.host.encode(), address.port),
            ssl_context=self._tls,
            network_backend=line,
        )
        request = _request(address, rules=rules, form=form, connect_seconds=self._limits.connect_seconds)
        try:
            response = await connection.handle_async_request(request)
            self._rest.answered(address.place)
            head = Head(response.status, response.headers)
            if head.leads_on:
                return self._led_on(head, address=address, rules=rules)
            check_head(head, rules=rules)
            arriving = cast("AsyncGenerator[bytes, None]", response.aiter_stream())
            raw = await read_body(arriving, rules=rules)
            return Fetched(raw=raw, url=address.url, media_type=head.media_type)
        except _BROKEN as error:
            raise _as_ours(error) from error
        finally:
            await line.close()

    async def _pinned(self, host: str) -> Sequence[IPAddress]:
        """Ask a name, once; where one of its addresses is not public, none of them is trusted."""
        try:
            found = [ip_address(each) for each in await self._resolve(host)]
        except (OSError, ValueError) as error:
            raise UnreachableError("this host has no name that anybody knows now") from error
        if not found:
            raise UnreachableError("this host has no address")
        if not all(self._may_reach(each) for each in found):
            raise HostNotPublicError("this host is not on the public internet")
        return found

    async def _ask_name(self, host: str) -> Sequence[str]:
        """Ask the machine, in threads of our own: a slow name must not hold up what waits for the disk.

        The dot at the end says that the name is complete: nothing of the own network is put behind it.
        """
        ask = partial(socket.getaddrinfo, f"{host}.", None, type=socket.SOCK_STREAM)
        found = await asyncio.get_running_loop().run_in_executor(self._names, ask)
        return list(dict.fromkeys(str(place[0]) for *_, place in found))

    def _led_on(self, head: Head, *, address: Address, rules: Rules) -> Address:
        """Give the address that a redirect names, if its purpose allows that."""
        if rules.redirects is Redirects.NEVER:
            raise RedirectError("this must be at the very address, and it leads on")
        try:
            found = address.led_on(head.header(b"location"), ports=self._limits.ports)
        except AddressError as error:
            raise RedirectError("this address leads to where we do not go") from error
        if rules.redirects is Redirects.AT_THIS_HOST and found.place != address.place:
            raise RedirectError("this must be at the very host, and it leads elsewhere")
        return self._read(found.url)


class _Line(httpcore.AsyncNetworkBackend):
    """Connect to addresses that were checked, whatever name is asked for, and hang up in the end."""

    def __init__(self, pinned: Sequence[IPAddress], *, seconds: float) -> None:
        self._pinned = pinned[:_MOST_TRIED]
        self._seconds = seconds / len(self._pinned)
        self._below = httpcore.AnyIOBackend()
        self._stream: httpcore.AsyncNetworkStream | None = None

    async def connect_tcp(
        self,
        host: str,  # noqa: ARG002 - it was asked before, and checked
        port: int,
        timeout: float | None = None,  # noqa: ARG002, ASYNC109 - httpcore names it; the time is shared out here
        local_address: str | None = None,
        socket_options: Iterable[httpcore.SOCKET_OPTION] | None = None,
    ) -> httpcore.AsyncNetworkStream:
        """Connect to the first of the addresses that lets us."""
        problem: Exception = httpcore.ConnectError()
        for each in self._pinned:
            try:
                self._stream = await self._below.connect_tcp(
                    str(each), port, self._seconds, local_address, socket_options
                )
            except (httpcore.ConnectError, httpcore.ConnectTimeout) as error:
                problem = error
            else:
                return self._stream
        raise problem

    async def close(self) -> None:
        """Hang up, also when nobody got as far as speaking."""
        if self._stream is not None:
            await self._stream.aclose()


def dial(host: str, port: int, *, seconds: float) -> socket.socket:
    """Connect to a server that the administrator named in the settings; it may be in his own network.

    Raises:
        UnreachableError: there is no connection.
    """
    try:
        return socket.create_connection((host, port), timeout=seconds)
    except OSError as error:
        raise UnreachableError(f"{type(error).__name__} while connecting") from error


@cache
def tls_context(
    trust: Callable[[ssl.SSLContext], None] = ssl.SSLContext.load_default_certs,
) -> ssl.SSLContext:
    """Ask a host to prove its name, from TLS 1.2 on, by an authority that is trusted here.

    Made once: reading the list of authorities costs more than all that a connection takes besides.
    """
    context = ssl.SSLContext(ssl.PROTOCOL_TLS_CLIENT)
    context.minimum_version = ssl.TLSVersion.TLSv1_2
    trust(context)
    return context


def _request(
    address: Address, *, rules: Rules, form: Form | None, connect_seconds: float
) -> httpcore.Request:
    """Ask for something in as few words as possible: nothing tells who wants to know."""
    return httpcore.Request(
        b"POST" if form else b"GET",
        httpcore.URL(
            scheme=b"https", host=address.host.encode(), port=address.port, target=address.target.encode()
        ),
        headers=[
            (b"Host", address.place.encode()),
            (b"User-Agent", USER_AGENT),
            (b"Accept", rules.accept.encode()),
            (b"Accept-Encoding", b"identity"),
            (b"Connection", b"close"),
            *(_headers_of(form) if form else ()),
        ],
        content=form.body if form else None,
        extensions={"timeout": {"connect": connect_seconds}},
    )


def _headers_of(form: Form) -> Sequence[tuple[bytes, bytes]]:
    """Say what is sent, and who sends it where that is asked."""
    headers = [
        (b"Content-Type", form.media_type.encode()),
        (b"Content-Length", str(len(form.body)).encode()),
    ]
    if form.authorization:
        headers.append((b"Authorization", form.authorization.encode()))
    return headers


def _as_ours(error: Exception) -> UnreachableError:
    """Say in our own words why a connection gave nothing."""
    if isinstance(error, httpcore.TimeoutException):
        return SlowError("it did not come in time")
    cause: BaseException | None = error
    while cause is not None:
        if isinstance(cause, ssl.SSLError):
            return TlsError("the host does not prove that it is who it says")
        cause = cause.__cause__ or cause.__context__
    return UnreachableError("there was no connection, or it broke off")
