"""The form on which an agreement is made or changed: which work, when, who helps, at what pace."""

from collections.abc import Callable, Iterable, Iterator, Sequence
from functools import partial
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.catalogue.model import Entry, Werkproces
from badges.catalogue.plain import plain_text
from badges.errors import CatalogueError
from issuers.errors import (
    FieldProblem,
    FormError,
    OrganisationStoppedError,
    WerkprocesCollectedError,
    WerkprocesGivenError,
    WerkprocesToldError,
)
from issuers.organisations.founding import offered_by
from issuers.organisations.schools import School, list_schools
from issuers.recipients.keeping import KnownRecipient, find_recipient
from issuers.saying import shown
from issuers.visiting import DraftVisit, Visit
from issuers.werkplekprofiel.keeping import change, find_profiel, propose
from issuers.werkplekprofiel.known import KnownProfiel
from issuers.werkplekprofiel.leaving import Loss, list_losses
from issuers.werkplekprofiel.reading import NewProfiel, TypedProfiel, read_profiel
from templates import views
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

SEARCH: Final = "zoek"
ENTER: Final = "enter"


class AgreementFields(BaseModel):
    """Hold the fields of the form as they were sent; `stap` is the button that sent it, or Enter.

    `weg` names what may go with the work that is not ticked any more.
    """

    werkproces: list[str] = []
    weg: list[str] = []
    zoek: str = ""
    gezocht: str = ""
    van: str = ""
    tot: str = ""
    begeleiding: str = ""
    tempo: str = ""
    school: str = ""
    stap: str = ""

    @property
    def typed(self) -> TypedProfiel:
        """Give what was typed, to read it."""
        return TypedProfiel(
            van=self.van,
            tot=self.tot,
            begeleiding=self.begeleiding,
            tempo=self.tempo,
            school=self.school,
            werkprocessen=tuple(self.werkproces),
        )

    @property
    def searches(self) -> bool:
        """Tell whether other work is looked for: by its button, or by Enter after a new word."""
        new_word = self.zoek.strip() not in {"", self.gezocht}
        return self.stap == SEARCH or (self.stap == ENTER and new_word)


SentFields = Annotated[AgreementFields, Form()]


@router.get("/deelnemers/{recipient_id}/afspraak")
def ask_what(visit: DraftVisit, recipient_id: UUID) -> Response:
    """Ask what this person will learn, from today unless something else is typed."""
    recipient = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    today = visit.desk.clock.today().isoformat()
    return _form(visit, recipient, filled=AgreementFields(van=today))


@router.post("/deelnemers/{recipient_id}/afspraak")
def make(visit: DraftVisit, recipient_id: UUID, filled: SentFields) -> Response:
    """Propose it, or look for other work first."""
    recipient = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    if filled.searches:
        return _form(visit, recipient, filled=filled)
    try:
        profiel_id = propose(visit.desk, recipient_id, _read(visit, filled), actor=visit.actor)
    except FormError as error:
        return _form(visit, recipient, filled=filled, problems=error.problems)
    except OrganisationStoppedError as error:
        problem = FieldProblem.of(error, field="werkproces")
        return _form(visit, recipient, filled=filled, problems=[problem])
    return RedirectResponse(f"/afspraken/{profiel_id}?klaar=voorgesteld", status_code=303)


