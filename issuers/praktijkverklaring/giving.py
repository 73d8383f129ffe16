"""Give a praktijkverklaring as a school, on the badges with which a praktijkopleider judged."""

from datetime import date
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.composing import IssuerProfile
from badges.credential import LintedCredential
from badges.praktijkverklaring import Praktijkverklaring, VerklaringSlot
from issuers.desk import IssuingDesk
from issuers.errors import FieldProblem, FormError, VerklaringChangedError, VerklaringHinderedError
from issuers.issuing.badgebook import Reservation
from issuers.issuing.issuing import IssuedBadge
from issuers.issuing.tables import BadgeKind
from issuers.people.permissions import Action, Actor, require
from issuers.praktijkverklaring.following import follow_up
from issuers.praktijkverklaring.line import Order, give_in_line
from issuers.praktijkverklaring.previewing import require_read
from issuers.praktijkverklaring.register import has_mandate
from issuers.praktijkverklaring.wording import Choice, Wording, compose, word
from issuers.reading import read_date
from issuers.werkplekprofiel.schooling import seen_profiel

YEARS_AHEAD: Final = 1
BAD_DAY: Final = FieldProblem(
    "dag-mbo",
    "date-unreadable",
    "Wij kunnen de datum van de mbo-verklaring niet lezen. Schrijf hem zo: 26-6-2026. Of laat hem leeg.",
    "We cannot read the date of the mbo-verklaring. Write it like this: 26-6-2026. Or leave it empty.",
)


def read_mbo_day(typed: str, *, today: date) -> date | None:
    """Read the day of the mbo-verklaring that it is part of; it may not be known yet.

    Raises:
        FormError: it is no day, or one far away.
    """
    if not typed.strip():
        return None
    day = read_date(typed)
    if day is None or day.year > today.year + YEARS_AHEAD:
        raise FormError([BAD_DAY])
    return day


def give(
    desk: IssuingDesk,
    profiel_id: UUID,
    choice: Choice,
    *,
    actor: Actor,
    idempotency_key: str,
) -> IssuedBadge:
    """Give the praktijkverklaring on the chosen badges; asked again with the same key, give the same.

    It takes the place of what was given on this work while the mbo-verklaring had no day yet.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: the school is no party of it, or the recipient did not say yes (any more).
        VerklaringHinderedError: something stands in the way, of the school or of a badge.
        VerklaringUnreadError: it is another than was read.
        VerklaringChangedError: something changed while it was made.
        OrganisationStoppedError: the school gives nothing now.
        IdempotencyConflictError: the key was used before for something else.
        LintError: we refuse to sign this; nothing was signed.
        IssuersError: it could not be done now.
    """
    require(actor, Action.CONFIRM)
    wording = word(desk, profiel_id, choice, actor=actor)
    if choice.marks is not None:
        require_read(desk, wording, choice.marks, actor=actor)
    said = wording.said
    order = Order(
        kind=BadgeKind.PRAKTIJKVERKLARING,
        key=idempotency_key,
        says=repr(said),
        profiel_id=profiel_id,
        about_id=None,
        name=said.name,
        admit=partial(_require_same, desk=desk, wording=wording, actor=actor),
        compose=partial(_compose, desk=desk, said=said),
    )
    found = give_in_line(desk, order, actor=actor)
    follow_up(desk, found.id, profiel_id=profiel_id, actor=actor)
    return found


def _require_same(session: Session, *, desk: IssuingDesk, wording: Wording, actor: Actor) -> None:
    """Let pass what is at this moment as it was looked at, by who has a mandate at this moment.

    Raises:
        VerklaringHinderedError: the mandate is gone.
        VerklaringChangedError: a badge was withdrawn or signed again, or what is said of people changed.
        NotFoundError: the school is no party of it (any more).
    """
    school_id, seen, badges = actor.organisation_id, wording.profiel, wording.badges
    if not has_mandate(session, school_id=school_id, person_id=actor.person_id):
        raise VerklaringHinderedError
    now = seen_profiel(session, profiel_id=seen.id, school_id=school_id, catalogue=desk.catalogue)
    same_people = (now.name, now.trainer, now.trainer_function)
    if not set(badges) <= set(now.badges) or same_people != (seen.name, seen.trainer, seen.trainer_function):
        raise VerklaringChangedError


def _compose(
    reservation: Reservation, school: IssuerProfile, *, desk: IssuingDesk, said: Praktijkverklaring
) -> LintedCredential:
    row = reservation.badge
    slot = VerklaringSlot(
        credential_id=row.credential_id,
        subject_id=row.subject_id.urn,
        achievement_id=row.evidence_id.urn,
        status_list_id=desk.addresses.status_list(row.organisation_id, number=reservation.list_number),
        status_index=row.status_index,
        awarded=row.reserved_at,
    )
    return compose(said, slot=slot, school=school)
