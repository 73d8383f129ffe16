"""`POST /verificaties`: the report as JSON. A bad badge is an answer (200); no badge at all is a 400."""

import asyncio
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Any

from fastapi import APIRouter, Depends, Query
from starlette.requests import Request
from starlette.responses import Response

from badges import strictjson
from verifier.costs import cost_of
from verifier.engine import Verifier
from verifier.policy import Policy, judged, judged_part, policy_named
from verifier.report import Part, Report
from verifier.requests import One, asked, body_of
from verifier.schemas import BewijsVerzoek, BewijzenVerzoek, LinkVerzoek, Verificatie, Verificaties
from web.limits import Meter, Purpose, meter_of, network_of
from web.visitors import VISITOR

LARGE = 64 * 1024
"""More bytes than a badge of ours ever has: what is larger is read on a thread, so that nobody waits."""

router = APIRouter(tags=["Controleren"])

_BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_CREDENTIAL: dict[str, Any] = {
    "schema": {"type": "object", "description": "Het ondertekende bewijs zelf (Open Badges 3.0)."}
}
_REQUEST: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": (
            "Een bewijs: als JSON, ondertekende tekst (JWS), plaatje, PDF, foto van een QR, zip of link; "
            "of in een envelop met `bewijs`, `link`, of `bewijzen` (hooguit 100). "
            "Een bewijs is hooguit 2 MB, een plaatje of PDF 5 MB, een foto of zip 20 MB."
        ),
        "content": {
            "application/json": {
                "schema": {
                    "anyOf": [
                        BewijsVerzoek.model_json_schema(),
                        LinkVerzoek.model_json_schema(),
                        BewijzenVerzoek.model_json_schema(),
                        _CREDENTIAL["schema"],
                    ]
                }
            },
            "application/vc+ld+json": _CREDENTIAL,
            "application/vc": _CREDENTIAL,
            "image/png": _BINARY,
            "image/svg+xml": {"schema": {"type": "string"}},
            "image/jpeg": _BINARY,
            "application/pdf": _BINARY,
            "application/zip": _BINARY,
            "application/vc+jwt": {"schema": {"type": "string"}},
            "text/plain": {
                "schema": {"type": "string", "description": "JSON, een ondertekende tekst (JWS) of een link."}
            },
        },
    }
}


@dataclass(frozen=True, slots=True)
class Visit:
    """Check badges for one visitor, and no more than is his share."""

    verifier: Verifier
    meter: Meter

    async def verify(self, raw: bytes) -> Report:
        """Check one.

        Raises:
            TooManyError: too much came from the network of this visitor.
            BusyError: too many wait.
            UnreadableError: there is no badge in it.
        """
        self._begin([raw])
        return await self.verifier.verify(raw, pay=self._pay)

    async def collect(self, raw: bytes) -> bytes:
        """Give what is behind a link; what is no link is given back.

        Raises:
            TooManyError: too much came from the network of this visitor.
            UnreadableError: nothing can be fetched there.
        """
        self._begin([raw])
        return await self.verifier.collect(raw, pay=self._pay)

    async def verify_each(self, raws: Sequence[bytes]) -> tuple[Part, ...]:
        """Check several.

        Raises:
            TooManyError, BusyError: as `verify`.
        """
        self._begin(raws)
        return await self.verifier.verify_each(raws, pay=self._pay)

    def _begin(self, raws: Sequence[bytes]) -> None:
        """Count it, and say whose question it is."""
        self._pay(cost_of(raws))
        VISITOR.set(network_of(self.meter.client))

    def _pay(self, cost: int) -> None:
        """Count so much, also of what comes to light on the way."""
        if cost:
            self.meter.take(Purpose.VERIFY, cost=cost)


async def visit_of(request: Request) -> Visit:
    """Give the visit of whoever asks this, to the verifier that `app` made."""
    return Visit(request.app.state.verifier, await meter_of(request))


VisitOf = Annotated[Visit, Depends(visit_of)]


async def policy_of(
    request: Request,
    beleid: Annotated[
        str | None,
        Query(
            max_length=100, description="Wie je vertrouwt: `iedereen`, `bekend`, of de naam van een register."
        ),
    ] = None,
) -> Policy | None:
    """Give the policy that was asked for.

    Raises:
        UnknownPolicyError: there is none of that name.
    """
    return policy_named(beleid, request.app.state.registers) if beleid else None


PolicyOf = Annotated[Policy | None, Depends(policy_of)]


@router.post(
    "/verificaties",
    operation_id="verifieer",
    summary="Controleer een bewijs",
    response_model=Verificatie | Verificaties,
    response_description="Wat er over het bewijs te zeggen is, ook als het niet echt is.",
    responses={429: {}, 503: {}},
    openapi_extra=_REQUEST,
)
async def verify(request: Request, visit: VisitOf, policy: PolicyOf) -> Response:
    """Kijk een bewijs na, en zeg of je erop kunt vertrouwen.

    Het antwoord is altijd 200 als er een bewijs te lezen was: ook een vals of ingetrokken bewijs is
    een antwoord. Er wordt niets bewaard.
    """
    body = await body_of(request)
    question = await asyncio.to_thread(asked, body) if len(body) > LARGE else asked(body)
    if isinstance(question, One):
        answer = judged(await visit.verify(question.raw), policy=policy).as_json()
    else:
        parts = await visit.verify_each(question.raws)
        answer = {"parts": [judged_part(part, policy=policy).as_json() for part in parts]}
    return Response(strictjson.dumps(answer), media_type="application/json")
