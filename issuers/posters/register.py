"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlalchemy import delete
from sqlmodel import Session, col, func, select

from issuers.posters.tables import Poster, PosterWerkproces, Saying


def poster_with(session: Session, token: str) -> Poster | None:
    """Find the poster that somebody scanned."""
    return session.exec(select(Poster).where(Poster.token == token)).first()


def poster_of(session: Session, poster_id: UUID, *, organisation_id: str) -> Poster | None:
    """Find a poster of an organisation."""
    own = select(Poster).where(Poster.id == poster_id, Poster.organisation_id == organisation_id)
    return session.exec(own).first()


def posters_of(session: Session, *, organisation_id: str) -> Sequence[Poster]:
    """List the posters of an organisation, the newest first."""
    own = select(Poster).where(Poster.organisation_id == organisation_id)
    return session.exec(own.order_by(col(Poster.made).desc(), col(Poster.id).desc())).all()


def work_of(session: Session, poster: Poster) -> Sequence[PosterWerkproces]:
    """List what a poster is for."""
    return session.exec(
        select(PosterWerkproces).where(
            PosterWerkproces.organisation_id == poster.organisation_id,
            PosterWerkproces.poster_id == poster.id,
        )
    ).all()


def sayings_of(session: Session, *, organisation_id: str, limit: int) -> Sequence[tuple[Saying, Poster]]:
    """List what was said at an organisation and waits, the oldest first."""
    return session.exec(
        select(Saying, Poster)
        .join(Poster, col(Poster.id) == col(Saying.poster_id))
        .where(Saying.organisation_id == organisation_id)
        .order_by(col(Saying.said), col(Saying.id))
        .limit(limit)
    ).all()


def saying_of(session: Session, saying_id: UUID, *, organisation_id: str) -> Saying | None:
    """Find what was said."""
    own = select(Saying).where(Saying.id == saying_id, Saying.organisation_id == organisation_id)
    return session.exec(own).first()


def count_sayings(session: Session, poster: Poster) -> int:
    """Count what waits of a poster."""
    waiting = select(func.count()).where(
        Saying.organisation_id == poster.organisation_id, Saying.poster_id == poster.id
    )
    return session.exec(waiting).one()


def forget_before(session: Session, moment: datetime) -> int:
    """Keep nothing of what was said before this moment; tell how many that were."""
    return session.connection().execute(delete(Saying).where(col(Saying.said) < moment)).rowcount
