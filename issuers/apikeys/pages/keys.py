"""The API keys of an organisation: which there are, a new one, and withdrawing one."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel

from badges.moments import dutch_day
from issuers.apikeys.managing import (
    Lifetime,
    OwnKey,
    TypedKey,
    actions_offered,
    list_api_keys,
    make_api_key,
    read_new_key,
    withdraw_api_key,
)
from issuers.errors import FieldProblem, FormError, IssuersError, OrganisationStoppedError
from issuers.people.permissions import Action
from issuers.saying import Done, done_of, shown
from issuers.visiting import KeysVisit, Visit
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

KEYS = "/api-sleutels"
DONE: Final[Done] = {
    "ingetrokken": {
        "nl": "De sleutel is ingetrokken. Hij opent niets meer.",
        "en": "The key is withdrawn. It opens nothing any more.",
    },
}


class KeyForm(BaseModel):
    """Hold the fields of the form as they were sent."""

    naam: str = ""
    mag: list[str] = []
    duur: str = ""

    @property
    def typed(self) -> TypedKey:
        """Give what was typed."""
        return TypedKey(naam=self.naam, mag=tuple(self.mag), duur=self.duur)


@router.get(KEYS)
def show_keys(visit: KeysVisit, klaar: str = "") -> Response:
    """Show which keys there are, and which there were."""
    keys = list_api_keys(visit.desk, actor=visit.actor)
    view = views.keys.ApiKeys(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        rows=tuple(_row(key) for key in keys if not key.is_over),
        over=tuple(_row(key) for key in keys if key.is_over),
        make_href=f"{KEYS}/nieuw",
        docs_href="/api",
        hindrance=visit.hindrance,
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "api-sleutels", view)


@router.get(f"{KEYS}/nieuw")
def ask_for_key(visit: KeysVisit) -> Response:
    """Ask what a key is for."""
    return _form(visit, typed=TypedKey())


@router.post(f"{KEYS}/nieuw")
def make_key(visit: KeysVisit, filled: Annotated[KeyForm, Form()]) -> Response:
    """Make a key, and show it this once."""
    try:
        new = read_new_key(filled.typed, actor=visit.actor)
        made = make_api_key(visit.desk, new, actor=visit.actor)
    except FormError as error:
        return _form(visit, typed=filled.typed, problems=error.problems)
    except OrganisationStoppedError as error:
        return _form(visit, typed=filled.typed, because=error)
    view = views.keys.ApiKeyMade(
        frame=frame_of(visit.request),
        name=made.name,
        secret=made.secret,
        until=dutch_day(made.expires),
        back_href=KEYS,
    )
    return show(visit.request, "api-sleutel-gemaakt", view)


@router.post(f"{KEYS}/{{key_id}}/intrekken")
def withdraw_key(visit: KeysVisit, key_id: UUID) -> Response:
    """Withdraw a key."""
    withdraw_api_key(visit.desk, key_id, actor=visit.actor)
    return RedirectResponse(f"{KEYS}?klaar=ingetrokken", status_code=303)


def _form(
    visit: Visit,
    *,
    typed: TypedKey,
    problems: Sequence[FieldProblem] = (),
    because: IssuersError | None = None,
) -> Response:
    offered = actions_offered(visit.actor)
    view = views.keys.ApiKeyForm(
        frame=frame_of(visit.request),
        actions=tuple(action.value for action in offered),
        lifetimes=tuple(lifetime.value for lifetime in Lifetime),
        may_issue=Action.ISSUE in offered,
        people_href="/mensen",
        action=f"{KEYS}/nieuw",
        back_href=KEYS,
        typed={"naam": typed.naam, "duur": typed.duur},
        chosen=typed.mag,
        problems=shown(visit.request, problems),
        hindrance=visit.hindrance,
    )
    return show(visit.request, "api-sleutel-nieuw", view, because=because)


def _row(key: OwnKey) -> views.keys.ApiKeyRow:
    return views.keys.ApiKeyRow(
        name=key.name,
        ending=key.ending,
        maker=key.maker,
        actions=_named(key.actions),
        works_for=_named(key.works_for),
        created=dutch_day(key.created),
        expires=dutch_day(key.expires),
        withdrawn=dutch_day(key.withdrawn) if key.withdrawn else None,
        used=key.used,
        withdraw_action=None if key.is_over else f"{KEYS}/{key.id}/intrekken",
    )


def _named(actions: frozenset[Action]) -> tuple[str, ...]:
    """Name actions in the order in which they were offered."""
    return tuple(sorted(action.value for action in actions))
