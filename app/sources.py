"""What the verifier may know of our own world: our keys, our lists, our register, our links.

Everything else is of another host: `app.world` goes there, where that is allowed.
"""

import asyncio
import re
from collections.abc import Awaitable, Callable, Hashable, Sequence
from dataclasses import replace
from typing import Any, Final, TypeVar
from urllib.parse import urlsplit
from uuid import UUID

from badges import strictjson
from holders.errors import ShareEndedError
from holders.sharing.shared import may_lead_on, shared_bytes
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import KnownThen
from issuers.errors import IssuersError, NotFoundError
from issuers.issuing.revoking import Revocation
from issuers.issuing.signatures import has_signed
from issuers.organisations.tables import FactStatus
from issuers.praktijkverklaring.confirming import Confirmation
from issuers.publishing.documents import (
    Introduction,
    own_confirmations,
    own_did_document,
    own_organisation,
    own_recognition,
    own_revocation,
    own_status_list,
    require_shown,
    signed_bytes,
)
from verifier.needs import (
    MAX_ADDRESS,
    Absence,
    Confirmed,
    Found,
    Identity,
    KnownIssuer,
    Missing,
    Need,
    Purpose,
    Withdrawal,
)
from verifier.recognition import Recognised, Recognition
from verifier.registers import IssuerRegister, find_issuer
from verifier.sources import Sources
from verifier.vouching import read_address
from web.clock import Clock

ELSEWHERE = Missing(Absence.ELDERS)
UNKNOWN = Missing(Absence.UNKNOWN)
UNREACHABLE = Missing(Absence.UNREACHABLE)
BADGE_PATH = "/b/"
_SHOWN = re.compile(r"/b/[^/]*|/d/[^/]*(?:/[0-9]{1,3}(?=/|$))?", re.ASCII)
"""What shows a badge: its own page, or a link that its keeper made, with a place in it."""
MOST_REMEMBERED = 1_000

_Asked = TypeVar("_Asked", bound=Hashable)
_Said = TypeVar("_Said")


class OwnSources:
    """Answer the verifier from our own register, as it is at this moment."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk
        self._did = desk.addresses.service_did
        self._register = _AsWritten(desk)

    async def fetch(self, need: Need) -> Found | Missing:
        """Give a did document, a status list or a badge of ours; what is of another host is elsewhere."""
        match need.purpose:
            case Purpose.KEY if self._is_ours(need.address):
                return await self._answered(need, self._register.ask(_did_document, need.address))
            case Purpose.STATUS_LIST if self._is_own_list(need.address):
                return await self._answered(need, self._register.ask(own_status_list, need.address))
            case Purpose.SIGNATURE if self._is_ours(need.address.partition("?")[0]):
                return await self._answered(need, self._register.ask(_own_signature, need.address))
            case Purpose.LINK if (path := self._path_in(need.address)) is not None:
                # It is named by its path alone: there is no site that we went to.
                here = Need(need.purpose, path)
                return await self._answered(here, asyncio.to_thread(_shown_at, self._desk, path))
        return ELSEWHERE

    def is_near(self, need: Need) -> bool:
        """Tell whether our own register has it."""
        match need.purpose:
            case Purpose.KEY:
                return self._is_ours(need.address)
            case Purpose.STATUS_LIST:
                return self._is_own_list(need.address)
        return False

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Say which organisation of ours this is."""
        if not self._is_ours(issuer):
            return None
        found = await self._register.ask(own_organisation, issuer)
        return known_as(found) if found else None

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Say when an organisation of ours withdrew this badge."""
        if not self._is_ours(identity.issuer) or len(identity.id) > MAX_ADDRESS:
            return None
        found = await self._register.ask(_own_revocation, identity)
        if found is None:
            return None
        better = self._desk.addresses.badge(found.replaced_by) if found.replaced_by else None
        return Withdrawal(
            on=found.at, replaced_by=better, is_replaced=found.is_replaced, is_mistake=found.is_mistake
        )

    async def recognition(self, identity: Identity) -> Recognition | None:
        """Say what was written down when an organisation of ours gave this badge."""
        if not self._is_ours(identity.issuer) or len(identity.id) > MAX_ADDRESS:
            return None
        found = await self._register.ask(_own_recognition, identity)
        return _recognition(found) if found else None

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:
        """Say which organisations of ours confirmed a badge of ours."""
        if not self._is_ours(identity.issuer) or len(identity.id) > MAX_ADDRESS:
            return ()
        found = await self._register.ask(_own_confirmations, identity)
        return tuple(
            Confirmed(each.by, on=each.on, address=self._desk.addresses.badge(each.token)) for each in found
        )

    async def _answered(self, need: Need, asked: Awaitable[bytes | None]) -> Found | Missing:
        """Wait for what our own register says."""
        try:
            raw = await asked
        except NotFoundError:
            return UNKNOWN
        except IssuersError:
            return UNREACHABLE
        if raw is None:
            return UNKNOWN
        return Found(raw=raw, url=need.address, media_type="application/json", at=self._desk.clock.now())

    def _is_ours(self, did: str) -> bool:
        """Tell a did of ours; what is asked about it is remembered, so it is not longer than any of ours."""
        return len(did) <= MAX_ADDRESS and (did == self._did or did.startswith(f"{self._did}:"))

    def _is_own_list(self, url: str) -> bool:
        return len(url) <= MAX_ADDRESS and url.startswith(f"{self._desk.base_url}/")

    def _path_in(self, link: str) -> str | None:
        """Take out of a link of ours what it leads to; None when the link is of another host."""
        own = urlsplit(self._desk.base_url)
        try:
            asked = urlsplit(link)
        except ValueError:  # a host that cannot be one: `http://[`
            return None
        if asked.netloc and asked.netloc.lower() != own.netloc:
            return None
        found = _SHOWN.match(asked.path)
        if found is None:
            return None if asked.netloc == "" else BADGE_PATH
        return found[0]


class _AsWritten:
    """Remember what our register said, until somebody writes in it."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk
        self._as_of: Hashable = None
        self._said: dict[tuple[object, object], Any] = {}

    async def ask(self, question: Callable[[IssuingDesk, _Asked], _Said], about: _Asked) -> _Said:
        """Give what is remembered, or ask on a thread: the register waits on the disk.

        Raises:
            IssuersError: as the question.
        """
        register = self._desk.register
        as_of = register.version() if register.is_near else await asyncio.to_thread(register.version)
        if as_of != self._as_of or len(self._said) >= MOST_REMEMBERED:
            self._as_of, self._said = as_of, {}
        said = self._said
        if (question, about) not in said:
            said[question, about] = await asyncio.to_thread(question, self._desk, about)
        answer: _Said = said[question, about]
        return answer


