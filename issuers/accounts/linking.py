"""Whose account elsewhere it is: only the person says so, signed in here; a mail address never does."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from functools import partial
from uuid import UUID

from sqlmodel import Session

from issuers.accounts.register import account_of, accounts_of
from issuers.accounts.tables import LinkedAccount
from issuers.accounts.tokens import Account
from issuers.database.scopes import OnePerson, Public
from issuers.desk import IssuingDesk
from issuers.errors import AccountTakenError, NotFoundError, ProofNeededError, UnknownAccountError
from issuers.identifiers import uuid7
from issuers.people.permissions import ENOUGH, PERMISSIONS, require_fresh
from issuers.people.register import organisations_of, roles_of, runs_platform
from issuers.people.sessions import Proven, Visitor
from issuers.people.tables import Proof
from issuers.people.ways_in import Dropped, begin_way_in, drop_way_in, require_enrolling


@dataclass(frozen=True, slots=True, kw_only=True)
class OwnAccount:
    """Show an account elsewhere to whose it is."""

    id: UUID
    issuer: str
    created: datetime
    used: datetime | None


def find_person(desk: IssuingDesk, account: Account) -> Proven:
    """Tell whose account it is, and write down that it was used.

    Raises:
        UnknownAccountError: nobody here said that it is his.
    """
    found = _find(desk, account)
    if found is None:
        raise UnknownAccountError

    def work(session: Session) -> Proven:
        row = session.get(LinkedAccount, (account.issuer, account.subject))
        if row is None:
            raise UnknownAccountError
        row.used = desk.clock.now()
        return Proven(person_id=row.person_id, proof=Proof.OIDC, way_in=row.id)

    return desk.register.write(work, within=OnePerson(found.person_id))


def require_linking(desk: IssuingDesk, visitor: Visitor) -> None:
    """Let pass who may say that an account elsewhere is his: who just proved well who he is.

    Who comes by a link and gives no badges may begin with such an account; who gives badges needs a passkey
    first, for the account alone would not let him.

    Raises:
        ProofNeededError: he proved nothing, too little, or too long ago.
    """
    require_enrolling(visitor, now=desk.clock.now())
    if visitor.proof is Proof.LINK and not is_enough(desk, visitor):
        raise ProofNeededError


def is_enough(desk: IssuingDesk, visitor: Visitor) -> bool:
    """Tell whether an account elsewhere opens all that somebody may do."""

    def work(session: Session) -> bool:
        roles = {
            role
            for each in organisations_of(session, person_id=visitor.person_id)
            for role in roles_of(session, person_id=visitor.person_id, organisation_id=each.id)
        }
        actions = {action for role in roles for action in PERMISSIONS[role]}
        opens_all = bool(roles) and all(Proof.OIDC in ENOUGH[each] for each in actions)
        return opens_all and not runs_platform(session, visitor.person_id)

    return desk.register.read(work, within=OnePerson(visitor.person_id))


def link(desk: IssuingDesk, account: Account, *, visitor: Visitor) -> None:
    """Remember that an account elsewhere is of this person; to say it twice changes nothing.

    Who came by a link loses every earlier way in, for he may have lost them.

    Raises:
        ProofNeededError: this person may not say so now.
        AccountTakenError: it is somebody else's.
    """
    require_linking(desk, visitor)
    found = _find(desk, account)
    if found is not None and found.person_id != visitor.person_id:
        raise AccountTakenError
    now = desk.clock.now()

    def work(session: Session) -> None:
        begin_way_in(session, visitor=visitor, now=now)
        session.add(
            LinkedAccount(
                issuer=account.issuer,
                subject=account.subject,
                id=uuid7(now),
                person_id=visitor.person_id,
                created=now,
            )
        )

    if found is None or visitor.proof is Proof.LINK:
        desk.register.write(work, within=OnePerson(visitor.person_id))


def list_accounts(desk: IssuingDesk, *, visitor: Visitor) -> Sequence[OwnAccount]:
    """List one's own accounts elsewhere, the oldest first."""
    asked = partial(accounts_of, person_id=visitor.person_id)
    rows = desk.register.read(asked, within=OnePerson(visitor.person_id))
    return [OwnAccount(id=row.id, issuer=row.issuer, created=row.created, used=row.used) for row in rows]


def unlink(desk: IssuingDesk, account_id: UUID, *, visitor: Visitor) -> None:
    """Forget that an account elsewhere is of this person: it opens nothing any more, and what it opened ends.

    Raises:
        FreshProofNeededError: it was too long ago that this person proved who he is.
        NotFoundError: this person has no such account.
        LastWayInError: nothing would be left to sign in with.
    """
    require_fresh(visitor, now=desk.clock.now())

    def work(session: Session) -> None:
        row = account_of(session, account_id, person_id=visitor.person_id)
        if row is None:
            raise NotFoundError
        session.delete(row)
        session.flush()
        drop_way_in(session, Dropped(Proof.OIDC, account_id), visitor=visitor, now=desk.clock.now())

    desk.register.write(work, within=OnePerson(visitor.person_id))


def _find(desk: IssuingDesk, account: Account) -> LinkedAccount | None:
    """Look an account up; whoever proved that he has it may see that one row."""
    return desk.register.read(
        lambda session: session.get(LinkedAccount, (account.issuer, account.subject)),
        within=Public(holding=f"{account.issuer} {account.subject}"),
    )
