"""From a credential and what is known of the world to a report: pure, the same input gives the same answer.

The steps, to hold against OB 3.0 "Verification and Validation" (numbers in brackets are its steps):

 1. the signature, its key, its time, and that every word has a meaning [2]
 2. the document: contexts, types, schema, subject, period [1]
 3. the standing: begun, not expired, not withdrawn [4]
 4. the sense: dates of the work, werkproces
 5. the issuer: does a register know it

All run, always. Recipient [5] is asked by whoever knows the person.
"""

from collections.abc import Callable, Sequence
from functools import partial

from badges import factfinding
from badges.credential import UnverifiedCredential
from badges.members import text
from badges.strictjson import JsonObject
from verifier import checks
from verifier.conclusion import Evidence, conclude
from verifier.credentialschemas import credential_schema_result
from verifier.datamodel import data_model_result
from verifier.findings import Check
from verifier.means import Means, Profile
from verifier.needs import Identity
from verifier.proofkeys import ask_keys, issuer_of
from verifier.report import Kind, Report
from verifier.signatures import signature_results
from verifier.statuses import status_evidence


def examine(credential: UnverifiedCredential, *, means: Means) -> Report | None:
    """Report on a credential with a proof of its own; None while the world has to be asked first.

    Raises:
        UnhandledShapeError: this canonicaliser leaves the document to another; examine again with that.
    """
    document = credential.document
    signer = issuer_of(document)
    ask_keys(document, signer=signer, answers=means.answers)
    signatures = partial(signature_results, document, signer=signer, means=means)
    return examine_document(document, means=means, signatures=signatures)


def examine_document(
    document: JsonObject, *, means: Means, signatures: Callable[[], Sequence[Check]]
) -> Report | None:
    """Run every check, and conclude; `signatures` answers the questions about the signature.

    Raises:
        UnhandledShapeError: as `examine`.
    """
    evidence = gather(document, means=means)
    by_schema = credential_schema_result(document, answers=means.answers)
    if means.answers.wanted:
        return None
    kind = checks.kind_of(document)
    shape = checks.document_result(document)
    if means.profile is Profile.CREDENTIAL:
        kind, shape = Kind.CREDENTIAL, data_model_result(document)
    found = (
        *signatures(),
        shape,
        *(_badge_results(document, shape=shape) if means.profile is Profile.OPEN_BADGE else ()),
        by_schema,
        checks.status_result(evidence, now=means.now),
        checks.valid_until_result(document, now=means.now),
        checks.valid_from_result(document, now=means.now),
        checks.dates_result(document, now=means.now),
        checks.werkproces_result(document),
        checks.issuer_result(evidence),
    )
    return conclude(found, document=document, evidence=evidence, now=means.now, kind=kind)


def _badge_results(document: JsonObject, *, shape: Check) -> tuple[Check, Check, Check]:
    """Answer what is asked of badges only: schema, subject, period."""
    return (
        checks.schema_result(document, recognised=shape.outcome),
        checks.subject_result(document, recognised=shape.outcome),
        checks.period_result(document, recognised=shape.outcome),
    )


def gather(document: JsonObject, *, means: Means) -> Evidence:
    """Ask what is known of a credential besides what it says itself; nothing is judged here."""
    issuer, credential_id = factfinding.issuer_id(document), text(document.get("id"))
    if issuer is None:
        return Evidence()
    identity = Identity(issuer, credential_id) if credential_id else None
    return Evidence(
        statuses=status_evidence(document, issuer=issuer, means=means),
        known_issuer=means.answers.issuer(issuer),
        withdrawal=means.answers.withdrawal(identity) if identity else None,
        withdrawal_asked=identity is None or identity in means.answers.withdrawals,
    )
