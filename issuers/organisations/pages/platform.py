"""The pages of whoever runs the service: who wants to join, and which organisations there are."""

from collections.abc import Sequence
from dataclasses import dataclass
from typing import Annotated
from uuid import UUID

from fastapi import APIRouter, Depends, Form
from fastapi.responses import RedirectResponse, Response
from starlette.requests import Request

from badges.texts import normalize
from issuers.dependencies import Desk, SignedInPerson
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, ProofNeededError
from issuers.organisations.facts import Confirmation, KnownFact, NewFact, confirm_fact, facts_of
from issuers.organisations.founding import find_organisation, organisations
from issuers.organisations.joining import (
    Decision,
    Waiting,
    approve,
    ask_to_join,
    find_waiting,
    refuse,
    waiting_applications,
)
from issuers.organisations.numbers import OfficialNumber
from issuers.organisations.overseeing import take_down
from issuers.organisations.pictures import has_picture
from issuers.organisations.reporting import answer, waiting_reports
from issuers.organisations.standing import resume, suspend
from issuers.organisations.tables import FactStatus
from issuers.people.pages.letters import first_letter, invitation_url
from issuers.people.permissions import STRONG, require_fresh
from issuers.people.sessions import Visitor
from templates import views
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

HERE = "/platform"
DONE = {
    "afgewezen": {"nl": "De aanmelding is afgewezen.", "en": "The application was refused."},
    "bevestigd": {"nl": "Het feit is bevestigd.", "en": "The fact is confirmed."},
    "stil": {"nl": "De organisatie geeft nu geen bewijzen.", "en": "The organisation gives no badges now."},
    "hervat": {"nl": "De organisatie kan weer verder.", "en": "The organisation can go on."},
    "beantwoord": {"nl": "Het antwoord is bewaard.", "en": "The answer is kept."},
    "weg": {"nl": "Plaatje en teksten zijn weg.", "en": "Picture and texts are gone."},
}
REASON = {"nl": "Schrijf op waarom. De organisatie leest dit.", "en": "Say why. The organisation reads this."}
ANSWER = {"nl": "Schrijf een antwoord.", "en": "Write an answer."}
SOURCE = {"nl": "Schrijf op waar je het nakeek.", "en": "Say where you looked it up."}


@dataclass(frozen=True, slots=True)
class Visit:
    """Hold who runs the service, and what he asks."""

    request: Request
    desk: IssuingDesk
    visitor: Visitor

    @property
    def language(self) -> Language:
        """Give the language of the page."""
        return language_of(self.request)

    def done(self, key: str) -> str | None:
        """Say what was just done."""
        return DONE[key][self.language] if key in DONE else None


def looking(request: Request, desk: Desk, visitor: SignedInPerson) -> Visit:
    """Let in who runs the service; for others there is no such page.

    Raises:
        NotFoundError: the visitor does not run it.
        ProofNeededError: the visitor may, and has to prove who he is.
    """
    if not visitor.runs_platform:
        raise NotFoundError
    if visitor.proof not in STRONG:
        raise ProofNeededError
    return Visit(request, desk, visitor)


def deciding(visit: Annotated[Visit, Depends(looking)]) -> Visit:
    """Let in who proved just now that it is he.

    Raises:
        FreshProofNeededError: that was too long ago.
    """
    require_fresh(visit.visitor, now=visit.desk.clock.now())
    return visit


Looking = Annotated[Visit, Depends(looking)]
Deciding = Annotated[Visit, Depends(deciding)]
Text = Annotated[str, Form()]


@router.get(HERE)
def show_open_things(visit: Looking, klaar: str = "") -> Response:
    """Show what waits, and which organisations there are."""
    return _overview(visit, done=visit.done(klaar))


@router.post(f"{HERE}/uitnodigen")
def invite_organisation(visit: Deciding) -> Response:
    """Make a link with which an organisation joins without waiting; it is shown once."""
    token = ask_to_join(visit.desk, by=visit.visitor.person_id)
    return _overview(visit, link=f"{visit.desk.base_url}/aanmelden?uitnodiging={token}")


