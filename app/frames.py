"""What stands around every page: who is signed in, the language switch, whether this is a demo."""

from dataclasses import replace

from starlette.requests import Request

from app.settings import Mode, Settings
from issuers.dependencies import desk_of, visitor_of
from issuers.holding.known import count_waiting
from issuers.organisations.founding import find_organisation
from issuers.people.marks import form_mark
from issuers.people.permissions import Action, may
from issuers.people.sessions import Visitor
from templates.views.pieces import Frame, SignedIn

DEMO = "Praktijkbewijs"


class FrameMaker:
    """Make the frame of a page for a request."""

    def __init__(self, settings: Settings) -> None:
        self._base_url = settings.public_url
        self._demo = DEMO if settings.mode is Mode.DEMO else None
        self._hulptalen = settings.spoken_hulptalen

    def __call__(self, request: Request) -> Frame:
        """Give the frame for this request."""
        visitor = visitor_of(request)
        query = f"?{request.url.query}" if request.url.query else ""
        return Frame(
            path=f"{request.url.path}{query}" if request.method in {"GET", "HEAD"} else None,
            base_url=self._base_url,
            signed_in=_signed_in(request, visitor) if visitor else None,
            demo=self._demo,
            hulptalen=self._hulptalen,
        )


def _signed_in(request: Request, visitor: Visitor) -> SignedIn:
    desk = desk_of(request)
    signed_in = SignedIn(
        person=visitor.name,
        mark=form_mark(desk, visitor.person_id, organisation_id=visitor.organisation_id),
        account_href="/mijn",
        sign_out_action="/uitloggen",
        platform_href="/platform" if visitor.runs_platform else None,
    )
    actor = visitor.actor
    if actor is None:
        return signed_in
    gives = may(actor, Action.ISSUE)
    held = count_waiting(desk, actor=actor) if gives else 0
    return replace(
        signed_in,
        organisation=find_organisation(desk, actor.organisation_id).name,
        organisation_href=f"/organisaties/{actor.organisation_id}",
        issue_href="/uitreiken" if gives else None,
        held_href="/onderweg" if held else None,
        held=held,
        issued_href="/gegeven",
        designs_href="/badgeklassen" if may(actor, Action.DESIGN) else None,
        recipients_href="/deelnemers" if may(actor, Action.DRAFT) else None,
        school_href="/school" if may(actor, Action.CONFIRM) else None,
        proposals_href="/voorstellen" if may(actor, Action.CONFIRM) else None,
        people_href="/mensen" if may(actor, Action.MANAGE_PEOPLE) else None,
        settings_href="/organisatie" if may(actor, Action.MANAGE_ORGANISATION) else None,
        keys_href="/sleutels" if may(actor, Action.MANAGE_KEYS) else None,
        api_keys_href="/api-sleutels" if may(actor, Action.MANAGE_KEYS) else None,
        trail_href="/wie-deed-wat" if may(actor, Action.READ_TRAIL) else None,
    )
