"""Ask somebody to prove who he is, and go on with what he was doing: nothing that he typed is lost.

What a form held travels along in the page, as it does while a badge is given; nothing of it is kept here.
"""

import json
import re
from dataclasses import dataclass, field, replace
from typing import Annotated, Final, cast
from urllib.parse import urlsplit

from fastapi import Form
from fastapi.responses import RedirectResponse, Response
from pydantic import BaseModel
from starlette.datastructures import FormData, UploadFile
from starlette.requests import Request

from issuers.dependencies import accounts_of, desk_of, visitor_now, visitor_of
from issuers.desk import IssuingDesk
from issuers.errors import (
    AccountError,
    IssuersError,
    NotSignedInError,
    NoWorkplaceError,
    OtherSenderError,
    OtherWorkplaceError,
    ProofNeededError,
)
from issuers.organisations.demo import DEMO, DemoPerson, demo_beheerder, demo_people, demo_praktijkopleider
from issuers.people.codes import find_app
from issuers.people.marks import NOBODYS, check_workplace, form_mark
from issuers.people.members import name_beheerders
from issuers.people.permissions import Action, may
from issuers.people.sessions import Visitor
from issuers.saying import said, said_of
from templates import views
from templates.marking import FIELD
from web.forms import is_form
from web.pages import frame_of, show

SIGN_IN: Final = "/inloggen"
CHOOSE: Final = "/mijn/organisatie"
ELSEWHERE: Final = "/inloggen/elders"
OWN: Final = "/mijn"
_LOCAL: Final = re.compile(r"/(?![/\\])[!-\[\]-~]*")
MOST_KEPT: Final = 200
CHOSEN: Final = "-gekozen"
"""Ends the name of what says, after a sign-in, that a file was chosen: it has to be chosen again."""


class KeptForm(BaseModel):
    """Hold where somebody goes on when he is signed in, and what he had typed there."""

    naar: str = ""
    bewaard: str = ""


Kept = Annotated[KeptForm, Form()]


@dataclass(frozen=True, slots=True)
class Interrupted:
    """Hold what somebody was doing: where, and the fields of the form if he sent one."""

    path: str
    fields: tuple[tuple[str, str], ...] = ()
    is_sent: bool = False

    @classmethod
    def of(cls, kept: KeptForm) -> "Interrupted":
        """Read it back out of a page; what is no place of ours leads to none."""
        path = kept.naar if is_local(kept.naar) else ""
        try:
            fields = tuple((str(name), str(value)) for name, value in json.loads(kept.bewaard or "[]"))
            "".join(part for field in fields for part in field).encode()  # half a character is no text
        except (ValueError, TypeError, RecursionError):
            fields = ()
        return cls(path=path, fields=fields, is_sent=bool(kept.bewaard and path)).kept_for(NOBODYS)

    def kept_for(self, mark: str) -> "Interrupted":
        """Let a form that does not say to whom it was shown be of whoever has this mark."""
        marked = self.fields if self.mark is not None or not self.is_sent else ((FIELD, mark), *self.fields)
        return replace(self, fields=marked[:MOST_KEPT])

    @property
    def hidden(self) -> views.issuing.Hidden:
        """Write it into a form that goes elsewhere first."""
        kept = (("bewaard", json.dumps(self.fields)),) if self.is_sent else ()
        return (("naar", self.path), *kept) if self.path else ()

    @property
    def mark(self) -> str | None:
        """Give the mark of the form, which says to whom it was shown; what is kept always has one."""
        return dict(self.fields).get(FIELD)

    @property
    def resume(self) -> views.signing_in.Resume | None:
        """Give the form that goes on where it was left."""
        return views.signing_in.Resume(action=self.path, hidden=self.fields) if self.is_sent else None


NOTHING: Final = Interrupted("")


@dataclass(frozen=True, slots=True)
class Asking:
    """Hold why somebody is asked to sign in, and what was wrong with how he tried."""

    interrupted: Interrupted = NOTHING
    reason: IssuersError | None = None
    problems: tuple[views.pieces.Problem, ...] = field(default=())


