"""The keys of an organisation: which there are, a new one, and what to do when one was stolen."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.errors import CompromiseError, FieldProblem, NotFoundError
from issuers.issuing.reissuing import count_to_reissue, reissue_some
from issuers.keys.managing import list_keys, rotate_key, sealed_because, withdraw_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.organisations.founding import find_organisation
from issuers.people.permissions import Action, Actor, require
from issuers.saying import Done, done_of, shown
from templates import views
from templates.rendering import dutch_zone
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

PURPOSES = (KeyPurpose.ASSERTION, KeyPurpose.TOKEN, KeyPurpose.LIST)
UNSURE = FieldProblem(
    "zeker",
    "not-sure",
    "Kruis aan dat je het zeker weet. Dit kan niet ongedaan.",
    "Tick that you are sure. This cannot be undone.",
)
NO_MOMENT = FieldProblem(
    "sinds",
    "no-moment",
    "Kies een dag en een tijd, of laat het leeg voor: nu.",
    "Choose a day and a time, or leave it empty for: now.",
)
DONE: Final[Done] = {
    "vervangen": {
        "nl": "Gelukt: de nieuwe sleutel is nu in gebruik. Wat eerder is gegeven, blijft geldig.",
        "en": "Done: the new key is now in use. What was given before stays valid.",
    },
}


@dataclass(frozen=True, slots=True, kw_only=True)
class Safe:
    """Hold whose keys are looked at, and by whom."""

    request: Request
    desk: IssuingDesk
    actor: Actor
    organisation: str


def safe_of(request: Request, desk: Desk, actor: SignedInActor) -> Safe:
    """Open the keys to who may manage them."""
    require(actor, Action.MANAGE_KEYS)
    name = find_organisation(desk, actor.organisation_id).name
    return Safe(request=request, desk=desk, actor=actor, organisation=name)


OwnSafe = Annotated[Safe, Depends(safe_of)]


def key_of(safe: OwnSafe, key_id: UUID) -> Key:
    """Find the key that the address names, among the organisation's own."""
    for key in list_keys(safe.desk, actor=safe.actor):
        if key.id == key_id:
            return key
    raise NotFoundError


OwnKey = Annotated[Key, Depends(key_of)]


@router.get("/sleutels")
def show_keys(safe: OwnSafe, klaar: str = "") -> Response:
    """Show which keys there are, in use and from before."""
    keys = list_keys(safe.desk, actor=safe.actor)
    view = views.Keys(
        frame=frame_of(safe.request),
        organisation=safe.organisation,
        groups=tuple(_group(safe, purpose, keys=keys) for purpose in PURPOSES),
        is_sealed=sealed_because(safe.desk) is not None,
        done=done_of(safe.request, klaar, done=DONE),
    )
    return show(safe.request, "sleutels", view)


@router.post("/sleutels/{purpose}/vervangen")
def replace_key(safe: OwnSafe, purpose: KeyPurpose) -> Response:
    """Take a new key into use; what the old one signed stays good."""
    if purpose not in PURPOSES:
        raise NotFoundError
    rotate_key(safe.desk, purpose, actor=safe.actor)
    return RedirectResponse("/sleutels?klaar=vervangen", status_code=303)


@router.get("/sleutels/{key_id}/kwijt")
def ask_since_when(safe: OwnSafe, key: OwnKey) -> Response:
    """Say what happens when a key is not trusted any more, and ask since when."""
    return _ask(safe, key)


@router.post("/sleutels/{key_id}/kwijt")
def distrust_key(
    safe: OwnSafe, key: OwnKey, sinds: Annotated[str, Form()] = "", zeker: Annotated[str, Form()] = ""
) -> Response:
    """Take a key out of trust, and make the next one."""
    problems = [] if zeker else [UNSURE]
    try:
        since = _read_moment(sinds)
        if not problems:
            withdraw_key(safe.desk, key.id, actor=safe.actor, since=_not_before(key.created, since))
            return RedirectResponse(f"/sleutels/{key.id}/opnieuw", status_code=303)
    except ValueError:
        problems.append(NO_MOMENT)
    except CompromiseError as error:
        problems.append(FieldProblem.of(error, field="sinds"))
    return _ask(safe, key, since=sinds, problems=problems)


