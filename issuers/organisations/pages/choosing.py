"""Choose with which kwalificaties one's organisation works."""

from collections.abc import Collection, Sequence
from typing import Annotated, Final

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.catalogue.model import Kwalificatie
from issuers.errors import FieldProblem, FormError
from issuers.organisations.choosing import choose_kwalificaties
from issuers.organisations.founding import crebos_of
from issuers.saying import Done, done_of, shown
from issuers.visiting import OrganisationVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = "/organisatie/kwalificaties"
DONE: Final[Done] = {
    "bewaard": {
        "nl": "Het is bewaard. Wie een bewijs geeft, ziet deze kwalificaties als eerste.",
        "en": "It is kept. Whoever gives a badge sees these kwalificaties first.",
    },
}


class ChoiceForm(BaseModel):
    """Hold what was ticked."""

    crebo: list[str] = []


@router.get(HERE)
def show_choice(visit: OrganisationVisit, klaar: str = "") -> Response:
    """Show all that there are, those that were chosen first."""
    chosen = crebos_of(visit.desk, visit.actor.organisation_id)
    return _page(visit, chosen=chosen, done=done_of(visit.request, klaar, done=DONE))


@router.post(HERE)
def choose(visit: OrganisationVisit, sent: Annotated[ChoiceForm, Form()]) -> Response:
    """Keep what was ticked."""
    try:
        choose_kwalificaties(visit.desk, sent.crebo, actor=visit.actor)
    except FormError as error:
        return _page(visit, chosen=sent.crebo, problems=error.problems)
    return RedirectResponse(f"{HERE}?klaar=bewaard", status_code=303)


def _page(
    visit: Visit,
    *,
    chosen: Collection[str],
    problems: Sequence[FieldProblem] = (),
    done: str | None = None,
) -> Response:
    def order(each: Kwalificatie) -> tuple[bool, str]:
        return each.crebo not in chosen, each.name.casefold()

    view = views.KwalificatieChoice(
        frame=frame_of(visit.request),
        action=HERE,
        back_href="/organisatie",
        options=tuple(
            views.KwalificatieOption(
                crebo=each.crebo, name=each.name, level=each.level, is_chosen=each.crebo in chosen
            )
            for each in sorted(visit.desk.catalogue.kwalificaties, key=order)
        ),
        problems=shown(visit.request, problems),
        done=done,
    )
    return show(visit.request, "organisatie-kwalificaties", view)