async def ask_proof(request: Request, error: IssuersError) -> Response:
    """Ask whoever was stopped to sign in, or to show once more that it is he."""
    interrupted = await _interrupted(request)
    if isinstance(error, NotSignedInError) and not interrupted.is_sent:
        onward = f"?verder={interrupted.path}" if interrupted.path != "/" else ""
        return RedirectResponse(f"{SIGN_IN}{onward}", status_code=303)
    return sign_in_page(request, Asking(interrupted, reason=error))


async def tell_denied(request: Request, error: IssuersError) -> Response:
    """Tell somebody that he may not do this, or not any more, who can help, and that nothing is lost."""
    interrupted, visitor = await _interrupted(request), visitor_now(request)
    actor = visitor.actor if visitor else None
    if actor is None and not interrupted.is_sent:
        return RedirectResponse(OWN, status_code=303)
    was_let_go = visitor is not None and actor is None
    view = views.signing_in.Denied(
        frame=frame_of(request),
        reason=said(request, NoWorkplaceError() if was_let_go else error),
        helpers=name_beheerders(desk_of(request), actor) if actor else (),
        own_href=f"/mensen/{actor.person_id}" if actor and may(actor, Action.MANAGE_PEOPLE) else None,
        resume=interrupted.resume,
        next_href=home_of(visitor) if visitor else "/",
    )
    return show(request, "mag-niet", view, because=error)


async def tell_other_sender(request: Request, error: OtherSenderError) -> Response:
    """Tell somebody that the form that he sent is not his, or is for another organisation of his."""
    interrupted = await _interrupted(request)
    return _other_sender_page(request, interrupted, error=error, visitor=visitor_of(request))


def sign_in_page(request: Request, asking: Asking) -> Response:
    """Show how to sign in here."""
    desk, visitor = desk_of(request), visitor_of(request)
    interrupted = asking.interrupted
    view = views.signing_in.SignIn(
        frame=frame_of(request),
        reason=said_of(request, asking.reason),
        passkey=views.signing_in.PasskeyAsk(
            options_action="/inloggen/passkey/vraag",
            action="/inloggen/passkey",
            next_href=interrupted.path or None,
        ),
        wrong_address=other_address(request, desk),
        hidden=interrupted.hidden,
        resume=interrupted.resume,
        demo=_demo(request, desk),
        others=_others(request, desk, asking=asking),
        person=visitor.name if visitor and not isinstance(asking.reason, AccountError) else None,
        lost_href="/inloggen/hulp",
        code_action="/inloggen/code" if visitor and find_app(desk, visitor=visitor) else None,
        problems=asking.problems,
    )
    return show(request, "inloggen", view, because=asking.reason)


def go_on(request: Request, interrupted: Interrupted, *, visitor: Visitor) -> Response:
    """Go on where somebody was, now that he is signed in."""
    resume = interrupted.resume
    if resume is None:
        return RedirectResponse(interrupted.path or home_of(visitor), status_code=303)
    try:
        check_workplace(desk_of(request), interrupted.mark or NOBODYS, visitor=visitor)
    except OtherSenderError as error:
        return _other_sender_page(request, interrupted, error=error, visitor=visitor)
    return show(request, "verder", views.signing_in.GoOn(frame=frame_of(request), resume=resume))


def _other_sender_page(
    request: Request, interrupted: Interrupted, *, error: OtherSenderError, visitor: Visitor | None
) -> Response:
    """Tell whose form it is not; only who filled it in goes on with it, where it is for."""
    view = views.signing_in.OtherSender(
        frame=frame_of(request),
        reason=said(request, error),
        choose=views.signing_in.Choose(
            action=CHOOSE,
            name=error.name,
            hidden=(("organisatie", error.organisation_id), *interrupted.hidden),
        )
        if isinstance(error, OtherWorkplaceError)
        else None,
        next_href=home_of(visitor) if visitor else "/",
    )
    return show(request, "ander-formulier", view, because=error)


