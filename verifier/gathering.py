"""Fetch what a badge needs to be checked, each item or why it is missing; nothing is judged here.

Only what the check itself needs is asked for: documents that hold keys, the status list, and what the
registers know. No picture, no evidence, no address in a text is ever fetched (security T10, T30).
"""

from collections.abc import Iterable
from dataclasses import dataclass
from datetime import datetime

from badges import facts, keys
from badges.credential import UnverifiedCredential
from badges.errors import KeyFormatError, StatusError
from badges.members import parts, text
from badges.proofform import MAX_PROOFS
from badges.strictjson import JsonObject
from verifier.lists import Entry, ListMemory, StatusList, check_list, read_entry
from verifier.signatures import Canonicalize, Documents, Means
from verifier.sources import Absence, KnownIssuer, Missing, Sources, Withdrawal

_MAX_DID = 1_000


@dataclass(frozen=True, slots=True)
class StatusEvidence:
    """Hold what could be learned about withdrawal.

    Attributes:
        entry: Where the badge stands; None when it names no list, or none that we read.
        found: The list, checked; it may be past its validUntil, and may be the last one that we had.
        problem: Why there is no list of now.
    """

    entry: Entry | None = None
    found: StatusList | None = None
    problem: StatusError | Missing | None = None


@dataclass(frozen=True, slots=True)
class Gathered:
    """Hold everything that `verifier.examining` needs besides the badge and the time."""

    documents: Documents
    status: StatusEvidence
    known_issuer: KnownIssuer | None
    withdrawal: Withdrawal | None


async def gather(
    credential: UnverifiedCredential,
    *,
    sources: Sources,
    lists: ListMemory,
    now: datetime,
    canonicalize: Canonicalize,
) -> Gathered:
    """Fetch the documents, the list and what the registers know."""
    document = credential.document
    issuer = facts.issuer_id(document)
    if issuer is None:
        return Gathered(documents={}, status=_entry_only(document), known_issuer=None, withdrawal=None)
    documents = {did: await _did_document(did, sources=sources) for did in _speakers(document, issuer=issuer)}
    means = Means(documents=documents, now=now, canonicalize=canonicalize)
    finder = _ListFinder(sources=sources, lists=lists, issuer=issuer, means=means)
    credential_id = text(document.get("id"))
    return Gathered(
        documents=documents,
        status=await finder.evidence(_entry_only(document)),
        known_issuer=await sources.known_issuer(issuer),
        withdrawal=await sources.withdrawal(credential_id, issuer=issuer) if credential_id else None,
    )


def _speakers(document: JsonObject, *, issuer: str) -> Iterable[str]:
    """Name whose keys are needed: the issuer's, and those of whoever else put a proof under it.

    Whether a proof has the right form is not asked here; too many are not asked for at all.
    """
    methods = [proof.get("verificationMethod") for proof in parts(document.get("proof"))[:MAX_PROOFS]]
    return dict.fromkeys([issuer, *(each.partition("#")[0] for each in methods if isinstance(each, str))])


async def _did_document(did: str, *, sources: Sources) -> "JsonObject | Missing":
    """Give the document of a did; a did:key holds its own (did:key 3.1.1)."""
    if len(did) > _MAX_DID:
        return Missing(Absence.UNKNOWN)
    if did.startswith("did:key:"):
        try:
            return keys.did_key_document(did)
        except KeyFormatError:
            return Missing(Absence.UNKNOWN)
    return await sources.did_document(did)


def _entry_only(document: JsonObject) -> StatusEvidence:
    """Read where the badge stands, or say why that cannot be read."""
    try:
        return StatusEvidence(entry=read_entry(document))
    except StatusError as error:
        return StatusEvidence(problem=error)


@dataclass(frozen=True, slots=True, kw_only=True)
class _ListFinder:
    """Find the status list of one badge: from memory, or fetched and checked."""

    sources: Sources
    lists: ListMemory
    issuer: str
    means: Means

    async def evidence(self, stated: StatusEvidence) -> StatusEvidence:
        """Complete the evidence with the list, or with the reason that there is none."""
        entry = stated.entry
        if entry is None:
            return stated
        raw = await self.sources.status_list(entry.url)
        try:
            found = raw if isinstance(raw, Missing) else self._checked(raw, url=entry.url)
        except StatusError as error:
            return StatusEvidence(entry=entry, problem=error)
        if isinstance(found, Missing):
            last = self.lists.last(entry.url, issuer=self.issuer)
            return StatusEvidence(entry=entry, found=last, problem=found)
        return StatusEvidence(entry=entry, found=found)

    def _checked(self, raw: bytes, *, url: str) -> StatusList:
        """Check a list, unless these very bytes were checked before."""
        known = self.lists.known(raw, url=url, issuer=self.issuer, now=self.means.now)
        if known is not None:
            return known
        checked = check_list(raw, url=url, issuer=self.issuer, means=self.means)
        return self.lists.keep(checked, url=url)
