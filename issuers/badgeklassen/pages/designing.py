"""Design a badge: the form with its picture, what it became, and what can be done with it."""

from collections.abc import Sequence
from dataclasses import fields
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.moments import dutch_day
from issuers.badgeklassen import designing
from issuers.badgeklassen.finding import KnownDesign, find_design
from issuers.badgeklassen.pages.showing import drawn, standing_of
from issuers.badgeklassen.reading import read_badgeklasse, revealed_by
from issuers.badgeklassen.typed import TypedBadgeklasse
from issuers.errors import FieldProblem, FormError
from issuers.people.permissions import Action, may
from issuers.saying import Done, done_of, shown
from issuers.visiting import DesignVisit, Visit
from templates import views
from templates.showing import shown_skill
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

ALL: Final = "/badgeklassen"
HERE: Final = f"{ALL}/ontwerp"
DONE: Final[Done] = {
    "bewaard": {
        "nl": "Het is bewaard. Je kunt het nog veranderen.",
        "en": "It is kept. You can still change it.",
    },
    "gepubliceerd": {
        "nl": "De badge is gepubliceerd. Je kunt hem nu geven.",
        "en": "The badge is published.",
    },
    "weggelegd": {"nl": "De badge is weggelegd.", "en": "The badge is put away."},
    "terug": {"nl": "De badge is terug.", "en": "The badge is back."},
}
_LEVELS: Final = ("beginner", "gevorderd", "expert")


class DesignFields(BaseModel):
    """Hold the fields of the form as they were sent; a field that is not there is as on an empty form."""

    naam: str = ""
    omschrijving: str = ""
    criteria: str = ""
    beginner: str = ""
    gevorderd: str = ""
    expert: str = ""
    naam_en: str = ""
    omschrijving_en: str = ""
    criteria_en: str = ""
    beginner_en: str = ""
    gevorderd_en: str = ""
    expert_en: str = ""
    soort: str = "Competency"
    leervorm: str = "informeel leren"
    werkproces: str = ""
    maanden: str = ""
    vorm: str = "boog"
    kleur: str = "paars"
    eigen_kleur: str = ""
    teken: str = "samenwerken"
    letters: str = ""
    vaardigheid: list[str] = []

    @property
    def typed(self) -> TypedBadgeklasse:
        """Give what was typed, to read it."""
        sent = self.model_dump()
        return TypedBadgeklasse(vaardigheden=tuple(sent.pop("vaardigheid")), **sent)


SentFields = Annotated[DesignFields, Form()]


@router.get(f"{HERE}/nieuw")
def ask(visit: DesignVisit) -> Response:
    """Ask what the badge is to say."""
    return _form(visit, TypedBadgeklasse())


@router.post(f"{HERE}/nieuw")
def begin(visit: DesignVisit, filled: SentFields) -> Response:
    """Keep a new draft."""
    try:
        design_id = designing.begin(visit.desk, filled.typed, actor=visit.actor)
    except FormError as error:
        return _form(visit, filled.typed, problems=error.problems)
    return _back_to(design_id, done="bewaard")


@router.post(f"{HERE}/nieuw/kijk")
def look_first(visit: DesignVisit, filled: SentFields) -> Response:
    """Show the form again with the picture that was chosen; nothing is kept."""
    return _form(visit, filled.typed)


@router.get(f"{HERE}/{{design_id}}")
def show_design(visit: DesignVisit, design_id: UUID, klaar: str = "") -> Response:
    """Show what it says, what must still be done, and what was published."""
    return _page(visit, find_design(visit.desk, design_id, actor=visit.actor), done=klaar)


@router.get(f"{HERE}/{{design_id}}/verander")
def ask_change(visit: DesignVisit, design_id: UUID) -> Response:
    """Ask what to change, beginning with what it says now."""
    known = find_design(visit.desk, design_id, actor=visit.actor)
    return _form(visit, known.newest.typed, about=known)


@router.post(f"{HERE}/{{design_id}}/verander")
def change(visit: DesignVisit, design_id: UUID, filled: SentFields) -> Response:
    """Keep the change, as the draft of a version to come."""
    known = find_design(visit.desk, design_id, actor=visit.actor)
    try:
        designing.change(visit.desk, design_id, filled.typed, actor=visit.actor)
    except FormError as error:
        return _form(visit, filled.typed, about=known, problems=error.problems)
    return _back_to(design_id, done="bewaard")


@router.post(f"{HERE}/{{design_id}}/verander/kijk")
def look(visit: DesignVisit, design_id: UUID, filled: SentFields) -> Response:
    """Show the form again with the picture that was chosen; nothing is kept."""
    return _form(visit, filled.typed, about=find_design(visit.desk, design_id, actor=visit.actor))


@router.post(f"{HERE}/{{design_id}}/publiceer")
def publish(visit: DesignVisit, design_id: UUID) -> Response:
    """Publish the draft; where it is not finished, show what must still be done."""
    try:
        designing.publish(visit.desk, design_id, actor=visit.actor)
    except FormError:
        return _page(visit, find_design(visit.desk, design_id, actor=visit.actor))
    return _back_to(design_id, done="gepubliceerd")


@router.post(f"{HERE}/{{design_id}}/kopie")
def copy(visit: DesignVisit, design_id: UUID) -> Response:
    """Begin another one with the same words."""
    made = designing.copy(visit.desk, design_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}/{made}/verander", status_code=303)


