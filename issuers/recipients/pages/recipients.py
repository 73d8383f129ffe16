"""Who learns here: list, add, change, take away."""

from collections import Counter
from collections.abc import Mapping, Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.moments import dutch_day
from issuers.assessing.keeping import Unjudged, list_unjudged
from issuers.erasing.recipients import remove_recipient
from issuers.errors import FieldProblem, FormError
from issuers.overview.timeline import Happened, list_timeline
from issuers.people.permissions import Action, may
from issuers.praktijkverklaring.asking import list_open_questions
from issuers.recipients.keeping import (
    KnownRecipient,
    add_recipient,
    change_recipient,
    find_recipient,
    list_recipients,
)
from issuers.recipients.reading import TypedRecipient, read_recipient
from issuers.recipients.tables import Channel
from issuers.saying import Done, done_of, shown
from issuers.telling.choosing import list_undelivered
from issuers.visiting import DraftVisit, Visit
from issuers.werkplekprofiel.keeping import list_profielen, list_standings
from issuers.werkplekprofiel.known import Standing
from issuers.werkplekprofiel.pages.agreeing import rows_of
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/deelnemers"
PAGE: Final = 100
MOST_PAGES: Final = 10_000
DONE: Final[Done] = {
    "bewaard": {"nl": "Het is bewaard.", "en": "It is kept."},
    "gewist": {
        "nl": "Alles van deze persoon is gewist, ook de bewijzen die jullie gaven.",
        "en": "Everything of this person is erased, also the badges that you gave.",
    },
    "weg": {
        "nl": "Deze persoon staat niet meer op jullie lijst.",
        "en": "This person is not on your list any more.",
    },
}


class RecipientFields(BaseModel):
    """Hold the fields of the form as they were sent."""

    naam: str = ""
    mail: str = ""
    telefoon: str = ""
    kenmerk: str = ""
    ander: str = ""

    @property
    def typed(self) -> TypedRecipient:
        """Give what was typed, to read it."""
        return TypedRecipient(**self.model_dump())


SentFields = Annotated[RecipientFields, Form()]


