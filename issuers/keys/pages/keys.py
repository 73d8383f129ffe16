"""The keys of an organisation: which there are, a new one, and what to do when one was stolen."""

from collections.abc import Sequence
from datetime import datetime
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response

from badges.moments import DUTCH
from issuers.errors import CompromiseError, FieldProblem, NotFoundError
from issuers.issuing.reissuing import count_to_reissue, reissue_some
from issuers.keys.managing import list_keys, rotate_key, sealed_because, withdraw_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.saying import Done, done_of, shown
from issuers.visiting import KeysVisit, Visit
from templates import views
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


def key_of(visit: KeysVisit, key_id: UUID) -> Key:
    """Find the key that the address names, among the organisation's own.

    Raises:
        NotFoundError: the organisation has no such key.
    """
    for key in list_keys(visit.desk, actor=visit.actor):
        if key.id == key_id:
            return key
    raise NotFoundError


OwnKey = Annotated[Key, Depends(key_of)]


@router.get("/sleutels")
def show_keys(visit: KeysVisit, klaar: str = "") -> Response:
    """Show which keys there are, in use and from before."""
    keys = list_keys(visit.desk, actor=visit.actor)
    view = views.keys.Keys(
        frame=frame_of(visit.request),
        organisation=visit.organisation.name,
        groups=tuple(_group(visit, purpose, keys=keys) for purpose in PURPOSES),
        is_sealed=sealed_because(visit.desk) is not None,
        hindrance=visit.hindrance,
        done=done_of(visit.request, klaar, done=DONE),
    )
    return show(visit.request, "sleutels", view)


@router.get("/sleutels/{purpose}/vervangen")
def ask_to_replace(visit: KeysVisit, purpose: KeyPurpose) -> Response:
    """Say what happens when a new key is taken into use; that changes nothing."""
    if purpose not in PURPOSES or _replace_href(visit, purpose) is None:
        raise NotFoundError
    view = views.keys.KeyReplace(
        frame=frame_of(visit.request),
        purpose=purpose.value,
        action=f"/sleutels/{purpose.value}/vervangen",
        back_href="/sleutels",
    )
    return show(visit.request, "sleutel-nieuw", view)


@router.post("/sleutels/{purpose}/vervangen")
def replace_key(visit: KeysVisit, purpose: KeyPurpose) -> Response:
    """Take a new key into use; what the old one signed stays good.

    Raises:
        NotFoundError: an organisation has no keys for this purpose.
    """
    if purpose not in PURPOSES:
        raise NotFoundError
    rotate_key(visit.desk, purpose, actor=visit.actor)
    return RedirectResponse("/sleutels?klaar=vervangen", status_code=303)


@router.get("/sleutels/{key_id}/kwijt")
def ask_since_when(visit: KeysVisit, key: OwnKey) -> Response:
    """Say what happens when a key is not trusted any more, and ask since when."""
    return _ask(visit, key)


@router.post("/sleutels/{key_id}/kwijt")
def distrust_key(
    visit: KeysVisit, key: OwnKey, sinds: Annotated[str, Form()] = "", zeker: Annotated[str, Form()] = ""
) -> Response:
    """Take a key out of trust, and make the next one."""
    problems = [] if zeker else [UNSURE]
    try:
        since = _read_moment(sinds)
        if not problems:
            withdraw_key(visit.desk, key.id, actor=visit.actor, since=since)
            return RedirectResponse(f"/sleutels/{key.id}/opnieuw", status_code=303)
    except ValueError:
        problems.append(NO_MOMENT)
    except CompromiseError as error:
        problems.append(FieldProblem.of(error, field="sinds"))
    return _ask(visit, key, since=sinds, problems=problems)


@router.get("/sleutels/{key_id}/opnieuw")
def show_progress(visit: KeysVisit, key: OwnKey, gedaan: int = 0, klaar: str = "") -> Response:
    """Show how many badges still have the signature of a key that is not trusted.

    Raises:
        NotFoundError: the key is trusted.
    """
    if key.withdrawn is None:
        raise NotFoundError
    left = count_to_reissue(visit.desk, key.id, actor=visit.actor)
    view = views.keys.Reissue(
        frame=frame_of(visit.request),
        action=f"/sleutels/{key.id}/opnieuw",
        done=max(gedaan, 0),
        left=left,
        is_stuck=bool(left and klaar),
        back_href="/sleutels",
    )
    return show(visit.request, "sleutel-opnieuw", view)


@router.post("/sleutels/{key_id}/opnieuw")
def sign_again(visit: KeysVisit, key: OwnKey, gedaan: Annotated[int, Form()] = 0) -> Response:
    """Sign the next badges again; the page comes back with what is left."""
    some = reissue_some(visit.desk, key.id, actor=visit.actor)
    done = max(gedaan, 0) + some.signed
    stopped = "&klaar=ja" if some.signed == 0 else ""
    return RedirectResponse(f"/sleutels/{key.id}/opnieuw?gedaan={done}{stopped}", status_code=303)


def _group(visit: Visit, purpose: KeyPurpose, *, keys: Sequence[Key]) -> views.keys.KeyGroup:
    """Show the keys of one purpose, the newest first."""
    rows = [_row(visit, key) for key in reversed(keys) if key.purpose is purpose]
    return views.keys.KeyGroup(
        purpose=purpose.value,
        rows=tuple(rows),
        replace_href=_replace_href(visit, purpose),
    )


def _replace_href(visit: Visit, purpose: KeyPurpose) -> str | None:
    """Lead to a new key where one can be made: its lists go on after an organisation stopped."""
    if purpose is not KeyPurpose.LIST and (visit.hindrance or sealed_because(visit.desk)):
        return None
    return f"/sleutels/{purpose.value}/vervangen"


def _row(visit: Visit, key: Key) -> views.keys.KeyRow:
    is_withdrawn = key.withdrawn is not None
    left = count_to_reissue(visit.desk, key.id, actor=visit.actor) if is_withdrawn else 0
    return views.keys.KeyRow(
        name=key.multikey[-8:],
        since=key.created,
        until=key.retired,
        compromised=key.compromised or key.withdrawn,
        to_reissue=left,
        lost_href=None if is_withdrawn else f"/sleutels/{key.id}/kwijt",
        reissue_href=f"/sleutels/{key.id}/opnieuw" if left else None,
    )


def _ask(visit: Visit, key: Key, *, since: str = "", problems: Sequence[FieldProblem] = ()) -> Response:
    view = views.keys.KeyLost(
        frame=frame_of(visit.request),
        purpose=key.purpose.value,
        name=key.multikey[-8:],
        created=key.created,
        earliest=_written(key.created),
        latest=_written(visit.desk.clock.now()),
        since=since,
        action=f"/sleutels/{key.id}/kwijt",
        back_href="/sleutels",
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "sleutel-kwijt", view)


def _read_moment(typed: str) -> datetime | None:
    """Read a moment as a browser sends it, in Dutch time; nothing is now.

    Raises:
        ValueError: it is none.
    """
    if not typed.strip():
        return None
    moment = datetime.fromisoformat(typed.strip())
    return moment if moment.tzinfo else moment.replace(tzinfo=DUTCH)


def _written(moment: datetime) -> str:
    """Write a moment as the field of a browser has it."""
    return moment.astimezone(DUTCH).strftime("%Y-%m-%dT%H:%M")
