"""The wide world for the verifier: our own register first, then memory, then the one way out."""

import asyncio

from badges.errors import KeyFormatError
from badges.keys import did_web_url
from verifier.memory import Memory
from verifier.needs import Absence, Confirmed, Found, Identity, KnownIssuer, Missing, Need, Withdrawal
from verifier.needs import Purpose as AskedFor
from verifier.recognition import Recognition
from verifier.sources import Sources
from web.clock import Clock
from web.egress import Egress
from web.errors import (
    AddressError,
    EgressError,
    GoneError,
    NotFoundError,
    OwnAddressError,
    RedirectError,
    UnfitError,
    UnreadError,
)
from web.purposes import Purpose

_ELSEWHERE = Missing(Absence.ELDERS)
_REASONS: dict[type[EgressError], Absence] = {
    AddressError: Absence.REFUSED,
    RedirectError: Absence.REFUSED,
    NotFoundError: Absence.UNKNOWN,
    GoneError: Absence.GONE,
    UnreadError: Absence.UNREAD,
    UnfitError: Absence.WRONG,
}
"""What an error on the way out says of the thing; any other says that it did not come."""


class WideSources:
    """Answer the verifier about the whole world.

    What is asked twice at the same time is fetched once. When a host does not answer, its last copy serves,
    with its age; when it says that there is no such thing any more, the copy is forgotten.
    """

    def __init__(self, own: Sources, *, egress: Egress, memory: Memory, clock: Clock) -> None:
        self._own = own
        self._egress = egress
        self._memory = memory
        self._clock = clock
        self._under_way: dict[Need, asyncio.Task[Found | Missing]] = {}

    async def fetch(self, need: Need) -> Found | Missing:
        """Give what is at a did or an address, from as near by as possible."""
        answered = await self._own.fetch(need)
        if answered != _ELSEWHERE or need.purpose is AskedFor.SIGNATURE:
            return answered
        remembered = self._memory.fresh(need, now=self._clock.now())
        if remembered is not None:
            return remembered
        task = self._under_way.get(need)
        if task is None:
            task = asyncio.create_task(self._go(need))
            self._under_way[need] = task
            task.add_done_callback(lambda _: self._under_way.pop(need, None))
        return await asyncio.shield(task)

    def is_near(self, need: Need) -> bool:
        """Tell whether memory has it, so that nobody is asked."""
        return self._memory.fresh(need, now=self._clock.now()) is not None

    async def known_issuer(self, issuer: str) -> KnownIssuer | None:
        """Say what our registers know of an issuer."""
        return await self._own.known_issuer(issuer)

    async def withdrawal(self, identity: Identity) -> Withdrawal | None:
        """Say when an organisation of ours withdrew this badge."""
        return await self._own.withdrawal(identity)

    async def recognition(self, identity: Identity) -> Recognition | None:
        """Say what was written down when an organisation of ours gave this badge."""
        return await self._own.recognition(identity)

    async def confirmations(self, identity: Identity) -> tuple[Confirmed, ...]:
        """Say who confirmed a badge of ours."""
        return await self._own.confirmations(identity)

    async def _go(self, need: Need) -> Found | Missing:
        """Go out for it, and remember it."""
        try:
            url, purpose = _way_to(need)
            fetched = await self._egress.get(url, purpose=purpose)
        except KeyFormatError:
            return Missing(Absence.REFUSED)
        except OwnAddressError as error:
            return await self._at_home(Need(need.purpose, error.url))
        except EgressError as error:
            return self._without(need, reason=_reason(error))
        found = Found(raw=fetched.raw, url=fetched.url, media_type=fetched.media_type, at=self._clock.now())
        self._memory.keep(need, found)
        return found

    async def _at_home(self, need: Need) -> Found | Missing:
        """Answer from our own register what leads to us; what that does not know does not exist."""
        answered = await self._own.fetch(need)
        return Missing(Absence.UNKNOWN) if answered == _ELSEWHERE else answered

    def _without(self, need: Need, *, reason: Absence) -> Found | Missing:
        """Give the last copy where the host does not answer, or say why there is nothing."""
        if reason in {Absence.UNKNOWN, Absence.GONE}:
            self._memory.forget(need)
        elif reason is Absence.UNREACHABLE:
            return self._memory.last(need, now=self._clock.now()) or Missing(reason)
        return Missing(reason)


def _way_to(need: Need) -> tuple[str, Purpose]:
    """Tell where something is, and by which rules it is fetched: those of a did document are stricter.

    Raises:
        KeyFormatError: a did of which nobody here knows where its document is.
    """
    if need.address.startswith("did:"):
        return did_web_url(need.address), Purpose.DID_WEB
    return need.address, Purpose(need.purpose.value)


def _reason(error: EgressError) -> Absence:
    """Say what an error on the way out means for what was asked."""
    return next(
        (absence for kind, absence in _REASONS.items() if isinstance(error, kind)), Absence.UNREACHABLE
    )
