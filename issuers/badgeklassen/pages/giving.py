"""Give a badge that the organisation designed itself: write what somebody did, show it, give it.

What was typed travels along in the forms until the badge is given, as for a werkproces.
"""

import secrets
from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import Response

from badges.badgeklasse import Badgeklasse, BadgeklasseJudgement
from badges.errors import LintError
from issuers.badgeklassen.finding import find_given_design, find_offered
from issuers.badgeklassen.pages.filling import GivingFields
from issuers.badgeklassen.pages.showing import draw
from issuers.errors import FieldProblem, IssuersError, JudgementError, NotFoundError
from issuers.going import stopped_because
from issuers.holding.holding import give as give_badge
from issuers.holding.pages.showing import after
from issuers.issuing.correcting import find_correctable, typed_again
from issuers.issuing.judging import TypedJudgement, read_by_badgeklasse
from issuers.issuing.overview import Given
from issuers.issuing.pages.giving import NOT_NOW, SEEN
from issuers.issuing.pages.writing import hindrance_of, shown_correction
from issuers.issuing.rules import find_rule
from issuers.issuing.tables import CorrectionKind
from issuers.recipients.keeping import list_recipients
from issuers.saying import shown
from issuers.visiting import IssueVisit, Visit
from issuers.werkplekprofiel.keeping import find_profiel
from issuers.werkplekprofiel.progress import require_yes
from templates import views
from templates.documents.emblems import small
from templates.showing import facts_of
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/geven"


@dataclass(frozen=True, slots=True, kw_only=True)
class GivingStep:
    """Hold one step of giving: who gives, which badge, and what was typed so far."""

    visit: Visit
    design_id: UUID
    badgeklasse: Badgeklasse
    filled: GivingFields

    @property
    def path(self) -> str:
        """Give the address of the form."""
        return f"{HERE}/{self.design_id}"

    @property
    def corrects(self) -> views.pieces.Corrects | None:
        """Show which badge is put right, if one is."""
        correction = self.filled.correction
        return shown_correction(self.visit.desk, correction, actor=self.visit.actor) if correction else None


def _step(visit: IssueVisit, design_id: UUID, filled: Annotated[GivingFields, Form()]) -> GivingStep:
    """Gather the step that a form was sent for; what puts a badge right is of the version of that badge."""
    if filled.verbetert:
        given = find_correctable(visit.desk, filled.verbetert, actor=visit.actor)
        badgeklasse = _of_version(visit, given, design_id=design_id)
    else:
        badgeklasse = find_offered(visit.desk, design_id, actor=visit.actor)
    return GivingStep(visit=visit, design_id=design_id, badgeklasse=badgeklasse, filled=filled)


def _of_version(visit: Visit, given: Given, *, design_id: UUID) -> Badgeklasse:
    """Give the badgeklasse as it was when a badge of it was given.

    Raises:
        NotFoundError: the badge is none of this badgeklasse.
    """
    found = find_given_design(visit.desk, given.achievement_id or "", actor=visit.actor)
    if found is None or found.design_id != design_id:
        raise NotFoundError
    return found.badgeklasse


SentStep = Annotated[GivingStep, Depends(_step)]


@router.get(f"{HERE}/{{design_id}}")
def write(
    visit: IssueVisit,
    design_id: UUID,
    verbetert: UUID | None = None,
    fout: CorrectionKind = CorrectionKind.SCHRIJFFOUT,
    afspraak: UUID | None = None,
) -> Response:
    """Write down what the person did; what puts a badge right begins with what that one says."""
    filled = _given_again(visit, verbetert, kind=fout) if verbetert else _begun(visit, afspraak)
    return _form(_step(visit, design_id, filled))


@router.post(f"{HERE}/{{design_id}}/bekijk")
def preview(step: SentStep) -> Response:
    """Show the badge before it is given, to look at together with the person."""
    try:
        return _preview(step, _read(step))
    except JudgementError as error:
        return _form(step, problems=error.problems)


@router.post(f"{HERE}/{{design_id}}/aanpassen")
def change(step: SentStep) -> Response:
    """Go back to the form, with everything that was typed."""
    return _form(step)


@router.post(f"{HERE}/{{design_id}}/geef")
def give(step: SentStep) -> Response:
    """Give the badge; the same form sent twice gives the same one badge."""
    try:
        judgement = _read(step)
    except JudgementError as error:
        return _form(step, problems=error.problems)
    if not step.filled.gelezen:
        return _preview(step, judgement, unseen=SEEN[language_of(step.visit.request)])
    key = step.filled.sleutel or secrets.token_urlsafe(16)
    try:
        outcome = give_badge(
            step.visit.desk,
            judgement,
            actor=step.visit.actor,
            idempotency_key=key,
            occasion=step.filled.occasion,
        )
    except LintError as error:
        return _form(step, problems=[FieldProblem.of(each, field="zin") for each in error.problems])
    except NOT_NOW as error:
        return _preview(step, judgement, because=error)
    return after(outcome)


