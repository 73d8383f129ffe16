"""Let an organisation in that wants to join, or say why not."""

from collections.abc import Mapping, Sequence
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges.moments import dutch_day
from issuers.errors import FieldProblem, FormError, KeyStoreError
from issuers.keys.managing import sealed_because
from issuers.organisations.deciding import read_reason
from issuers.organisations.facts import NewFact
from issuers.organisations.joining import Decision, WaitingApplication, approve, find_waiting, refuse
from issuers.organisations.pages.overseeing import numbers_of, organisation_page, shown_twins
from issuers.organisations.pages.visiting import HERE, Deciding, Looking, PlatformVisit, Text
from issuers.organisations.twins import twins_of
from issuers.people.pages.letters import first_letter, invitation_url
from issuers.saying import shown
from templates import views
from web.locale import Language, language_of
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

SEALED: Final[Mapping[Language, str]] = {
    "nl": "Een organisatie krijgt sleutels als zij mee gaat doen, en die zijn nu niet te maken. Laat wie de "
    "machine beheert eerst de sleutel terugzetten. Hoe, staat in docs/keys.md bij “Verzegeld starten”.",
    "en": "An organisation gets keys when it joins, and none can be made now. Let whoever has the machine "
    "put the key back first. docs/keys.md says how, under “Verzegeld starten”.",
}


@router.get(f"{HERE}/aanmeldingen/{{application_id}}")
def show_application(visit: Looking, application_id: UUID) -> Response:
    """Show what an organisation wrote."""
    return _application(visit, find_waiting(visit.desk, application_id))


@router.post(f"{HERE}/aanmeldingen/{{application_id}}/goedkeuren")
def take_in(visit: Deciding, application_id: UUID) -> Response:
    """Found the organisation; where no mail is sent, the link of its first beheerder is shown once.

    While the service is sealed no keys can be made: the application waits, and the page says what to do.
    """
    decision = Decision(visit.visitor.person_id, first_letter(visit.request, visit.desk))
    try:
        joined = approve(visit.desk, application_id, decision=decision)
    except KeyStoreError as error:
        return _application(visit, find_waiting(visit.desk, application_id), because=error)
    link = None if visit.desk.sends_mail else invitation_url(visit.desk, joined.invited)
    return organisation_page(visit, joined.organisation.id, link=link)


@router.post(f"{HERE}/aanmeldingen/{{application_id}}/afwijzen")
def turn_down(visit: Deciding, application_id: UUID, reden: Text = "") -> Response:
    """Say no, and why."""
    try:
        reason = read_reason(reden)
    except FormError as error:
        return _application(visit, find_waiting(visit.desk, application_id), problems=error.problems)
    refuse(visit.desk, application_id, by=visit.visitor.person_id, reason=reason)
    return RedirectResponse(f"{HERE}?klaar=afgewezen", status_code=303)


def _application(
    visit: PlatformVisit,
    found: WaitingApplication,
    *,
    problems: Sequence[FieldProblem] = (),
    because: KeyStoreError | None = None,
) -> Response:
    written, person = found.written, found.written.person
    numbers = [number for fact in written.facts for number in fact.numbers]
    view = views.platform.PlatformApplication(
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
        sent=dutch_day(found.created),
        action=f"{HERE}/aanmeldingen/{found.id}",
        back_href=HERE,
        problems=shown(visit.request, problems),
        hindrance=_hindrance(visit),
    )
    return show(visit.request, "platform-aanmelding", view, because=because)


def _hindrance(visit: PlatformVisit) -> views.pieces.Hindrance | None:
    """Say to whoever runs the service what to do before anybody can be let in."""
    if sealed_because(visit.desk) is None:
        return None
    return views.pieces.Hindrance(reason=SEALED[language_of(visit.request)])


def _new_fact(fact: NewFact) -> views.platform.PlatformFact:
    return views.platform.PlatformFact(
        kind=fact.kind.value,
        school_kind=fact.school_kind.value if fact.school_kind else None,
        numbers=numbers_of(fact.numbers),
    )
