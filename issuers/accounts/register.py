"""What this wing asks the database, in the transaction of who asks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from issuers.accounts.tables import LinkedAccount, SignInAttempt


def accounts_of(session: Session, *, person_id: UUID) -> Sequence[LinkedAccount]:
    """List the accounts elsewhere of a person, the oldest first."""
    return session.exec(
        select(LinkedAccount)
        .where(LinkedAccount.person_id == person_id)
        .order_by(col(LinkedAccount.created), col(LinkedAccount.id))
    ).all()


def account_of(session: Session, account_id: UUID, *, person_id: UUID) -> LinkedAccount | None:
    """Find an account elsewhere of a person."""
    return session.exec(
        select(LinkedAccount).where(LinkedAccount.id == account_id, LinkedAccount.person_id == person_id)
    ).first()


def forget_accounts_of(session: Session, *, person_id: UUID) -> None:
    """Delete that any account elsewhere is of this person."""
    session.exec(delete(LinkedAccount).where(col(LinkedAccount.person_id) == person_id))


def take_attempt(session: Session, state_hash: str, *, now: datetime) -> bytes | None:
    """Give what was sealed, and forget it in the same step: of two who ask for it at once, one gets it."""
    row = session.exec(
        delete(SignInAttempt)
        .where(col(SignInAttempt.state_hash) == state_hash)
        .returning(col(SignInAttempt.sealed), col(SignInAttempt.expires))
    ).first()
    return row.sealed if row and row.expires > now else None


def forget_old_attempts(session: Session, *, now: datetime) -> None:
    """Delete the attempts that nobody came back from in time."""
    session.exec(delete(SignInAttempt).where(col(SignInAttempt.expires) <= now))
