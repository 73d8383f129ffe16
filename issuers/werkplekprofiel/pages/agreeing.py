"""Agree with a recipient what to learn: the form, the page of an agreement, and the same on paper."""

from collections.abc import Mapping, Sequence
from dataclasses import replace
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.moments import dutch_day
from issuers.badgeklassen.finding import offered
from issuers.drafts.keeping import KnownDraft, list_drafts
from issuers.errors import FieldProblem, FormError, ProfielChangedError
from issuers.evidence.collectors import Member
from issuers.holding.known import list_waiting_for
from issuers.people.permissions import Action, may
from issuers.praktijkverklaring.asking import asked_of_us
from issuers.praktijkverklaring.pages.steps import todo_of
from issuers.recipients.keeping import find_recipient
from issuers.recipients.tables import Channel
from issuers.saying import Done, done_of, shown
from issuers.visiting import DraftVisit, Visit
from issuers.werkplekprofiel.answering import agree_on_paper, read_chosen_name
from issuers.werkplekprofiel.keeping import end, find_profiel, renew_link
from issuers.werkplekprofiel.known import Goal, KnownProfiel, Standing
from issuers.werkplekprofiel.pages.showing import facts_of, received_rows, with_collected
from issuers.werkplekprofiel.tables import WerkprocesKey
from templates import views
from templates.documents.emblems import small
from templates.documents.qr import qr_svg
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/afspraken"
NOT_SEEN: Final = FieldProblem(
    "gezien",
    "missing",
    "Bekijk het papier eerst samen. Zet daarna dit vinkje.",
    "Look at the paper together first. Then tick this box.",
)
DONE: Final[Done] = {
    "voorgesteld": {
        "nl": "De afspraak is klaar om samen te bekijken.",
        "en": "The agreement is ready to look at together.",
    },
    "afgesproken": {"nl": "Het is afgesproken.", "en": "It is agreed."},
    "bewaard": {"nl": "Het is bewaard. Je kunt later verder.", "en": "It is kept. You can go on later."},
    "link": {
        "nl": "Er is een nieuwe link en een nieuwe QR-code. De oude werken niet meer.",
        "en": "There is a new link and a new QR code. The old ones do not work any more.",
    },
    "naam": {
        "nl": "Je naam komt op de praktijkverklaring.",
        "en": "Your name will stand in the praktijkverklaring.",
    },
    "geen-naam": {
        "nl": "Er komt geen naam van een praktijkopleider op de praktijkverklaring.",
        "en": "No name of a praktijkopleider will stand in the praktijkverklaring.",
    },
    "beantwoord": {"nl": "Je antwoord staat bij de school.", "en": "The school has your answer."},
    "gestopt": {"nl": "De afspraak is gestopt.", "en": "The agreement is stopped."},
}


class PaperForm(BaseModel):
    """Hold what was ticked on paper."""

    naam: str = ""
    gezien: str = ""
    versie: int = 0


@router.get(f"{HERE}/{{profiel_id}}")
def show_agreement(visit: DraftVisit, profiel_id: UUID, klaar: str = "") -> Response:
    """Show what was agreed, how far it came, and how the recipient says yes; `klaar` only while it is so."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    done = klaar if klaar not in set(Standing) or klaar == known.standing else ""
    return show_page(visit, known, done=done_of(visit.request, done, done=DONE))


@router.get(f"{HERE}/{{profiel_id}}/papier")
def show_paper(visit: DraftVisit, profiel_id: UUID) -> Response:
    """Show it as a sheet to print."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    url = visit.desk.addresses.werkplekprofiel(known.token)
    view = views.werkplekprofiel.AfspraakPaper(
        frame=frame_of(visit.request),
        name=known.name,
        organisation=visit.organisation.name,
        facts=_facts(visit, known),
        url=url,
        qr=qr_svg(url, title="QR-code"),
        back_href=f"{HERE}/{profiel_id}",
    )
    return show(visit.request, "afspraak-papier", view)