def _today(visit: Visit) -> str:
    return visit.desk.clock.today().isoformat()


def _begun(visit: Visit, profiel_id: UUID | None) -> GivingFields:
    """Begin with today, and with the name that somebody who learns here chose.

    Raises:
        ProfielEndedError: it was stopped.
        ProfielNotAgreedError: the recipient did not say yes to it.
        NotFoundError: the organisation has no such werkplekprofiel.
    """
    if profiel_id is None:
        return GivingFields(tot=_today(visit))
    agreed = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    require_yes(agreed.standing)
    return GivingFields(tot=_today(visit), naam=agreed.chosen_name or "", afspraak=profiel_id)


def _given_again(visit: Visit, badge_id: UUID, *, kind: CorrectionKind) -> GivingFields:
    """Fill the form with what was given."""
    given = find_correctable(visit.desk, badge_id, actor=visit.actor)
    facts, is_same_person = given.facts, kind is not CorrectionKind.ANDERE_PERSOON
    typed = typed_again(facts, kind=kind)
    return GivingFields(
        naam=typed.naam,
        zin=typed.zin,
        van=typed.van,
        tot=typed.tot,
        stap=facts.level or "",
        rol=typed.rol,
        verbetert=badge_id,
        fout=kind,
        afspraak=given.profiel_id if is_same_person else None,
    )


def _read(step: GivingStep) -> BadgeklasseJudgement:
    """Read the form against the badge that was chosen.

    Raises:
        JudgementError: with every problem of every field.
    """
    sent = step.filled
    typed = TypedJudgement(naam=sent.naam, zin=sent.zin, van=sent.van, tot=sent.tot, rol=sent.rol)
    today = step.visit.desk.clock.today()
    return read_by_badgeklasse(typed, sent.stap, badgeklasse=step.badgeklasse, today=today)


def _form(step: GivingStep, *, problems: Sequence[FieldProblem] = ()) -> Response:
    visit, badgeklasse = step.visit, step.badgeklasse
    organisation = visit.organisation
    view = views.badgeklassen.OwnBadgeForm(
        frame=frame_of(visit.request),
        name=badgeklasse.name,
        description=badgeklasse.description,
        criteria=badgeklasse.criteria,
        picture=small(badgeklasse.emblem),
        steps=tuple(
            views.badgeklassen.DesignStep(level=each.level.value, criteria=each.criteria)
            for each in badgeklasse.steps
        ),
        action=f"{step.path}/bekijk",
        back_href=step.filled.back_href,
        hidden=step.filled.along,
        corrects=step.corrects,
        people=tuple(each.name for each in list_recipients(visit.desk, actor=visit.actor)),
        today=visit.desk.clock.today(),
        typed=step.filled.typed,
        problems=shown(visit.request, problems),
        hindrance=hindrance_of(visit.request, visit.desk, visit.actor, stopped_because(organisation)),
    )
    return show(visit.request, "badge-geven", view)


def _preview(
    step: GivingStep,
    judgement: BadgeklasseJudgement,
    *,
    unseen: str | None = None,
    because: IssuersError | None = None,
) -> Response:
    visit, badgeklasse = step.visit, step.badgeklasse
    issuer = visit.organisation.name
    rule = find_rule(visit.desk, visit.actor.organisation_id)
    view = views.issuing.IssuePreview(
        frame=frame_of(visit.request),
        facts=facts_of(
            judgement,
            issuer=issuer,
            awarded=visit.desk.clock.now(),
            catalogue=visit.desk.catalogue,
            language=language_of(visit.request),
        ),
        picture=draw(
            badgeklasse.name, issuer=issuer, emblem=badgeklasse.emblem, level=judgement.level or None
        ),
        action=f"{step.path}/geef",
        edit_action=f"{step.path}/aanpassen",
        hidden=step.filled.hidden(key=step.filled.sleutel or secrets.token_urlsafe(16)),
        problems=(views.pieces.Problem(field="gelezen", message=unseen),) if unseen else (),
        hindrance=hindrance_of(visit.request, visit.desk, visit.actor, because),
        corrects=step.corrects,
        asks=rule.asks.value,
        undo_minutes=rule.undo_minutes,
    )
    return show(visit.request, "uitreiken-bekijk", view, because=because)
