"""The page of one pupil at a workplace: what he was judged to do, and what can be given on it."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Final
from uuid import UUID

from fastapi.responses import Response

from badges.moments import dutch_day
from issuers.errors import FieldProblem
from issuers.identifiers import public_token
from issuers.organisations.founding import find_organisation
from issuers.praktijkverklaring.asking import Question, asked_by_us
from issuers.praktijkverklaring.hindering import is_for_mbo
from issuers.praktijkverklaring.offering import Candidate, GivenVerklaring, Offer, find_offer
from issuers.praktijkverklaring.pages.collected import Items, collected_for, without_badge
from issuers.praktijkverklaring.pages.steps import shown_to_school
from issuers.praktijkverklaring.steps import school_steps
from issuers.saying import shown
from issuers.visiting import Visit
from templates import views
from templates.showing import field_of_facts, shown_facts
from web.locale import language_of
from web.pages import frame_of, show

HERE: Final = "/school"
_KNOWN: Final = {
    "bevestigd": views.checking.Recognition.CONFIRMED,
    "zelf-verklaard": views.checking.Recognition.DECLARED,
    "onbekend": views.checking.Recognition.UNKNOWN,
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Sent:
    """Hold what was sent with the form: what was ticked, the day that was typed, and which form it was."""

    badges: frozenset[UUID]
    day: str
    key: str

    @property
    def hidden(self) -> views.issuing.Hidden:
        """Give it as hidden inputs, to go along while somebody reads."""
        ticked = (("bewijs", str(each)) for each in sorted(self.badges))
        return (*ticked, ("dag-mbo", self.day), ("sleutel", self.key))


@dataclass(frozen=True, slots=True, kw_only=True)
class Beside:
    """Hold what stands beside the badges: who judged, what the school asked, what the pupil lets it see."""

    leerbedrijf: str
    asked: Sequence[Question]
    items: Items


def show_pupil(
    visit: Visit,
    profiel_id: UUID,
    *,
    sent: Sent | None = None,
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    """Show what a pupil was judged to do, with what was chosen and typed where something was."""
    offer = find_offer(visit.desk, profiel_id, actor=visit.actor)
    profiel, here = offer.profiel, f"{HERE}/{profiel_id}"
    beside = _beside(visit, offer, here=here)
    view = views.school.SchoolPage(
        frame=frame_of(visit.request),
        name=profiel.name,
        leerbedrijf=beside.leerbedrijf,
        leerbedrijf_href=f"/organisaties/{profiel.leerbedrijf_id}",
        start=profiel.start,
        until=profiel.until,
        badges=tuple(_badge(visit, each, here=here, beside=beside, sent=sent) for each in offer.candidates),
        collected=without_badge(profiel, beside.items),
        hindrances=tuple(each.value for each in offer.hindrances),
        todo=shown_to_school(school_steps(offer, beside.asked), here=here, leerbedrijf=beside.leerbedrijf),
        is_mbo=is_for_mbo(offer.kinds),
        given=tuple(_given(each) for each in offer.given),
        read_action=f"{here}/verklaring/bekijk",
        key=public_token(),
        back_href=HERE,
        trainer=profiel.trainer,
        trainer_function=profiel.trainer_function,
        typed={"dag-mbo": sent.day} if sent else {},
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "school-leerling", view)


def _beside(visit: Visit, offer: Offer, *, here: str) -> Beside:
    leerbedrijf = find_organisation(visit.desk, offer.profiel.leerbedrijf_id).name
    return Beside(
        leerbedrijf=leerbedrijf,
        asked=asked_by_us(visit.desk, [each.badge.id for each in offer.candidates], actor=visit.actor),
        items=collected_for(visit, offer.profiel, leerbedrijf=leerbedrijf, here=here),
    )


def _given(found: GivenVerklaring) -> views.school.VerklaringRow:
    return views.school.VerklaringRow(
        title=found.title,
        given=found.given,
        href=f"/b/{found.token}",
        is_revoked=found.is_revoked,
        rests=found.rests,
    )


def _badge(
    visit: Visit, found: Candidate, *, here: str, beside: Beside, sent: Sent | None
) -> views.school.SchoolBadge:
    badge, known, check = found.badge, found.known, found.check
    facts = shown_facts(badge.facts, catalogue=visit.desk.catalogue, language=language_of(visit.request))
    return views.school.SchoolBadge(
        value=str(badge.id),
        facts=facts,
        field=field_of_facts(badge.facts),
        href=f"/b/{badge.token}",
        given=dutch_day(badge.given),
        known=_KNOWN[known.status.value].value if known else views.checking.Recognition.UNKNOWN.value,
        known_source=known.source if known else None,
        check_source=check.source if check else None,
        check_day=check.looked if check else None,
        confirmed=found.confirmed,
        confirmation_href=f"/b/{found.confirmation_token}" if found.confirmation_token else None,
        confirm_action=f"{here}/bevestig/{badge.id}",
        ask_href=f"{here}/vraag/{badge.id}",
        check_href=f"{here}/erkenning/{badge.id}",
        hindrances=tuple(each.value for each in found.hindrances),
        questions=tuple(question_line(each) for each in beside.asked if each.badge_id == badge.id),
        items=beside.items.get((work.crebo, work.code), ()) if (work := badge.facts.werkproces) else (),
        is_chosen=sent is None or badge.id in sent.badges,
    )


def question_line(question: Question) -> views.school.QuestionLine:
    """Show a question and its answer."""
    return views.school.QuestionLine(
        question=question.question,
        asked=question.asked,
        answer=question.answer,
        answered=question.answered,
    )
