"""From findings to a verdict: which of the ten answers it is (design, section 3)."""

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import datetime

from badges import strictjson
from badges.strictjson import JsonObject
from badges.wording import Sentence
from verifier.findings import Cause, Check, Rule, are_beside, plainest
from verifier.needs import KnownIssuer, Withdrawal
from verifier.report import Kind, Report
from verifier.sentences import badly_made
from verifier.signatures import time_state
from verifier.states import Answer, Outcome, Standing, State, Status, Verdict
from verifier.statuses import StatusEvidence, newest

SIGNING = ("signature", "key", "json-ld")
"""Whether it is, word for word, what its issuer signed."""

MAKING = ("document", "schema", "subject", "period")
"""Whether what was signed is a good badge."""

AUTHENTICITY = (*SIGNING, *MAKING)
SENSE = ("credential-schema", "dates", "werkproces")
OF_ANY_KIND = (*SIGNING, "document")
"""What is asked of a credential that is no badge; on a public check its `document` is in doubt already."""

HOSTED_OR_TOKEN = ("signature", "key", *MAKING)
"""What makes an Open Badge 2.0 authentic: it has words that it does not define."""

OF_ITSELF = ("status", "valid-until", "valid-from")
"""What is asked of the standing of an Open Badge 2.0: its signature has no time."""

STANDING = (*OF_ITSELF, "proof-time")
"""What the badge says of its own end and start, with a date, is told before those of its proof."""

_CODES = {Kind.OPEN_BADGES_2: HOSTED_OR_TOKEN, Kind.CREDENTIAL: OF_ANY_KIND}


@dataclass(frozen=True, slots=True)
class Evidence:
    """Hold what was learned of a credential besides what it says itself.

    Attributes:
        statuses: What each list says that it names.
        known_issuer: What the registers say of its issuer.
        withdrawal: What the issuer's own register says.
        withdrawal_asked: Whether that was asked; no answer is not the answer no.
    """

    statuses: tuple[StatusEvidence, ...] = ()
    known_issuer: KnownIssuer | None = None
    withdrawal: Withdrawal | None = None
    withdrawal_asked: bool = True


def conclude(
    found: tuple[Check, ...],
    *,
    document: JsonObject,
    evidence: Evidence,
    now: datetime,
    kind: Kind = Kind.BADGE,
) -> Report:
    """Draw the verdict from the findings (design, section 3); a check that is missing counts as doubt."""
    by_code = {check.code: check for check in found}
    authentic, against = _authenticity(by_code, kind=kind)
    state, deciding = (
        _unproven(authentic, against) if against else _proven(by_code, evidence=evidence, kind=kind)
    )
    shown = authentic is Answer.YES
    withdrawal = evidence.withdrawal if state in _WITHDRAWN else None
    last_list = newest(evidence.statuses) if state is State.STALE else None
    return Report(
        verdict=VERDICTS[state],
        authentic=authentic,
        issuer=Standing.KNOWN if shown and evidence.known_issuer else Standing.UNKNOWN,
        status=_status(by_code, evidence=evidence) if shown else Status.UNKNOWN,
        state=state,
        checks=found,
        checked_at=now,
        kind=kind,
        verified=strictjson.dumps(document).decode() if shown else None,
        known_issuer=evidence.known_issuer if shown else None,
        reason=_reason(deciding, by_code) if deciding else None,
        withdrawn_on=withdrawal.on if withdrawal else None,
        list_of=last_list.valid_from if last_list else None,
        replacement=withdrawal.replaced_by if withdrawal else None,
        by_mistake=withdrawal is not None and withdrawal.is_mistake,
    )


