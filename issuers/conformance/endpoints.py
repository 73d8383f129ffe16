"""The VC-API endpoints that issue (VCALM 3.2): for public suites, and only in conformance mode."""

from collections.abc import Mapping
from typing import Annotated

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import JSONResponse, Response

from badges import strictjson
from badges.errors import DocumentError
from badges.members import part, parts, text
from badges.strictjson import Json, JsonObject
from issuers.conformance.issuing import PURPOSE, SuiteIssuer
from issuers.conformance.testkeys import DEFAULT_SUITE, make_keys
from issuers.errors import CannotIssueError, NotFoundError
from web.clock import Clock

PREFIX = "/vc-api"
MEDIA_TYPE = "application/ld+json"
"""Of the list (VCDM 2.0 6.2): the clients of the suites read only what calls itself JSON."""

ENTRY = "BitstringStatusListEntry"
_STATED = {"1": True, "0": False, "true": True, "false": False}

router = APIRouter(prefix=PREFIX, include_in_schema=False)


def make_issuers(*, base_url: str, clock: Clock) -> dict[str, SuiteIssuer]:
    """Make an issuer for each suite, with a list of its own."""
    return {
        name: SuiteIssuer(key=key, list_url=f"{base_url}{PREFIX}/{name}/status", clock=clock)
        for name, key in make_keys().items()
    }


async def issuers_of(request: Request) -> Mapping[str, SuiteIssuer]:
    """Give the issuers that `app` made."""
    found: Mapping[str, SuiteIssuer] = request.app.state.suite_issuers
    return found


IssuersOf = Annotated[Mapping[str, SuiteIssuer], Depends(issuers_of)]


def issuer_of(issuers: IssuersOf, suite: str = DEFAULT_SUITE) -> SuiteIssuer:
    """Give the issuer of a suite.

    Raises:
        NotFoundError: we do not issue by it.
    """
    if suite not in issuers:
        raise NotFoundError
    return issuers[suite]


IssuerOf = Annotated[SuiteIssuer, Depends(issuer_of)]


async def body_of(request: Request) -> JsonObject:
    """Read the body, strictly.

    Raises:
        CannotIssueError: it is no JSON object.
    """
    try:
        return strictjson.loads_object(await request.body())
    except DocumentError as error:
        raise CannotIssueError(error.reason) from error


BodyOf = Annotated[JsonObject, Depends(body_of)]


@router.get("")
async def tell(issuers: IssuersOf) -> JSONResponse:
    """Tell each issuer and where it issues, for the manifest of a suite."""
    told = {
        name: {"id": each.key.issuer, "issue": f"{PREFIX}/{name}/credentials/issue", "status": each.list_url}
        for name, each in issuers.items()
    }
    return JSONResponse(told)


@router.post("/credentials/issue")
@router.post("/{suite}/credentials/issue")
def issue(issuer: IssuerOf, body: BodyOf) -> Response:
    """Sign a credential (VCALM 3.2.1): 201, or 400."""
    credential = body.get("credential")
    if not isinstance(credential, dict):
        raise CannotIssueError("/credential: this is no credential")
    known_as = text(part(body.get("options")).get("credentialId"))
    signed: JsonObject = {"verifiableCredential": issuer.issue(credential, known_as=known_as)}
    return Response(strictjson.dumps(signed), status_code=201, media_type="application/json")


@router.post("/credentials/status")
@router.post("/{suite}/credentials/status")
def change_status(issuer: IssuerOf, body: BodyOf) -> Response:
    """Withdraw a credential, or take that back (VCALM 3.2.2): 200, 400, or 404."""
    name, entries = text(body.get("credentialId")), parts(body.get("credentialStatus"))
    if name is None or not entries:
        raise CannotIssueError("credentialId and credentialStatus say which credential, and what of it")
    for entry in entries:
        issuer.set_status(name, is_withdrawn=_asked(entry, otherwise=body.get("status", True)))
    return JSONResponse({})


def _asked(entry: JsonObject, *, otherwise: Json) -> bool:
    """Read what is asked; callers of before 2024 say it by asking.

    Raises:
        CannotIssueError: it is not about our kind of list, or is no status.
    """
    asked = _STATED.get(str(entry.get("status", otherwise)).lower())
    if asked is None or entry.get("type", ENTRY) not in (ENTRY, "BitstringStatusList"):
        raise CannotIssueError("/credentialStatus: a BitstringStatusListEntry, and status true or false")
    if entry.get("statusPurpose", PURPOSE) != PURPOSE:
        raise CannotIssueError(f"/credentialStatus/statusPurpose: our lists are of {PURPOSE} only")
    return asked


@router.get("/{suite}/status")
def show_list(issuer: IssuerOf) -> Response:
    """Show the signed list, to anybody (BSL 3.1)."""
    return Response(
        issuer.published(),
        media_type=MEDIA_TYPE,
        headers={"Access-Control-Allow-Origin": "*", "Cache-Control": "no-store"},
    )
