"""From an Open Badge 2.0 and what is known of the world to a report (OB 2.0 Verification).

 1. the assertion: at its own address, or in a token
 2. the badge class and the issuer, each at its own address
 3. may the issuer say it there; or, did a key of the issuer sign it
 4. the documents: version, members, recipient, period
 5. the standing: begun, not expired, not withdrawn
 6. does a register know the issuer

Whose address the recipient's is, is asked by whoever knows the person (`badges.openbadges2.recipient`).
"""

from badges import strictjson
from badges.errors import DocumentError
from badges.jws import Jws
from badges.members import text, texts
from badges.openbadges2.objects import Method, read_assertion
from badges.openbadges2.version import version_of
from badges.strictjson import JsonObject
from verifier import checks
from verifier.conclusion import Evidence, conclude
from verifier.errors import UnreadableError
from verifier.findings import Check
from verifier.means import Means
from verifier.needs import Absence, Missing
from verifier.openbadges2.checks import (
    STATUS,
    WITHDRAWN,
    document_result,
    schema_result,
    subject_result,
    time_results,
)
from verifier.openbadges2.documents import Chain, Hosted, hosted_chain, hosted_document, signed_chain
from verifier.openbadges2.hosted import (
    KEY,
    ONLY_WITHDRAWN,
    SIGNATURE,
    absent_result,
    address_of,
    place_result,
    scope_result,
)
from verifier.openbadges2.signed import signature_results
from verifier.openbadges2.withdrawal import hosted_evidence, listed_evidence
from verifier.report import Kind, Report
from verifier.signatures import UNSIGNED
from verifier.states import Answer, Standing, State, Status, Verdict
from verifier.statuses import StatusEvidence


def is_assertion(token: Jws) -> bool:
    """Tell a signed assertion from another token."""
    try:
        return version_of(token.claims) is not None
    except DocumentError:
        return False


def examine_assertion(document: JsonObject, *, means: Means) -> Report | None:
    """Run every check on a hosted assertion; None while the world has to be asked first.

    Raises:
        UnreadableError: it is a badge class, a profile or an endorsement, and says nothing of anybody.
    """
    types = texts(document.get("type"))
    if types and "Assertion" not in types:
        raise UnreadableError("not-a-credential")
    address = address_of(document)
    if address is None or read_assertion(document).method is Method.SIGNED:
        return _unproven(SIGNATURE.adopt(UNSIGNED), means=means)
    hosted = hosted_document(address, answers=means.answers)
    if means.answers.wanted:
        return None
    if isinstance(hosted, Missing):
        gone = hosted.reason is Absence.GONE
        return _withdrawn(means=means) if gone else _unproven(absent_result(hosted), means=means)
    if read_assertion(hosted.document).revoked:
        return _withdrawn(means=means)
    return _examine_hosted(hosted, means=means)


def examine_signed_assertion(token: Jws, *, means: Means) -> Report | None:
    """Run every check on a token; None while the world has to be asked first.

    A token whose assertion says that it is hosted is looked for at its address (OB 2.0 HostedBadge).

    Raises:
        DocumentError: there is no object in it.
        UnreadableError: as `examine_assertion`.
    """
    assertion = token.claims
    if read_assertion(assertion).method is not Method.SIGNED:
        return examine_assertion(assertion, means=means)
    chain = signed_chain(assertion, answers=means.answers)
    proof = signature_results(token, chain=chain, answers=means.answers)
    return _report(chain, proof=proof, statuses=listed_evidence(chain, answers=means.answers), means=means)


def _examine_hosted(hosted: Hosted, *, means: Means) -> Report | None:
    """Run every check on what an assertion's own address gave."""
    chain = hosted_chain(hosted.document, answers=means.answers)
    proof = (SIGNATURE.adopt(place_result(hosted.document)), KEY.adopt(scope_result(hosted, chain)))
    issuer = text(chain.profile.get("id")) or ""
    return _report(chain, proof=proof, statuses=hosted_evidence(hosted, issuer=issuer), means=means)


def _report(
    chain: Chain, *, proof: tuple[Check, Check], statuses: tuple[StatusEvidence, ...], means: Means
) -> Report | None:
    """Run the checks that are the same for both, and conclude."""
    issuer = text(chain.profile.get("id"))
    known = means.answers.issuer(issuer) if issuer else None
    if means.answers.wanted:
        return None
    _check_size(chain)
    evidence = Evidence(statuses=statuses, known_issuer=known)
    shape = document_result(chain)
    period, until, start = time_results(chain.assertion, now=means.now)
    status = STATUS.adopt(checks.status_result(evidence, now=means.now))
    found = (
        *proof,
        shape,
        schema_result(chain, recognised=shape.outcome),
        subject_result(chain.assertion),
        period,
        WITHDRAWN if read_assertion(chain.assertion).revoked else status,
        until,
        start,
        checks.issuer_result(evidence),
    )
    return conclude(found, document=chain.whole, evidence=evidence, now=means.now, kind=Kind.OPEN_BADGES_2)


def _check_size(chain: Chain) -> None:
    """Refuse three documents that are too much as one; each alone may be within the limits (security R11)."""
    try:
        strictjson.loads(strictjson.dumps(chain.whole))
    except DocumentError as error:
        raise UnreadableError(error.code) from error


def _unproven(signature: Check, *, means: Means) -> Report:
    """Report on an assertion of which nothing but its own word is known."""
    return conclude((signature,), document={}, evidence=Evidence(), now=means.now, kind=Kind.OPEN_BADGES_2)


def _withdrawn(*, means: Means) -> Report:
    """Report on an assertion of which its address says that it was withdrawn.

    What was handed to us need not be what stood there, so nothing of it is shown (OB 2.0, Revoking Hosted
    Assertions).
    """
    return Report(
        verdict=Verdict.INVALID,
        authentic=Answer.UNKNOWN,
        issuer=Standing.UNKNOWN,
        status=Status.REVOKED,
        state=State.REVOKED,
        checks=(ONLY_WITHDRAWN, WITHDRAWN),
        checked_at=means.now,
        kind=Kind.OPEN_BADGES_2,
        reason=WITHDRAWN.sentence,
    )
