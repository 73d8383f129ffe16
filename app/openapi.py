"""The description of the API, in the shape that the NLgov API Design Rules ask for.

FastAPI describes a 422 that we never send and leaves out the headers and problems that we always
send; this module puts that right in one place (ADR 2.1: /core/version-header, /core/error-handling).
"""

from typing import Any

from fastapi import FastAPI
from fastapi.openapi.utils import get_openapi
from pydantic import BaseModel, ConfigDict, Field

API_VERSION = "1.0.0"
PROBLEM_MEDIA_TYPE = "application/problem+json"


_STATED = {
    "401": "Er is geen API-sleutel meegestuurd, of hij werkt niet (meer).",
    "403": "De API-sleutel mag dit niet, of wie hem maakte mag het niet meer.",
    "409": "Dit kan niet nog een keer, of nu niet.",
    "429": "Er komen te veel vragen van jouw netwerk.",
    "503": "Dit kan nu even niet.",
}
"""Problems of operations that say they have them."""

_LATER = frozenset({"429", "503"})
"""These tell when to try again."""

_RETRY_AFTER = {"description": "Over zoveel seconden kan het weer.", "schema": {"type": "integer"}}


class ProblemPart(BaseModel):
    """Tell one thing that is wrong with a request."""

    model_config = ConfigDict(title="Probleemdeel")

    place: str = Field(
        alias="plaats", description="Waar het staat: een JSON-pointer of de naam van een veld."
    )
    code: str = Field(description="Vaste code van het probleem.")
    detail: str = Field(description="Wat er mis is en wat je kunt doen.")


class Problem(BaseModel):
    """Tell why a request could not be answered (RFC 9457)."""

    model_config = ConfigDict(title="Probleem")

    type: str = Field("about:blank", description="Soort probleem.")
    status: int = Field(description="HTTP-status.", examples=[400])
    title: str = Field(description="Wat er mis is, in het kort.", examples=["Dit is geen bewijs"])
    detail: str = Field(description="Wat er mis is en wat je kunt doen.")
    code: str = Field(description="Vaste code van het probleem.", examples=["json-duplicate-key"])
    errors: list[ProblemPart] = Field(default=[], description="Alle problemen tegelijk.")


def describe(api: FastAPI) -> dict[str, Any]:
    """Give the description of the API; made once, then kept."""
    if api.openapi_schema is None:
        api.openapi_schema = _describe(api)
    return api.openapi_schema


def _describe(api: FastAPI) -> dict[str, Any]:
    document = get_openapi(
        title=api.title,
        version=api.version,
        description=api.description,
        routes=api.routes,
        servers=api.servers,
        license_info=api.license_info,
        tags=api.openapi_tags,
    )
    document["info"]["contact"] = api.contact
    schemas = document.setdefault("components", {}).setdefault("schemas", {})
    for name in ("HTTPValidationError", "ValidationError"):
        schemas.pop(name, None)
    problem = Problem.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas |= problem.pop("$defs") | {"Problem": problem}
    for operations in document["paths"].values():
        for operation in operations.values():
            _complete(operation["responses"])
    return document


def _complete(responses: dict[str, Any]) -> None:
    """Add the version header to each good answer and a problem to each operation; drop the 422."""
    responses.pop("422", None)
    for status, response in responses.items():
        if status.startswith(("2", "3")):
            response.setdefault("headers", {})["API-Version"] = {
                "description": "Versie van de API die antwoordde.",
                "schema": {"type": "string", "example": API_VERSION},
            }
    for status, description in (
        ("400", "Wij kunnen je vraag niet lezen."),
        ("404", "Dit bestaat hier niet."),
        ("default", "Er ging iets mis."),
        *_STATED.items(),
    ):
        if status in _STATED and status not in responses:
            continue
        responses[status] = {
            "description": description,
            "content": {PROBLEM_MEDIA_TYPE: {"schema": {"$ref": "#/components/schemas/Problem"}}},
        }
        if status in _LATER:
            responses[status]["headers"] = {"Retry-After": _RETRY_AFTER}
