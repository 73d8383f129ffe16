"""When a link to make a way to sign in is over, and with it the sign-in that it began.

A newer link takes its place; so does a new way in. One that an organisation gave ends with whom it is for, or
who made it, having no more to do there; and it never opens what that organisation has no say in.
"""

from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.errors import LinkExpiredError, LinkUsedError, LinkWithdrawnError
from issuers.people.register import (
    forget_link_sessions,
    links_given,
    links_of,
    organisations_of,
    runs_platform,
    session_of,
)
from issuers.people.tables import EnrolmentLink


def works_only_for(session: Session, person_id: UUID, *, organisation_id: str) -> bool:
    """Tell whether somebody works for this organisation alone, and does not run the service either."""
    works_for = [each.id for each in organisations_of(session, person_id=person_id)]
    return works_for == [organisation_id] and not runs_platform(session, person_id)


def check_link(session: Session, link: EnrolmentLink, *, now: datetime) -> None:
    """Check that a link can be used now.

    Raises:
        LinkUsedError: it was used before.
        LinkExpiredError: it is too old.
        LinkWithdrawnError: there is a newer one, or it opens more than who made it has a say in.
    """
    if link.used:
        raise LinkUsedError
    if link.expires <= now:
        raise LinkExpiredError
    _check_meant(session, link)


def check_begun(session: Session, session_id: UUID, *, person_id: UUID) -> None:
    """Check that what a link began may still go on; a sign-in that none began may.

    Raises:
        LinkWithdrawnError: it may not.
    """
    row = session_of(session, session_id, person_id=person_id)
    link = session.get(EnrolmentLink, row.link_hash) if row and row.link_hash else None
    if link is not None:
        _check_meant(session, link)


def end_links(session: Session, person_id: UUID, *, now: datetime, but: UUID | None = None) -> None:
    """End all links of a person and the sign-ins that one began, or all but one."""
    for link in links_of(session, person_id=person_id):
        link.ended = now
    forget_link_sessions(session, person_id=person_id, but=but)


def end_links_for(session: Session, person_id: UUID, *, organisation_id: str, now: datetime) -> None:
    """End the links that an organisation gave to somebody who works there no more."""
    for link in links_given(session, organisation_id=organisation_id):
        if link.person_id == person_id:
            link.ended = now
    forget_link_sessions(session, person_id=person_id)


def end_links_by(session: Session, person_id: UUID, *, organisation_id: str, now: datetime) -> None:
    """End the links that somebody gave to others who has no say in that any more."""
    for link in links_given(session, organisation_id=organisation_id):
        if link.given_by == person_id:
            link.ended = now
            forget_link_sessions(session, person_id=link.person_id)


def _check_meant(session: Session, link: EnrolmentLink) -> None:
    given_by = link.organisation_id
    fits = given_by is None or works_only_for(session, link.person_id, organisation_id=given_by)
    if link.ended or not fits:
        raise LinkWithdrawnError