@router.post(f"{HERE}/{{profiel_id}}/papier")
def note_paper(visit: DraftVisit, profiel_id: UUID, sent: Annotated[PaperForm, Form()]) -> Response:
    """Note that the recipient said yes on paper."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    try:
        _agree_on_paper(visit, known, sent)
    except FormError as error:
        now = find_profiel(visit.desk, profiel_id, actor=visit.actor)
        return show_page(visit, now, typed={"naam": sent.naam}, problems=error.problems)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=afgesproken", status_code=303)


@router.post(f"{HERE}/{{profiel_id}}/link")
def make_new_link(visit: DraftVisit, profiel_id: UUID) -> Response:
    """Make another link, where the one before fell into other hands."""
    renew_link(visit.desk, profiel_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=link", status_code=303)


@router.post(f"{HERE}/{{profiel_id}}/stop")
def stop(visit: DraftVisit, profiel_id: UUID) -> Response:
    """Stop the agreement."""
    end(visit.desk, profiel_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{profiel_id}?klaar=gestopt", status_code=303)


def rows_of(
    known: Sequence[KnownProfiel], *, unjudged: Mapping[UUID, int]
) -> tuple[views.werkplekprofiel.AfspraakRow, ...]:
    """Show agreements in a list, with how much there is to judge of each."""
    return tuple(
        views.werkplekprofiel.AfspraakRow(
            standing=each.standing.value,
            proposed=dutch_day(each.proposed),
            reached=sum(goal.is_reached for goal in each.goals),
            total=len(each.goals),
            href=f"{HERE}/{each.id}",
            unjudged=unjudged.get(each.id, 0),
        )
        for each in known
    )


def _agree_on_paper(visit: Visit, known: KnownProfiel, sent: PaperForm) -> None:
    """Note it, once it was looked at.

    Raises:
        FormError: it was not, or it was changed in the meantime.
    """
    name = read_chosen_name(sent.naam)
    if not sent.gezien:
        raise FormError([NOT_SEEN])
    try:
        agree_on_paper(visit.desk, known.id, revision=sent.versie, name=name, actor=visit.actor)
    except ProfielChangedError as error:
        raise FormError([FieldProblem.of(error, field="gezien")]) from error


def _facts(visit: Visit, known: KnownProfiel) -> views.werkplekprofiel.AfspraakFacts:
    """Show what was agreed to who works with the recipient, and for each open goal where to go on."""
    facts = facts_of(
        known,
        badge_href=lambda goal: f"/gegeven/{goal.badge_id}",
        desk=visit.desk,
        language=language_of(visit.request),
    )
    rows = received_rows(known.own, href=lambda each: f"/gegeven/{each.id}", desk=visit.desk)
    facts = replace(facts, received=rows)
    if known.standing is not Standing.AGREED:
        return facts
    by = Member(actor=visit.actor, profiel_id=known.id)
    facts = with_collected(facts, known, by=by, desk=visit.desk, here=f"{HERE}/{known.id}")
    drafts = list_drafts(visit.desk, known.id, actor=visit.actor)
    held = list_waiting_for(visit.desk, known.id, actor=visit.actor)
    pairs = zip(facts.goals, known.goals, strict=True)
    return replace(
        facts,
        goals=tuple(
            replace(row, held_href=f"/onderweg/{held[work]}")
            if (work := "/".join(goal.key)) in held
            else _open(row, goal, known=known, drafts=drafts)
            for row, goal in pairs
        ),
    )


def _questions(visit: Visit, known: KnownProfiel) -> tuple[views.school.QuestionLine, ...]:
    """Show what the school asked, and where to answer."""
    return tuple(
        views.school.QuestionLine(
            question=each.question,
            asked=each.asked,
            answer=each.answer,
            answered=each.answered,
            school=each.school,
            answer_href=f"/vragen/{each.id}",
        )
        for each in asked_of_us(visit.desk, known.id, actor=visit.actor)
    )


def _open(
    row: views.werkplekprofiel.GoalRow,
    goal: Goal,
    *,
    known: KnownProfiel,
    drafts: Mapping[WerkprocesKey, KnownDraft],
) -> views.werkplekprofiel.GoalRow:
    """Lead on from a goal that is not reached, with who wrote of it so far."""
    if goal.is_reached:
        return row
    crebo, code = goal.key
    draft = drafts.get(goal.key)
    return replace(
        row,
        give_href=f"/uitreiken/{crebo}/{code}?afspraak={known.id}",
        assess_href=f"{HERE}/{known.id}/beoordeel/{crebo}/{code}",
        written_by=draft.written_by if draft else None,
        written=dutch_day(draft.written) if draft else None,
    )


def show_page(
    visit: Visit,
    known: KnownProfiel,
    *,
    typed: Mapping[str, str] | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    """Show the page of an agreement."""
    url, here = visit.desk.addresses.werkplekprofiel(known.token), f"{HERE}/{known.id}"
    recipient = find_recipient(visit.desk, known.recipient_id, actor=visit.actor)
    view = views.werkplekprofiel.Afspraak(
        frame=frame_of(visit.request),
        name=known.name,
        facts=_facts(visit, known),
        standing=known.standing.value,
        revision=known.revision,
        url=url,
        qr=qr_svg(url, title="QR-code"),
        look_href=here,
        paper_href=f"{here}/papier",
        paper_action=f"{here}/papier",
        change_href=f"{here}/verander",
        link_action=f"{here}/link",
        stop_action=f"{here}/stop",
        trainer=_trainer(visit, known, here=here),
        questions=_questions(visit, known),
        todo=todo_of(visit, known, here=here),
        back_href=f"/deelnemers/{known.recipient_id}",
        agreed=dutch_day(known.agreed) if known.agreed else None,
        agreed_by=known.agreed_by.value if known.agreed_by else None,
        chosen_name=known.chosen_name,
        objection=known.objection,
        gives=may(visit.actor, Action.ISSUE),
        own=_own(visit, known),
        mail=recipient.address if recipient.channel is Channel.MAIL else None,
        phone=recipient.address if recipient.channel is Channel.PHONE else None,
        typed=typed or {},
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "afspraak", view)


def _own(visit: Visit, known: KnownProfiel) -> tuple[views.pieces.OwnBadge, ...]:
    """Offer what the organisation designed itself, once the recipient said how his name reads."""
    if known.standing is not Standing.AGREED or not may(visit.actor, Action.ISSUE):
        return ()
    return tuple(
        views.pieces.OwnBadge(
            name=each.name,
            description=each.description,
            picture=small(each.emblem),
            href=f"/geven/{design_id}?afspraak={known.id}",
        )
        for design_id, each in offered(visit.desk, actor=visit.actor)
    )


def _trainer(visit: Visit, known: KnownProfiel, *, here: str) -> views.werkplekprofiel.Trainer:
    return views.werkplekprofiel.Trainer(
        name=known.trainer,
        function=known.trainer_function,
        own_name=visit.actor.name,
        name_action=f"{here}/naam",
        unname_action=f"{here}/geen-naam",
    )
