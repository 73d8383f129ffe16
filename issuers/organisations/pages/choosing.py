"""Choose with which kwalificaties one's organisation works; ticks stay while somebody searches."""

from collections.abc import Collection, Iterable, Sequence
from dataclasses import dataclass, field
from typing import Annotated, Final
from urllib.parse import urlencode

from fastapi import APIRouter, Form, Query
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError
from issuers.organisations.choosing import choose_kwalificaties
from issuers.organisations.founding import crebos_of
from issuers.saying import Done, done_of, shown
from issuers.visiting import OrganisationVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = "/organisatie/kwalificaties"
MOST_FOUND: Final = 12
MOST_HITS: Final = 1_000
DONE: Final[Done] = {
    "bewaard": {
        "nl": "Het is bewaard. Wie een bewijs geeft, ziet deze kwalificaties als eerste.",
        "en": "It is kept. Whoever gives a badge sees these kwalificaties first.",
    },
}


class ChoiceForm(BaseModel):
    """Hold what was ticked, and the word that was searched for with the button for that."""

    crebo: list[str] = []
    zoek: str = ""
    zoekt: str = ""


@dataclass(frozen=True, slots=True, kw_only=True)
class Choice:
    """Hold what is ticked on the page, what was searched for, and what is wrong or was done."""

    ticked: Collection[str]
    query: str = ""
    problems: Sequence[FieldProblem] = field(default=())
    done: str | None = None


@router.get(HERE)
def show_choice(
    visit: OrganisationVisit,
    crebo: Annotated[list[str] | None, Query()] = None,
    zoek: str | None = None,
    klaar: str = "",
) -> Response:
    """Show what is ticked on top: what was kept, or while somebody searches what the address says."""
    if zoek is not None:
        return _page(visit, Choice(ticked=crebo or (), query=zoek.strip()))
    kept = crebos_of(visit.desk, visit.actor.organisation_id)
    return _page(visit, Choice(ticked=kept, done=done_of(visit.request, klaar, done=DONE)))


@router.post(HERE)
def choose(visit: OrganisationVisit, sent: Annotated[ChoiceForm, Form()]) -> Response:
    """Keep what was ticked; or with the other button, go and look for more of them."""
    if sent.zoekt:
        asked = urlencode({"zoek": sent.zoek, "crebo": sent.crebo}, doseq=True)
        return RedirectResponse(f"{HERE}?{asked}", status_code=303)
    try:
        choose_kwalificaties(visit.desk, sent.crebo, actor=visit.actor)
    except FormError as error:
        return _page(visit, Choice(ticked=sent.crebo, query=sent.zoek, problems=error.problems))
    return RedirectResponse(f"{HERE}?klaar=bewaard", status_code=303)


def _page(visit: Visit, choice: Choice) -> Response:
    everything = {each.crebo: each for each in visit.desk.catalogue.kwalificaties}
    by_name = sorted(everything, key=lambda crebo: everything[crebo].name.casefold())
    ticked = [crebo for crebo in by_name if crebo in choice.ticked]
    answers = _search(visit.desk, choice.query) if choice.query else []
    found = [crebo for crebo in answers if crebo not in ticked][:MOST_FOUND]
    others = [crebo for crebo in by_name if crebo not in {*ticked, *found}]

    def options(crebos: Iterable[str]) -> tuple[views.organisations.KwalificatieOption, ...]:
        chosen = (everything[crebo] for crebo in crebos)
        return tuple(
            views.organisations.KwalificatieOption(crebo=each.crebo, name=each.name, level=each.level)
            for each in chosen
        )

    view = views.organisations.KwalificatieChoice(
        frame=frame_of(visit.request),
        action=HERE,
        back_href="/organisatie",
        query=choice.query,
        ticked=options(ticked),
        found=options(found),
        others=options(others),
        has_answers=bool(answers),
        is_kept=set(ticked) == set(crebos_of(visit.desk, visit.actor.organisation_id)),
        problems=shown(visit.request, choice.problems),
        done=choice.done,
    )
    return show(visit.request, "organisatie-kwalificaties", view)


def _search(desk: IssuingDesk, query: str) -> list[str]:
    """Find kwalificaties by the words of their work, as who gives a badge does, and by their own name."""
    catalogue = desk.catalogue
    hits = catalogue.search(query, limit=MOST_HITS).hits
    named = [each for each in catalogue.kwalificaties if query.casefold() in each.name.casefold()]
    return list(dict.fromkeys([*(hit.kwalificatie.crebo for hit in hits), *(each.crebo for each in named)]))
