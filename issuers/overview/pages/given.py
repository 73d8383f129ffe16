"""What this organisation gave: looked through, a page at a time, and taken along as a table."""

from dataclasses import asdict
from typing import Annotated, Final
from uuid import UUID

from fastapi import APIRouter, Form
from fastapi.responses import Response, StreamingResponse
from pydantic import BaseModel
from starlette.requests import Request

from badges.moments import dutch_day
from issuers.dependencies import Desk, SignedInActor
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.pages.withdrawing import may_correct
from issuers.organisations.founding import find_organisation
from issuers.overview.exporting import sheet_of, standing_of
from issuers.overview.listing import Beside, ListedBadge, all_badges, list_badges
from issuers.overview.looking import Standing, TypedSearch, read_search
from issuers.people.permissions import Action, Actor, may
from issuers.saying import Done, done_of, shown
from issuers.sheets import CSV, XLSX, as_csv, as_xlsx
from templates import views
from templates.showing import field_of_facts
from web.clock import Clock
from web.locale import language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE: Final = "/gegeven"
DONE: Final[Done] = {
    "ingetrokken": {
        "nl": "Het bewijs is ingetrokken. Wie het controleert, ziet dat nu.",
        "en": "The badge is withdrawn. Whoever checks it sees that now.",
    },
    "gewist": {"nl": "Het bewijs is gewist.", "en": "The badge is erased."},
    "niets": {
        "nl": "Kies eerst een of meer bewijzen: zet een vinkje.",
        "en": "Choose one or more badges first: tick a box.",
    },
    "teveel": {
        "nl": "Dat zijn er meer dan 2.000. Kies een kortere periode, of zoek op een woord.",
        "en": "Those are more than 2,000. Choose a shorter period, or look for a word.",
    },
}
STATES: Final = {
    Standing.GELDIG: views.pieces.State.VALID,
    Standing.VERBETERD: views.pieces.State.REPLACED,
    Standing.INGETROKKEN: views.pieces.State.REVOKED,
    Standing.VERLOPEN: views.pieces.State.EXPIRED,
}


class Search(BaseModel):
    """Hold what is looked for, and beside which badge the page begins.

    It is sent, and stands in no address: who looks for somebody types his name.
    """

    zoek: str = ""
    stand: str = ""
    van: str = ""
    tot: str = ""
    ouder: UUID | None = None
    nieuwer: UUID | None = None

    @property
    def typed(self) -> TypedSearch:
        """Give what was typed, to read it."""
        return TypedSearch(zoek=self.zoek, stand=self.stand, van=self.van, tot=self.tot)


Asked = Annotated[Search, Form()]


@router.get(HERE)
def show_given(request: Request, desk: Desk, actor: SignedInActor, klaar: str = "") -> Response:
    """Show what this organisation gave, the newest first."""
    return _show(request, desk, actor, asked=Search(), done=done_of(request, klaar, done=DONE))


@router.post(HERE)
def look(request: Request, desk: Desk, actor: SignedInActor, asked: Asked) -> Response:
    """Show what was looked for among it, or another page."""
    return _show(request, desk, actor, asked=asked)


def _show(
    request: Request, desk: IssuingDesk, actor: Actor, *, asked: Search, done: str | None = None
) -> Response:
    wanted, problems = read_search(asked.typed)
    beside = Beside(older_than=asked.ouder, newer_than=asked.nieuwer)
    leaf = list_badges(desk, wanted, beside=beside, actor=actor)
    view = views.issuing.IssuedList(
        frame=frame_of(request),
        organisation=find_organisation(desk, actor.organisation_id).name,
        rows=tuple(_row(each, actor=actor, clock=desk.clock) for each in leaf.badges),
        search=views.issuing.GivenSearch(action=HERE, standings=tuple(Standing), **asdict(asked.typed)),
        issue_href="/uitreiken" if may(actor, Action.ISSUE) else None,
        choose_action=f"{HERE}/kies" if may(actor, Action.REVOKE) and leaf.badges else None,
        may_correct=may(actor, Action.ISSUE),
        csv_action=f"{HERE}.csv",
        xlsx_action=f"{HERE}.xlsx",
        done=done,
        problems=shown(request, problems),
        next_from=str(leaf.older) if leaf.older else None,
        previous_from=str(leaf.newer) if leaf.newer else None,
    )
    return show(request, "gegeven", view)


@router.post(f"{HERE}.{{ending}}")
def take_along(request: Request, desk: Desk, actor: SignedInActor, asked: Asked, ending: str) -> Response:
    """Give all that is looked for as a table."""
    wanted, _ = read_search(asked.typed)
    if ending not in {"csv", "xlsx"}:
        raise NotFoundError
    badges = all_badges(desk, wanted, actor=actor)
    sheet = sheet_of(badges, language=language_of(request), now=desk.clock.now())
    headers = {"Content-Disposition": f'attachment; filename="gegeven.{ending}"'}
    if ending == "csv":
        return StreamingResponse(as_csv(sheet), media_type=CSV, headers=headers)
    return StreamingResponse(as_xlsx(sheet), media_type=XLSX, headers=headers)


def _row(listed: ListedBadge, *, actor: Actor, clock: Clock) -> views.issuing.IssuedRow:
    given = listed.given
    standing, since = standing_of(given, now=clock.now())
    may_withdraw = may(actor, Action.REVOKE) and given.revoked_at is None
    return views.issuing.IssuedRow(
        id=str(given.id),
        title=given.facts.title or "",
        field=field_of_facts(given.facts),
        awarded=dutch_day(given.awarded),
        href=f"{HERE}/{given.id}" if standing is Standing.GELDIG else f"/b/{given.token}",
        name=given.facts.name,
        state=STATES[standing],
        since=since,
        withdraw_href=f"{HERE}/{given.id}/intrekken" if may_withdraw else None,
        correct_href=f"{HERE}/{given.id}/verbeteren" if may_correct(given, actor=actor) else None,
        recipient=listed.recipient,
        reference=listed.reference,
        given_by=listed.given_by,
    )