@router.get(HERE)
def show_recipients(visit: DraftVisit, klaar: str = "") -> Response:
    """Show who learns here, a hundred at a time."""
    return _list(visit, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def look(
    visit: DraftVisit,
    zoek: Annotated[str, Form()] = "",
    pagina: Annotated[int, Form(ge=0, le=MOST_PAGES)] = 0,
) -> Response:
    """Show whose name or kenmerk holds a word, or another hundred; a name stands in no address."""
    return _list(visit, zoek=zoek, pagina=pagina)


def _list(visit: DraftVisit, *, zoek: str = "", pagina: int = 0, done: str | None = None) -> Response:
    everyone = list_recipients(visit.desk, actor=visit.actor)
    found = list_recipients(visit.desk, actor=visit.actor, named=zoek) if zoek.strip() else everyone
    rows = _rows(visit, found)
    view = views.recipients.Recipients(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        rows=rows[pagina * PAGE : (pagina + 1) * PAGE],
        found=len(rows),
        total=len(everyone),
        previous_page=pagina - 1 if pagina else None,
        next_page=pagina + 1 if len(rows) > (pagina + 1) * PAGE else None,
        query=zoek.strip(),
        action=HERE,
        add_href=f"{HERE}/nieuw",
        done=done,
    )
    return show(visit.request, "deelnemers", view)


@router.get(f"{HERE}/nieuw")
def ask_who(visit: DraftVisit) -> Response:
    """Ask who learns here from now on."""
    return _form(visit, filled=RecipientFields())


@router.post(f"{HERE}/nieuw")
def add(visit: DraftVisit, filled: SentFields) -> Response:
    """Add who learns here."""
    try:
        recipient_id = add_recipient(visit.desk, read_recipient(filled.typed), actor=visit.actor)
    except FormError as error:
        return _form(visit, filled=filled, problems=error.problems)
    return RedirectResponse(f"{HERE}/{recipient_id}?klaar=bewaard", status_code=303)


@router.get(f"{HERE}/{{recipient_id}}")
def show_recipient(visit: DraftVisit, recipient_id: UUID, klaar: str = "") -> Response:
    """Show what is kept of a recipient."""
    known = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    unjudged = {each.profiel_id: each.count for each in list_unjudged(visit.desk, actor=visit.actor)}
    lost = [each for each in list_undelivered(visit.desk, actor=visit.actor) if each.recipient_id == known.id]
    view = views.recipients.RecipientPage(
        frame=frame_of(visit.request),
        name=known.name,
        channel=known.channel.value,
        address=known.address,
        reference=known.reference,
        agreements=rows_of(list_profielen(visit.desk, recipient_id, actor=visit.actor), unjudged=unjudged),
        agree_href=f"{HERE}/{known.id}/afspraak",
        change_href=f"{HERE}/{known.id}/verander",
        remove_href=f"{HERE}/{known.id}/weg",
        consent_href=f"{HERE}/{known.id}/toestemming",
        back_href=HERE,
        undelivered=dutch_day(lost[0].at) if lost and known.address else None,
        timeline=tuple(map(_happened, list_timeline(visit.desk, recipient_id, actor=visit.actor))),
        gives=may(visit.actor, Action.ISSUE),
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "deelnemer", view)


def _happened(happened: Happened) -> views.recipients.TimelineRow:
    of_badge = f"/gegeven/{happened.badge_id}" if happened.badge_id else None
    of_profiel = f"/afspraken/{happened.profiel_id}" if happened.profiel_id else None
    return views.recipients.TimelineRow(
        day=dutch_day(happened.at),
        what=happened.what.value,
        title=happened.title,
        href=of_badge or of_profiel,
    )


@router.get(f"{HERE}/{{recipient_id}}/verander")
def ask_change(visit: DraftVisit, recipient_id: UUID) -> Response:
    """Ask what to change."""
    known = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    return _form(visit, about=known, filled=_kept(known))


@router.post(f"{HERE}/{{recipient_id}}/verander")
def change(visit: DraftVisit, recipient_id: UUID, filled: SentFields) -> Response:
    """Change what is kept of a recipient."""
    known = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    try:
        change_recipient(visit.desk, recipient_id, read_recipient(filled.typed), actor=visit.actor)
    except FormError as error:
        return _form(visit, about=known, filled=filled, problems=error.problems)
    return RedirectResponse(f"{HERE}/{recipient_id}?klaar=bewaard", status_code=303)


@router.get(f"{HERE}/{{recipient_id}}/weg")
def ask_removal(visit: DraftVisit, recipient_id: UUID) -> Response:
    """Ask whether to take a recipient away, and say what that does."""
    known = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    view = views.recipients.RecipientRemoval(
        frame=frame_of(visit.request),
        name=known.name,
        action=f"{HERE}/{known.id}/weg",
        back_href=f"{HERE}/{known.id}",
        erase_href=f"{HERE}/{known.id}/wissen" if may(visit.actor, Action.ISSUE) else None,
    )
    return show(visit.request, "deelnemer-weg", view)


@router.post(f"{HERE}/{{recipient_id}}/weg")
def remove(visit: DraftVisit, recipient_id: UUID) -> Response:
    """Take a recipient away."""
    remove_recipient(visit.desk, recipient_id, actor=visit.actor)
    return RedirectResponse(f"{HERE}?klaar=weg", status_code=303)


def _form(
    visit: Visit,
    *,
    filled: RecipientFields,
    about: KnownRecipient | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    view = views.recipients.RecipientForm(
        frame=frame_of(visit.request),
        name=about.name if about else None,
        action=f"{HERE}/{about.id}/verander" if about else f"{HERE}/nieuw",
        back_href=f"{HERE}/{about.id}" if about else HERE,
        typed=filled.model_dump(),
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "deelnemer-gegevens", view)


def _rows(visit: Visit, found: Sequence[KnownRecipient]) -> tuple[views.recipients.RecipientRow, ...]:
    """Show recipients by name: first who says that something is not right, then who waits for an answer."""
    standings = list_standings(visit.desk, actor=visit.actor)
    unjudged = _unjudged_by(list_unjudged(visit.desk, actor=visit.actor))
    asked = Counter(each.recipient_id for each in list_open_questions(visit.desk, actor=visit.actor))
    rows = []
    for known in found:
        standing, answered = standings.get(known.id, (None, None))
        row = views.recipients.RecipientRow(
            name=known.name,
            standing=standing.value if standing else None,
            answered=dutch_day(answered) if answered else None,
            asked=asked[known.id],
            reference=known.reference,
            href=f"{HERE}/{known.id}",
            unjudged=unjudged.get(known.id, 0),
        )
        rows.append(row)
    waits = lambda row: (row.standing != Standing.OBJECTED, not row.asked, not row.unjudged)  # noqa: E731
    return tuple(sorted(rows, key=waits))


def _unjudged_by(unjudged: Sequence[Unjudged]) -> Mapping[UUID, int]:
    """Add up what each recipient told that nobody judged."""
    counted: Counter[UUID] = Counter()
    for each in unjudged:
        counted[each.recipient_id] += each.count
    return counted


def _kept(known: KnownRecipient) -> RecipientFields:
    address = known.address or ""
    return RecipientFields(
        naam=known.name,
        mail=address if known.channel is Channel.MAIL else "",
        telefoon=address if known.channel is Channel.PHONE else "",
        kenmerk=known.reference or "",
    )
