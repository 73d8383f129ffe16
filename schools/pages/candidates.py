"""Of whom a school looks at badges: who waits for what, adding somebody, and taking him away again."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Final
from urllib.parse import urlencode
from uuid import UUID

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response, StreamingResponse
from pydantic import BaseModel, Field

from badges.moments import dutch_day
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.saying import Done, done_of, shown
from issuers.sheets import CSV, XLSX, as_csv, as_xlsx
from issuers.visiting import ConfirmVisit, Visit
from schools.cohorts.exporting import sheet_of
from schools.cohorts.keeping import choose_cohorts, find_cohort
from schools.cohorts.looking import Order, TypedSearch, Waits, read_search
from schools.cohorts.overview import Leaf, Listed, Toward, all_people, list_people
from schools.importing.candidates import Left, add_candidate, remove_candidate
from templates import views
from templates.arches import State, stones
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/voorstellen"
DONE: Final[Done] = {
    "weg": {
        "nl": "Alles over deze persoon is weg: de naam, de bestanden en de verslagen.",
        "en": "Everything about this person is gone: the name, the files and the reports.",
    },
    "besluit": {
        "nl": "Alles over deze persoon is weg, behalve het besluit met de naam: dat heeft een termijn.",
        "en": "Everything about this person is gone, but for the decision with the name: that has its term.",
    },
}
MOST_PAGES: Final = 1_000_000


class Shown(BaseModel):
    """Hold what of all people is shown; that may stand in an address."""

    groep: str = ""
    stand: str = ""
    volgorde: str = ""
    pagina: int = Field(1, ge=1, le=MOST_PAGES)
    klaar: str = ""

    @property
    def typed(self) -> TypedSearch:
        """Give what was typed, to read it."""
        return TypedSearch(groep=self.groep, stand=self.stand, volgorde=self.volgorde)

    def href(self, **changed: str) -> str:
        """Give an address where the same is shown, but for what is changed; a name stands in none."""
        asked = {"groep": self.groep, "stand": self.stand, "volgorde": self.volgorde} | changed
        said = urlencode({name: text for name, text in asked.items() if text})
        return f"{HERE}?{said}" if said else HERE


class Search(Shown):
    """Hold who is looked for too: it is sent, and stands in no address."""

    zoek: str = ""

    @property
    def typed(self) -> TypedSearch:
        """Give what was typed, to read it."""
        return replace(super().typed, zoek=self.zoek)


Sent = Annotated[Search, Form()]


@router.get(HERE)
def show_candidates(visit: ConfirmVisit, asked: Annotated[Shown, Query()]) -> Response:
    """Show of whom this school looks at badges."""
    return _page(visit, asked, done=done_of(visit.request, asked.klaar, done=DONE))


@router.post(f"{HERE}/zoek")
def look(visit: ConfirmVisit, asked: Sent) -> Response:
    """Show who of them is looked for, or another page."""
    return _page(visit, asked)


@router.post(f"{HERE}.{{ending}}")
def take_along(visit: ConfirmVisit, asked: Sent, ending: str) -> Response:
    """Give all who are looked for as a table."""
    if ending not in {"csv", "xlsx"}:
        raise NotFoundError
    wanted = read_search(asked.typed, now=visit.desk.clock.now(), actor=visit.actor)
    sheet = sheet_of(all_people(visit.desk, wanted, actor=visit.actor), language=language_of(visit.request))
    headers = {
        "Content-Disposition": f'attachment; filename="voorstellen.{ending}"',
        "Cache-Control": "no-store",
    }
    if ending == "csv":
        return StreamingResponse(as_csv(sheet), media_type=CSV, headers=headers)
    return StreamingResponse(as_xlsx(sheet), media_type=XLSX, headers=headers)


@router.post(HERE)
def take_candidate(
    visit: ConfirmVisit, naam: Annotated[str, Form()] = "", groep: Annotated[UUID | None, Form()] = None
) -> Response:
    """Add somebody, to a group if one was chosen, and go to his page."""
    if groep:
        find_cohort(visit.desk, groep, actor=visit.actor)
    try:
        candidate_id = add_candidate(visit.desk, naam, actor=visit.actor)
    except FormError as error:
        asked = Shown(groep=str(groep or ""))
        return _page(visit, asked, typed=naam, problems=error.problems)
    if groep:
        choose_cohorts(visit.desk, candidate_id, {groep}, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{candidate_id}", status_code=303)


@router.post(f"{HERE}/{{candidate_id}}/weg")
def remove_one(visit: ConfirmVisit, candidate_id: UUID) -> Response:
    """Keep nothing of somebody any more."""
    left = remove_candidate(visit.desk, candidate_id, actor=visit.actor)
    onward = f"{HERE}/{candidate_id}" if left is Left.EVIDENCE else HERE
    return RedirectResponse(f"{onward}?klaar={left}", status_code=303)


def _page(
    visit: Visit,
    asked: Shown,
    *,
    typed: str = "",
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    wanted = read_search(asked.typed, now=visit.desk.clock.now(), actor=visit.actor)
    leaf = list_people(visit.desk, wanted, page=asked.pagina, actor=visit.actor)
    view = views.candidates.CandidateList(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        action=HERE,
        rows=tuple(map(_row, leaf.people)),
        search=_search(asked, leaf),
        groups_href=f"{HERE}/groepen",
        csv_action=f"{HERE}.csv",
        xlsx_action=f"{HERE}.xlsx",
        page=leaf.page,
        pages=leaf.pages,
        typed=typed,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "voorstellen", view)


def _search(asked: Shown, leaf: Leaf) -> views.candidates.CandidateSearch:
    chosen = next((each for each in leaf.cohorts if str(each.id) == asked.groep), None)
    return views.candidates.CandidateSearch(
        action=f"{HERE}/zoek",
        whole_href=HERE,
        zoek=asked.typed.zoek,
        groep=asked.groep if chosen else "",
        stand=asked.stand if asked.stand in set(Waits) else "",
        volgorde=asked.volgorde if asked.volgorde in set(Order) else "",
        orders=tuple(Order),
        groups=tuple(
            views.proposals.TargetOption(value=str(each.id), title=each.name) for each in leaf.cohorts
        ),
        group=chosen.name if chosen else None,
        group_href=f"{HERE}/groepen/{chosen.id}" if chosen else None,
        all_href=asked.href(stand=""),
        count=leaf.count,
        waiting=tuple(
            views.candidates.WaitingCount(
                waits=each.value, count=leaf.waiting[each], href=asked.href(stand=each.value)
            )
            for each in Waits
            if leaf.waiting.get(each)
        ),
    )


def _row(listed: Listed) -> views.candidates.CandidateRow:
    here = f"{HERE}/{listed.id}"
    return views.candidates.CandidateRow(
        name=listed.name,
        badges=listed.badges,
        last=dutch_day(listed.last) if listed.last else None,
        waits=listed.waits.value,
        href=here,
        toward=tuple(_toward(each, here=here) for each in listed.toward),
    )


def _toward(of: Toward, *, here: str) -> views.proposals.TowardRow:
    rest = of.of - of.shown - of.partly
    counted: tuple[tuple[State, int], ...] = (("full", of.shown), ("part", of.partly), ("open", rest))
    return views.proposals.TowardRow(
        title=of.target.title,
        code=of.target.code,
        group=of.cohort.name,
        stones=stones([state for state, number in counted for _ in range(number)]),
        shown=of.shown,
        partly=of.partly,
        of=of.of,
        href=f"{here}/voorstel?doel={of.target.code}",
    )
