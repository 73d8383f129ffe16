"""The one module that knows which error is which HTTP status, and writes problems (RFC 9457).

A person gets a page in the language of the page; a program gets problem+json, all problems at once.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from uuid import uuid4

import structlog
from fastapi import FastAPI
from fastapi.exceptions import RequestValidationError
from starlette.exceptions import HTTPException
from starlette.requests import Request
from starlette.responses import HTMLResponse, Response

from app.openapi import PROBLEM_MEDIA_TYPE, Problem, ProblemPart
from app.sentences import DETAILS, TITLES, sentence_of
from badges.errors import BadgeError, BakingError, CatalogueError, DocumentError, LintError, TemplateError
from holders.errors import HelpOverError, HoldersError, ShareEndedError
from holders.sharing.pages.ended import tell_ended
from issuers.errors import (
    AccountError,
    AccountTakenError,
    AlreadyDecidedError,
    ApiKeyError,
    BackupError,
    BadgeErasedError,
    CannotIssueError,
    ClockBehindError,
    CodeError,
    CompromiseError,
    FormError,
    GroupBusyError,
    HasAppError,
    HoldingError,
    IdempotencyConflictError,
    InvitationError,
    IssuersError,
    IssuingInterruptedError,
    JudgementError,
    KeyStoreError,
    LastBeheerderError,
    LastWayInError,
    LinkError,
    LinkExpiredError,
    LinkUsedError,
    LinkWithdrawnError,
    NoActiveKeyError,
    NoSheetError,
    NotFoundError,
    NotShownError,
    NotSignedInError,
    NoWorkplaceError,
    NumberError,
    OrganisationStoppedError,
    OtherSenderError,
    PageClosedError,
    PasskeyError,
    PermissionDeniedError,
    PhotoGoneError,
    PosterEndedError,
    PosterError,
    ProfielError,
    ProofNeededError,
    ProviderDownError,
    RegisterBusyError,
    RegisterError,
    RevocationError,
    SelfCheckError,
    SignInFirstError,
    SpreadsheetError,
    UnknownBadgeklasseError,
    UnknownSkillError,
    UnknownWerkprocesError,
    VerklaringError,
    WorksElsewhereError,
    WrappingError,
)
from issuers.people.pages.resuming import ask_proof, tell_denied, tell_other_sender
from templates.rendering import render
from templates.views.pieces import Frame, View
from templates.views.public import ErrorPage
from verifier.errors import BusyError
from web.errors import TooManyError
from web.locale import Language, language_of
from web.pages import frame_of

log = structlog.get_logger()

API = ("/api/", "/vc-api/")

STATUS: dict[type[Exception], int] = {
    DocumentError: 400,
    BakingError: 400,
    LintError: 400,
    FormError: 400,
    JudgementError: 400,
    NumberError: 400,
    SpreadsheetError: 400,
    CannotIssueError: 400,
    RequestValidationError: 400,
    NotSignedInError: 401,
    ApiKeyError: 401,
    NoWorkplaceError: 403,
    PermissionDeniedError: 403,
    OtherSenderError: 403,
    ProofNeededError: 403,
    NotFoundError: 404,
    NoSheetError: 410,
    PageClosedError: 410,
    BadgeErasedError: 410,
    NotShownError: 410,
    LinkError: 404,
    LinkUsedError: 410,
    LinkExpiredError: 410,
    LinkWithdrawnError: 410,
    InvitationError: 409,
    LastBeheerderError: 409,
    LastWayInError: 409,
    WorksElsewhereError: 409,
    PasskeyError: 400,
    CodeError: 400,
    HasAppError: 409,
    AccountError: 400,
    AccountTakenError: 409,
    ProviderDownError: 503,
    CatalogueError: 404,
    UnknownWerkprocesError: 400,
    UnknownBadgeklasseError: 400,
    UnknownSkillError: 400,
    IdempotencyConflictError: 409,
    IssuingInterruptedError: 409,
    RevocationError: 409,
    GroupBusyError: 409,
    ProfielError: 409,
    HoldingError: 409,
    HoldersError: 409,
    ShareEndedError: 410,
    HelpOverError: 410,
    BackupError: 500,
    PosterError: 409,
    PosterEndedError: 410,
    PhotoGoneError: 410,
    VerklaringError: 409,
    AlreadyDecidedError: 409,
    OrganisationStoppedError: 409,
    TooManyError: 429,
    SelfCheckError: 500,
    NoActiveKeyError: 500,
    KeyStoreError: 503,
    WrappingError: 500,
    CompromiseError: 400,
    ClockBehindError: 503,
    RegisterBusyError: 503,
    BusyError: 503,
    RegisterError: 503,
    TemplateError: 500,
    BadgeError: 400,
    IssuersError: 500,
}
OUR_FAULT = 500
RETRY_AFTER_SECONDS = "5"

ONWARD: dict[type[Exception], str] = {
    LinkUsedError: "/inloggen",
    SignInFirstError: "/inloggen",
    LastWayInError: "/mijn",
}
"""Where a person goes on after an error whose sentence says so; after others at the first page."""


@dataclass(frozen=True, slots=True)
class Trouble:
    """Hold what went wrong, ready to be told to a person or to a program."""

    status: int
    code: str
    detail: str
    parts: tuple[ProblemPart, ...] = ()
    reference: str | None = None
    next_href: str = "/"


def tell_problems(app: FastAPI) -> None:
    """Make `app` answer each error with a page or with problem+json."""
    for error in STATUS:
        app.add_exception_handler(error, _answer_known)
    app.add_exception_handler(HTTPException, _answer_known)
    app.add_exception_handler(Exception, _answer_unknown)


async def _answer_known(request: Request, error: Exception) -> Response:
    language = language_of(request)
    if isinstance(error, NoWorkplaceError | PermissionDeniedError) and not _wants_json(request):
        return await tell_denied(request, error)
    if isinstance(error, ShareEndedError) and not _wants_json(request):
        return tell_ended(request, error)
    if isinstance(error, OtherSenderError) and not _wants_json(request):
        return await tell_other_sender(request, error)
    if isinstance(error, AccountError | NotSignedInError | ProofNeededError) and not _wants_json(request):
        return await ask_proof(request, error)
    trouble = trouble_of(error, language=language)
    response = tell(request, trouble, language=language)
    if isinstance(error, HTTPException) and error.headers:
        response.headers.update(error.headers)
    if isinstance(error, TooManyError):
        response.headers["Retry-After"] = str(error.retry_after)
    if isinstance(error, ApiKeyError):
        response.headers["WWW-Authenticate"] = "Bearer"
    return response


async def _answer_unknown(request: Request, error: Exception) -> Response:
    """Answer what nobody expected: the log has the trace, the visitor a reference to it."""
    reference = uuid4().hex[:8]
    # The pattern of the address, not the address: that may hold the secret of a badge or of a link.
    pattern = getattr(request.scope.get("route"), "path", "")
    log.error("unexpected", reference=reference, route=pattern, exc_info=error)
    language = language_of(request)
    detail = _pair(DETAILS[500], language)
    return tell(request, Trouble(500, "unexpected", detail, reference=reference), language=language)


def tell(request: Request, trouble: Trouble, *, language: Language) -> Response:
    """Write the trouble down for whoever asked."""
    if _wants_json(request):
        problem = Problem(
            status=trouble.status,
            title=_pair(TITLES.get(trouble.status, TITLES[400]), language),
            detail=trouble.detail,
            code=trouble.code,
            errors=list(trouble.parts),
        )
        body = problem.model_dump_json(by_alias=True)
        response = Response(body, status_code=trouble.status, media_type=PROBLEM_MEDIA_TYPE)
    else:
        # A page about our own trouble asks nothing of what may be broken.
        frame = frame_of(request) if trouble.status < OUR_FAULT else Frame(path=None, base_url="")
        view = ErrorPage(
            frame=frame,
            status=trouble.status,
            detail=trouble.detail,
            next_href=trouble.next_href,
            reference=trouble.reference,
        )
        response = HTMLResponse(render("fout", view, language=language), status_code=trouble.status)
    if trouble.status == STATUS[RegisterBusyError]:
        response.headers["Retry-After"] = RETRY_AFTER_SECONDS
    return response


def trouble_of(error: Exception, *, language: Language) -> Trouble:
    """Say what an error means for whoever asked."""
    status = _status_of(error)
    code = str(getattr(error, "code", f"http-{status}"))
    parts = _parts_of(error, language=language)
    detail = str(getattr(error, language, "")) or " ".join(part.detail for part in parts[:3])
    detail = detail or _pair(DETAILS.get(status, DETAILS[404]), language)
    return Trouble(status, code, detail, tuple(parts), next_href=ONWARD.get(type(error), "/"))


def status_for(view: View, because: Exception | None) -> int:
    """Say which status a page has: that of the error that it tells of, or that of a form with problems."""
    if because is not None:
        return _status_of(because)
    return STATUS[FormError] if getattr(view, "problems", ()) else 200


def _status_of(error: Exception) -> int:
    if isinstance(error, HTTPException):
        return error.status_code
    return next(STATUS[kind] for kind in type(error).__mro__ if kind in STATUS)


def _parts_of(error: Exception, *, language: Language) -> Sequence[ProblemPart]:
    if isinstance(error, RequestValidationError):
        return [
            ProblemPart(
                plaats="/".join(map(str, each["loc"])),
                code=each["type"],
                detail=sentence_of(each, language=language),
            )
            for each in error.errors()
        ]
    if isinstance(error, FormError):
        return [
            ProblemPart(plaats=each.field, code=each.code, detail=getattr(each, language))
            for each in error.problems
        ]
    if isinstance(error, LintError):
        return [
            ProblemPart(plaats=each.pointer, code=each.code, detail=getattr(each, language))
            for each in error.problems
        ]
    return []


def _wants_json(request: Request) -> bool:
    """Say whether a program asks: on the API always, elsewhere when it does not ask for a page."""
    return request.url.path.startswith(API) or "text/html" not in request.headers.get("accept", "text/html")


def _pair(sentences: tuple[str, str], language: Language) -> str:
    return sentences[0] if language == "nl" else sentences[1]
