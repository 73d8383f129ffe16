"""What the issuer says of a badge today: the list that it names, fetched and checked, and of which day."""

from collections.abc import Sequence
from dataclasses import dataclass

from badges.errors import StatusError
from badges.proofs import CLOCK_SKEW
from badges.statusentry import ListKind, StatusEntry, read_entries
from badges.strictjson import JsonObject
from verifier.lists import StatusList, check_list, is_still_signed
from verifier.means import Means
from verifier.needs import Found, ListName, Missing, Purpose
from verifier.report import ListSeen

_PURPOSES = {ListKind.REVOCATION_LIST: Purpose.REVOCATION_LIST}


@dataclass(frozen=True, slots=True)
class StatusEvidence:
    """Hold what could be learned about withdrawal from one list.

    Attributes:
        entry: Where the badge stands; None when what it names is none that we read.
        found: The list, checked; it may be past its validUntil, and may be the last one that we had.
        problem: Why there is no list of now.
    """

    entry: StatusEntry | None = None
    found: StatusList | None = None
    problem: StatusError | Missing | None = None


def status_evidence(document: JsonObject, *, issuer: str, means: Means) -> tuple[StatusEvidence, ...]:
    """Give the evidence for each list that the credential names; none when it names no list."""
    return tuple(
        StatusEvidence(problem=each)
        if isinstance(each, StatusError)
        else _evidence(each, issuer=issuer, means=means)
        for each in read_entries(document)
    )


def newest(evidence: Sequence[StatusEvidence]) -> StatusList | None:
    """Give the newest list among the evidence, to name its day."""
    return max(
        (each.found for each in evidence if each.found), key=lambda found: found.valid_from, default=None
    )


def _evidence(entry: StatusEntry, *, issuer: str, means: Means) -> StatusEvidence:
    """Ask for a list and check it; where none came, fall back on the last one that was checked here."""
    fetched = means.answers.ask(_PURPOSES.get(entry.kind, Purpose.STATUS_LIST), entry.url)
    seen = means.answers.seen.get(ListName(issuer, entry.url))
    last = _checked(seen, entry=entry, issuer=issuer, means=means) if seen else None
    if isinstance(fetched, Missing):
        found = last if isinstance(last, StatusList) else None
        return StatusEvidence(entry=entry, found=found, problem=fetched)
    current = _checked(fetched, entry=entry, issuer=issuer, means=means)
    if isinstance(current, StatusError):
        return StatusEvidence(entry=entry, problem=current)
    # Only what was fetched now is told, for its bytes are remembered under this date; and one of the future
    # is not, for it would count as the newest until then.
    if current.valid_from <= means.now + CLOCK_SKEW:
        means.lists_seen.append(ListSeen(issuer=issuer, url=entry.url, valid_from=current.valid_from))
    if isinstance(last, StatusList) and last.valid_from > current.valid_from:
        current = last  # a list is never rolled back (security T28)
    return StatusEvidence(entry=entry, found=current)


def _checked(found: Found, *, entry: StatusEntry, issuer: str, means: Means) -> StatusList | StatusError:
    """Check a list, unless these very bytes were checked before, and by the keys of today."""
    known = means.lists.known(found, entry=entry, issuer=issuer, now=means.now)
    if known is not None and not is_still_signed(known, answers=means.answers):
        known = None
    try:
        checked = known or check_list(found, entry=entry, issuer=issuer, means=means)
    except StatusError as error:
        return error
    return means.lists.keep(checked, entry=entry)
