"""Read a praktijkverklaring before it is given, and give it.

What was ticked and typed travels along in the forms until it is given, so that nothing of it is lost.
"""

from collections.abc import Sequence
from dataclasses import replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel, Field

from badges.errors import LintError
from issuers.errors import (
    FieldProblem,
    FormError,
    IssuersError,
    VerklaringError,
    VerklaringUnreadError,
)
from issuers.identifiers import public_token
from issuers.issuing.pages.giving import NOT_NOW
from issuers.issuing.pages.writing import hindrance_of
from issuers.praktijkverklaring.giving import give, read_mbo_day
from issuers.praktijkverklaring.pages.pupil import HERE, Sent, show_pupil
from issuers.praktijkverklaring.previewing import Part, Previewed, look_over
from issuers.praktijkverklaring.wording import Choice, Marks
from issuers.visiting import ConfirmVisit, Visit
from templates import views
from templates.documents.badge import badge_svg
from templates.showing import picture_of, shown_facts
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

VERKLARING: Final = f"{HERE}/{{profiel_id}}/verklaring"
NOTHING_CHOSEN: Final = FieldProblem(
    "bewijs", "missing", "Kies minstens 1 werkproces.", "Choose at least one werkproces."
)


class VerklaringFields(BaseModel):
    """Hold the fields of the form as they were sent; `merk` holds the marks of what was read."""

    bewijs: list[UUID] = []
    dag_mbo: Annotated[str, Field(alias="dag-mbo")] = ""
    sleutel: str = ""
    merk: list[str] = []

    @property
    def sent(self) -> Sent:
        """Give what was ticked and typed."""
        return Sent(badges=frozenset(self.bewijs), day=self.dag_mbo, key=self.sleutel or public_token())

    @property
    def marks(self) -> Marks:
        """Give the marks by the part that each is of."""
        pairs = (each.partition(" ") for each in self.merk)
        return {part: mark for part, _, mark in pairs}


SentFields = Annotated[VerklaringFields, Form()]


@router.post(f"{VERKLARING}/bekijk")
def read(visit: ConfirmVisit, profiel_id: UUID, fields: SentFields) -> Response:
    """Show all that it will say; nothing is given."""
    return _preview(visit, profiel_id, fields.sent)


@router.post(f"{VERKLARING}/aanpassen")
def change(visit: ConfirmVisit, profiel_id: UUID, fields: SentFields) -> Response:
    """Go back to the form, with everything that was ticked and typed."""
    return show_pupil(visit, profiel_id, sent=fields.sent)


@router.post(VERKLARING)
def give_verklaring(visit: ConfirmVisit, profiel_id: UUID, fields: SentFields) -> Response:
    """Give what was read; where it is another by now, say what changed and let it be read again."""
    sent = fields.sent
    try:
        choice = _read(visit, sent, marks=fields.marks)
        give(visit.desk, profiel_id, choice, actor=visit.actor, idempotency_key=f"verklaring {sent.key}")
    except (VerklaringUnreadError, *NOT_NOW) as error:
        return _preview(visit, profiel_id, sent, because=error)
    except (FormError, LintError, VerklaringError) as error:
        return show_pupil(visit, profiel_id, sent=sent, problems=_problems(error))
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=gegeven", status_code=303)


def _read(visit: Visit, sent: Sent, *, marks: Marks) -> Choice:
    """Read the form.

    Raises:
        FormError: nothing was ticked, or a date cannot be read.
    """
    if not sent.badges:
        raise FormError([NOTHING_CHOSEN])
    day = read_mbo_day(sent.day, today=visit.desk.clock.today())
    return Choice(badges=sent.badges, mbo_verklaring=day, marks=marks)


def _problems(error: FormError | LintError | VerklaringError) -> Sequence[FieldProblem]:
    if isinstance(error, FormError):
        return error.problems
    if isinstance(error, LintError):
        return [FieldProblem.of(each, field="bewijs") for each in error.problems]
    return [FieldProblem.of(error, field="bewijs")]


def _preview(visit: Visit, profiel_id: UUID, sent: Sent, *, because: IssuersError | None = None) -> Response:
    try:
        choice = _read(visit, sent, marks={})
        found = look_over(visit.desk, profiel_id, choice, actor=visit.actor)
    except (FormError, LintError, VerklaringError) as error:
        return show_pupil(visit, profiel_id, sent=sent, problems=_problems(error))
    view = _view(visit, found, sent=sent, here=f"{HERE}/{profiel_id}/verklaring")
    view = replace(_with(view, because, visit=visit), mbo_day=choice.mbo_verklaring)
    return show(visit.request, "school-verklaring", view, because=because)


def _with(
    view: views.school.SchoolVerklaring, because: IssuersError | None, *, visit: Visit
) -> views.school.SchoolVerklaring:
    """Say what changed since it was read (nothing did where it never was), or why it cannot be given."""
    if isinstance(because, VerklaringUnreadError):
        return replace(view, changed=because.changed if len(because.changed) < len(Part) else ())
    return replace(view, hindrance=hindrance_of(visit.request, visit.desk, visit.actor, because))


def _view(visit: Visit, found: Previewed, *, sent: Sent, here: str) -> views.school.SchoolVerklaring:
    marks = (("merk", f"{part} {mark}") for part, mark in found.marks.items())
    facts = shown_facts(found.facts, catalogue=visit.desk.catalogue, language=language_of(visit.request))
    return views.school.SchoolVerklaring(
        frame=frame_of(visit.request),
        facts=facts,
        picture=badge_svg(picture_of(found.facts)),
        giver=found.giver,
        mandate_by=found.mandate.given_by,
        mandate_since=found.mandate.since,
        trainer=found.trainer.name if found.trainer else None,
        trainer_function=found.trainer.function if found.trainer else None,
        awaits_mbo=found.awaits_mbo,
        action=here,
        edit_action=f"{here}/aanpassen",
        hidden=(*sent.hidden, *marks),
    )
