"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.issuing.tables import PUBLISHED, Badge, BadgeKind, BadgeState
from issuers.people.appointing import Mandate
from issuers.people.tables import Membership, Role
from issuers.praktijkverklaring.tables import ErkenningCheck, SchoolQuestion
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import Werkplekprofiel


def confirmations_by(session: Session, *, by: str, about: Collection[UUID]) -> Sequence[Badge]:
    """List what an organisation said of badges or badgeklassen, withdrawn or not, the oldest first."""
    own = select(Badge).where(Badge.organisation_id == by, col(Badge.about_id).in_(about))
    return session.exec(own.where(col(Badge.state).in_(PUBLISHED)).order_by(col(Badge.id))).all()


def confirmations_about(session: Session, badge_id: UUID) -> Sequence[Badge]:
    """List what stands that was said of a badge or a badgeklasse, the oldest first."""
    said = select(Badge).where(Badge.about_id == badge_id, Badge.state == BadgeState.SIGNED)
    return session.exec(said.order_by(col(Badge.id))).all()


def verklaringen_by(session: Session, *, school_id: str, profielen: Collection[UUID]) -> Sequence[Badge]:
    """List the praktijkverklaringen that a school gave on werkplekprofielen, the newest first."""
    own = select(Badge).where(Badge.organisation_id == school_id, col(Badge.profiel_id).in_(profielen))
    given = own.where(Badge.kind == BadgeKind.PRAKTIJKVERKLARING, col(Badge.state).in_(PUBLISHED))
    return session.exec(given.order_by(col(Badge.id).desc())).all()


def verklaringen_with(session: Session, token: str) -> Sequence[Badge]:
    """List the praktijkverklaringen that stand, for who opens the werkplekprofiel with this token."""
    theirs = (
        select(Badge)
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(Badge.profiel_id))
        .where(Werkplekprofiel.token == token)
    )
    given = theirs.where(Badge.kind == BadgeKind.PRAKTIJKVERKLARING, Badge.state == BadgeState.SIGNED)
    return session.exec(given.order_by(col(Badge.id).desc())).all()


def checks_by(session: Session, *, school_id: str, leerbedrijf_id: str) -> Sequence[ErkenningCheck]:
    """List what a school looked up itself about a leerbedrijf."""
    own = select(ErkenningCheck).where(ErkenningCheck.organisation_id == school_id)
    return session.exec(own.where(ErkenningCheck.leerbedrijf_id == leerbedrijf_id)).all()


def questions_by(session: Session, *, school_id: str, badges: Collection[UUID]) -> Sequence[SchoolQuestion]:
    """List what a school asked about badges, the oldest first."""
    own = select(SchoolQuestion).where(SchoolQuestion.organisation_id == school_id)
    return session.exec(
        own.where(col(SchoolQuestion.badge_id).in_(badges)).order_by(col(SchoolQuestion.id))
    ).all()


def questions_to(session: Session, *, leerbedrijf_id: str, profiel_id: UUID) -> Sequence[SchoolQuestion]:
    """List what a school asked a leerbedrijf about a werkplekprofiel, the oldest first."""
    asked = select(SchoolQuestion).where(
        SchoolQuestion.leerbedrijf_id == leerbedrijf_id, SchoolQuestion.profiel_id == profiel_id
    )
    return session.exec(asked.order_by(col(SchoolQuestion.id))).all()


def open_questions_to(session: Session, leerbedrijf_id: str) -> Sequence[tuple[SchoolQuestion, Recipient]]:
    """List what schools asked a leerbedrijf and nobody answered, with whom it is about, the oldest first."""
    return session.exec(
        select(SchoolQuestion, Recipient)
        .join(Werkplekprofiel, col(Werkplekprofiel.id) == col(SchoolQuestion.profiel_id))
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(SchoolQuestion.leerbedrijf_id == leerbedrijf_id, col(SchoolQuestion.answer).is_(None))
        .order_by(col(SchoolQuestion.asked), col(SchoolQuestion.id))
    ).all()


def question_to(session: Session, question_id: UUID, *, leerbedrijf_id: str) -> SchoolQuestion | None:
    """Find a question to a leerbedrijf."""
    asked = select(SchoolQuestion).where(
        SchoolQuestion.id == question_id, SchoolQuestion.leerbedrijf_id == leerbedrijf_id
    )
    return session.exec(asked).first()


def mandate_of(session: Session, *, school_id: str, person_id: UUID) -> Mandate | None:
    """Tell by whose mandate somebody confirms here; None where that was not written down."""
    row = session.get(Membership, (school_id, person_id, Role.BEVESTIGER))
    if row is None or row.ended is not None or row.mandate_by is None or row.mandate_since is None:
        return None
    return Mandate(given_by=row.mandate_by, since=row.mandate_since)


def has_mandate(session: Session, *, school_id: str, person_id: UUID) -> bool:
    """Tell whether it was written down by whose mandate somebody confirms here."""
    return mandate_of(session, school_id=school_id, person_id=person_id) is not None
