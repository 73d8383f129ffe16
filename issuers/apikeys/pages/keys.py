"""The API keys of an organisation: which there are, a new one, and withdrawing one."""

from collections.abc import Sequence
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from starlette.requests import Request

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
from issuers.dependencies import Desk, SignedInActor
from issuers.errors import FieldProblem, FormError
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, require
from issuers.saying import Done, done_of, shown
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


def keeper_of(actor: SignedInActor) -> Actor:
    """Let in who may make keys."""
    require(actor, Action.MANAGE_KEYS)
    return actor


Keeper = Annotated[Actor, Depends(keeper_of)]


@router.get(KEYS)
def show_keys(request: Request, desk: Desk, actor: Keeper, klaar: str = "") -> Response:
    """Show which keys there are, and which there were."""
    keys = list_api_keys(desk, actor=actor)
    view = views.ApiKeys(
        frame=frame_of(request),
        organisation=find_organisation(desk, actor.organisation_id).name,
        rows=tuple(_row(key) for key in keys if not key.is_over),
        over=tuple(_row(key) for key in keys if key.is_over),
        make_href=f"{KEYS}/nieuw",
        docs_href="/api",
        done=done_of(request, klaar, done=DONE),
    )
    return show(request, "api-sleutels", view)


@router.get(f"{KEYS}/nieuw")
def ask_for_key(request: Request, actor: Keeper) -> Response:
    """Ask what a key is for."""
    return _form(request, actor, typed=TypedKey())


@router.post(f"{KEYS}/nieuw")
def make_key(request: Request, desk: Desk, actor: Keeper, filled: Annotated[KeyForm, Form()]) -> Response:
    """Make a key, and show it this once."""
    try:
        new = read_new_key(filled.typed, actor=actor)
    except FormError as error:
        return _form(request, actor, typed=filled.typed, problems=error.problems)
    made = make_api_key(desk, new, actor=actor)
    view = views.ApiKeyMade(
        frame=frame_of(request),
        name=made.name,
        secret=made.secret,
        until=made.expires.date(),
        back_href=KEYS,
    )
    return show(request, "api-sleutel-gemaakt", view)


@router.post(f"{KEYS}/{{key_id}}/intrekken")
def withdraw_key(desk: Desk, actor: Keeper, key_id: UUID) -> Response:
    """Withdraw a key."""
    withdraw_api_key(desk, key_id, actor=actor)
    return RedirectResponse(f"{KEYS}?klaar=ingetrokken", status_code=303)


def _form(
    request: Request, actor: Actor, *, typed: TypedKey, problems: Sequence[FieldProblem] = ()
) -> Response:
    offered = actions_offered(actor)
    view = views.ApiKeyForm(
        frame=frame_of(request),
        actions=tuple(action.value for action in offered),
        lifetimes=tuple(lifetime.value for lifetime in Lifetime),
        may_issue=Action.ISSUE in offered,
        people_href="/mensen",
        action=f"{KEYS}/nieuw",
        back_href=KEYS,
        typed={"naam": typed.naam, "duur": typed.duur},
        chosen=typed.mag,
        problems=shown(request, problems),
    )
    return show(request, "api-sleutel-nieuw", view)


def _row(key: OwnKey) -> views.ApiKeyRow:
    return views.ApiKeyRow(
        name=key.name,
        ending=key.ending,
        maker=key.maker,
        actions=_named(key.actions),
        works_for=_named(key.works_for),
        created=key.created.date(),
        expires=key.expires.date(),
        withdrawn=key.withdrawn.date() if key.withdrawn else None,
        used=key.used,
        withdraw_action=None if key.is_over else f"{KEYS}/{key.id}/intrekken",
    )


def _named(actions: frozenset[Action]) -> tuple[str, ...]:
    """Name actions in the order in which they were offered."""
    return tuple(sorted(action.value for action in actions))
