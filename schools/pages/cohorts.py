"""The groups of a school: making one, putting people into it, and taking it away."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from issuers.errors import FieldProblem, FormError
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.cohorts.joining import There, TypedNames, put_together
from schools.cohorts.keeping import (
    KnownCohort,
    TypedCohort,
    change_cohort,
    choose_cohorts,
    find_cohort,
    list_cohorts,
    make_cohort,
    remove_cohort,
)
from schools.pages.candidates import HERE
from schools.pages.choosing import target_groups, title_of
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

GROUPS: Final = f"{HERE}/groepen"
ONE: Final = f"{GROUPS}/{{cohort_id}}"
DONE: Final[Done] = {
    "gemaakt": {
        "nl": "De groep is er. Zet er nu mensen in.",
        "en": "The group is there. Now put people in it.",
    },
    "bewaard": {"nl": "De groep is veranderd.", "en": "The group was changed."},
    "erbij": {"nl": "De namen staan in de groep.", "en": "The names are in the group."},
    "weg": {
        "nl": "De groep is weg. De mensen en hun bewijzen zijn er nog.",
        "en": "The group is gone. The people and their badges are still there.",
    },
}


class SentCohort(BaseModel):
    """Hold a group as it was sent."""

    naam: str = ""
    doel: str = ""

    @property
    def typed(self) -> TypedCohort:
        """Give what was typed."""
        return TypedCohort(naam=self.naam, doel=self.doel)


class SentNames(BaseModel):
    """Hold names as they were sent."""

    namen: str = ""
    al: str = ""

    @property
    def typed(self) -> TypedNames:
        """Give what was typed."""
        return TypedNames(namen=self.namen, al=self.al)


@router.get(GROUPS)
def show_groups(visit: ConfirmVisit, klaar: str = "") -> Response:
    """Show the groups, and a form for another."""
    return _list(visit, done=done_of(visit.request, klaar, done=DONE))


@router.post(GROUPS)
def make_group(visit: ConfirmVisit, sent: Annotated[SentCohort, Form()]) -> Response:
    """Make a group, and go to its page."""
    try:
        cohort_id = make_cohort(visit.desk, sent.typed, actor=visit.actor)
    except FormError as error:
        return _list(visit, sent=sent, problems=error.problems)
    return RedirectResponse(f"{GROUPS}/{cohort_id}?klaar=gemaakt", status_code=303)


@router.get(ONE)
def show_group(visit: ConfirmVisit, cohort_id: UUID, klaar: str = "") -> Response:
    """Show one, to put people into it or to change it."""
    return _page(visit, cohort_id, done=done_of(visit.request, klaar, done=DONE))


@router.post(ONE)
def change_group(visit: ConfirmVisit, cohort_id: UUID, sent: Annotated[SentCohort, Form()]) -> Response:
    """Give it another name or target."""
    try:
        change_cohort(visit.desk, cohort_id, sent.typed, actor=visit.actor)
    except FormError as error:
        return _page(visit, cohort_id, sent=sent, problems=error.problems)
    return RedirectResponse(f"{GROUPS}/{cohort_id}?klaar=bewaard", status_code=303)


@router.post(f"{ONE}/mensen")
def put_people(visit: ConfirmVisit, cohort_id: UUID, sent: Annotated[SentNames, Form()]) -> Response:
    """Put people into it."""
    try:
        put_together(visit.desk, cohort_id, sent.typed, actor=visit.actor)
    except FormError as error:
        return _page(visit, cohort_id, names=sent, problems=error.problems)
    return RedirectResponse(f"{GROUPS}/{cohort_id}?klaar=erbij", status_code=303)


@router.post(f"{ONE}/weg")
def remove_group(visit: ConfirmVisit, cohort_id: UUID) -> Response:
    """Take it away; the people stay."""
    remove_cohort(visit.desk, cohort_id, actor=visit.actor)
    return RedirectResponse(f"{GROUPS}?klaar=weg", status_code=303)


@router.post(f"{HERE}/{{candidate_id}}/groepen")
def choose_groups(
    visit: ConfirmVisit, candidate_id: UUID, groep: Annotated[list[UUID] | None, Form()] = None
) -> Response:
    """Put somebody into these groups, and into no other."""
    choose_cohorts(visit.desk, candidate_id, {*(groep or ())}, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{candidate_id}?klaar=groepen", status_code=303)


def _list(
    visit: Visit,
    *,
    sent: SentCohort | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    sent = sent or SentCohort()
    view = views.cohorts.CohortList(
        frame=frame_of(visit.request),
        rows=tuple(_row(each, visit=visit) for each in list_cohorts(visit.desk, actor=visit.actor)),
        form=_form(visit, sent, action=GROUPS),
        back_href=HERE,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "voorstel-groepen", view)


def _page(  # noqa: PLR0913 - two forms come back with all that was sent
    visit: Visit,
    cohort_id: UUID,
    *,
    sent: SentCohort | None = None,
    names: SentNames | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    cohort, here = find_cohort(visit.desk, cohort_id, actor=visit.actor), f"{GROUPS}/{cohort_id}"
    names = names or SentNames()
    view = views.cohorts.CohortPage(
        frame=frame_of(visit.request),
        row=_row(cohort, visit=visit),
        form=_form(visit, sent or SentCohort(naam=cohort.name, doel=cohort.target), action=here),
        is_changing=sent is not None,
        people_action=f"{here}/mensen",
        typed=names.namen,
        answers=tuple(There) if any(each.field == "al" for each in problems) or names.al else (),
        answer=names.al,
        remove_action=f"{here}/weg",
        back_href=GROUPS,
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "voorstel-groep", view)


def _form(visit: Visit, sent: SentCohort, *, action: str) -> views.cohorts.CohortForm:
    return views.cohorts.CohortForm(
        action=action, name=sent.naam, target=sent.doel, targets=target_groups(visit.desk.catalogue)
    )


def _row(cohort: KnownCohort, *, visit: Visit) -> views.cohorts.CohortRow:
    return views.cohorts.CohortRow(
        name=cohort.name,
        code=cohort.target,
        title=title_of(cohort.target, catalogue=visit.desk.catalogue),
        members=cohort.members,
        href=f"{HERE}?groep={cohort.id}",
        change_href=f"{GROUPS}/{cohort.id}",
    )
