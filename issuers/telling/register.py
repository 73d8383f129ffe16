"""What this wing asks the database: what is to be told to whom, and what did not arrive."""

from collections.abc import Collection, Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import ColumnElement
from sqlalchemy.orm import Mapped
from sqlmodel import Session, col, func, select

from issuers.badgeklassen.tables import DesignVersion, Endorsement
from issuers.holding.tables import Held, HeldState
from issuers.issuing.tables import Badge, BadgeKind, BadgeState
from issuers.mailing.tables import OutgoingMail
from issuers.people.tables import Membership, Person, Role
from issuers.praktijkverklaring.tables import SchoolQuestion
from issuers.recipients.tables import Channel, Recipient
from issuers.telling.tables import Event, Told, Untold
from issuers.werkplekprofiel.tables import Werkplekprofiel

AT_ONCE = 100


def given_since(
    session: Session, moment: datetime, *, by: Collection[Channel]
) -> Sequence[tuple[Badge, Recipient]]:
    """List badges that were given, and of which nothing was told yet."""
    asked = (
        Badge.state == BadgeState.SIGNED,
        Badge.reserved_at >= moment,
        ~_told(Event.GIVEN, Event.CORRECTED),
    )
    return _with_recipients(session, *asked, by=by)


def withdrawn_since(
    session: Session, moment: datetime, *, by: Collection[Channel]
) -> Sequence[tuple[Badge, Recipient]]:
    """List badges that were withdrawn and not corrected, of which that was not told."""
    asked = (
        Badge.state == BadgeState.REVOKED,
        col(Badge.revoked_at) >= moment,
        col(Badge.replaced_by).is_(None),
        ~_told(Event.WITHDRAWN),
    )
    return _with_recipients(session, *asked, by=by)


def unopened_between(
    session: Session, first: datetime, last: datetime, *, by: Collection[Channel]
) -> Sequence[tuple[Badge, Recipient]]:
    """List badges that were told of in this time, that nobody opened, of which nobody was reminded."""
    asked = (
        Badge.state == BadgeState.SIGNED,
        Badge.reserved_at >= first,
        Badge.reserved_at < last,
        col(Badge.first_opened).is_(None),
        _was_written(Event.GIVEN, Event.CORRECTED),
        ~_told(Event.UNOPENED),
    )
    return _with_recipients(session, *asked, by=by)


def ending_between(
    session: Session, first: datetime, last: datetime, *, by: Collection[Channel]
) -> Sequence[tuple[Badge, Recipient]]:
    """List badges that count until a moment in this time, of which nobody was reminded."""
    asked = (
        Badge.state == BadgeState.SIGNED,
        col(Badge.valid_until) >= first,
        col(Badge.valid_until) < last,
        ~_told(Event.ENDING),
    )
    return _with_recipients(session, *asked, by=by)


def objected_since(session: Session, moment: datetime) -> Sequence[tuple[Werkplekprofiel, Person]]:
    """List werkplekprofielen that are not right, of which the one who proposed them was not told."""
    told = select(Told.about_id).where(
        col(Told.about_id) == col(Werkplekprofiel.id),
        Told.event == Event.OBJECTED,
        col(Told.round) == col(Werkplekprofiel.revision),
    )
    return session.exec(
        select(Werkplekprofiel, Person)
        .join(Person, col(Person.id) == col(Werkplekprofiel.proposed_by))
        .where(
            col(Werkplekprofiel.objected) >= moment,
            col(Werkplekprofiel.ended).is_(None),
            col(Person.mail).is_not(None),
            ~told.exists(),
        )
        .limit(AT_ONCE)
    ).all()


def asked_since(session: Session, moment: datetime) -> Sequence[tuple[SchoolQuestion, Person]]:
    """List questions without an answer, with who gave the badge, where that was not told."""
    waits = (col(SchoolQuestion.asked) >= moment, col(SchoolQuestion.answer).is_(None))
    at = col(SchoolQuestion.leerbedrijf_id)
    return _questions(session, *waits, who=col(Badge.issued_by), at=at, event=Event.ASKED)


def answered_since(session: Session, moment: datetime) -> Sequence[tuple[SchoolQuestion, Person]]:
    """List questions that were answered, with who asked, where that was not told."""
    answered = col(SchoolQuestion.answered) >= moment
    who, at = col(SchoolQuestion.asked_by), col(SchoolQuestion.organisation_id)
    return _questions(session, answered, who=who, at=at, event=Event.ANSWERED)


def held_since(
    session: Session, moment: datetime, *, by: Collection[Channel]
) -> Sequence[tuple[Held, Recipient]]:
    """List what waits for its recipient to read it, of which he was not told."""
    return session.exec(
        select(Held, Recipient)
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(Held.profiel_id))
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(
            Held.state == HeldState.WAITING,
            col(Held.reads_until).is_not(None),
            Held.held >= moment,
            col(Recipient.channel).in_(by),
            ~_told(Event.HELD, about=Held),
        )
        .order_by(col(Held.id))
        .limit(AT_ONCE)
    ).all()


