"""From a badge and what was gathered to a report: pure, the same input gives the same answer.

The steps, to hold against OB 3.0 "Verification and Validation" (numbers in brackets are its steps):

 1. the signature, its key, its time, and that every word has a meaning [2]
 2. the document: contexts, types, schema, subject, period [1]
 3. the standing: begun, not expired, not withdrawn [4]
 4. the sense: dates of the work, werkproces
 5. the issuer: does a register know it

All run, always. Refresh [3], recipient [5] and endorsements [6] are not asked of a badge here.
"""

from collections.abc import Callable, Mapping
from datetime import datetime

from badges.credential import UnverifiedCredential
from badges.strictjson import JsonObject
from verifier import checks
from verifier.findings import Check, Rule
from verifier.gathering import Gathered
from verifier.report import Report
from verifier.signatures import Canonicalize, Means, is_consequence, is_unsigned, signature_results
from verifier.states import Answer, Outcome, Standing, State, Status, Verdict

AUTHENTICITY = ("signature", "key", "proof-time", "json-ld", "document", "schema", "subject", "period")
STANDING = ("status", "valid-until", "valid-from")
SENSE = ("dates", "werkproces")


def examine(
    credential: UnverifiedCredential, gathered: Gathered, *, now: datetime, canonicalize: Canonicalize
) -> Report:
    """Run every check, and conclude.

    Raises:
        UnhandledShapeError: this canonicaliser leaves the document to another; examine again with that.
    """
    document = credential.document
    means = Means(documents=gathered.documents, now=now, canonicalize=canonicalize)
    shape = checks.document_result(document)
    found = (
        *signature_results(document, means=means),
        shape,
        checks.schema_result(document, recognised=shape.outcome),
        checks.subject_result(document, recognised=shape.outcome),
        checks.period_result(document, recognised=shape.outcome),
        checks.status_result(gathered, now=now),
        checks.valid_until_result(document, now=now),
        checks.valid_from_result(document, now=now),
        checks.dates_result(document, now=now),
        checks.werkproces_result(document),
        checks.issuer_result(gathered),
    )
    return conclude(found, document=document, gathered=gathered, now=now)


def conclude(found: tuple[Check, ...], *, document: JsonObject, gathered: Gathered, now: datetime) -> Report:
    """Draw the verdict from the findings (design, section 3); a check that is missing counts as doubt."""
    by_code = {check.code: check for check in found}
    authentic, against = _authenticity(by_code)
    state, deciding = _unproven(authentic, against) if against else _proven(by_code, gathered=gathered)
    shown = authentic is Answer.YES
    return Report(
        verdict=_VERDICTS[state],
        authentic=authentic,
        issuer=Standing.KNOWN if shown and gathered.known_issuer else Standing.UNKNOWN,
        status=_status(by_code, gathered=gathered) if shown else Status.UNKNOWN,
        state=state,
        checks=found,
        checked_at=now,
        document=document if shown else None,
        known_issuer=gathered.known_issuer if shown else None,
        reason=deciding.sentence if deciding else None,
        withdrawn_on=gathered.withdrawal.on if gathered.withdrawal and state in _WITHDRAWN else None,
        list_of=gathered.status.found.valid_from if gathered.status.found and state is State.STALE else None,
        replacement=gathered.withdrawal.replaced_by
        if gathered.withdrawal and state is State.REPLACED
        else None,
    )


_VERDICTS = {
    State.VALID: Verdict.VALID,
    State.UNLISTED: Verdict.VALID,
    State.STALE: Verdict.INDETERMINATE,
    State.EXPIRED: Verdict.INVALID,
    State.EARLY: Verdict.INVALID,
    State.REPLACED: Verdict.INVALID,
    State.REVOKED: Verdict.INVALID,
    State.FAKE: Verdict.INVALID,
    State.UNSIGNED: Verdict.INVALID,
    State.UNSURE: Verdict.INDETERMINATE,
}
_WITHDRAWN = frozenset({State.REVOKED, State.REPLACED})
_NOT_CHECKED = Rule("complete", "VC-DI 4.4").unknown(
    "Niet alles kon worden nagekeken.", "Not everything could be checked."
)


def _authenticity(by_code: Mapping[str, Check]) -> tuple[Answer, Check | None]:
    """Say whether it is what was signed by the issuer that it names, and which check speaks against it."""
    wrong = _first(by_code, AUTHENTICITY, outcome=Outcome.FAIL)
    if wrong is not None:
        return Answer.NO, wrong
    doubts = _all(by_code, AUTHENTICITY, outcome=Outcome.UNKNOWN)
    if doubts:
        return Answer.UNKNOWN, next((each for each in doubts if not is_consequence(each)), doubts[0])
    return Answer.YES, None


def _unproven(authentic: Answer, against: Check) -> tuple[State, Check]:
    """Name the state of a badge that is not authentic, or of which we cannot say."""
    if authentic is Answer.UNKNOWN:
        return State.UNSURE, against
    return (State.UNSIGNED if is_unsigned(against) else State.FAKE), against


def _proven(by_code: Mapping[str, Check], *, gathered: Gathered) -> tuple[State, Check | None]:
    """Name the state of an authentic badge: what is surely against it first, then doubt, then good."""
    wrong = _first(by_code, STANDING, outcome=Outcome.FAIL)
    if wrong is not None:
        return _INVALID[wrong.code](gathered), wrong
    doubtful = _first(by_code, (*STANDING, *SENSE), outcome=Outcome.UNKNOWN)
    if doubtful is not None:
        return (State.STALE if doubtful.code == "status" else State.UNSURE), doubtful
    broken = _first(by_code, SENSE, outcome=Outcome.FAIL)
    if broken is not None:
        return State.UNSURE, broken
    return (State.VALID if gathered.known_issuer else State.UNLISTED), None


def _first(by_code: Mapping[str, Check], codes: tuple[str, ...], *, outcome: Outcome) -> Check | None:
    """Give the first of these checks with this outcome, if there is one."""
    found = _all(by_code, codes, outcome=outcome)
    return found[0] if found else None


def _all(by_code: Mapping[str, Check], codes: tuple[str, ...], *, outcome: Outcome) -> list[Check]:
    """Give those of these checks with this outcome; one that was not made is unknown."""
    made = [by_code.get(code, _NOT_CHECKED) for code in codes]
    return [check for check in made if check.outcome is outcome]


def _withdrawn(gathered: Gathered) -> State:
    """Tell a badge with a better version from one that was just withdrawn."""
    withdrawal = gathered.withdrawal
    return State.REPLACED if withdrawal and withdrawal.replaced_by else State.REVOKED


_INVALID: Mapping[str, Callable[[Gathered], State]] = {
    "status": _withdrawn,
    "valid-until": lambda _: State.EXPIRED,
    "valid-from": lambda _: State.EARLY,
}


def _status(by_code: Mapping[str, Check], *, gathered: Gathered) -> Status:
    """Say in one word what the issuer says of the badge today."""
    match by_code.get("status", _NOT_CHECKED).outcome:
        case Outcome.PASS:
            return Status.ACTIVE if gathered.status.entry else Status.NONE
        case Outcome.FAIL:
            return Status(_withdrawn(gathered).value)
        case Outcome.UNKNOWN:
            return Status.UNKNOWN
