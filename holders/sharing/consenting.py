"""Let a school take in what a link shows: which school, until when; and end that on any day.

A consent is for one link and one school, and lasts no longer than the link. What the school does with it,
this room does not know; but for what a decision rests on, what it took in goes when that ends (ADR 39).
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from typing import Final
from uuid import UUID

from sqlalchemy.exc import IntegrityError
from sqlmodel import Session

from holders.errors import NoConsentError, ShareEndedError
from holders.keeping.register import keeper_of
from holders.keeping.telephones import KnownHolder
from holders.sharing.consentbook import consent_here, consent_of, consents_of, end_consents_to_less
from holders.sharing.register import badges_shared, share_by_token
from holders.sharing.shared import open_share
from holders.sharing.sharing import KnownShare, find_share, list_shares
from holders.sharing.tables import SchoolConsent, Share
from issuers.database.scopes import WHOLE_SERVICE, OneHolder, OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, NotFoundError
from issuers.identifiers import uuid7
from issuers.issuing.overview import find_by_token
from issuers.organisations.founding import find_organisation
from issuers.organisations.schools import list_schools

NO_SCHOOL: Final = FieldProblem(
    "school", "choice-unknown", "Kies een school uit de lijst.", "Choose a school of the list."
)
SHOWS_LESS: Final = FieldProblem(
    "school",
    "shows-less",
    "Een bewijs van deze link mag nu niemand zien. Maak een nieuwe link.",
    "Nobody may see one of the badges of this link now. Make a new link.",
)
AT_ONCE: Final = 200


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownConsent:
    """Show a consent to who gave it; `taken` is when the school took it in, None where it did not yet."""

    id: UUID
    school: str
    given: datetime
    until: datetime
    taken: datetime | None
    is_over: bool
    share: KnownShare | None = None


class _TappedTwiceError(Exception):
    """The same consent was given at the same moment."""


def require_school(desk: IssuingDesk, school_id: str) -> str:
    """Accept a school that is here and takes part.

    Raises:
        FormError: it is none.
    """
    if school_id not in {each.id for each in list_schools(desk, besides="")}:
        raise FormError([NO_SCHOOL])
    return school_id


def give_consent(desk: IssuingDesk, share_id: UUID, *, school_id: str, holder: KnownHolder) -> UUID:
    """Let a school take in what a link shows, for as long as the link works; a second time changes nothing.

    Raises:
        NotFoundError: he made no such link, it works no more, or this telephone may not show it (so long).
        FormError: there is no such school, or the link does not show now all that it is of.
    """
    share = find_share(desk, share_id, holder=holder)
    if share.is_over or share.is_elsewhere:
        raise NotFoundError
    now = desk.clock.now()
    consent = SchoolConsent(
        id=uuid7(now),
        holder_id=holder.holder_id,
        share_id=share_id,
        organisation_id=require_school(desk, school_id),
        given=now,
        until=share.until,
        shows=_count_shown(desk, share.token),
    )
    work = partial(_give, consent=consent)
    try:
        return desk.register.write(work, within=OneHolder(holder.holder_id))
    except _TappedTwiceError:  # the other one counts
        return desk.register.write(work, within=OneHolder(holder.holder_id))


def _count_shown(desk: IssuingDesk, token: str) -> int:
    """Count what a link shows now.

    Raises:
        FormError: it shows nothing.
    """
    try:
        return len(open_share(desk, token).kept)
    except ShareEndedError as error:
        raise FormError([SHOWS_LESS]) from error


def _give(session: Session, *, consent: SchoolConsent) -> UUID:
    """Give the consent that is there already, or write this one.

    Raises:
        FormError: the link does not show all that it is of.
        _TappedTwiceError: the same was given at the same moment.
    """
    school, now = consent.organisation_id, consent.given
    found = consent_here(session, share_id=consent.share_id, organisation_id=school, now=now)
    if found is not None:
        return found.id
    if len(badges_shared(session, consent.share_id)) > consent.shows:
        raise FormError([SHOWS_LESS])
    session.add(SchoolConsent(**consent.model_dump()))
    try:
        session.flush()
    except IntegrityError as problem:
        raise _TappedTwiceError from problem
    return consent.id


def list_consents(
    desk: IssuingDesk, *, holder: KnownHolder, share_id: UUID | None = None
) -> tuple[KnownConsent, ...]:
    """List what a holder let schools take in, the newest first; all, or what one link shows.

    Raises:
        NotFoundError: this telephone shows only what one organisation gave.
    """
    shares = {each.id: each for each in list_shares(desk, holder=holder)}
    asked = partial(consents_of, holder_id=holder.holder_id, share_id=share_id)
    rows: Sequence[SchoolConsent] = desk.register.read(asked, within=OneHolder(holder.holder_id))
    names = {each: find_organisation(desk, each).name for each in {row.organisation_id for row in rows}}
    now = desk.clock.now()
    return tuple(
        KnownConsent(
            id=row.id,
            school=names[row.organisation_id],
            given=row.given,
            until=row.until,
            taken=row.taken,
            is_over=row.ended is not None or row.until <= now,
            share=shares.get(row.share_id),
        )
        for row in rows
    )


def end_consent(desk: IssuingDesk, consent_id: UUID, *, holder: KnownHolder) -> None:
    """Let a school take nothing in any more, and keep only what a decision rests on; for good.

    Raises:
        NotFoundError: he gave no such consent, or this telephone shows only what one organisation gave.
    """
    if holder.only_of is not None:
        raise NotFoundError

    def work(session: Session) -> None:
        row = consent_of(session, consent_id, holder_id=holder.holder_id)
        if row is None:
            raise NotFoundError
        row.ended = row.ended or desk.clock.now()

    desk.register.write(work, within=OneHolder(holder.holder_id))


def end_what_shows_less(desk: IssuingDesk) -> int:
    """End consents of links with a badge that is erased, kept no more or may not be shown; tell how many."""
    work, total = partial(end_consents_to_less, now=desk.clock.now(), limit=AT_ONCE), 0
    while done := desk.register.write(work, within=WHOLE_SERVICE):
        total += done
    return total


def require_consent(desk: IssuingDesk, token: str, *, school_id: str) -> UUID:
    """Find by which consent a school takes in what a link shows.

    Raises:
        ShareEndedError: there is no such link, or it shows nothing any more.
        NoConsentError: who made it gave this school no consent, or not any more.
    """
    now = desk.clock.now()
    share: Share | None = desk.register.read(
        lambda session: share_by_token(session, token), within=Public(holding=token)
    )
    if share is None or share.stopped is not None or share.until <= now:
        raise ShareEndedError
    asked = partial(consent_here, share_id=share.id, organisation_id=school_id, now=now)
    found = desk.register.read(asked, within=OneOrganisation(school_id))
    if found is None:
        raise NoConsentError
    return found.id


def require_unkept(desk: IssuingDesk, token: str) -> None:
    """Let pass the page of a badge that nobody keeps: of one that somebody keeps, he says who takes it in.

    Raises:
        NotFoundError: there is no such badge.
        NoConsentError: somebody keeps it.
    """
    badge_id = find_by_token(desk, token).id
    asked = partial(keeper_of, badge_id=badge_id)
    if desk.register.read(asked, within=Public(holding=str(badge_id))) is not None:
        raise NoConsentError


def note_taken(session: Session, consent_id: UUID, *, at: datetime) -> None:
    """Write down for the holder when a school first took in what he shows."""
    row = session.get(SchoolConsent, consent_id)
    if row is not None:
        row.taken = row.taken or at