def objected_held_since(session: Session, moment: datetime) -> Sequence[tuple[Held, Person]]:
    """List what waited and is not right, of which the one who gave it was not told."""
    return session.exec(
        select(Held, Person)
        .join(Person, col(Person.id) == col(Held.held_by))
        .where(
            Held.state == HeldState.OBJECTED,
            col(Held.ended) >= moment,
            col(Person.mail).is_not(None),
            ~_told(Event.HELD_OBJECTED, about=Held),
        )
        .order_by(col(Held.id))
        .limit(AT_ONCE)
    ).all()


def endorsed_since(session: Session, moment: datetime) -> Sequence[tuple[Endorsement, Person]]:
    """List who stands behind badgeklassen, with who decides that it is shown, where that was not told."""
    told = select(Told.about_id).where(
        col(Told.about_id) == col(Endorsement.badge_id), Told.event == Event.ENDORSED
    )
    rows = session.exec(
        select(Endorsement)
        .join(Badge, col(Badge.id) == col(Endorsement.badge_id))
        .where(
            col(Endorsement.arrived) >= moment,
            col(Endorsement.answer).is_(None),
            Badge.state == BadgeState.SIGNED,
            ~told.exists(),
        )
        .limit(AT_ONCE)
    ).all()
    return [(row, person) for row in rows if (person := _decides(session, row))]


def _decides(session: Session, endorsement: Endorsement) -> Person | None:
    """Find who made the badgeklasse, or else a beheerder, who works there still and has a mail address."""
    made = select(DesignVersion.written_by).where(
        DesignVersion.organisation_id == endorsement.organisation_id,
        DesignVersion.achievement_id == endorsement.achievement_id,
    )
    return session.exec(
        select(Person)
        .join(Membership, col(Membership.person_id) == col(Person.id))
        .where(
            Membership.organisation_id == endorsement.organisation_id,
            col(Membership.role).in_((Role.BEHEERDER, Role.PRAKTIJKOPLEIDER)),
            col(Membership.ended).is_(None),
            col(Person.mail).is_not(None),
        )
        .order_by(col(Person.id).not_in(made), col(Membership.role), col(Person.id))
    ).first()


def untold_by(session: Session, organisation_id: str) -> frozenset[Event]:
    """Name what an organisation wants not told."""
    row = session.get(Untold, organisation_id)
    return row.events if row else frozenset()


def undelivered(session: Session, organisation_id: str) -> Sequence[tuple[Told, Recipient]]:
    """List what did not arrive of badges, also of those that wait, with whom it was for, the newest first."""
    return session.exec(
        select(Told, Recipient)
        .join(OutgoingMail, col(OutgoingMail.id) == col(Told.letter_id))
        .outerjoin(Badge, col(Badge.id) == col(Told.about_id))
        .outerjoin(Held, col(Held.id) == col(Told.about_id))
        .join(
            Werkplekprofiel,
            col(Werkplekprofiel.id) == func.coalesce(col(Badge.profiel_id), col(Held.profiel_id)),
        )
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(
            Told.organisation_id == organisation_id,
            col(OutgoingMail.sent).is_(None),
            col(OutgoingMail.due).is_(None),
        )
        .order_by(col(Told.at).desc(), col(Told.about_id))
        .limit(AT_ONCE)
    ).all()


def was_told(session: Session, about_id: UUID, event: Event, *, round: int) -> bool:  # noqa: A002 (the column)
    """Tell whether something was told before."""
    return session.get(Told, (about_id, event, round)) is not None


def _questions(
    session: Session,
    *asked: ColumnElement[bool],
    who: Mapped[UUID],
    at: Mapped[str],
    event: Event,
) -> Sequence[tuple[SchoolQuestion, Person]]:
    """Find questions with who is told of them, where he works there still and has a mail address."""
    told = select(Told.about_id).where(col(Told.about_id) == col(SchoolQuestion.id), Told.event == event)
    works = select(Membership.person_id).where(
        col(Membership.organisation_id) == at,
        col(Membership.person_id) == who,
        col(Membership.ended).is_(None),
    )
    return session.exec(
        select(SchoolQuestion, Person)
        .join(Badge, col(Badge.id) == col(SchoolQuestion.badge_id))
        .join(Person, col(Person.id) == who)
        .where(*asked, col(Person.mail).is_not(None), works.exists(), ~told.exists())
        .limit(AT_ONCE)
    ).all()


def _told(*events: Event, about: type[Badge | Held] = Badge) -> ColumnElement[bool]:
    told = select(Told.about_id).where(col(Told.about_id) == col(about.id), col(Told.event).in_(events))
    return told.exists()


def _was_written(*events: Event) -> ColumnElement[bool]:
    """Tell whether somebody was really told: what the organisation wants untold has no letter."""
    told = select(Told.about_id).where(col(Told.about_id) == col(Badge.id), col(Told.event).in_(events))
    return told.where(col(Told.letter_id).is_not(None)).exists()


def _with_recipients(
    session: Session, *asked: ColumnElement[bool] | bool, by: Collection[Channel]
) -> Sequence[tuple[Badge, Recipient]]:
    """Find badges with who got them, where he chose one of these channels."""
    return session.exec(
        select(Badge, Recipient)
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(Badge.profiel_id))
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(Badge.kind == BadgeKind.BADGE, col(Recipient.channel).in_(by), *asked)
        .order_by(col(Badge.id))
        .limit(AT_ONCE)
    ).all()