VERDICTS = {
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


def _authenticity(by_code: Mapping[str, Check], *, kind: Kind) -> tuple[Answer, Check | None]:
    """Say whether it is what was signed by the issuer that it names, and which check speaks against it."""
    codes = _CODES.get(kind, AUTHENTICITY)
    wrong = _first(by_code, codes, outcome=Outcome.FAIL)
    if wrong is not None:
        return Answer.NO, wrong
    doubts = _all(by_code, codes, outcome=Outcome.UNKNOWN)
    if doubts and not (are_beside(doubts) and _against(by_code, kind=kind)):
        return Answer.UNKNOWN, plainest(doubts)
    return Answer.YES, None


def _unproven(authentic: Answer, against: Check) -> tuple[State, Check]:
    """Name the state of a badge that is not authentic, or of which we cannot say."""
    if authentic is Answer.UNKNOWN:
        return State.UNSURE, against
    return (State.UNSIGNED if against.cause is Cause.UNSIGNED else State.FAKE), against


def _reason(deciding: Check, by_code: Mapping[str, Check]) -> Sentence:
    """Give the sentence that decided; of what its issuer signed, but made badly, it tells that first."""
    passed = _all(by_code, SIGNING, outcome=Outcome.PASS)
    is_ill_made = deciding.code in MAKING and deciding.outcome is Outcome.FAIL
    return badly_made(deciding.sentence) if is_ill_made and len(passed) == len(SIGNING) else deciding.sentence


def _proven(by_code: Mapping[str, Check], *, evidence: Evidence, kind: Kind) -> tuple[State, Check | None]:
    """Name the state of an authentic badge: what is surely against it first, then doubt, then good."""
    wrong = _against(by_code, kind=kind)
    if wrong is not None:
        return _state_against(wrong, evidence=evidence), wrong
    sense = () if kind is Kind.OPEN_BADGES_2 else SENSE
    doubtful = _first(by_code, (*_standing(kind), *sense), outcome=Outcome.UNKNOWN)
    if doubtful is not None:
        return (State.STALE if doubtful.code == "status" else State.UNSURE), doubtful
    broken = _first(by_code, sense, outcome=Outcome.FAIL)
    if broken is not None:
        return State.UNSURE, broken
    return (State.VALID if evidence.known_issuer else State.UNLISTED), None


def _standing(kind: Kind) -> tuple[str, ...]:
    """Name what is asked of the standing of this kind."""
    return OF_ITSELF if kind is Kind.OPEN_BADGES_2 else STANDING


def _against(by_code: Mapping[str, Check], *, kind: Kind) -> Check | None:
    """Give what is surely against an authentic badge, if there is something."""
    return _first(by_code, _standing(kind), outcome=Outcome.FAIL)


def _first(by_code: Mapping[str, Check], codes: tuple[str, ...], *, outcome: Outcome) -> Check | None:
    """Give the first of these checks with this outcome, if there is one."""
    found = _all(by_code, codes, outcome=outcome)
    return found[0] if found else None


def _all(by_code: Mapping[str, Check], codes: tuple[str, ...], *, outcome: Outcome) -> list[Check]:
    """Give those of these checks with this outcome; one that was not made is unknown."""
    made = [by_code.get(code, _NOT_CHECKED) for code in codes]
    return [check for check in made if check.outcome is outcome]


def _withdrawn(evidence: Evidence) -> State:
    """Tell a badge with a better version from one that was just withdrawn."""
    withdrawal = evidence.withdrawal
    return State.REPLACED if withdrawal and withdrawal.has_better else State.REVOKED


def _state_against(check: Check, *, evidence: Evidence) -> State:
    """Name the state of an authentic badge of which this check failed."""
    match check.code:
        case "status":
            return _withdrawn(evidence)
        case "proof-time":
            return time_state(check)
        case "valid-from":
            return State.EARLY
        case _:
            return State.EXPIRED


def _status(by_code: Mapping[str, Check], *, evidence: Evidence) -> Status:
    """Say in one word what the issuer says of the badge today."""
    match by_code.get("status", _NOT_CHECKED).outcome:
        case Outcome.PASS:
            return Status.ACTIVE if evidence.statuses else Status.NONE
        case Outcome.FAIL if by_code["status"].cause is Cause.SUSPENDED:
            return Status.SUSPENDED
        case Outcome.FAIL:
            return Status(_withdrawn(evidence).value)
        case Outcome.UNKNOWN:
            return Status.UNKNOWN