_FIRST_PAGES: Final = {
    Action.ISSUE: "/uitreiken",
    Action.CONFIRM: "/school",
    Action.MANAGE_PEOPLE: "/mensen",
}
"""Where somebody begins: the first that he may."""


def home_of(visitor: Visitor) -> str:
    """Give the first page for somebody who is signed in."""
    if visitor.actor is None:
        return OWN
    for action, path in _FIRST_PAGES.items():
        if may(visitor.actor, action):
            return path
    return "/gegeven"


def begin_of(visitor: Visitor) -> str:
    """Give the page for somebody who has just made a way to sign in: a beheerder begins with the people."""
    manages = visitor.actor is not None and may(visitor.actor, Action.MANAGE_PEOPLE)
    return "/mensen" if manages else home_of(visitor)


def is_local(path: str) -> bool:
    """Tell whether this is a place of ours: a path, and no other host in disguise."""
    return bool(_LOCAL.fullmatch(path))


def offers_codes(request: Request, desk: IssuingDesk) -> bool:
    """Tell whether an app is of use: a code follows a mailed link, another account, or the demo's button."""
    return desk.sends_mail or bool(request.app.state.is_demo) or bool(accounts_of(request).providers)


def other_address(request: Request, desk: IssuingDesk) -> str | None:
    """Give the address of the service where it was opened at another one: passkeys are bound to ours."""
    own = urlsplit(desk.base_url).hostname
    return None if request.url.hostname == own else desk.base_url


def _others(
    request: Request, desk: IssuingDesk, *, asking: Asking
) -> tuple[views.signing_in.AccountAsk, ...]:
    """List the providers of accounts elsewhere, unless it takes a better proof than theirs."""
    if isinstance(asking.reason, ProofNeededError) or other_address(request, desk):
        return ()
    return tuple(
        views.signing_in.AccountAsk(name=each.name, action=f"{ELSEWHERE}/{each.key}")
        for each in accounts_of(request).providers
    )


async def _interrupted(request: Request) -> Interrupted:
    """Tell what somebody was doing: what he said himself, or what he asked now."""
    if hasattr(request.state, "interrupted"):
        return cast("Interrupted", request.state.interrupted)
    query = f"?{request.url.query}" if request.url.query else ""
    here = f"{request.url.path}{query}"
    if request.method in {"GET", "HEAD"}:
        return Interrupted(here)
    form = await request.form() if is_form(request) else FormData()
    fields = tuple(_kept(name, value) for name, value in form.multi_items() if not _is_empty_file(value))
    return Interrupted(here, fields=fields, is_sent=True).kept_for(_mark_of(request))


def _kept(name: str, value: str | UploadFile) -> tuple[str, str]:
    """Keep what was typed; of a file no page holds more than that one was chosen."""
    return (name, value) if isinstance(value, str) else (f"{name}{CHOSEN}", "ja")


def _is_empty_file(value: str | UploadFile) -> bool:
    return isinstance(value, UploadFile) and not value.filename


def _mark_of(request: Request) -> str:
    """Give the mark of the forms of whoever is signed in now."""
    visitor = visitor_of(request)
    if visitor is None:
        return NOBODYS
    return form_mark(desk_of(request), visitor.person_id, organisation_id=visitor.organisation_id)


def _demo(request: Request, desk: IssuingDesk) -> views.signing_in.DemoSignIn | None:
    if not request.app.state.is_demo:
        return None
    return views.signing_in.DemoSignIn(
        action="/inloggen/demo",
        organisation=DEMO.name,
        person=demo_praktijkopleider(desk).name,
        beheerder=demo_beheerder(desk).name,
        others=tuple(_door(each) for each in demo_people(desk)),
    )


def _door(person: DemoPerson) -> views.signing_in.DemoDoor:
    return views.signing_in.DemoDoor(
        value=str(person.id), name=person.name, role=person.role.value, organisation=person.organisation_name
    )
