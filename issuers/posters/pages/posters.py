"""The posters of an organisation, what was said through them, and the poster itself, to print."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.errors import CatalogueError
from issuers.errors import FieldProblem, FormError, OrganisationStoppedError
from issuers.organisations.founding import offered_by
from issuers.posters.making import TERMS, find_poster, list_posters, make_poster, read_poster, stop_poster
from issuers.posters.saying import KnownSaying, list_sayings, put_away
from issuers.saying import Done, done_of, shown
from issuers.visiting import IssueVisit, Visit
from issuers.werkplekprofiel.learners import list_learners
from templates import views
from templates.documents.qr import qr_svg
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/posters"
DONE: Final[Done] = {
    "gestopt": {"nl": "Deze code werkt niet meer.", "en": "This code does not work any more."},
    "weg": {"nl": "Het is weggehaald.", "en": "It is taken away."},
}


class PosterFields(BaseModel):
    """Hold the fields of the form as they were sent."""

    naam: str = ""
    werkproces: list[str] = []
    termijn: str = ""


@router.get(HERE)
def show_posters(visit: IssueVisit, klaar: str = "") -> Response:
    """Show what was said and waits, and the posters."""
    view = views.posters.Posters(
        frame=frame_of(visit.request),
        sayings=tuple(_saying(visit, each) for each in list_sayings(visit.desk, actor=visit.actor)),
        posters=tuple(
            views.posters.PosterRow(
                href=f"{HERE}/{each.id}",
                name=each.name,
                until=each.until,
                is_open=each.is_open,
                stop_action=f"{HERE}/{each.id}/stop",
            )
            for each in list_posters(visit.desk, actor=visit.actor)
        ),
        add_href=f"{HERE}/nieuw",
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "posters", view)


@router.get(f"{HERE}/nieuw")
def ask_poster(visit: IssueVisit) -> Response:
    """Ask where it will hang and what it is for."""
    return _form(visit, PosterFields())


@router.post(f"{HERE}/nieuw")
def make(visit: IssueVisit, filled: Annotated[PosterFields, Form()]) -> Response:
    """Make a poster, and show it."""
    try:
        new = read_poster(
            filled.naam, work=filled.werkproces, term=filled.termijn, catalogue=visit.desk.catalogue
        )
        poster_id = make_poster(visit.desk, new, actor=visit.actor)
    except FormError as error:
        return _form(visit, filled, problems=error.problems)
    except OrganisationStoppedError as error:
        return _form(visit, filled, problems=[FieldProblem.of(error, field="naam")])
    return RedirectResponse(f"{HERE}/{poster_id}", status_code=303)


@router.get(f"{HERE}/{{poster_id}}")
def show_poster(visit: IssueVisit, poster_id: UUID) -> Response:
    """Show the poster, to print."""
    poster = find_poster(visit.desk, poster_id, actor=visit.actor)
    url = f"{visit.desk.base_url}/werk/{poster.token}"
    view = views.posters.PosterPage(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        place=poster.name,
        url=url,
        qr=qr_svg(url, title="QR-code"),
        work=tuple(each.werkproces.title for each in poster.work),
        until=poster.until,
        is_open=poster.is_open,
        back_href=HERE,
    )
    return show(visit.request, "poster", view)


@router.post(f"{HERE}/{{poster_id}}/stop")
def stop(visit: IssueVisit, poster_id: UUID) -> Response:
    """Let the code work no longer."""
    stop_poster(visit.desk, poster_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=gestopt", status_code=303)


@router.post(f"{HERE}/gezegd/{{saying_id}}/weg")
def take_away(visit: IssueVisit, saying_id: UUID) -> Response:
    """Put away what was said: there comes no badge of it."""
    put_away(visit.desk, saying_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=weg", status_code=303)


def _saying(visit: Visit, said: KnownSaying) -> views.posters.SayingRow:
    """Show what was said, and where it goes on: freely, or for who agreed to learn this."""
    crebo, code = said.work
    form = f"/uitreiken/{crebo}/{code}?melding={said.id}"
    return views.posters.SayingRow(
        name=said.name,
        text=said.text,
        title=_title(visit, said),
        day=said.day,
        place=said.poster,
        give_href=form,
        learners=tuple(
            views.issuing.PersonOption(
                href=f"{form}&afspraak={each.profiel_id}", name=each.name, reference=each.reference
            )
            for each in list_learners(visit.desk, said.work, actor=visit.actor)
        ),
        away_action=f"{HERE}/gezegd/{said.id}/weg",
    )


def _title(visit: Visit, said: KnownSaying) -> str:
    try:
        return visit.desk.catalogue.entry(*said.work).werkproces.title
    except CatalogueError:  # an import took it out since
        return said.work[1]


def _form(visit: Visit, filled: PosterFields, *, problems: Sequence[FieldProblem] = ()) -> Response:
    chosen = frozenset(filled.werkproces)
    view = views.posters.PosterForm(
        frame=frame_of(visit.request),
        action=f"{HERE}/nieuw",
        back_href=HERE,
        groups=tuple(
            views.werkplekprofiel.WorkGroup(
                name=each.name,
                options=tuple(
                    views.werkplekprofiel.WorkOption(
                        value=werkproces.key,
                        title=werkproces.title,
                        below=werkproces.code,
                        is_chosen=werkproces.key in chosen,
                    )
                    for werkproces in each.werkprocessen
                ),
            )
            for each in offered_by(visit.desk, visit.actor.organisation_id)
        ),
        terms=tuple(TERMS),
        typed={"naam": filled.naam, "termijn": filled.termijn},
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "poster-nieuw", view)
