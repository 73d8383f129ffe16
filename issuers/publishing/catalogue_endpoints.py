"""The API of the catalogue: kwalificaties and their werkprocessen, Dutch names as SBB has them."""

from typing import Annotated

from fastapi import APIRouter, Path, Query
from fastapi.responses import Response

from badges.catalogue.jsonview import as_json, entry_as_json, kwalificatie_as_json, search_as_json
from badges.strictjson import Json, dumps
from issuers.dependencies import Desk

router = APIRouter(tags=["Catalogus"])

Crebo = Annotated[str, Path(description="Vijf cijfers, de kwalificatie.", examples=["25774"])]
Code = Annotated[str, Path(description="De code van het werkproces.", examples=["B1-K1-W1"])]
MOST = 100


@router.get(
    "/kwalificaties",
    summary="Alle kwalificaties",
    description="Alles wat bekend is van elke kwalificatie; wat onbekend is, is null.",
    operation_id="kwalificatiesOphalen",
)
def list_kwalificaties(desk: Desk) -> Response:
    """List what is known of each kwalificatie; what is unknown is null."""
    return _answer({"kwalificaties": [kwalificatie_as_json(each) for each in desk.catalogue.kwalificaties]})


@router.get(
    "/kwalificaties/{crebo}",
    summary="Eén kwalificatie",
    description="Alles wat bekend is van één kwalificatie; wat onbekend is, is null.",
    operation_id="kwalificatieOphalen",
)
def show_kwalificatie(desk: Desk, crebo: Crebo) -> Response:
    """Show what is known of one kwalificatie."""
    return _answer(kwalificatie_as_json(desk.catalogue.kwalificatie(crebo)))


@router.get(
    "/kwalificaties/{crebo}/werkprocessen",
    summary="De werkprocessen van een kwalificatie",
    description="In de volgorde van hun codes, elk met bron en onze eigen uitleg.",
    operation_id="werkprocessenOphalen",
)
def list_werkprocessen(desk: Desk, crebo: Crebo) -> Response:
    """List the werkprocessen of a kwalificatie, in the order of their codes."""
    kwalificatie = desk.catalogue.kwalificatie(crebo)
    found: list[Json] = [as_json(each, kwalificatie=kwalificatie) for each in kwalificatie.werkprocessen]
    return _answer({"crebo": crebo, "werkprocessen": found})


@router.get(
    "/kwalificaties/{crebo}/werkprocessen/{code}",
    summary="Eén werkproces",
    description="De tekst zoals die nu geldt, met de digest waaronder die tekst altijd te lezen blijft.",
    operation_id="werkprocesOphalen",
)
def show_werkproces(desk: Desk, crebo: Crebo, code: Code) -> Response:
    """Show one werkproces, as it is now."""
    return _answer(entry_as_json(desk.catalogue.entry(crebo, code)))


@router.get(
    "/werkprocessen",
    summary="Zoek werkprocessen",
    description="Met gewone woorden, woorden uit de titel, een crebo of een code. "
    "Vindt het niets, dan staat erbij wat je kunt doen.",
    operation_id="werkprocessenZoeken",
)
def search_werkprocessen(
    desk: Desk,
    zoek: Annotated[
        str, Query(description="Gewone woorden, een crebo of een code.", min_length=1, max_length=200)
    ],
    aantal: Annotated[int, Query(description="Hoeveel er hoogstens terugkomen.", ge=1, le=MOST)] = 20,
) -> Response:
    """Find werkprocessen by everyday words, words of titles, codes and crebo numbers."""
    return _answer(search_as_json(desk.catalogue.search(zoek, limit=aantal)))


def _answer(content: Json) -> Response:
    return Response(dumps(content), media_type="application/json")
