"""Let somebody in who proved who he is: a new sign-in in this browser, in place of the one that it had.

Whatever the proof (a passkey, a code, an account elsewhere), it ends here.
"""

from dataclasses import dataclass

from starlette.requests import Request
from starlette.responses import Response

from issuers.dependencies import desk_of, visitor_of
from issuers.errors import NotSignedInError
from issuers.people.devices import device_of
from issuers.people.sessions import NewSession, Proven, Visitor, find_visitor, sign_in, sign_out
from web.session import read_session, set_session, token_hash


@dataclass(frozen=True, slots=True)
class Entered:
    """Hold who came in; `give_to` lets the browser know."""

    request: Request
    token: str
    visitor: Visitor

    def give_to(self, response: Response) -> Response:
        """Give the browser its new token."""
        set_session(self.request, response, token=self.token)
        return response


def enter(request: Request, proven: Proven, *, organisation_id: str | None = None) -> Entered:
    """Sign somebody in; who was signed in here goes on for the same organisation.

    Raises:
        NotSignedInError: he may not come in (any more).
    """
    desk, before, held = desk_of(request), visitor_of(request), read_session(request)
    if organisation_id is None and before and before.person_id == proven.person_id:
        organisation_id = before.organisation_id
    if held:
        sign_out(desk, held)
    who = NewSession(
        person_id=proven.person_id,
        proof=proven.proof,
        organisation_id=organisation_id,
        device=device_of(request.headers.get("user-agent", "")),
        link_hash=token_hash(proven.link) if proven.link else None,
        way_in=proven.way_in,
    )
    token = sign_in(desk, who)
    visitor = find_visitor(desk, token)
    if visitor is None:
        raise NotSignedInError
    request.state.visitor = visitor
    return Entered(request, token, visitor)
