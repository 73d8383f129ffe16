"""What this room asks the database about what people will learn, in the transaction of who asks."""

from collections.abc import Collection, Sequence
from uuid import UUID

from sqlalchemy import update
from sqlmodel import Session, col, select
from sqlmodel.sql.expression import SelectOfScalar

from issuers.issuing.tables import PUBLISHED, Achievement, Badge, BadgeState
from issuers.recipients.tables import Recipient
from issuers.werkplekprofiel.tables import AgreedWerkproces, Werkplekprofiel, WerkprocesKey


def profiel_of(session: Session, profiel_id: UUID, *, organisation_id: str) -> Werkplekprofiel | None:
    """Find a werkplekprofiel of an organisation."""
    own = select(Werkplekprofiel).where(
        Werkplekprofiel.id == profiel_id, Werkplekprofiel.organisation_id == organisation_id
    )
    return session.exec(own).first()


def profiel_with(session: Session, token: str) -> Werkplekprofiel | None:
    """Find the werkplekprofiel that a recipient opens with this token."""
    return session.exec(select(Werkplekprofiel).where(Werkplekprofiel.token == token)).first()


def profielen_of(session: Session, recipient_id: UUID, *, organisation_id: str) -> Sequence[Werkplekprofiel]:
    """List the werkplekprofielen of a recipient, the newest first."""
    return session.exec(
        select(Werkplekprofiel)
        .where(
            Werkplekprofiel.organisation_id == organisation_id, Werkplekprofiel.recipient_id == recipient_id
        )
        .order_by(col(Werkplekprofiel.proposed).desc(), col(Werkplekprofiel.id).desc())
    ).all()


def all_profielen_of(session: Session, *, organisation_id: str) -> Sequence[Werkplekprofiel]:
    """List the werkplekprofielen of an organisation, the oldest first."""
    return session.exec(
        select(Werkplekprofiel)
        .where(Werkplekprofiel.organisation_id == organisation_id)
        .order_by(col(Werkplekprofiel.proposed), col(Werkplekprofiel.id))
    ).all()


def profielen_for_school(session: Session, *, school_id: str) -> Sequence[Werkplekprofiel]:
    """List the werkplekprofielen that a school is a party of and the recipient said yes to."""
    return session.exec(_open_to(school_id).order_by(col(Werkplekprofiel.agreed).desc())).all()


def profiel_for_school(session: Session, profiel_id: UUID, *, school_id: str) -> Werkplekprofiel | None:
    """Find such a werkplekprofiel."""
    return session.exec(_open_to(school_id).where(Werkplekprofiel.id == profiel_id)).first()


def published_for(session: Session, profiel: Werkplekprofiel) -> Sequence[Badge]:
    """List the badges that were given for a werkplekprofiel, withdrawn or not, the oldest first."""
    theirs = select(Badge).where(
        Badge.organisation_id == profiel.organisation_id, Badge.profiel_id == profiel.id
    )
    given = theirs.where(col(Badge.state).in_(PUBLISHED))
    return session.exec(given.order_by(col(Badge.reserved_at), col(Badge.id))).all()


def _open_to(school_id: str) -> SelectOfScalar[Werkplekprofiel]:
    agreed = col(Werkplekprofiel.agreed).is_not(None)
    return select(Werkplekprofiel).where(Werkplekprofiel.school_id == school_id, agreed)


def agreed_werkprocessen(session: Session, profiel: Werkplekprofiel) -> Sequence[AgreedWerkproces]:
    """List what will be learned."""
    return session.exec(
        select(AgreedWerkproces).where(
            AgreedWerkproces.organisation_id == profiel.organisation_id,
            AgreedWerkproces.profiel_id == profiel.id,
        )
    ).all()


def hold_still(session: Session, profiel: Werkplekprofiel) -> None:
    """Let nobody collect for a werkplekprofiel until this transaction ends; on SQLite nobody can anyhow."""
    theirs = AgreedWerkproces.profiel_id == profiel.id
    session.exec(select(AgreedWerkproces).where(theirs).with_for_update()).all()


def learners_of(
    session: Session, *, work: WerkprocesKey, organisation_id: str
) -> Sequence[tuple[Werkplekprofiel, Recipient]]:
    """List the agreements to learn a werkproces that hold, and for which no badge stands, by name."""
    crebo, code = work
    given = (
        select(Badge.id)
        .join(Achievement, col(Achievement.id) == col(Badge.achievement_id))
        .where(
            Badge.organisation_id == organisation_id,
            col(Badge.profiel_id) == col(Werkplekprofiel.id),
            Badge.state == BadgeState.SIGNED,
            Achievement.crebo == crebo,
            Achievement.code == code,
        )
    )
    return session.exec(
        select(Werkplekprofiel, Recipient)
        .join(AgreedWerkproces, col(AgreedWerkproces.profiel_id) == col(Werkplekprofiel.id))
        .join(Recipient, col(Recipient.id) == col(Werkplekprofiel.recipient_id))
        .where(
            Werkplekprofiel.organisation_id == organisation_id,
            AgreedWerkproces.crebo == crebo,
            AgreedWerkproces.code == code,
            col(Werkplekprofiel.agreed).is_not(None),
            col(Werkplekprofiel.objected).is_(None),
            col(Werkplekprofiel.ended).is_(None),
            ~given.exists(),
        )
        .order_by(col(Recipient.folded_name), col(Werkplekprofiel.id))
    ).all()


def badges_for(
    session: Session, profiel: Werkplekprofiel, *, states: Collection[BadgeState] = (BadgeState.SIGNED,)
) -> Sequence[tuple[Badge, Achievement]]:
    """List the badges for a werkplekprofiel in these states, the oldest first."""
    return session.exec(
        select(Badge, Achievement)
        .join(Achievement, col(Achievement.id) == col(Badge.achievement_id))
        .where(
            Badge.organisation_id == profiel.organisation_id,
            Badge.profiel_id == profiel.id,
            col(Badge.state).in_(states),
        )
        .order_by(col(Badge.reserved_at), col(Badge.id))
    ).all()


def untie_badges(session: Session, recipient_id: UUID, *, organisation_id: str) -> None:
    """Let no badge tell any more for which recipient it was given."""
    profielen = select(Werkplekprofiel.id).where(
        Werkplekprofiel.organisation_id == organisation_id, Werkplekprofiel.recipient_id == recipient_id
    )
    session.execute(
        update(Badge)
        .where(col(Badge.organisation_id) == organisation_id, col(Badge.profiel_id).in_(profielen))
        .values(profiel_id=None)
    )