@router.get("/sleutels/{key_id}/opnieuw")
def show_progress(safe: OwnSafe, key: OwnKey, gedaan: int = 0, klaar: str = "") -> Response:
    """Show how many badges still have the signature of a key that is not trusted."""
    if key.withdrawn is None:
        raise NotFoundError
    left = count_to_reissue(safe.desk, key.id, actor=safe.actor)
    view = views.Reissue(
        frame=frame_of(safe.request),
        action=f"/sleutels/{key.id}/opnieuw",
        done=max(gedaan, 0),
        left=left,
        is_stuck=bool(left and klaar),
        back_href="/sleutels",
    )
    return show(safe.request, "sleutel-opnieuw", view)


@router.post("/sleutels/{key_id}/opnieuw")
def sign_again(safe: OwnSafe, key: OwnKey, gedaan: Annotated[int, Form()] = 0) -> Response:
    """Sign the next badges again; the page comes back with what is left."""
    some = reissue_some(safe.desk, key.id, actor=safe.actor)
    done = max(gedaan, 0) + some.signed
    stopped = "&klaar=ja" if some.signed == 0 else ""
    return RedirectResponse(f"/sleutels/{key.id}/opnieuw?gedaan={done}{stopped}", status_code=303)


def _group(safe: Safe, purpose: KeyPurpose, *, keys: Sequence[Key]) -> views.KeyGroup:
    """Show the keys of one purpose, the newest first."""
    rows = [_row(safe, key) for key in reversed(keys) if key.purpose is purpose]
    return views.KeyGroup(
        purpose=purpose.value,
        rows=tuple(rows),
        replace_action=f"/sleutels/{purpose.value}/vervangen",
    )


def _row(safe: Safe, key: Key) -> views.KeyRow:
    is_withdrawn = key.withdrawn is not None
    left = count_to_reissue(safe.desk, key.id, actor=safe.actor) if is_withdrawn else 0
    return views.KeyRow(
        name=key.multikey[-8:],
        since=key.created,
        until=key.retired,
        compromised=key.compromised or key.withdrawn,
        to_reissue=left,
        lost_href=None if is_withdrawn else f"/sleutels/{key.id}/kwijt",
        reissue_href=f"/sleutels/{key.id}/opnieuw" if left else None,
    )


def _ask(safe: Safe, key: Key, *, since: str = "", problems: Sequence[FieldProblem] = ()) -> Response:
    view = views.KeyLost(
        frame=frame_of(safe.request),
        purpose=key.purpose.value,
        name=key.multikey[-8:],
        created=key.created,
        earliest=_written(key.created),
        latest=_written(safe.desk.clock.now()),
        since=since,
        action=f"/sleutels/{key.id}/kwijt",
        back_href="/sleutels",
        problems=shown(safe.request, problems),
    )
    return show(safe.request, "sleutel-kwijt", view)


def _read_moment(typed: str) -> datetime | None:
    """Read a moment as a browser sends it, in Dutch time; nothing is now.

    Raises:
        ValueError: it is none.
    """
    if not typed.strip():
        return None
    moment = datetime.fromisoformat(typed.strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=dutch_zone())


def _not_before(created: datetime, moment: datetime | None) -> datetime | None:
    """Take the minute in which a key was made for its making: a browser sends no seconds."""
    if moment is None or moment >= created or moment < created.replace(second=0):
        return moment
    return created


def _written(moment: datetime) -> str:
    """Write a moment as the field of a browser has it."""
    return moment.astimezone(dutch_zone()).strftime("%Y-%m-%dT%H:%M")
