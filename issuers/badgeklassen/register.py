"""What this wing asks the database about badgeklassen, in the transaction of who asks."""

from collections.abc import Sequence
from uuid import UUID

from sqlmodel import Session, col, select

from issuers.badgeklassen.tables import Answer, Design, DesignVersion, Endorsement


def design_of(session: Session, design_id: UUID, *, organisation_id: str) -> Design | None:
    """Find a badgeklasse of an organisation."""
    return session.exec(
        select(Design).where(Design.id == design_id, Design.organisation_id == organisation_id)
    ).first()


def designs_of(session: Session, *, organisation_id: str) -> Sequence[Design]:
    """List the badgeklassen of an organisation, the oldest first."""
    return session.exec(
        select(Design).where(Design.organisation_id == organisation_id).order_by(col(Design.id))
    ).all()


def versions_of(session: Session, design_id: UUID, *, organisation_id: str) -> Sequence[DesignVersion]:
    """List the versions of a badgeklasse, the newest first."""
    return session.exec(
        select(DesignVersion)
        .where(DesignVersion.organisation_id == organisation_id, DesignVersion.badgeklasse_id == design_id)
        .order_by(col(DesignVersion.number).desc())
    ).all()


def all_versions_of(session: Session, *, organisation_id: str) -> Sequence[DesignVersion]:
    """List every version of every badgeklasse of an organisation, the newest first."""
    return session.exec(
        select(DesignVersion)
        .where(DesignVersion.organisation_id == organisation_id)
        .order_by(col(DesignVersion.number).desc())
    ).all()


def version_at(session: Session, achievement_id: str, *, organisation_id: str) -> DesignVersion | None:
    """Find the version of an organisation that stands at a public address."""
    return session.exec(
        select(DesignVersion).where(
            DesignVersion.organisation_id == organisation_id, DesignVersion.achievement_id == achievement_id
        )
    ).first()


def endorsements_to(session: Session, *, organisation_id: str) -> Sequence[Endorsement]:
    """List who stands behind the badgeklassen of an organisation, the newest first."""
    return session.exec(
        select(Endorsement)
        .where(Endorsement.organisation_id == organisation_id)
        .order_by(col(Endorsement.arrived).desc(), col(Endorsement.badge_id))
    ).all()


def endorsement_by(session: Session, *, about_id: UUID, endorser_id: str) -> Sequence[Endorsement]:
    """List what an organisation says, or said, of a badgeklasse."""
    return session.exec(
        select(Endorsement).where(Endorsement.about_id == about_id, Endorsement.endorser_id == endorser_id)
    ).all()


def shown_about(session: Session, *, about_id: UUID) -> frozenset[UUID]:
    """Name what the owner shows of who stands behind a badgeklasse."""
    shown = select(Endorsement.badge_id).where(
        Endorsement.about_id == about_id, Endorsement.answer == Answer.SHOW
    )
    return frozenset(session.exec(shown).all())
