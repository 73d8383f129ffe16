"""What the verifier may know of our own world: our keys, our lists, our register, our links.

Everything else is of another host, and this version does not go there.
"""

import asyncio
from urllib.parse import urlsplit

from badges.strictjson import JsonObject
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError, NotFoundError
from issuers.publishing import (
    own_did_document,
    own_organisation,
    own_revocation,
    own_status_list,
    signed_bytes,
)
from verifier.sources import Absence, KnownIssuer, Missing, Withdrawal

ELSEWHERE = Missing(Absence.ELDERS)
UNKNOWN = Missing(Absence.UNKNOWN)
UNREACHABLE = Missing(Absence.UNREACHABLE)
BADGE_PATH = "/b/"


class OwnSources:
    """Answer the verifier from our own register, on a thread: the register waits on the disk."""

    def __init__(self, desk: IssuingDesk) -> None:
        self._desk = desk

    async def did_document(self, did: str) -> "JsonObject | Missing":
        """Give the did document of an organisation of ours."""
        if not self._is_ours(did):
            return ELSEWHERE
        try:
            return await asyncio.to_thread(own_did_document, self._desk, did) or UNKNOWN
        except IssuersError:
            return UNREACHABLE

    async def status_list(self, url: str) -> bytes | Missing:
        """Give a status list of ours as it is published."""
        if not url.startswith(f"{self._desk.base_url}/"):
            return ELSEWHERE
        try:
            return await asyncio.to_thread(own_status_list, self._desk, url) or UNKNOWN
        except IssuersError:
            return UNREACHABLE

    async def known_issuer(self, did: str) -> KnownIssuer | None:
        """Say which organisation of ours this is."""
        found = await asyncio.to_thread(own_organisation, self._desk, did) if self._is_ours(did) else None
        return KnownIssuer(name=found.name, kind=found.kind, since=found.created.date()) if found else None

    async def withdrawal(self, credential_id: str, *, issuer: str) -> Withdrawal | None:
        """Say when an organisation of ours withdrew this badge."""
        if not self._is_ours(issuer):
            return None
        found = await asyncio.to_thread(own_revocation, self._desk, credential_id, issuer=issuer)
        if found is None:
            return None
        better = self._desk.addresses.badge(found.replaced_by) if found.replaced_by else None
        return Withdrawal(on=found.at, replaced_by=better)

    async def badge(self, link: str) -> bytes | Missing:
        """Give the badge behind a link of ours, whatever stands after the token."""
        token = self._token_in(link)
        if token is None:
            return ELSEWHERE
        try:
            return await asyncio.to_thread(signed_bytes, self._desk, token)
        except NotFoundError:
            return UNKNOWN

    def _is_ours(self, did: str) -> bool:
        own = self._desk.addresses.service_did
        return did == own or did.startswith(f"{own}:")

    def _token_in(self, link: str) -> str | None:
        """Take the token out of a link of ours; None when the link is of another host."""
        own = urlsplit(self._desk.base_url)
        try:
            asked = urlsplit(link)
        except ValueError:  # a host that cannot be one: `http://[`
            return None
        if asked.netloc and asked.netloc.lower() != own.netloc:
            return None
        if not asked.path.startswith(BADGE_PATH):
            return None if asked.netloc == "" else ""
        return asked.path.removeprefix(BADGE_PATH).split("/")[0]


class NoSources:
    """Know nothing: for the command, where there is no data folder to look in."""

    async def did_document(self, did: str) -> "JsonObject | Missing":  # noqa: ARG002 - the port has it
        """Say that it is elsewhere."""
        return ELSEWHERE

    async def status_list(self, url: str) -> bytes | Missing:  # noqa: ARG002 - the port has it
        """Say that it is elsewhere."""
        return ELSEWHERE

    async def known_issuer(self, did: str) -> KnownIssuer | None:  # noqa: ARG002 - the port has it
        """Know nobody."""
        return None

    async def withdrawal(self, credential_id: str, *, issuer: str) -> Withdrawal | None:  # noqa: ARG002 - see above
        """Know of none."""
        return None

    async def badge(self, link: str) -> bytes | Missing:  # noqa: ARG002 - the port has it
        """Say that it is elsewhere."""
        return ELSEWHERE
