"""Look after one organisation: confirm what it is, stop it for a while, take down what it shows."""

from collections.abc import Sequence
from dataclasses import replace
from typing import Final
from uuid import UUID

from fastapi import APIRouter
from fastapi.responses import RedirectResponse, Response

from badges.texts import normalize
from issuers.errors import FieldProblem, FormError
from issuers.organisations.deciding import read_reason
from issuers.organisations.facts import Confirmation, KnownFact, confirm_fact, facts_of
from issuers.organisations.founding import find_organisation, successor_of
from issuers.organisations.numbers import OfficialNumber
from issuers.organisations.overseeing import take_down
from issuers.organisations.pages.forms import link_to
from issuers.organisations.pages.visiting import HERE, Deciding, Looking, PlatformVisit, Text
from issuers.organisations.pictures import has_picture
from issuers.organisations.standing import resume, suspend
from issuers.organisations.tables import FactStatus
from issuers.organisations.twins import Twin, twins_of
from issuers.people.inviting import Inviter, renew_first, waits_for_first
from issuers.people.pages.letters import first_letter, invitation_url
from issuers.saying import shown
from templates import views
from web.pages import frame_of, show

router = APIRouter(include_in_schema=False)

NO_SOURCE: Final = FieldProblem(
    "bron", "missing", "Schrijf op waar je het nakeek.", "Say where you looked it up."
)


@router.get(f"{HERE}/organisaties/{{organisation_id}}")
def show_organisation(visit: Looking, organisation_id: str, klaar: str = "") -> Response:
    """Show what is known of an organisation, with its numbers."""
    return organisation_page(visit, organisation_id, done=visit.done(klaar))


@router.post(f"{HERE}/organisaties/{{organisation_id}}/feiten/{{fact_id}}")
def confirm(visit: Deciding, organisation_id: str, fact_id: UUID, bron: Text = "") -> Response:
    """Write down that a fact was looked up, and where."""
    source = " ".join(normalize(bron).split())
    if not source:
        problem = replace(NO_SOURCE, field=f"bron-{fact_id}")
        return organisation_page(visit, organisation_id, problems=(problem,))
    told = Confirmation(by=visit.visitor.person_id, source=source)
    confirm_fact(visit.desk, fact_id, organisation_id=organisation_id, confirmation=told)
    return _back(organisation_id, done="bevestigd")


@router.post(f"{HERE}/organisaties/{{organisation_id}}/stilzetten")
def stop(visit: Deciding, organisation_id: str, reden: Text = "") -> Response:
    """Let an organisation give no badges for a while."""
    try:
        reason = read_reason(reden)
    except FormError as error:
        return organisation_page(visit, organisation_id, problems=error.problems)
    suspend(visit.desk, organisation_id, by=visit.visitor.person_id, reason=reason)
    return _back(organisation_id, done="stil")


@router.post(f"{HERE}/organisaties/{{organisation_id}}/hervatten")
def go_on(visit: Deciding, organisation_id: str) -> Response:
    """Let it give badges again."""
    resume(visit.desk, organisation_id, by=visit.visitor.person_id)
    return _back(organisation_id, done="hervat")


@router.post(f"{HERE}/organisaties/{{organisation_id}}/uitnodiging")
def invite_first_again(visit: Deciding, organisation_id: str) -> Response:
    """Make a new link for the first beheerder; the old one opens nothing any more."""
    write = first_letter(visit.request, visit.desk)
    inviter = Inviter(organisation_id=organisation_id, by=visit.visitor.person_id, write=write)
    invited = renew_first(visit.desk, inviter=inviter)
    if visit.desk.sends_mail:
        return _back(organisation_id, done="uitgenodigd")
    return organisation_page(visit, organisation_id, link=invitation_url(visit.desk, invited))


@router.post(f"{HERE}/organisaties/{{organisation_id}}/weghalen")
def take_away(visit: Deciding, organisation_id: str) -> Response:
    """Take the picture and the free texts off its page."""
    take_down(visit.desk, organisation_id, by=visit.visitor.person_id)
    return _back(organisation_id, done="weg")


def organisation_page(
    visit: PlatformVisit,
    organisation_id: str,
    *,
    done: str | None = None,
    link: str | None = None,
    problems: Sequence[FieldProblem] = (),
) -> Response:
    """Show what is known of an organisation, and what can be decided about it."""
    organisation = find_organisation(visit.desk, organisation_id)
    facts = facts_of(visit.desk, organisation_id)
    numbers = [number for fact in facts for number in fact.numbers]
    view = views.platform.PlatformOrganisation(
        frame=frame_of(visit.request),
        name=organisation.name,
        official_name=organisation.official_name,
        facts=tuple(_fact(each) for each in facts),
        twins=shown_twins(twins_of(visit.desk, numbers, without=organisation_id)),
        page_href=f"/organisaties/{organisation_id}",
        action=f"{HERE}/organisaties/{organisation_id}",
        back_href=HERE,
        is_suspended=organisation.suspended is not None,
        is_closed=organisation.closed is not None,
        merged_into=link_to(successor_of(visit.desk, organisation), under=f"{HERE}/organisaties"),
        suspended_because=organisation.suspended_because,
        shows_something=has_picture(visit.desk, organisation_id)
        or any((organisation.website, organisation.contact, organisation.gemeente)),
        waits_for_first=waits_for_first(visit.desk, organisation_id),
        link=link,
        done=done,
        problems=shown(visit.request, problems),
    )
    return show(visit.request, "platform-organisatie", view)


def numbers_of(found: Sequence[OfficialNumber]) -> tuple[views.platform.PlatformNumber, ...]:
    """Show official numbers to whoever runs the service; nobody else sees them."""
    return tuple(views.platform.PlatformNumber(kind=each.kind.value, value=each.value) for each in found)


def shown_twins(found: Sequence[Twin]) -> tuple[views.platform.PlatformTwin, ...]:
    """Show who else has the same number, with a way there."""
    return tuple(
        views.platform.PlatformTwin(
            number=views.platform.PlatformNumber(kind=each.number.kind.value, value=each.number.value),
            name=each.name,
            href=f"{HERE}/organisaties/{each.id}" if each.has_joined else f"{HERE}/aanmeldingen/{each.id}",
            has_joined=each.has_joined,
        )
        for each in found
    )


def _fact(fact: KnownFact) -> views.platform.PlatformFact:
    row = fact.row
    return views.platform.PlatformFact(
        id=str(row.id),
        kind=row.kind.value,
        school_kind=row.school_kind.value if row.school_kind else None,
        numbers=numbers_of(fact.numbers),
        is_confirmed=row.status is FactStatus.BEVESTIGD,
        source=row.source,
    )


def _back(organisation_id: str, *, done: str) -> Response:
    return RedirectResponse(f"{HERE}/organisaties/{organisation_id}?klaar={done}", status_code=303)
