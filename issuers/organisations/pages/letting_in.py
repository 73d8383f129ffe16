"""Let an organisation in that wants to join, or say why not."""

from collections.abc import Sequence
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges.texts import normalize
from issuers.errors import FieldProblem
from issuers.organisations.facts import NewFact
from issuers.organisations.joining import Decision, Waiting, approve, find_waiting, refuse
from issuers.organisations.pages.overseeing import numbers_of, organisation_page, shown_twins
from issuers.organisations.pages.visiting import HERE, NO_REASON, Deciding, Looking, PlatformVisit, Text
from issuers.organisations.twins import twins_of
from issuers.people.pages.letters import first_letter, invitation_url
from issuers.saying import shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)


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
    return organisation_page(visit, joined.organisation.id, link=link)


@router.post(f"{HERE}/aanmeldingen/{{application_id}}/afwijzen")
def turn_down(visit: Deciding, application_id: UUID, reden: Text = "") -> Response:
    """Say no, and why."""
    reason = normalize(reden)
    if not reason:
        return _application(visit, find_waiting(visit.desk, application_id), problems=(NO_REASON,))
    refuse(visit.desk, application_id, by=visit.visitor.person_id, reason=reason)
    return RedirectResponse(f"{HERE}?klaar=afgewezen", status_code=303)


def _application(visit: PlatformVisit, found: Waiting, *, problems: Sequence[FieldProblem] = ()) -> Response:
    written, person = found.written, found.written.person
    numbers = [number for fact in written.facts for number in fact.numbers]
    view = views.PlatformApplication(
        frame=frame_of(visit.request),
        name=written.face.name,
        official_name=written.face.official_name,
        website=written.face.website,
        contact=written.face.contact,
        facts=tuple(_new_fact(each) for each in written.facts),
        twins=shown_twins(twins_of(visit.desk, numbers, without=str(found.id))),
        person=person.name,
        mail=person.email,
        gives_badges=person.gives_badges,
        agreement=written.agreement,
        sent=found.created.date(),
        action=f"{HERE}/aanmeldingen/{found.id}",
        back_href=HERE,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "platform-aanmelding", view)


def _new_fact(fact: NewFact) -> views.PlatformFact:
    return views.PlatformFact(
        kind=fact.kind.value,
        school_kind=fact.school_kind.value if fact.school_kind else None,
        numbers=numbers_of(fact.numbers),
    )
