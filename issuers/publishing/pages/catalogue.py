"""The public pages of the catalogue: what a werkproces is, in exactly the text that was agreed."""

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.catalogue.fields import field_of
from badges.catalogue.model import Entry, Kwalificatie, Werkproces
from badges.catalogue.plain import plain_text
from issuers.dependencies import Desk
from issuers.issuing.pages.tiles import kerntaak_tiles, search_outcome, sister_links, skill_options
from templates.views.pieces import Tile
from templates.views.public import KwalificatieList, KwalificatiePage, WerkprocesPage
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)


@router.get("/werkprocessen")
def list_kwalificaties(request: Request, desk: Desk, zoek: str = "") -> Response:
    """Search werkprocessen, and list all kwalificaties."""
    language, query = language_of(request), zoek.strip()
    view = KwalificatieList(
        frame=frame_of(request),
        action="/werkprocessen",
        kwalificaties=tuple(_kwalificatie_tile(each) for each in desk.catalogue.kwalificaties),
        search=search_outcome(desk.catalogue.search(query), query=query, href=_href, language=language)
        if query
        else None,
    )
    return show(request, "kwalificaties", view)


@router.get("/werkprocessen/{crebo}")
def show_kwalificatie(request: Request, desk: Desk, crebo: str) -> Response:
    """Show a kwalificatie with all its werkprocessen."""
    found, language = desk.catalogue.kwalificatie(crebo), language_of(request)
    view = KwalificatiePage(
        frame=frame_of(request),
        crebo=found.crebo,
        name=found.name,
        kerntaken=kerntaak_tiles(found, href=_href, language=language),
        field=field_of(found.crebo),
        source=found.source,
        verified=found.verified,
        level=found.level,
        dossier=found.dossier_name,
        sector=found.sector,
        note=found.note,
        skills=skill_options(found.suggested_skills, language=language),
        sisters=sister_links(desk.catalogue.sisters(crebo)),
    )
    return show(request, "kwalificatie", view)


@router.get("/werkprocessen/{crebo}/{code}")
def find_werkproces(desk: Desk, crebo: str, code: str) -> Response:
    """Lead to the text that is current now."""
    return RedirectResponse(_address(desk.catalogue.entry(crebo, code)), status_code=302)


@router.get("/werkprocessen/{crebo}/{code}/{digest}")
def show_werkproces(request: Request, desk: Desk, crebo: str, code: str, digest: str) -> Response:
    """Show the text of a werkproces as it was agreed, also after a newer one came."""
    entry = desk.catalogue.edition(crebo, code, digest)
    view = _werkproces_page(request, desk, entry)
    return show(request, "werkproces", view)


def _werkproces_page(request: Request, desk: Desk, entry: Entry) -> WerkprocesPage:
    werkproces, kwalificatie, language = entry.werkproces, entry.kwalificatie, language_of(request)
    plain = plain_text(werkproces, language=language)
    current = desk.catalogue.entry(werkproces.crebo, werkproces.code)
    return WerkprocesPage(
        frame=frame_of(request),
        crebo=werkproces.crebo,
        code=werkproces.code,
        title=werkproces.title,
        kwalificatie=kwalificatie.name,
        kwalificatie_href=f"/werkprocessen/{werkproces.crebo}",
        kerntaak_code=werkproces.kerntaak_code,
        kerntaak_title=werkproces.kerntaak_title,
        field=field_of(werkproces.crebo),
        digest=entry.digest,
        source=kwalificatie.source,
        verified=kwalificatie.verified,
        level=kwalificatie.level,
        dossier=kwalificatie.dossier_name,
        sector=kwalificatie.sector,
        note=kwalificatie.note,
        sentence=plain.sentence if plain else None,
        explanation=plain.explanation if plain else None,
        skills=skill_options(kwalificatie.suggested_skills, language=language),
        sisters=sister_links(desk.catalogue.sisters(werkproces.crebo)),
        current_href=None if current.digest == entry.digest else _address(current),
        issue_href=f"/uitreiken/{werkproces.crebo}/{werkproces.code}",
    )


def _href(werkproces: Werkproces) -> str:
    return f"/werkprocessen/{werkproces.crebo}/{werkproces.code}"


def _address(entry: Entry) -> str:
    return f"/werkprocessen/{entry.werkproces.crebo}/{entry.werkproces.code}/{entry.digest}"


def _kwalificatie_tile(kwalificatie: Kwalificatie) -> Tile:
    return Tile(
        href=f"/werkprocessen/{kwalificatie.crebo}",
        field=field_of(kwalificatie.crebo),
        title=kwalificatie.name,
        below=f"crebo {kwalificatie.crebo}",
    )