@router.get("/afspraken/{profiel_id}/verander")
def ask_change(visit: DraftVisit, profiel_id: UUID) -> Response:
    """Ask what to change."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    recipient = find_recipient(visit.desk, known.recipient_id, actor=visit.actor)
    return _form(visit, recipient, about=known, filled=_kept(known))


@router.post("/afspraken/{profiel_id}/verander")
def put_right(visit: DraftVisit, profiel_id: UUID, filled: SentFields) -> Response:
    """Propose something else instead, or look for other work first."""
    known = find_profiel(visit.desk, profiel_id, actor=visit.actor)
    recipient = find_recipient(visit.desk, known.recipient_id, actor=visit.actor)
    if filled.searches:
        return _form(visit, recipient, about=known, filled=filled)
    try:
        change(visit.desk, profiel_id, _read(visit, filled), let_go=filled.weg, actor=visit.actor)
    except FormError as error:
        return _form(visit, recipient, about=known, filled=filled, problems=error.problems)
    except WerkprocesCollectedError as error:
        problem = FieldProblem.of(error, field="weg")
        return _form(visit, recipient, about=known, filled=filled, problems=[problem])
    except (WerkprocesGivenError, WerkprocesToldError, OrganisationStoppedError) as error:
        problem = FieldProblem.of(error, field="werkproces")
        return _form(visit, recipient, about=known, filled=filled, problems=[problem])
    return RedirectResponse(f"/afspraken/{profiel_id}?klaar=voorgesteld", status_code=303)


def _read(visit: Visit, filled: AgreementFields) -> NewProfiel:
    return read_profiel(
        filled.typed,
        catalogue=visit.desk.catalogue,
        today=visit.desk.clock.today(),
        schools={each.id for each in _schools(visit)},
    )


def _schools(visit: Visit) -> Sequence[School]:
    return list_schools(visit.desk, besides=visit.actor.organisation_id)


def _kept(known: KnownProfiel) -> AgreementFields:
    return AgreementFields(
        werkproces=[goal.entry.werkproces.key for goal in known.goals],
        van=known.start.isoformat(),
        tot=known.until.isoformat() if known.until else "",
        begeleiding=known.guidance or "",
        tempo=known.pace or "",
        school=known.school_id or "",
    )


def _form(
    visit: Visit,
    recipient: KnownRecipient,
    *,
    filled: AgreementFields,
    about: KnownProfiel | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.werkplekprofiel.AfspraakForm(
        frame=frame_of(visit.request),
        name=recipient.name,
        is_new=about is None,
        action=f"/afspraken/{about.id}/verander" if about else f"/deelnemers/{recipient.id}/afspraak",
        back_href=f"/afspraken/{about.id}" if about else f"/deelnemers/{recipient.id}",
        groups=_groups(visit, filled),
        others=_others(visit, filled, about=about),
        query=filled.zoek.strip(),
        losses=_losses(visit, filled, about=about),
        schools={each.id: each.name for each in _schools(visit)},
        typed=filled.model_dump(include={"van", "tot", "begeleiding", "tempo", "school"}),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "afspraak-maken", view)


def _groups(visit: Visit, filled: AgreementFields) -> tuple[views.werkplekprofiel.WorkGroup, ...]:
    """Offer what this organisation has chosen to give badges for."""
    option = _option_of(visit, filled)
    return tuple(
        views.werkplekprofiel.WorkGroup(
            name=each.name,
            options=tuple(option(werkproces, below=werkproces.code) for werkproces in each.werkprocessen),
        )
        for each in offered_by(visit.desk, visit.actor.organisation_id)
    )


def _others(
    visit: Visit, filled: AgreementFields, *, about: KnownProfiel | None
) -> tuple[views.werkplekprofiel.WorkOption, ...]:
    """Offer other work: what stands in the agreement, what was ticked, and what was found."""
    option = _option_of(visit, filled)
    own = offered_by(visit.desk, visit.actor.organisation_id)
    offered = {each.key for kwalificatie in own for each in kwalificatie.werkprocessen}
    agreed = _kept(about).werkproces if about else ()
    entries = (*_entries(visit, (*agreed, *filled.werkproces)), *_found(visit, filled.zoek.strip()))
    others = {each.werkproces.key: each for each in entries if each.werkproces.key not in offered}
    return tuple(option(each.werkproces, below=each.kwalificatie.name) for each in others.values())


def _losses(
    visit: Visit, filled: AgreementFields, *, about: KnownProfiel | None
) -> tuple[views.werkplekprofiel.WorkLoss, ...]:
    """Tell what would be gone with the work that is not ticked any more."""
    if about is None:
        return ()
    staying = {goal.key for goal in about.goals if goal.entry.werkproces.key in filled.werkproces}
    losses = list_losses(visit.desk, about.id, staying=staying, actor=visit.actor)
    return tuple(_loss(visit, loss, filled=filled) for loss in losses)


def _loss(visit: Visit, loss: Loss, *, filled: AgreementFields) -> views.werkplekprofiel.WorkLoss:
    plain = plain_text(loss.entry.werkproces, language=language_of(visit.request))
    return views.werkplekprofiel.WorkLoss(
        value=loss.named,
        title=loss.entry.werkproces.title,
        plain=plain.sentence if plain else None,
        told=loss.told,
        collected=loss.collected,
        assessments=loss.assessments,
        drafts=loss.drafts,
        is_let_go=loss.named in filled.weg,
    )


def _found(visit: Visit, query: str) -> Iterable[Entry]:
    """Find other work by everyday words."""
    hits = visit.desk.catalogue.search(query).hits if query else ()
    return (visit.desk.catalogue.entry(hit.werkproces.crebo, hit.werkproces.code) for hit in hits)


def _entries(visit: Visit, named: Iterable[str]) -> Iterator[Entry]:
    """Give the work that was chosen; what does not exist is said when the form is read."""
    for each in named:
        crebo, _, code = each.partition("/")
        try:
            yield visit.desk.catalogue.last_entry(crebo, code)
        except CatalogueError:
            continue


def _option_of(visit: Visit, filled: AgreementFields) -> Callable[..., views.werkplekprofiel.WorkOption]:
    return partial(_option, chosen=frozenset(filled.werkproces), language=language_of(visit.request))


def _option(
    werkproces: Werkproces, *, below: str, chosen: frozenset[str], language: Language
) -> views.werkplekprofiel.WorkOption:
    plain = plain_text(werkproces, language=language)
    return views.werkplekprofiel.WorkOption(
        value=werkproces.key,
        title=werkproces.title,
        below=below,
        is_chosen=werkproces.key in chosen,
        plain=plain.sentence if plain else None,
    )
