"""The examenplannen of a school: every version, and a new one from a table, looked over before it is kept."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form, UploadFile
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from issuers.errors import FieldProblem, FormError, SpreadsheetError
from issuers.saying import Done, done_of, shown
from issuers.visiting import ConfirmVisit, Visit
from schools.decisions.loading import KnownPlan, compare, find_plan, list_plans, load_plan, read_name
from schools.decisions.plan import Onderdeel, Plan, Work
from schools.decisions.reading import FILE, LIMITS, as_csv, read_plan
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/voorstellen/examenplannen"
BACK: Final = "/voorstellen"
DONE: Final[Done] = {
    "geladen": {
        "nl": "Het examenplan is geladen. Eerdere versies blijven.",
        "en": "The examenplan is loaded. Earlier versions stay.",
    },
    "gelijk": {
        "nl": "Dit staat er al zo. Er is geen nieuwe versie gemaakt.",
        "en": "It stands there like this already. No new version was made.",
    },
}
NOTHING_SENT: Final = FieldProblem(
    FILE, "missing", "Kies een bestand, of plak de regels.", "Choose a file, or paste the lines."
)


class SentPlan(BaseModel):
    """Hold what was sent."""

    naam: str = ""
    inhoud: str = ""
    bestand: UploadFile | None = None

    @property
    def raw(self) -> bytes:
        """Give the file, or else what was pasted.

        Raises:
            FormError: nothing was sent.
        """
        raw = self.bestand.file.read(LIMITS.bytes + 1) if self.bestand and self.bestand.filename else b""
        raw = raw or self.inhoud.strip().encode(errors="replace")
        if not raw:
            raise FormError([NOTHING_SENT])
        return raw


@router.get(HERE)
def show_plans(visit: ConfirmVisit, klaar: str = "") -> Response:
    """Show every version, and how to load one."""
    return _page(visit, sent=SentPlan(), done=done_of(visit.request, klaar, done=DONE))


@router.post(f"{HERE}/bekijk")
def look_over(visit: ConfirmVisit, sent: Annotated[SentPlan, Form()]) -> Response:
    """Show what was read before it is kept, or what is wrong with it."""
    try:
        name, plan = _read(visit, sent)
    except FormError as error:
        return _page(visit, sent=sent, problems=error.problems)
    version, found = compare(visit.desk, plan, name=name, actor=visit.actor)
    view = views.plans.PlanPreview(
        frame=frame_of(visit.request),
        name=name,
        crebo=plan.crebo,
        kwalificatie=plan.kwalificatie,
        parts=tuple(map(shown_part, plan.parts)),
        left=tuple(map(_work, plan.left)),
        version=version,
        changes=tuple(
            views.plans.PlanChange(each.kind, each.onderdeel.code, each.onderdeel.title) for each in found
        ),
        content=as_csv(plan),
        action=HERE,
        back_href=HERE,
    )
    return show(visit.request, "examenplan-bekijk", view)


@router.post(HERE)
def keep_plan(visit: ConfirmVisit, sent: Annotated[SentPlan, Form()]) -> Response:
    """Keep it as the next version."""
    try:
        name, plan = _read(visit, sent)
        before, _ = compare(visit.desk, plan, name=name, actor=visit.actor)
        kept = load_plan(visit.desk, plan, name=name, actor=visit.actor)
    except FormError as error:
        return _page(visit, sent=sent, problems=error.problems)
    word = "gelijk" if kept.version == before else "geladen"
    return RedirectResponse(f"{HERE}?klaar={word}", status_code=303)


@router.get(f"{HERE}/{{plan_id}}")
def show_plan(visit: ConfirmVisit, plan_id: UUID) -> Response:
    """Show one version."""
    known = find_plan(visit.desk, plan_id, actor=visit.actor)
    view = views.plans.PlanPage(
        frame=frame_of(visit.request),
        name=known.name,
        crebo=known.crebo,
        kwalificatie=known.kwalificatie,
        version=known.version,
        loaded=known.loaded,
        by=known.by,
        parts=tuple(map(shown_part, known.parts)),
        csv_href=f"{HERE}/{plan_id}/examenplan.csv",
        back_href=HERE,
    )
    return show(visit.request, "examenplan", view)


@router.get(f"{HERE}/{{plan_id}}/examenplan.csv")
def give_plan(visit: ConfirmVisit, plan_id: UUID) -> Response:
    """Give it as a table that can be loaded again."""
    known = find_plan(visit.desk, plan_id, actor=visit.actor)
    headers = {"Content-Disposition": 'attachment; filename="examenplan.csv"', "Cache-Control": "no-store"}
    return Response(known.source.encode("utf-8-sig"), media_type="text/csv", headers=headers)


def shown_part(of: Onderdeel) -> views.plans.PlanPart:
    """Show an examenonderdeel with its work."""
    return views.plans.PlanPart(code=of.code, title=of.title, work=tuple(map(_work, of.work)))


def _work(of: Work) -> views.plans.PlanWork:
    return views.plans.PlanWork(code=of.code, title=of.title, key=of.key)


def _read(visit: Visit, sent: SentPlan) -> tuple[str, Plan]:
    """Read the name and the plan.

    Raises:
        FormError: with what is wrong with both.
    """
    problems: list[FieldProblem] = []
    name, plan = "", None
    try:
        name = read_name(sent.naam)
    except FormError as error:
        problems += error.problems
    try:
        plan = read_plan(sent.raw, catalogue=visit.desk.catalogue)
    except SpreadsheetError as error:
        problems.append(FieldProblem.of(error, field=FILE))
    except FormError as error:
        problems += error.problems
    if problems or plan is None:
        raise FormError(problems)
    return name, plan


def _page(
    visit: Visit, *, sent: SentPlan, problems: Sequence[FieldProblem] = (), done: str | None = None
) -> Response:
    view = views.plans.PlanList(
        frame=frame_of(visit.request),
        rows=tuple(map(_row, list_plans(visit.desk, actor=visit.actor))),
        action=f"{HERE}/bekijk",
        back_href=BACK,
        typed={"naam": sent.naam, "inhoud": sent.inhoud},
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "examenplannen", view)


def _row(known: KnownPlan) -> views.plans.PlanRow:
    return views.plans.PlanRow(
        name=known.name,
        crebo=known.crebo,
        kwalificatie=known.kwalificatie,
        version=known.version,
        parts=len(known.parts),
        loaded=known.loaded,
        href=f"{HERE}/{known.id}",
    )
