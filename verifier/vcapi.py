"""The VC-API endpoints that verify (VCALM 3.3): for public suites, and only in conformance mode.

What is not verified is refused with 400 here: a suite counts a 200 as a yes. People get an answer elsewhere.
"""

from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from badges import strictjson
from badges.errors import DocumentError
from badges.members import parts
from badges.strictjson import Json, JsonObject
from verifier.engine import Verifier
from verifier.errors import UnreadableError
from verifier.report import Kind, Report
from verifier.resolving import RESOLUTION, resolve
from verifier.states import Answer, Outcome, Verdict

router = APIRouter(prefix="/vc-api", include_in_schema=False)

_BOUND = ("challenge", "domain")


async def verifier_of(request: Request) -> Verifier:
    """Give the verifier of any credential that `app` made."""
    found: Verifier = request.app.state.test_verifier
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
    return await _answered(body.get("verifiableCredential"), verifier=verifier, presentation=False)


@router.post("/presentations/verify")
async def verify_presentation(verifier: VerifierOf, body: BodyOf) -> Response:
    """Verify a presentation that was made for this challenge and domain (VCALM 3.3.2)."""
    presentation = body.get("verifiablePresentation")
    options = body.get("options")
    asked = options if isinstance(options, dict) else {}
    if isinstance(presentation, dict) and not _is_bound(presentation, asked=asked):
        return _refused(("the proof is not for this challenge and domain, or there is none",))
    return await _answered(presentation, verifier=verifier, presentation=True)


@router.get("/identifiers/{did:path}")
async def resolve_did(did: str, verifier: VerifierOf) -> Response:
    """Resolve a did (DID Resolution 0.3): the document, or the error with the status that belongs to it."""
    resolved = await resolve(did, sources=verifier.sources)
    return Response(strictjson.dumps(resolved.body), status_code=resolved.status, media_type=RESOLUTION)


async def _answered(value: Json, *, verifier: Verifier, presentation: bool) -> Response:
    """Say yes with 200, and everything else with 400: also what is signed well, but of the other kind."""
    if not isinstance(value, dict | str):
        return _refused(("there is nothing to verify",))
    raw = value.encode(errors="replace") if isinstance(value, str) else strictjson.dumps(value)
    try:
        report = await verifier.verify(raw)
    except UnreadableError as error:
        return _refused((error.en,))
    if (report.kind is Kind.PRESENTATION) is not presentation:
        return _refused(("this endpoint verifies the other kind",))
    if report.verdict is not Verdict.VALID or report.authentic is not Answer.YES:
        return _refused(_reasons(report) or ("nobody signed this",))
    return JSONResponse({"verified": True, "problemDetails": []})


def _reasons(report: Report) -> tuple[str, ...]:
    """Give what speaks against it."""
    return tuple(
        f"{check.code}: {check.sentence.en}" for check in report.checks if check.outcome is not Outcome.PASS
    )


def _refused(reasons: tuple[str, ...]) -> Response:
    """Say no, and why (VCALM 3.8)."""
    problems = [
        {
            "type": "https://www.w3.org/TR/vc-data-model#CRYPTOGRAPHIC_SECURITY_ERROR",
            "title": each,
            "detail": each,
        }
        for each in reasons
    ]
    return JSONResponse({"verified": False, "problemDetails": problems}, status_code=400)


def _is_bound(presentation: JsonObject, *, asked: JsonObject) -> bool:
    """Tell whether each proof was made for what is asked (VC-DI 2.1, domain and challenge)."""
    proofs = parts(presentation.get("proof"))
    if not proofs:  # an envelope is bound by its token, in which we read neither of the two
        return not any(name in asked for name in _BOUND)
    return all(proof.get(name) == asked[name] for proof in proofs for name in _BOUND if name in asked)
