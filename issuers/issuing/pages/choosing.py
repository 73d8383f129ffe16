"""Choose the werkproces that somebody did: step 1 of giving a badge."""

from functools import partial
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import Response
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.badgeklassen.finding import offered
from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.drafts.keeping import list_ready
from issuers.going import stopped_because
from issuers.holding.known import count_waiting, list_own_objected, list_to_confirm
from issuers.holding.pages.showing import held_rows
from issuers.issuing.overview import used_before
from issuers.issuing.pages.step import form_path
from issuers.issuing.pages.tiles import Href, kwalificatie_tiles, search_outcome, tile
from issuers.issuing.pages.writing import hindrance_of
from issuers.organisations.founding import find_organisation, offered_by
from issuers.people.permissions import Action, Actor, may, require
from issuers.praktijkverklaring.asking import list_open_questions
from templates import views
from templates.documents.emblems import small
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

FIRST: Final = 5
"""So much that waits stands on the first page; the rest is one press away."""


@router.get("/uitreiken")
def choose(
    request: Request, desk: Desk, actor: SignedInActor, zoek: str = "", verbetert: UUID | None = None
) -> Response:
    """Choose the werkproces: used before, this organisation's kwalificaties, or search.

    `verbetert` is the badge that was given for the wrong one.
    """
    require(actor, Action.ISSUE)
    language, query = language_of(request), zoek.strip()
    href = partial(form_path, verbetert=verbetert)
    organisation = find_organisation(desk, actor.organisation_id)
    view = views.issuing.IssueStart(
        frame=frame_of(request),
        to_confirm=held_rows(
            list_to_confirm(desk, actor=actor, limit=FIRST), actor=actor, now=desk.clock.now()
        ),
        objected=held_rows(
            list_own_objected(desk, actor=actor, limit=FIRST), actor=actor, now=desk.clock.now()
        ),
        ready=_ready(desk, actor),
        questions=_questions(desk, actor),
        held_href="/onderweg" if (held := count_waiting(desk, actor=actor)) else None,
        held=held,
        organisation=organisation.name,
        search_action="/uitreiken",
        used_before=_used_before(desk, actor, href=href, language=language),
        kwalificaties=_own_kwalificaties(desk, actor, href=href, language=language),
        search=search_outcome(desk.catalogue.search(query), query=query, href=href, language=language)
        if query
        else None,
        all_href=None if verbetert else "/werkprocessen",
        posters_href=None if verbetert else "/posters",
        hidden=(("verbetert", str(verbetert)),) if verbetert else (),
        hindrance=hindrance_of(request, desk, actor, stopped_because(organisation)),
        own_badges=() if verbetert else _own_badges(desk, actor),
        design_href="/badgeklassen" if may(actor, Action.DESIGN) and not verbetert else None,
    )
    return show(request, "uitreiken-kies", view)


def _own_badges(desk: IssuingDesk, actor: Actor) -> tuple[views.pieces.OwnBadge, ...]:
    """Show what the organisation designed itself."""
    return tuple(
        views.pieces.OwnBadge(
            name=each.name,
            description=each.description,
            picture=small(each.emblem),
            href=f"/geven/{design_id}",
        )
        for design_id, each in offered(desk, actor=actor)
    )


def _used_before(
    desk: IssuingDesk, actor: Actor, *, href: Href, language: Language
) -> tuple[views.pieces.Tile, ...]:
    entries = used_before(desk, organisation_id=actor.organisation_id)
    return tuple(
        tile(each.werkproces, href=href, below=each.kwalificatie.name, language=language) for each in entries
    )


def _own_kwalificaties(
    desk: IssuingDesk, actor: Actor, *, href: Href, language: Language
) -> tuple[views.pieces.KwalificatieTiles, ...]:
    """Show those that the organisation works with."""
    return tuple(
        kwalificatie_tiles(each, href=href, language=language)
        for each in offered_by(desk, actor.organisation_id)
    )


def _questions(desk: IssuingDesk, actor: Actor) -> tuple[views.recipients.WaitingRow, ...]:
    """Show what schools wait for an answer to."""
    return tuple(
        views.recipients.WaitingRow(
            href=f"/vragen/{each.id}", name=each.name, since=dutch_day(each.since), school=each.school
        )
        for each in list_open_questions(desk, actor=actor)
    )


def _ready(desk: IssuingDesk, actor: Actor) -> tuple[views.issuing.ReadyRow, ...]:
    """Show what others wrote for this one to read and give."""
    return tuple(
        views.issuing.ReadyRow(
            name=each.name,
            title=each.entry.werkproces.title,
            by=each.written_by,
            href=f"{form_path(each.entry.werkproces)}?afspraak={each.profiel_id}",
        )
        for each in list_ready(desk, actor=actor)
    )
