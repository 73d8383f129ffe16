"""Put a badge right: what is wrong, and for whom it is; then the form, filled with what was given."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.badgeklassen.finding import find_given_design
from issuers.dependencies import Desk, SignedInActor
from issuers.errors import FieldProblem, NotFoundError
from issuers.issuing.correcting import find_correctable
from issuers.issuing.overview import Given
from issuers.issuing.pages.withdrawing import shown_resting
from issuers.issuing.tables import CorrectionKind
from issuers.praktijkverklaring.resting import Resting, resting_on
from issuers.saying import shown
from issuers.werkplekprofiel.learners import Learner, list_learners
from issuers.werkplekprofiel.tables import WerkprocesKey
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

NO_KIND: Final = FieldProblem("fout", "missing", "Kies wat er niet klopt.", "Choose what is wrong.")


def correctable_of(desk: Desk, actor: SignedInActor, badge_id: UUID) -> Given:
    """Find the badge that the address names, for who may put it right."""
    return find_correctable(desk, badge_id, actor=actor)


Correctable = Annotated[Given, Depends(correctable_of)]


@router.get("/gegeven/{badge_id}/verbeteren")
def ask_what(
    request: Request, desk: Desk, actor: SignedInActor, given: Correctable, fout: str | None = None
) -> Response:
    """Ask what is wrong, and go on from there."""
    if fout not in set(CorrectionKind):
        resting = resting_on(desk, given, actor=actor)
        return _what(request, given, resting=resting, problems=() if fout is None else (NO_KIND,))
    kind = CorrectionKind(fout)
    if kind is CorrectionKind.ANDER_WERK:
        return _to(f"/uitreiken?verbetert={given.id}")
    own = find_given_design(desk, given.achievement_id, actor=actor) if given.achievement_id else None
    if own:
        return _to(f"/geven/{own.design_id}?verbetert={given.id}&fout={kind.value}")
    learners = list_learners(desk, _work(given), actor=actor) if kind is CorrectionKind.ANDERE_PERSOON else ()
    return _who(request, given, learners) if learners else _to(_form(given, kind=kind))


def _what(
    request: Request, given: Given, *, resting: Resting | None, problems: Sequence[FieldProblem]
) -> Response:
    view = views.issuing.CorrectWhat(
        frame=frame_of(request),
        title=given.facts.title or "",
        awarded=dutch_day(given.awarded),
        action=f"/gegeven/{given.id}/verbeteren",
        back_href=f"/gegeven/{given.id}",
        withdraw_href=f"/gegeven/{given.id}/intrekken",
        kinds=tuple(kind.value for kind in CorrectionKind),
        name=given.facts.name,
        resting=shown_resting(resting),
        problems=shown(request, problems),
    )
    return show(request, "verbeteren", view)


def _who(request: Request, given: Given, learners: Sequence[Learner]) -> Response:
    other = _form(given, kind=CorrectionKind.ANDERE_PERSOON)
    view = views.issuing.CorrectWho(
        frame=frame_of(request),
        title=given.facts.title or "",
        people=tuple(
            views.issuing.PersonOption(
                href=f"{other}&afspraak={each.profiel_id}", name=each.name, reference=each.reference
            )
            for each in learners
        ),
        other_href=other,
        back_href=f"/gegeven/{given.id}/verbeteren",
    )
    return show(request, "verbeteren-wie", view)


def _work(given: Given) -> WerkprocesKey:
    """Name the werkproces of a badge.

    Raises:
        NotFoundError: it is about none: its form is elsewhere.
    """
    werkproces = given.facts.werkproces
    if werkproces is None or given.achievement_id is None:
        raise NotFoundError
    return werkproces.crebo, werkproces.code


def _form(given: Given, *, kind: CorrectionKind) -> str:
    crebo, code = _work(given)
    return f"/uitreiken/{crebo}/{code}?verbetert={given.id}&fout={kind.value}"


def _to(path: str) -> Response:
    return RedirectResponse(path, status_code=303)
