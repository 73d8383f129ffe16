"""What this room asks the database about people and sign-ins, in the transaction of who asks."""

from collections.abc import Sequence
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, delete, select

from issuers.accounts.register import forget_accounts_of
from issuers.organisations.tables import Organisation
from issuers.people.tables import (
    BrowserSession,
    CodeApp,
    EnrolmentLink,
    Invitation,
    Membership,
    Passkey,
    Person,
    PlatformAdministrator,
    Proof,
    RecoveryCode,
    Role,
    SpentChallenge,
)


def roles_of(session: Session, *, person_id: UUID, organisation_id: str) -> Sequence[Role]:
    """List what a person may do for an organisation at this moment."""
    memberships = session.exec(
        select(Membership).where(
            Membership.organisation_id == organisation_id,
            Membership.person_id == person_id,
            col(Membership.ended).is_(None),
        )
    ).all()
    return [each.role for each in memberships]


def memberships_in(session: Session, *, organisation_id: str) -> Sequence[tuple[Membership, Person]]:
    """List who does what in an organisation at this moment, by name."""
    return session.exec(
        select(Membership, Person)
        .join(Person, col(Person.id) == col(Membership.person_id))
        .where(Membership.organisation_id == organisation_id, col(Membership.ended).is_(None))
        .order_by(Person.name, col(Person.id))
    ).all()


def organisations_of(session: Session, *, person_id: UUID) -> Sequence[Organisation]:
    """List the organisations that a person works for at this moment, by name."""
    return session.exec(
        select(Organisation)
        .join(Membership, col(Membership.organisation_id) == col(Organisation.id))
        .where(Membership.person_id == person_id, col(Membership.ended).is_(None))
        .order_by(Organisation.name, Organisation.id)
        .distinct()
    ).all()


def find_member(session: Session, *, person_name: str) -> Membership | None:
    """Find the first membership of a name: for the demo, where we chose the names of people."""
    return session.exec(
        select(Membership)
        .join(Organisation, col(Organisation.id) == col(Membership.organisation_id))
        .join(Person, col(Person.id) == col(Membership.person_id))
        .where(Person.name == person_name)
        .order_by(col(Organisation.created))
        .limit(1)
    ).first()


def person_by_mail(session: Session, *, mail: str) -> Person | None:
    """Find a person by mail address, in lower case."""
    return session.exec(select(Person).where(Person.mail == mail)).first()


def runs_platform(session: Session, person_id: UUID) -> bool:
    """Tell whether a person runs the service as a whole at this moment."""
    row = session.get(PlatformAdministrator, person_id)
    return row is not None and row.ended is None


def invitation_by_hash(session: Session, token_hash: str) -> Invitation | None:
    """Find an invitation by the hash of its token."""
    return session.exec(select(Invitation).where(Invitation.token_hash == token_hash)).first()


def open_invitations(session: Session, *, organisation_id: str) -> Sequence[Invitation]:
    """List what was neither accepted nor withdrawn, the newest first; also what is too old by now."""
    return session.exec(
        select(Invitation)
        .where(
            Invitation.organisation_id == organisation_id,
            col(Invitation.accepted).is_(None),
            col(Invitation.withdrawn).is_(None),
        )
        .order_by(col(Invitation.created).desc(), col(Invitation.id))
    ).all()


def end_invitations(session: Session, *, organisation_id: str, mail: str, now: datetime) -> None:
    """Withdraw what else invites somebody to an organisation."""
    for row in open_invitations(session, organisation_id=organisation_id):
        if row.mail == mail:
            row.withdrawn = now


def sessions_of(session: Session, *, person_id: UUID) -> Sequence[BrowserSession]:
    """List the sign-ins of a person, last seen first."""
    return session.exec(
        select(BrowserSession)
        .where(BrowserSession.person_id == person_id)
        .order_by(col(BrowserSession.seen).desc(), col(BrowserSession.id).desc())
    ).all()


def forget_session(session: Session, *, token_hash: str) -> None:
    """Delete one sign-in."""
    session.exec(delete(BrowserSession).where(col(BrowserSession.token_hash) == token_hash))


def forget_session_of(session: Session, *, session_id: UUID, person_id: UUID) -> None:
    """Delete one sign-in of a person."""
    session.exec(
        delete(BrowserSession).where(
            col(BrowserSession.id) == session_id, col(BrowserSession.person_id) == person_id
        )
    )


