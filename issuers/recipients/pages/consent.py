"""Note that a recipient is younger than 16, that a parent agrees, or does not any more."""

from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response

from badges.moments import dutch_day
from issuers.errors import FieldProblem
from issuers.recipients.consent import (
    find_consent,
    forget_young,
    note_consent,
    note_young,
    withdraw_consent,
)
from issuers.recipients.keeping import find_recipient
from issuers.recipients.tables import Asked
from issuers.saying import Done, done_of, shown
from issuers.visiting import DraftVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

OVERVIEW: Final = "/deelnemers"
HERE: Final = f"{OVERVIEW}/{{recipient_id}}/toestemming"
YOUNG, YES, NO, OLD = "jong", "ja", "nee", "oud"
PLAIN: Final = {YOUNG: note_young, NO: withdraw_consent, OLD: forget_young}
NO_WAY: Final = FieldProblem("hoe", "missing", "Kies hoe een ouder het zei.", "Choose how a parent said it.")
NO_DEED: Final = FieldProblem("hoe", "missing", "Kies een van de knoppen.", "Choose one of the buttons.")
DONE: Final[Done] = {"bewaard": {"nl": "Het is genoteerd.", "en": "It is noted."}}


@router.get(HERE)
def ask(visit: DraftVisit, recipient_id: UUID, klaar: str = "") -> Response:
    """Show what is noted, and what can be."""
    return _page(visit, recipient_id, klaar=klaar)


@router.post(HERE)
def note(
    visit: DraftVisit,
    recipient_id: UUID,
    doe: Annotated[str, Form(max_length=10)] = "",
    hoe: Annotated[str, Form(max_length=20)] = "",
) -> Response:
    """Note it."""
    if doe == YES:
        if hoe not in set(Asked):
            return _page(visit, recipient_id, problems=[NO_WAY])
        note_consent(visit.desk, recipient_id, how=Asked(hoe), actor=visit.actor)
    elif doe in PLAIN:
        PLAIN[doe](visit.desk, recipient_id, actor=visit.actor)
    else:
        return _page(visit, recipient_id, problems=[NO_DEED])
    return RedirectResponse(f"{OVERVIEW}/{recipient_id}/toestemming?klaar=bewaard", status_code=303)


def _page(
    visit: Visit, recipient_id: UUID, *, klaar: str = "", problems: list[FieldProblem] | None = None
) -> Response:
    known = find_recipient(visit.desk, recipient_id, actor=visit.actor)
    consent = find_consent(visit.desk, recipient_id, actor=visit.actor)
    view = views.recipients.ParentConsent(
        frame=frame_of(visit.request),
        name=known.name,
        is_young=consent is not None,
        agreed=dutch_day(consent.agreed) if consent and consent.agreed else None,
        how=consent.how.value if consent and consent.how else None,
        withdrawn=dutch_day(consent.withdrawn) if consent and consent.withdrawn else None,
        action=f"{OVERVIEW}/{recipient_id}/toestemming",
        back_href=f"{OVERVIEW}/{recipient_id}",
        problems=shown(visit.request, problems or []),
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "deelnemer-toestemming", view)
