"""The API for systems of an organisation: give badges, look what was given, correct, withdraw."""

from typing import Annotated, Any, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Header, Path, Query
from pydantic import BaseModel
from starlette.responses import Response

from badges.errors import LintError
from badges.judgement import Judgement
from badges.strictjson import loads_object
from issuers.addresses import Addresses
from issuers.apikeys.dependencies import Caller
from issuers.dependencies import Desk
from issuers.errors import IdempotencyConflictError, IdempotencyKeyUsedError, JudgementError
from issuers.evidence.choosing import with_chosen
from issuers.issuing.issuing import IssuedBadge, carry_out
from issuers.issuing.overview import PAGE, Given, find_given, list_given
from issuers.issuing.replacing import Correction
from issuers.issuing.requests import (
    as_judgement_problem,
    body_as,
    corrected_judgement_of,
    described_as,
    judgement_of,
)
from issuers.issuing.reserving import Occasion, claim_for, reserve_claimed
from issuers.issuing.revoking import revoke
from issuers.issuing.schemas import (
    GegevenToekenning,
    Intrekking,
    IntrekkingVerzoek,
    Toekenning,
    Toekenningen,
    ToekenningMetBewijs,
    ToekenningVerzoek,
    Verbetering,
    VerbeteringVerzoek,
)
from issuers.issuing.tables import CorrectionKind, RevocationReason
from issuers.people.permissions import Action, Actor, require

MOST_PAGES: Final = 100_000
BY_API: Final = "api:"
"""Before each key of the API: a form, whose keys hold no colon, can never have been sent with it."""

_ASKED: Final[dict[int | str, dict[str, Any]]] = {401: {}, 403: {}, 429: {}}
_CHANGES: Final[dict[int | str, dict[str, Any]]] = _ASKED | {409: {}, 503: {}}
_LOCATED: Final[dict[int | str, dict[str, Any]]] = {
    201: {"headers": {"Location": {"description": "De pagina van het bewijs.", "schema": {"type": "string"}}}}
}

router = APIRouter(tags=["Toekennen"])

IdempotencyKey = Annotated[
    str,
    Header(
        alias="Idempotency-Key",
        description="Jouw naam voor deze vraag: 1 tot 255 letters, cijfers en tekens, zonder spaties. Stuur "
        "je dezelfde vraag nog een keer, dan krijg je hetzelfde antwoord en geen tweede bewijs. Kies iets "
        "dat in je organisatie maar één keer voorkomt, zoals een UUID.",
        pattern=r"^[!-~]{1,255}$",
        examples=["9f1c7a52-3f0e-4f43-9d0c-6f1a0c1b7e21"],
    ),
]
AwardId = Annotated[
    UUID,
    Path(
        description="De `id` uit het antwoord toen het bewijs werd gegeven.",
        examples=["019f0000-0000-7000-8000-000000000000"],
    ),
]


@router.post(
    "/toekenningen",
    operation_id="toekenningMaken",
    summary="Geef een bewijs",
    description="Hetzelfde als het formulier: je organisatie beoordeelt, ondertekent en geeft. Het "
    "bewijs staat op het adres in `adres`, voor wie het kreeg.",
    status_code=201,
    response_model=Toekenning,
    response_description="Het bewijs is gegeven, nu of toen je dit de eerste keer vroeg.",
    responses=_CHANGES | _LOCATED,
    openapi_extra=described_as(ToekenningVerzoek),
)
def award(
    desk: Desk,
    caller: Caller,
    asked: Annotated[ToekenningVerzoek, Depends(body_as(ToekenningVerzoek))],
    idempotency_key: IdempotencyKey,
) -> Response:
    """Give a badge; the same question with the same key gets the same answer, to the byte."""
    require(caller, Action.ISSUE)
    issued = _give(desk, judgement_of(desk, asked), actor=caller, key=idempotency_key)
    answer = _answer(_as_awarded(issued, addresses=desk.addresses), status=201)
    answer.headers["Location"] = f"/b/{issued.token}"
    return answer


@router.get(
    "/toekenningen",
    operation_id="toekenningenOphalen",
    summary="Wat je organisatie gaf",
    description=f"De nieuwste eerst, {PAGE} op een bladzijde.",
    response_model=Toekenningen,
    response_description="Een bladzijde met bewijzen.",
    responses=_ASKED,
)
def list_awards(
    desk: Desk,
    caller: Caller,
    pagina: Annotated[int, Query(description="Welke bladzijde, vanaf 1.", ge=1, le=MOST_PAGES)] = 1,
) -> Response:
    """List what the organisation of the key gave, a page at a time."""
    found = list_given(desk, actor=caller, page=pagina - 1)
    more = f"{desk.base_url}/api/v1/toekenningen?pagina={pagina + 1}"
    shown = [_as_given(each, addresses=desk.addresses) for each in found[:PAGE]]
    return _answer(Toekenningen(toekenningen=shown, volgende=more if len(found) > PAGE else None))


