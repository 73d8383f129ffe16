"""Let stand beside a badgeklasse of one's own that another organisation stands behind it, or rather not.

What nobody answered stands nowhere. An answer can be changed at any time; who endorses sees only whether it
is shown.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import date
from functools import partial
from uuid import UUID

from sqlmodel import Session

from badges.credential import parse
from badges.members import at, text
from badges.moments import dutch_day
from issuers.badgeklassen.endorsing import name_of
from issuers.badgeklassen.register import endorsement_by, endorsements_to, shown_about
from issuers.badgeklassen.tables import Answer, Endorsement
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.issuing.achievements import find_achievement
from issuers.issuing.tables import Achievement, Badge
from issuers.organisations.founding import find_organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, may, require
from issuers.praktijkverklaring.confirming import Confirmation, confirmations_of
from issuers.praktijkverklaring.register import confirmations_about


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownEndorsement:
    """Show to the owner who stands behind which badgeklasse, in which words, and what was answered."""

    id: UUID
    by: str
    achievement_id: str
    title: str
    comment: str
    since: date
    token: str
    answer: Answer | None


def list_endorsements(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownEndorsement, ...]:
    """List who stands behind the badgeklassen of the actor's organisation, what waits for an answer first.

    What was withdrawn is not there.

    Raises:
        PermissionDeniedError: the actor does not decide it.
    """
    require(actor, Action.DESIGN)
    rows = _rows(desk, actor)
    standing = {
        badge.id: badge for about_id in {each.about_id for each in rows} for badge in _about(desk, about_id)
    }
    known = [_known(desk, row, badge=standing[row.badge_id]) for row in rows if row.badge_id in standing]
    return tuple(sorted(known, key=lambda each: each.answer is not None))


def list_unanswered(desk: IssuingDesk, *, actor: Actor) -> tuple[KnownEndorsement, ...]:
    """List what waits for an answer; nothing for who does not decide it."""
    if not may(actor, Action.DESIGN):
        return ()
    return tuple(each for each in list_endorsements(desk, actor=actor) if each.answer is None)


def answer(desk: IssuingDesk, endorsement_id: UUID, *, said: Answer, actor: Actor) -> None:
    """Show it beside the badgeklasse, or not (any more).

    Raises:
        PermissionDeniedError: the actor does not decide it, or not any more.
        NotFoundError: there is none of a badgeklasse of his organisation.
    """
    require(actor, Action.DESIGN)

    def work(session: Session) -> None:
        require_still(session, actor, Action.DESIGN)
        row = session.get(Endorsement, endorsement_id)
        if row is None or row.organisation_id != actor.organisation_id:
            raise NotFoundError
        row.answer, row.answered, row.answered_by = said, desk.clock.now(), actor.person_id

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def endorsements_of(desk: IssuingDesk, achievement_id: str) -> tuple[Confirmation, ...]:
    """List who stands behind a badgeklasse, as far as its owner shows it; what was withdrawn is not there."""
    about_id = name_of(desk.addresses.achievement(achievement_id))
    shown = desk.register.read(partial(shown_about, about_id=about_id), within=Public(holding=str(about_id)))
    return tuple(each for each in confirmations_of(desk, about_id) if each.id in shown) if shown else ()


def endorsed_by(desk: IssuingDesk, found: Achievement, *, actor: Actor) -> bool | None:
    """Tell whether what the actor's organisation says of it is shown; None where it says nothing now."""
    about_id = name_of(desk.addresses.achievement(found.id))
    said = {each.id for each in _about(desk, about_id) if each.organisation_id == actor.organisation_id}
    asked = partial(endorsement_by, about_id=about_id, endorser_id=actor.organisation_id)
    rows = desk.register.read(asked, within=OneOrganisation(actor.organisation_id)) if said else ()
    return next((each.answer is Answer.SHOW for each in rows if each.badge_id in said), None)


def _rows(desk: IssuingDesk, actor: Actor) -> Sequence[Endorsement]:
    asked = partial(endorsements_to, organisation_id=actor.organisation_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _about(desk: IssuingDesk, about_id: UUID) -> Sequence[Badge]:
    asked = partial(confirmations_about, badge_id=about_id)
    return desk.register.read(asked, within=Public(holding=str(about_id)))


def _known(desk: IssuingDesk, row: Endorsement, *, badge: Badge) -> KnownEndorsement:
    document = parse(badge.raw or b"").document
    return KnownEndorsement(
        id=row.badge_id,
        by=find_organisation(desk, row.endorser_id).name,
        achievement_id=row.achievement_id,
        title=find_achievement(desk, row.achievement_id).title,
        comment=text(at(document, "credentialSubject", "endorsementComment")) or "",
        since=dutch_day(row.arrived),
        token=badge.token,
        answer=row.answer,
    )