@router.post(f"{HERE}/{{design_id}}/weg")
def discard(visit: DesignVisit, design_id: UUID) -> Response:
    """Throw the draft away."""
    designing.discard(visit.desk, design_id, actor=visit.actor)
    return RedirectResponse(f"{ALL}?klaar=weg", status_code=303)


@router.post(f"{HERE}/{{design_id}}/wegleggen")
def archive(visit: DesignVisit, design_id: UUID) -> Response:
    """Give it to nobody any more."""
    designing.archive(visit.desk, design_id, actor=visit.actor)
    return _back_to(design_id, done="weggelegd")


@router.post(f"{HERE}/{{design_id}}/terughalen")
def restore(visit: DesignVisit, design_id: UUID) -> Response:
    """Let it be given again."""
    designing.restore(visit.desk, design_id, actor=visit.actor)
    return _back_to(design_id, done="terug")


def _back_to(design_id: UUID, *, done: str) -> RedirectResponse:
    return RedirectResponse(f"{HERE}/{design_id}?klaar={done}", status_code=303)


def _form(
    visit: Visit,
    typed: TypedBadgeklasse,
    *,
    about: KnownDesign | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    action = f"{HERE}/{about.id}/verander" if about else f"{HERE}/nieuw"
    offer = designing.offer_of(visit.desk)
    view = views.badgeklassen.DesignForm(
        frame=frame_of(visit.request),
        name=about.newest.typed.naam if about else None,
        action=action,
        look_action=f"{action}/kijk",
        back_href=f"{HERE}/{about.id}" if about else ALL,
        typed={each.name: getattr(typed, each.name) for each in fields(typed) if each.name != "vaardigheden"},
        chosen_skills=typed.vaardigheden,
        skills=_skills(visit, [*offer.skills]),
        picture=drawn(typed, issuer=visit.organisation.name),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "badge-ontwerp", view)


def _page(visit: Visit, known: KnownDesign, *, done: str = "") -> Response:
    typed, draft, is_archived = known.newest.typed, known.draft, known.archived is not None
    unfinished = _unfinished(visit, typed) if draft else ()
    here = f"{HERE}/{known.id}"
    may_give = known.current and not is_archived and may(visit.actor, Action.ISSUE)
    view = views.badgeklassen.DesignPage(
        frame=frame_of(visit.request),
        name=typed.naam,
        picture=drawn(typed, issuer=visit.organisation.name),
        standing=standing_of(known),
        description=typed.omschrijving,
        criteria=typed.criteria,
        steps=_steps(typed),
        skills=_skills(visit, typed.vaardigheden),
        leervorm=typed.leervorm,
        kind=typed.soort,
        months=typed.maanden,
        work=typed.werkproces,
        has_english=bool(typed.naam_en),
        change_href=f"{here}/verander",
        copy_action=f"{here}/kopie",
        back_href=ALL,
        versions=_versions(known),
        publish_action=f"{here}/publiceer" if draft and not unfinished else None,
        discard_action=f"{here}/weg" if draft else None,
        archive_action=None if is_archived or not known.current else f"{here}/wegleggen",
        restore_action=f"{here}/terughalen" if is_archived else None,
        give_href=f"/geven/{known.id}" if may_give else None,
        ask_url=_ask_url(visit, known) if known.current and not is_archived else None,
        unfinished=shown(visit.request, unfinished),
        revealing=revealed_by(typed) if draft else None,
        hindrance=visit.hindrance,
        done=done_of(visit.request, done, done=DONE),
    )
    return show(visit.request, "badge-ontwerp-bekijk", view)


def _steps(typed: TypedBadgeklasse) -> tuple[views.badgeklassen.DesignStep, ...]:
    """Show the steps of which something is said."""
    return tuple(
        views.badgeklassen.DesignStep(level=level, criteria=getattr(typed, level))
        for level in _LEVELS
        if getattr(typed, level).strip()
    )


def _ask_url(visit: Visit, known: KnownDesign) -> str | None:
    """Give the address of the newest version, where another organisation can stand behind it."""
    newest = next(iter(_versions(known)), None)
    return f"{visit.desk.base_url}{newest.href}/bevestigen" if newest else None


def _versions(known: KnownDesign) -> tuple[views.badgeklassen.DesignVersionRow, ...]:
    """Show the editions that were published; the draft is not one of them."""
    return tuple(
        views.badgeklassen.DesignVersionRow(
            number=each.number, published=dutch_day(each.published), href=f"{ALL}/{each.achievement_id}"
        )
        for each in known.versions
        if each.published
    )


def _unfinished(visit: Visit, typed: TypedBadgeklasse) -> tuple[FieldProblem, ...]:
    """Say what must still be put right before it can be published."""
    try:
        read_badgeklasse(typed, offer=designing.offer_of(visit.desk))
    except FormError as error:
        return error.problems
    return ()


def _skills(visit: Visit, uris: Sequence[str]) -> tuple[views.pieces.SkillOption, ...]:
    """Show skills of the catalogue with our everyday words."""
    offered, language = designing.offer_of(visit.desk).skills, language_of(visit.request)
    return tuple(
        shown_skill(uri, label=offered[uri].label, language=language) for uri in uris if uri in offered
    )