def _shown_at(desk: IssuingDesk, path: str) -> bytes:
    """Give what is shown at a path of ours.

    Raises:
        NotFoundError: nothing is, or not any more.
        PageClosedError: who keeps it lets nobody see it now.
    """
    _, kind, token, *place = path.split("/")
    if kind == "b":
        require_shown(desk, token)
        return signed_bytes(desk, token)
    try:
        return shared_bytes(desk, token, place=int(place[0]) if place else None)
    except ShareEndedError as error:
        raise NotFoundError from error


def _did_document(desk: IssuingDesk, did: str) -> bytes | None:
    """Give the did document of an organisation of ours."""
    document = own_did_document(desk, did)
    return strictjson.dumps(document) if document is not None else None


def _own_signature(desk: IssuingDesk, address: str) -> bytes | None:
    """Say whether an organisation of ours made a signature; nothing says that it did not."""
    asked = read_address(address)
    if asked is None:
        return None
    issuer, credential_id, digest = asked
    return b"{}" if has_signed(desk, credential_id, issuer=issuer, signature_digest=digest) else None


def _own_revocation(desk: IssuingDesk, identity: Identity) -> Revocation | None:
    """Tell how a badge of an organisation of ours was withdrawn, if it was, and where the better one is.

    An edition leads nowhere, nor does what its keeper showed whole by a link (ADR 34).
    """
    found = own_revocation(desk, identity.id, issuer=identity.issuer)
    if found is None or found.replaced_by is None or may_lead_on(desk, UUID(identity.id)):
        return found
    return replace(found, replaced_by=None)


def _own_recognition(desk: IssuingDesk, identity: Identity) -> KnownThen | None:
    """Tell what was known when an organisation of ours gave a badge, if it did."""
    return own_recognition(desk, identity.id, issuer=identity.issuer)


def _own_confirmations(desk: IssuingDesk, identity: Identity) -> tuple[Confirmation, ...]:
    """Tell who confirmed a badge of an organisation of ours."""
    return own_confirmations(desk, identity.id, issuer=identity.issuer)


def known_as(found: Introduction) -> KnownIssuer:
    """Tell the verifier of an organisation of ours what its own page tells."""
    return KnownIssuer(name=found.name, kind=found.kinds, since=found.since, declared=found.declared)


def _recognition(then: KnownThen) -> Recognition:
    """Say it as a register does: of that day, and of nothing where nobody had told."""
    status = _RECOGNISED[then.status]
    crebos = (then.crebo,) if status is not Recognised.UNKNOWN else ()
    return Recognition(status, crebos, since=then.day, source=then.source or "", until=then.day)


_RECOGNISED: Final = {
    FactStatus.BEVESTIGD: Recognised.CONFIRMED,
    FactStatus.ZELF_VERKLAARD: Recognised.DECLARED,
    FactStatus.ONBEKEND: Recognised.UNKNOWN,
}


class WithRegisters:
    """Ask another source, and of an issuer that it does not know the registers of the administrator."""

    def __init__(self, sources: Sources, registers: Sequence[IssuerRegister], *, clock: Clock) -> None:
        self._sources = sources
        self._registers = registers
        self._clock = clock

    async def fetch(self, need: Need) -> Found | Missing:
        """Give what the other source has."""
        return await self._sources.fetch(need)

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Say who this is: what we know ourselves first, then the first register that lists it today."""
        known = await self._sources.known_issuer(issuer)
        return known or find_issuer(self._registers, issuer, on=self._clock.today())

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Say what the other source knows."""
        return await self._sources.withdrawal(identity)

    async def recognition(self, identity: Identity) -> Recognition | None:
        """Say what the other source knows."""
        return await self._sources.recognition(identity)

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:
        """Say what the other source knows."""
        return await self._sources.confirmations(identity)


class NoSources:
    """Know nothing: for the command, where there is no data folder to look in."""

    async def fetch(self, need: Need) -> Found | Missing:  # noqa: ARG002 - the port has it
        """Say that it is elsewhere."""
        return ELSEWHERE

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:  # noqa: ARG002 - the port has it
        """Know nobody."""
        return None

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:  # noqa: ARG002 - the port has it
        """Know of none."""
        return None

    async def recognition(self, identity: Identity) -> Recognition | None:  # noqa: ARG002 - the port has it
        """Know of none."""
        return None

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:  # noqa: ARG002 - the port has it
        """Know of none."""
        return ()