@router.get(f"{HERE}/aanmeldingen/{{application_id}}")
def show_application(visit: Looking, application_id: UUID) -> Response:
    """Show what an organisation wrote."""
    return _application(visit, find_waiting(visit.desk, application_id))


@router.post(f"{HERE}/aanmeldingen/{{application_id}}/goedkeuren")
def take_in(visit: Deciding, application_id: UUID) -> Response:
    """Found the organisation; where no mail is sent, the link of its first beheerder is shown once."""
    decision = Decision(visit.visitor.person_id, first_letter(visit.request, visit.desk))
    joined = approve(visit.desk, application_id, decision=decision)
    link = None if visit.desk.sends_mail else invitation_url(visit.desk, joined.invited)
    return _organisation(visit, joined.organisation.id, link=link)


@router.post(f"{HERE}/aanmeldingen/{{application_id}}/afwijzen")
def turn_down(visit: Deciding, application_id: UUID, reden: Text = "") -> Response:
    """Say no, and why."""
    reason = normalize(reden)
    if not reason:
        return _application(visit, find_waiting(visit.desk, application_id), missing=True)
    refuse(visit.desk, application_id, by=visit.visitor.person_id, reason=reason)
    return RedirectResponse(f"{HERE}?klaar=afgewezen", status_code=303)


@router.post(f"{HERE}/meldingen/{{report_id}}")
def answer_report(visit: Deciding, report_id: UUID, antwoord: Text = "") -> Response:
    """Answer a report; what was reported is then forgotten."""
    text = normalize(antwoord)
    if not text:
        problem = views.Problem(field=f"antwoord-{report_id}", message=ANSWER[visit.language])
        return _overview(visit, problem=problem)
    answer(visit.desk, report_id, text=text, by=visit.visitor.person_id)
    return RedirectResponse(f"{HERE}?klaar=beantwoord", status_code=303)


@router.get(f"{HERE}/organisaties/{{organisation_id}}")
def show_organisation(visit: Looking, organisation_id: str, klaar: str = "") -> Response:
    """Show what is known of an organisation, with its numbers."""
    return _organisation(visit, organisation_id, done=visit.done(klaar))


@router.post(f"{HERE}/organisaties/{{organisation_id}}/feiten/{{fact_id}}")
def confirm(visit: Deciding, organisation_id: str, fact_id: UUID, bron: Text = "") -> Response:
    """Write down that a fact was looked up, and where."""
    source = " ".join(normalize(bron).split())
    if not source:
        problem = views.Problem(field=f"bron-{fact_id}", message=SOURCE[visit.language])
        return _organisation(visit, organisation_id, problem=problem)
    told = Confirmation(by=visit.visitor.person_id, source=source)
    confirm_fact(visit.desk, fact_id, organisation_id=organisation_id, confirmation=told)
    return _back(organisation_id, done="bevestigd")


@router.post(f"{HERE}/organisaties/{{organisation_id}}/stilzetten")
def stop(visit: Deciding, organisation_id: str, reden: Text = "") -> Response:
    """Let an organisation give no badges for a while."""
    reason = normalize(reden)
    if not reason:
        problem = views.Problem(field="reden", message=REASON[visit.language])
        return _organisation(visit, organisation_id, problem=problem)
    suspend(visit.desk, organisation_id, by=visit.visitor.person_id, reason=reason)
    return _back(organisation_id, done="stil")


@router.post(f"{HERE}/organisaties/{{organisation_id}}/hervatten")
def go_on(visit: Deciding, organisation_id: str) -> Response:
    """Let it give badges again."""
    resume(visit.desk, organisation_id, by=visit.visitor.person_id)
    return _back(organisation_id, done="hervat")


