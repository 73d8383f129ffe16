"""The VC-API endpoints that verify (VCALM 3.3): for public suites, and only in conformance mode.

What is not verified is refused with 400 here: a suite counts a 200 as a yes. People get an answer elsewhere.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from badges import strictjson
from badges.errors import DocumentError
from badges.members import items, part, parts
from badges.strictjson import Json, JsonObject
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.report import Kind, Report
from verifier.resolving import MULTIKEY, RESOLUTION, resolve
from verifier.states import IN_ORDER, Answer, Outcome, Verdict

router = APIRouter(prefix="/vc-api", include_in_schema=False)

VCDM = "https://www.w3.org/TR/vc-data-model#"
SECURITY = "https://w3id.org/security#"
LISTS = "https://www.w3.org/ns/credentials/status-list#"
PARSING = f"{VCDM}PARSING_ERROR"
UNPROVEN = f"{SECURITY}PROOF_VERIFICATION_ERROR"

_TYPES = {
    "signature": UNPROVEN,
    "key": f"{SECURITY}INVALID_VERIFICATION_METHOD",
    "proof-time": UNPROVEN,
    "json-ld": f"{SECURITY}DATA_LOSS_DETECTION_ERROR",
    "document": f"{VCDM}MALFORMED_VALUE_ERROR",
    "status": f"{LISTS}STATUS_VERIFICATION_ERROR",
    "valid-from": f"{VCDM}RANGE_ERROR",
    "valid-until": f"{VCDM}RANGE_ERROR",
    "credential-schema": f"{VCDM}MALFORMED_VALUE_ERROR",
    "inside": f"{VCDM}CRYPTOGRAPHIC_SECURITY_ERROR",
}
"""The kind of problem that each check may find (VCDM 2.0 7.2, VC-DI 4.7, BSL 3.5)."""

_ASKED = {
    "expectedProofPurpose": ("proofPurpose", UNPROVEN),
    "challenge": ("challenge", f"{SECURITY}INVALID_CHALLENGE_ERROR"),
    "domain": ("domain", f"{SECURITY}INVALID_DOMAIN_ERROR"),
}
"""The options that a proof must have been made for, with the member that says so."""


@dataclass(frozen=True, slots=True)
class Problem:
    """Hold what speaks against it, and the kind of it (VCALM 3.8)."""

    type: str
    detail: str


async def verifier_of(request: Request) -> Verifier:
    """Give the verifier of any credential that `app` made."""
    found: Verifier = request.app.state.suite_verifier
    return found


VerifierOf = Annotated[Verifier, Depends(verifier_of)]


async def body_of(request: Request) -> JsonObject:
    """Read the body, strictly.

    Raises:
        UnreadableError: it is no JSON object.
    """
    try:
        return strictjson.loads_object(await request.body())
    except DocumentError as error:
        raise UnreadableError(error.code) from error


BodyOf = Annotated[JsonObject, Depends(body_of)]


@router.post("/credentials/verify")
async def verify_credential(verifier: VerifierOf, body: BodyOf) -> Response:
    """Verify a credential (VCALM 3.3.1)."""
    credential = body.get("verifiableCredential")
    problem = _unlike(credential, asked=part(body.get("options")))
    return _refused(problem) if problem else await _answered(credential, verifier=verifier, shown=False)


@router.post("/presentations/verify")
async def verify_presentation(verifier: VerifierOf, body: BodyOf) -> Response:
    """Verify a presentation that was made for this challenge and domain (VCALM 3.3.2)."""
    presentation = body.get("verifiablePresentation")
    problem = _unlike(presentation, asked=part(body.get("options")))
    return _refused(problem) if problem else await _answered(presentation, verifier=verifier, shown=True)


@router.get("/identifiers/{did:path}")
async def resolve_did(
    did: str, verifier: VerifierOf, key_format: Annotated[str, Query(alias="publicKeyFormat")] = MULTIKEY
) -> Response:
    """Resolve a did (DID Resolution 0.3): the document, or the error with the status that belongs to it."""
    resolved = await resolve(did, sources=verifier.sources, key_format=key_format)
    return Response(strictjson.dumps(resolved.body), status_code=resolved.status, media_type=RESOLUTION)


async def _answered(value: Json, *, verifier: Verifier, shown: bool) -> Response:
    """Say yes with 200, and everything else with 400: also what is signed well, but of the other kind."""
    if not isinstance(value, dict):
        return _refused(Problem(PARSING, "there is nothing to verify"))
    try:
        report = await verifier.verify(strictjson.dumps(value))
    except UnreadableError as error:
        return _refused(Problem(PARSING, error.en))
    if (report.kind is Kind.PRESENTATION) is not shown:
        return _refused(Problem(PARSING, "this endpoint verifies the other kind"))
    if report.authentic is Answer.YES and _holds(report):
        return JSONResponse({"verified": True, "problemDetails": []})
    return _refused(*_reasons(report))


def _holds(report: Report) -> bool:
    """Tell whether what is signed holds; a presentation of nothing says who is there (VCDM 2.0 4.13)."""
    of_nothing = report.kind is Kind.PRESENTATION and not report.inside
    return report.verdict is Verdict.VALID or (of_nothing and report.answer in IN_ORDER)


def _reasons(report: Report) -> tuple[Problem, ...]:
    """Give what speaks against it; where that is no check that suites know, what decided."""
    found = tuple(
        Problem(_TYPES[check.code], f"{check.code}: {check.sentence.en}")
        for check in report.checks
        if check.code in _TYPES and check.outcome is not Outcome.PASS
    )
    return found or (Problem(UNPROVEN, report.reason.en if report.reason else "nobody signed this"),)


def _refused(*problems: Problem) -> Response:
    """Say no, and why (VCALM 3.8)."""
    details = [
        {"type": each.type, "title": each.type.partition("#")[2], "detail": each.detail} for each in problems
    ]
    return JSONResponse({"verified": False, "problemDetails": details}, status_code=400)


def _unlike(document: Json, *, asked: JsonObject) -> Problem | None:
    """Give what tells its proofs from what is asked (VC-DI 4.4, 4.5); what is not asked may be anything.

    What has its proof around it is bound by a token, in which we read none of these.
    """
    proofs: Sequence[JsonObject] = parts(part(document).get("proof")) or ({},)
    return next(
        (
            Problem(kind, f"{option}: no proof is made for this")
            for option, (member, kind) in _ASKED.items()
            for proof in proofs
            if option in asked and asked[option] not in items(proof.get(member))
        ),
        None,
    )