@router.get(
    "/toekenningen/{toekenning}",
    operation_id="toekenningOphalen",
    summary="Eén bewijs dat je organisatie gaf",
    description="Met het ondertekende bewijs zelf, en of het is ingetrokken.",
    response_model=ToekenningMetBewijs,
    response_description="Het bewijs.",
    responses=_ASKED,
)
def show_award(desk: Desk, caller: Caller, toekenning: AwardId) -> Response:
    """Show a badge of the organisation of the key; those of others are not there."""
    given = find_given(desk, toekenning, actor=caller)
    told = _as_given(given, addresses=desk.addresses).model_dump()
    return _answer(ToekenningMetBewijs(**told, bewijs=loads_object(given.raw)))


@router.post(
    "/toekenningen/{toekenning}/verbetering",
    operation_id="toekenningVerbeteren",
    summary="Verbeter een bewijs",
    description="Een ondertekend bewijs verandert nooit. Je stuurt het hele oordeel zoals het wel moet zijn; "
    "daarvan komt een nieuw bewijs, met een eigen adres. Op hetzelfde moment wordt het oude ingetrokken.",
    status_code=201,
    response_model=Verbetering,
    response_description="Het betere bewijs is gegeven, nu of toen je dit de eerste keer vroeg.",
    responses=_CHANGES | _LOCATED,
    openapi_extra=described_as(VerbeteringVerzoek),
)
def correct_award(
    desk: Desk,
    caller: Caller,
    asked: Annotated[VerbeteringVerzoek, Depends(body_as(VerbeteringVerzoek))],
    toekenning: AwardId,
    idempotency_key: IdempotencyKey,
) -> Response:
    """Put a badge right; the same question with the same key gets the same answer, to the byte."""
    require(caller, Action.ISSUE)
    require(caller, Action.REVOKE)
    given = find_given(desk, toekenning, actor=caller)
    stays = asked.kind is not CorrectionKind.ANDERE_PERSOON
    correction = Correction(
        badge_id=given.id, kind=asked.kind, profiel_id=given.profiel_id if stays else None
    )
    judgement = corrected_judgement_of(desk, asked, given=given)
    issued = _give(desk, judgement, actor=caller, key=idempotency_key, occasion=correction)
    told = _as_awarded(issued, addresses=desk.addresses).model_dump()
    answer = _answer(Verbetering(**told, vervangt=given.id, reden=asked.kind), status=201)
    answer.headers["Location"] = f"/b/{issued.token}"
    return answer


@router.post(
    "/toekenningen/{toekenning}/intrekking",
    operation_id="toekenningIntrekken",
    summary="Trek een bewijs in",
    description="Wie het bewijs controleert, ziet het meteen. Het kan niet ongedaan.",
    response_model=Intrekking,
    response_description="Het bewijs is ingetrokken.",
    responses=_CHANGES,
    openapi_extra=described_as(IntrekkingVerzoek),
)
def withdraw_award(
    desk: Desk,
    caller: Caller,
    asked: Annotated[IntrekkingVerzoek, Depends(body_as(IntrekkingVerzoek))],
    toekenning: AwardId,
) -> Response:
    """Withdraw a badge; when this answers, everybody who asks can see it."""
    done = revoke(desk, toekenning, actor=caller, reason=RevocationReason(asked.reden))
    return _answer(Intrekking(id=toekenning, ingetrokken_op=done.at, reden=done.reason))


def _give(
    desk: Desk, judgement: Judgement, *, actor: Actor, key: str, occasion: Occasion = None
) -> IssuedBadge:
    """Give a badge under a name that the system chose, with the photos that its recipient wants with it.

    Raises:
        JudgementError: we refuse to sign this.
        IdempotencyKeyUsedError: the name was used before for something else.
        IssuersError: it could not be done now.
    """
    claim = claim_for(judgement, key=f"{BY_API}{key}", occasion=occasion)
    whole = with_chosen(
        desk,
        judgement,
        profiel_id=occasion.profiel_id if occasion else None,
        organisation_id=actor.organisation_id,
    )
    try:
        reservation = reserve_claimed(desk, whole, actor=actor, claim=claim)
        return carry_out(desk, whole, reservation=reservation)
    except LintError as error:
        raise JudgementError([as_judgement_problem(each) for each in error.problems]) from error
    except IdempotencyConflictError as error:
        raise IdempotencyKeyUsedError from error


def _as_awarded(issued: IssuedBadge, *, addresses: Addresses) -> Toekenning:
    """Tell only what never changes, also when the badge is signed anew: the same answer each time."""
    return Toekenning(
        id=issued.id,
        adres=addresses.badge(issued.token),
        bewijs_id=issued.credential_id,
        gegeven_op=issued.issued_at.replace(microsecond=0),
    )


def _as_given(given: Given, *, addresses: Addresses) -> GegevenToekenning:
    facts = given.facts
    return GegevenToekenning(
        id=given.id,
        adres=addresses.badge(given.token),
        bewijs_id=facts.credential_id,
        gegeven_op=facts.awarded or given.awarded,
        crebo=facts.werkproces.crebo if facts.werkproces else None,
        werkprocescode=facts.werkproces.code if facts.werkproces else None,
        titel=facts.title,
        naam=facts.name,
        van=facts.activity_start.date() if facts.activity_start else None,
        tot=facts.activity_end.date() if facts.activity_end else None,
        ingetrokken_op=given.revoked_at,
        vervangen_door=given.replaced_by,
    )


def _answer(shape: BaseModel, *, status: int = 200) -> Response:
    return Response(shape.model_dump_json(by_alias=True), status_code=status, media_type="application/json")
