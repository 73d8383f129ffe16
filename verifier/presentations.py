"""Presentations: credentials that somebody put together, perhaps with a signature of their own under it.

A presentation without a proof says nothing about who shows it; what is in it stands on its own.
"""

from badges.members import parts, text
from badges.strictjson import JsonObject
from badges.wording import Sentence
from verifier.findings import Check, Rule
from verifier.means import Means
from verifier.report import Kind, Report
from verifier.signatures import Signer, ask_keys, signature_results
from verifier.states import Answer, Outcome, Standing, State, Status, Verdict

SHOWN_BY = Rule("shown-by", "VCDM 2.0 4.13; VC-DI 4.4")


def examine_presentation(document: JsonObject, *, means: Means) -> Report | None:
    """Report on the presentation itself; what is in it is reported apart."""
    if "proof" not in document:
        unsigned = SHOWN_BY.passes(
            "Wie dit laat zien, heeft er niet voor getekend. De bewijzen erin staan op zichzelf.",
            "Whoever shows this did not sign for it. The badges in it stand on their own.",
        )
        return _report(State.VALID, Verdict.VALID, (unsigned,), means=means)
    return _signed(document, means=means)


def _signed(document: JsonObject, *, means: Means) -> Report | None:
    """Report on a presentation that its holder signed (VC-DI 4.4, purpose authentication)."""
    holder = document.get("holder")
    identity = text(holder.get("id")) if isinstance(holder, dict) else text(holder)
    signer = Signer(identity or _first_speaker(document), relation="authentication")
    ask_keys(document, signer=signer, answers=means.answers)
    if means.answers.wanted:
        return None
    found = signature_results(document, signer=signer, means=means)
    wrong = next((check for check in found if check.outcome is Outcome.FAIL), None)
    doubt = next((check for check in found if check.outcome is Outcome.UNKNOWN), None)
    if wrong:
        return _report(State.FAKE, Verdict.INVALID, found, means=means, reason=wrong.sentence)
    if doubt:
        return _report(State.UNSURE, Verdict.INDETERMINATE, found, means=means, reason=doubt.sentence)
    return _report(State.VALID, Verdict.VALID, found, means=means)


def _first_speaker(document: JsonObject) -> str | None:
    """Name who signed a presentation that names no holder."""
    proofs = parts(document.get("proof"))
    method = text(proofs[0].get("verificationMethod")) if proofs else None
    return method.partition("#")[0] if method else None


def _report(
    state: State,
    verdict: Verdict,
    found: tuple[Check, ...],
    *,
    means: Means,
    reason: Sentence | None = None,
) -> Report:
    """Report on the presentation itself: it names no issuer and cannot be withdrawn."""
    authentic = {Verdict.VALID: Answer.YES, Verdict.INVALID: Answer.NO}.get(verdict, Answer.UNKNOWN)
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
