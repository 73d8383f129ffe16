"""`POST /verificaties`: the report as JSON. A bad badge is an answer (200); no badge at all is a 400."""

from typing import Annotated, Any

from fastapi import APIRouter, Depends
from starlette.requests import Request
from starlette.responses import Response

from badges import strictjson
from verifier.engine import Verifier, beside
from verifier.requests import Link, asked, body_of
from verifier.schemas import BewijsVerzoek, LinkVerzoek, Verificatie

router = APIRouter(tags=["Controleren"])

_BINARY: dict[str, Any] = {"schema": {"type": "string", "format": "binary"}}
_CREDENTIAL: dict[str, Any] = {
    "schema": {"type": "object", "description": "Het ondertekende bewijs zelf (Open Badges 3.0)."}
}
_REQUEST: dict[str, Any] = {
    "requestBody": {
        "required": True,
        "description": (
            "Een bewijs: als JSON, als PNG- of SVG-plaatje waar het in zit, als link van deze site, "
            "of in een envelop met `bewijs` of `link`. Hooguit 2 MB, een plaatje hooguit 5 MB."
        ),
        "content": {
            "application/json": {
                "schema": {
                    "anyOf": [
                        BewijsVerzoek.model_json_schema(),
                        LinkVerzoek.model_json_schema(),
                        _CREDENTIAL["schema"],
                    ]
                }
            },
            "application/vc+ld+json": _CREDENTIAL,
            "application/vc": _CREDENTIAL,
            "image/png": _BINARY,
            "image/svg+xml": {"schema": {"type": "string"}},
            "text/plain": {"schema": {"type": "string", "description": "JSON of een link van deze site."}},
        },
    }
}


async def verifier_of(request: Request) -> Verifier:
    """Give the verifier that `app` made."""
    found: Verifier = request.app.state.verifier
    return found


VerifierOf = Annotated[Verifier, Depends(verifier_of)]


@router.post(
    "/verificaties",
    operation_id="verifieer",
    summary="Controleer een bewijs",
    response_model=Verificatie,
    response_description="Wat er over het bewijs te zeggen is, ook als het niet echt is.",
    openapi_extra=_REQUEST,
)
async def verify(request: Request, verifier: VerifierOf) -> Response:
    """Kijk een bewijs na, en zeg of je erop kunt vertrouwen.

    Het antwoord is altijd 200 als er een bewijs te lezen was: ook een vals of ingetrokken bewijs is
    een antwoord. Er wordt niets bewaard.
    """
    question = await beside(asked, await body_of(request))
    if isinstance(question, Link):
        report = await verifier.verify_link(question.address)
    else:
        report = await verifier.verify_credential(question)
    return Response(strictjson.dumps(report.as_json()), media_type="application/json")