def forget_expired_sessions(session: Session, *, now: datetime) -> None:
    """Delete the sign-ins that are over."""
    session.exec(delete(BrowserSession).where(col(BrowserSession.expires) <= now))


def forget_spent_challenges(session: Session, *, now: datetime) -> None:
    """Delete what was signed so long ago that it counts no more anyway."""
    session.exec(delete(SpentChallenge).where(col(SpentChallenge.expires) <= now))


def forget_sessions_of(session: Session, *, person_id: UUID, but: UUID | None = None) -> None:
    """Delete the sign-ins of a person, or all but one."""
    chosen = delete(BrowserSession).where(col(BrowserSession.person_id) == person_id)
    session.exec(chosen if but is None else chosen.where(col(BrowserSession.id) != but))


def forget_sessions_by(
    session: Session, *, person_id: UUID, proof: Proof, way_in: UUID | None, but: UUID
) -> None:
    """Delete the sign-ins that one way in began, or may have begun, all but one."""
    session.exec(
        delete(BrowserSession).where(
            col(BrowserSession.person_id) == person_id,
            col(BrowserSession.proof) == proof,
            col(BrowserSession.way_in).is_(None) | (col(BrowserSession.way_in) == way_in),
            col(BrowserSession.id) != but,
        )
    )


def session_of(session: Session, session_id: UUID, *, person_id: UUID) -> BrowserSession | None:
    """Find a sign-in of a person."""
    own = select(BrowserSession).where(BrowserSession.id == session_id, BrowserSession.person_id == person_id)
    return session.exec(own).first()


def forget_link_sessions(session: Session, *, person_id: UUID, but: UUID | None = None) -> None:
    """Delete the sign-ins of a person that proved nothing yet, or all but one."""
    chosen = delete(BrowserSession).where(
        col(BrowserSession.person_id) == person_id, col(BrowserSession.proof) == Proof.LINK
    )
    session.exec(chosen if but is None else chosen.where(col(BrowserSession.id) != but))


def links_of(session: Session, *, person_id: UUID) -> Sequence[EnrolmentLink]:
    """List the links of a person that did not end."""
    return session.exec(
        select(EnrolmentLink).where(EnrolmentLink.person_id == person_id, col(EnrolmentLink.ended).is_(None))
    ).all()


def links_given(session: Session, *, organisation_id: str) -> Sequence[EnrolmentLink]:
    """List the links that an organisation gave and that did not end."""
    return session.exec(
        select(EnrolmentLink).where(
            EnrolmentLink.organisation_id == organisation_id, col(EnrolmentLink.ended).is_(None)
        )
    ).all()


def passkeys_of(session: Session, *, person_id: UUID) -> Sequence[Passkey]:
    """List the passkeys of a person, the oldest first."""
    return session.exec(
        select(Passkey).where(Passkey.person_id == person_id).order_by(col(Passkey.created), col(Passkey.id))
    ).all()


def passkey_of(session: Session, passkey_id: UUID, *, person_id: UUID) -> Passkey | None:
    """Find a passkey of a person."""
    return session.exec(
        select(Passkey).where(Passkey.id == passkey_id, Passkey.person_id == person_id)
    ).first()


def recovery_codes_of(session: Session, *, person_id: UUID) -> Sequence[RecoveryCode]:
    """List the recovery codes of a person that were not used yet."""
    return session.exec(
        select(RecoveryCode).where(RecoveryCode.person_id == person_id, col(RecoveryCode.used).is_(None))
    ).all()


def code_apps(session: Session) -> Sequence[CodeApp]:
    """List the apps of all."""
    return session.exec(select(CodeApp)).all()


def forget_recovery_codes(session: Session, *, person_id: UUID) -> None:
    """Delete the recovery codes of a person."""
    session.exec(delete(RecoveryCode).where(col(RecoveryCode.person_id) == person_id))


def count_ways_in(session: Session, *, person_id: UUID) -> int:
    """Count with how many things a person can prove well who he is; an account elsewhere is none of them."""
    app = session.get(CodeApp, person_id)
    return len(passkeys_of(session, person_id=person_id)) + bool(app and app.confirmed)


def forget_ways_in(session: Session, *, person_id: UUID) -> None:
    """Delete all with which a person could sign in."""
    session.exec(delete(Passkey).where(col(Passkey.person_id) == person_id))
    session.exec(
        delete(CodeApp).where(col(CodeApp.person_id) == person_id, col(CodeApp.confirmed).is_not(None))
    )
    forget_recovery_codes(session, person_id=person_id)
    forget_accounts_of(session, person_id=person_id)
