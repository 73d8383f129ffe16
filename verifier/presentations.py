"""Presentations: credentials that somebody put together, perhaps with a signature of their own under it.

A presentation without a proof says nothing about who shows it; what is in it stands on its own.
"""

import contextlib
from dataclasses import replace

from badges import jws, proofs
from badges.errors import (
    BadgeError,
    ClaimError,
    ProofMalformedError,
    ProofTimeError,
    SignatureError,
    SuiteNotAcceptedError,
)
from badges.jws import Jws
from badges.members import text
from badges.strictjson import JsonObject
from badges.wording import Sentence
from verifier.datamodel import presentation_model_result
from verifier.findings import Check, Rule, are_beside, plainest
from verifier.keychecks import KEY_FITS, KEY_NONE, KEY_WRONG, key_problem
from verifier.keydocuments import speaking_key, token_key
from verifier.means import Means, Profile
from verifier.needs import Answers
from verifier.proofkeys import Signer, ask_keys
from verifier.report import Kind, Report
from verifier.signatures import (
    NOT_REACHED,
    PROOF_TIME,
    SIGNED,
    TIME_FITS,
    UNREAD,
    WRONG,
    signature_results,
    time_problem,
    time_state,
)
from verifier.states import Answer, Outcome, Standing, State, Status, Verdict

AUTHENTICATION = "authentication"
SHOWN_BY = Rule("shown-by", "VCDM 2.0 4.13; VC-DI 4.4")


def examine_presentation(document: JsonObject, *, means: Means) -> Report | None:
    """Report on the presentation itself; what is in it is reported apart."""
    ill_made = _ill_made(document, means=means)
    if ill_made is not None:
        return ill_made
    if not proofs.has_proof(document):
        unsigned = SHOWN_BY.passes(
            "Wie dit laat zien, heeft er niet voor getekend. De bewijzen erin staan op zichzelf.",
            "Whoever shows this did not sign for it. The badges in it stand on their own.",
        )
        report = _report(State.VALID, Verdict.VALID, (unsigned,), means=means)
        return replace(report, authentic=Answer.UNKNOWN)
    return _signed(document, means=means)


def examine_presentation_token(token: Jws, *, document: JsonObject, means: Means) -> Report | None:
    """Report on a presentation in a token, which its holder signed (VC-JOSE-COSE 3.1.2)."""
    ill_made = _ill_made(document, means=means)
    if ill_made is not None:
        return ill_made
    found = token_results(token, document=document, means=means)
    return None if means.answers.wanted else _concluded(found, means=means)


def _ill_made(document: JsonObject, *, means: Means) -> Report | None:
    """Report on a presentation that is not as the data model asks; only the suites of W3C ask for that."""
    if means.profile is not Profile.CREDENTIAL:
        return None
    model = presentation_model_result(document)
    return _concluded((model,), means=means) if model.outcome is Outcome.FAIL else None


def token_results(token: Jws, *, document: JsonObject, means: Means) -> tuple[Check, ...]:
    """Say whether the holder signed this text, and for now: signature, key, time."""
    stated = _holder(document)
    try:
        header = jws.read_header(token, types=jws.PRESENTATION_TYPES)
        found = token_key(header, signer=stated or "", relation=AUTHENTICATION, answers=means.answers)
        if found is None:
            return NOT_REACHED, KEY_NONE
        if found.speaker != (stated or found.speaker):
            return NOT_REACHED, KEY_WRONG
        jws.check(token, key=found.key, types=jws.PRESENTATION_TYPES)
        jws.check_presentation(token, holder=found.speaker, now=means.now)
    except BadgeError as error:
        return _token_problem(error)
    return SIGNED, KEY_FITS, TIME_FITS


def _token_problem(error: BadgeError) -> tuple[Check, ...]:
    """Say why a token is not, or may not be, of the holder."""
    match error:
        case ProofTimeError():
            return SIGNED, KEY_FITS, time_problem(error)
        case SuiteNotAcceptedError():
            return UNREAD, KEY_NONE
        case ClaimError() | SignatureError() | ProofMalformedError():
            return WRONG, KEY_NONE
        case _:
            return NOT_REACHED, key_problem(error)


def _signed(document: JsonObject, *, means: Means) -> Report | None:
    """Report on a presentation that its holder signed (VC-DI 4.4, purpose authentication)."""
    holder = _holder(document) or _first_speaker(document, answers=means.answers)
    signer = Signer(holder, relation=AUTHENTICATION)
    ask_keys(document, signer=signer, answers=means.answers)
    if means.answers.wanted:
        return None
    return _concluded(signature_results(document, signer=signer, means=means), means=means)


def _concluded(found: tuple[Check, ...], *, means: Means) -> Report:
    """Draw the verdict on the presentation itself: what is surely wrong first, then doubt, then its time."""
    failed = [check for check in found if check.outcome is Outcome.FAIL]
    wrong = next((check for check in failed if check.code != PROOF_TIME.code), None)
    if wrong:
        return _report(State.FAKE, Verdict.INVALID, found, means=means, reason=wrong.sentence)
    doubts = [check for check in found if check.outcome is Outcome.UNKNOWN]
    if doubts and not (failed and are_beside(doubts)):
        told = plainest(doubts)
        return _report(State.UNSURE, Verdict.INDETERMINATE, found, means=means, reason=told.sentence)
    if failed:
        time = failed[0]
        return _report(time_state(time), Verdict.INVALID, found, means=means, reason=time.sentence)
    return _report(State.VALID, Verdict.VALID, found, means=means)


def _holder(document: JsonObject) -> str | None:
    """Name who shows it, if it says so (VCDM 2.0 4.13)."""
    holder = document.get("holder")
    return text(holder.get("id")) if isinstance(holder, dict) else text(holder)


def _first_speaker(document: JsonObject, *, answers: Answers) -> str | None:
    """Name who signed a presentation that names no holder; nobody while the key is not known."""
    with contextlib.suppress(BadgeError):
        first = proofs.read_proofs(document, purpose=AUTHENTICATION)[0]
        method, issuer = first.verification_method, first.controller
        found = speaking_key(
            method, issuer=issuer, relation=AUTHENTICATION, at=first.created, answers=answers
        )
        return found.speaker
    return None


def _report(
    state: State,
    verdict: Verdict,
    found: tuple[Check, ...],
    *,
    means: Means,
    reason: Sentence | None = None,
) -> Report:
    """Report on the presentation itself: it names no issuer and cannot be withdrawn."""
    authentic = {State.FAKE: Answer.NO, State.UNSURE: Answer.UNKNOWN}.get(state, Answer.YES)
    return Report(
        verdict=verdict,
        authentic=authentic,
        issuer=Standing.UNKNOWN,
        status=Status.NONE,
        state=state,
        checks=found,
        checked_at=means.now,
        kind=Kind.PRESENTATION,
        reason=reason,
    )