@router.post(f"{HERE}/organisaties/{{organisation_id}}/weghalen")
def take_away(visit: Deciding, organisation_id: str) -> Response:
    """Take the picture and the free texts off its page."""
    take_down(visit.desk, organisation_id, by=visit.visitor.person_id)
    return _back(organisation_id, done="weg")


def _back(organisation_id: str, *, done: str) -> Response:
    return RedirectResponse(f"{HERE}/organisaties/{organisation_id}?klaar={done}", status_code=303)


def _overview(
    visit: Visit,
    *,
    done: str | None = None,
    link: str | None = None,
    problem: views.Problem | None = None,
) -> Response:
    view = views.PlatformPage(
        frame=frame_of(visit.request),
        invite_action=f"{HERE}/uitnodigen",
        waiting=tuple(
            views.Link(href=f"{HERE}/aanmeldingen/{each.id}", text=each.written.face.name)
            for each in waiting_applications(visit.desk)
        ),
        organisations=tuple(
            views.Link(href=f"{HERE}/organisaties/{each.id}", text=each.name)
            for each in organisations(visit.desk)
        ),
        reports=tuple(
            views.PlatformReport(
                id=str(each.id),
                text=each.text or "",
                about=each.about,
                sent=each.created.date(),
                action=f"{HERE}/meldingen/{each.id}",
            )
            for each in waiting_reports(visit.desk)
        ),
        link=link,
        done=done,
        problems=(problem,) if problem else (),
    )
    return show(visit.request, "platform", view)


def _application(visit: Visit, found: Waiting, *, missing: bool = False) -> Response:
    written, person = found.written, found.written.person
    problem = views.Problem(field="reden", message=REASON[visit.language])
    view = views.PlatformApplication(
        frame=frame_of(visit.request),
        name=written.face.name,
        official_name=written.face.official_name,
        website=written.face.website,
        contact=written.face.contact,
        facts=tuple(_new_fact(each) for each in written.facts),
        person=person.name,
        mail=person.email,
        gives_badges=person.gives_badges,
        agreement=written.agreement,
        sent=found.created.date(),
        action=f"{HERE}/aanmeldingen/{found.id}",
        back_href=HERE,
        problems=(problem,) if missing else (),
    )
    return show(visit.request, "platform-aanmelding", view)


def _organisation(
    visit: Visit,
    organisation_id: str,
    *,
    done: str | None = None,
    link: str | None = None,
    problem: views.Problem | None = None,
) -> Response:
    organisation = find_organisation(visit.desk, organisation_id)
    view = views.PlatformOrganisation(
        frame=frame_of(visit.request),
        name=organisation.name,
        official_name=organisation.official_name,
        facts=tuple(_fact(each) for each in facts_of(visit.desk, organisation_id)),
        page_href=f"/organisaties/{organisation_id}",
        action=f"{HERE}/organisaties/{organisation_id}",
        back_href=HERE,
        is_suspended=organisation.suspended is not None,
        is_closed=organisation.closed is not None,
        suspended_because=organisation.suspended_because,
        shows_something=has_picture(visit.desk, organisation_id)
        or any((organisation.website, organisation.contact, organisation.gemeente)),
        link=link,
        done=done,
        problems=(problem,) if problem else (),
    )
    return show(visit.request, "platform-organisatie", view)


def _fact(fact: KnownFact) -> views.PlatformFact:
    row = fact.row
    return views.PlatformFact(
        id=str(row.id),
        kind=row.kind.value,
        school_kind=row.school_kind.value if row.school_kind else None,
        numbers=_numbers(fact.numbers),
        is_confirmed=row.status is FactStatus.BEVESTIGD,
        source=row.source,
    )


def _new_fact(fact: NewFact) -> views.PlatformFact:
    return views.PlatformFact(
        kind=fact.kind.value,
        school_kind=fact.school_kind.value if fact.school_kind else None,
        numbers=_numbers(fact.numbers),
    )


def _numbers(numbers: Sequence[OfficialNumber]) -> tuple[str, ...]:
    return tuple(f"{number.kind.value} {number.value}" for number in numbers)
