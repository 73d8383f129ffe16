"""Every question about badges that this room asks the database, one transaction's session at a time."""

from collections.abc import Collection, Sequence
from dataclasses import dataclass, fields
from datetime import datetime
from uuid import UUID

from sqlmodel import Session, col, func, select

from issuers.erasing.register import is_erased
from issuers.errors import BadgeErasedError, NotFoundError, PageClosedError
from issuers.issuing.tables import (
    PUBLISHED,
    Achievement,
    AnyBadge,
    Badge,
    BadgeJwt,
    BadgeKind,
    BadgeState,
    ClosedPage,
    Edition,
    FormerSignature,
    StatusList,
)
from issuers.keys.register import active_key, last_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.organisations.tables import Organisation
from web.session import token_hash

_UNFINISHED = (BadgeState.RESERVED, BadgeState.INTENDED)
_HAS_PAGE = col(Badge.kind) != BadgeKind.EDITIE
"""An edition is shown by who keeps it, and never at an address of its own."""


@dataclass(frozen=True, slots=True)
class Reservation:
    """Hold a badge with all that it was promised: whose it is, its keys, its place in a list."""

    badge: AnyBadge
    organisation: Organisation
    key: Key
    token_key: Key
    list_number: int


@dataclass(frozen=True, slots=True)
class Standing:
    """Hold how far a badge came, with what its next record in the history says; read to change it."""

    id: UUID
    organisation_id: str
    kind: BadgeKind
    state: BadgeState
    issued_by: UUID
    issued_by_key: UUID | None
    key_id: UUID
    intent: bytes | None
    raw: bytes | None
    failed_because: str | None


def reservation(session: Session, badge: AnyBadge) -> Reservation:
    """Read what a badge was promised; an organisation that stopped since has its last keys."""
    [found] = reservations(session, [badge])
    return found


def reservations(session: Session, badges: Sequence[AnyBadge]) -> list[Reservation]:
    """Read what badges of one organisation were promised."""
    if not badges:
        return []
    organisation = session.get_one(Organisation, badges[0].organisation_id)
    find_key = active_key if organisation.closed is None else last_key
    token_key = find_key(session, organisation_id=organisation.id, purpose=KeyPurpose.TOKEN)
    keys = {key_id: session.get_one(Key, key_id) for key_id in {each.key_id for each in badges}}
    lists = {
        list_id: session.get_one(StatusList, list_id) for list_id in {each.status_list_id for each in badges}
    }
    return [
        Reservation(
            badge=badge,
            organisation=organisation,
            key=keys[badge.key_id],
            token_key=token_key,
            list_number=lists[badge.status_list_id].number,
        )
        for badge in badges
    ]


def standing(session: Session, badge_ids: Collection[UUID]) -> dict[UUID, Standing]:
    """Read how badges stand that are about to change; nobody else changes them until the transaction ends."""
    columns = [col(getattr(Badge, each.name)) for each in fields(Standing)]
    rows = session.execute(select(*columns).where(col(Badge.id).in_(badge_ids)).with_for_update())
    return {row[0]: Standing(*row) for row in rows}


def lock(session: Session, badge_id: UUID) -> Badge:
    """Read a badge that is about to change; nobody else changes it until the transaction ends.

    Raises:
        NotFoundError: there is none.
    """
    badge = session.get(Badge, badge_id, with_for_update=True)
    if badge is None:
        raise NotFoundError
    return badge


def by_idempotency_key(session: Session, *, organisation_id: str, idempotency_key: str) -> Badge | None:
    """Find the badge that an organisation asked for with this key."""
    return session.exec(
        select(Badge).where(
            Badge.organisation_id == organisation_id, Badge.idempotency_key == idempotency_key
        )
    ).first()


def by_idempotency_keys(
    session: Session, *, organisation_id: str, idempotency_keys: Collection[str]
) -> dict[str, Badge]:
    """Find the badges that an organisation asked for with these keys."""
    found = select(Badge).where(
        Badge.organisation_id == organisation_id, col(Badge.idempotency_key).in_(idempotency_keys)
    )
    return {badge.idempotency_key or "": badge for badge in session.exec(found)}


def published_by_token(session: Session, token: str) -> Badge | None:
    """Find a badge that left the service by the secret in its address."""
    found = select(Badge).where(Badge.token == token, col(Badge.state).in_(PUBLISHED), _HAS_PAGE)
    return session.exec(found).first()


def require_open(session: Session, token: str) -> None:
    """Let pass whoever has the token of a badge whose page is open.

    Raises:
        PageClosedError: who keeps it closed it.
        BadgeErasedError: it was erased.
    """
    if is_erased(session, token_hash(token)):
        raise BadgeErasedError
    closed = select(ClosedPage.badge_id).join(Badge, col(Badge.id) == col(ClosedPage.badge_id))
    if session.exec(closed.where(Badge.token == token)).first() is not None:
        raise PageClosedError


@dataclass(frozen=True, slots=True)
class GivenFor:
    """Name the agreement that a badge was given for, and whose that is; there may be none."""

    profiel_id: UUID | None
    organisation_id: str


def agreement_of(session: Session, token: str) -> GivenFor | None:
    """Tell for which agreement a badge was given, by the secret in its address."""
    found = session.exec(select(Badge.profiel_id, Badge.organisation_id).where(Badge.token == token)).first()
    return GivenFor(*found) if found else None


def raw_by_token(session: Session, token: str) -> bytes | None:
    """Read the signed bytes of a badge that left the service, and nothing else of it."""
    found = select(Badge.raw).where(Badge.token == token, col(Badge.state).in_(PUBLISHED), _HAS_PAGE)
    return session.exec(found).first()


def jwt_of(session: Session, badge_id: UUID) -> bytes | None:
    """Read a badge in its form as a token, by its id."""
    row = session.get(BadgeJwt, badge_id)
    return row.raw if row else None


def edition_row(session: Session, badge_id: UUID) -> Edition | None:
    """Read of which badge an edition is, and what it leaves out; None of what is no edition."""
    return session.get(Edition, badge_id)


def standing_editions(session: Session, badge_id: UUID) -> Sequence[Badge]:
    """List the editions of a badge that stand; nobody else changes them until the transaction ends."""
    theirs = select(Badge).join(Edition, col(Edition.badge_id) == col(Badge.id))
    standing = theirs.where(Edition.of_id == badge_id, Badge.state == BadgeState.SIGNED)
    return session.exec(standing.order_by(col(Badge.id)).with_for_update()).all()


def lists_with_editions(session: Session, badge_ids: Collection[UUID]) -> set[UUID]:
    """Tell in which status lists the editions of these badges have a place."""
    theirs = select(Badge.status_list_id).join(Edition, col(Edition.badge_id) == col(Badge.id))
    return set(session.exec(theirs.where(col(Edition.of_id).in_(badge_ids)).distinct()).all())


def published(session: Session, *, badge_id: UUID) -> Badge | None:
    """Find a badge that left the service by its id."""
    found = select(Badge).where(Badge.id == badge_id, col(Badge.state).in_(PUBLISHED))
    return session.exec(found).first()


def signed_forms(session: Session, *, badge: Badge) -> Sequence[bytes]:
    """Read all that was ever signed as this badge: now and formerly, with a proof and as a token."""
    tokens = session.exec(select(BadgeJwt.raw).where(BadgeJwt.badge_id == badge.id)).all()
    former = session.exec(select(FormerSignature.raw).where(FormerSignature.badge_id == badge.id)).all()
    return [*([badge.raw] if badge.raw else []), *tokens, *former]


def signed_by(session: Session, *, key_id: UUID, but_not: Collection[UUID], limit: int) -> Sequence[Badge]:
    """List badges that stand and that this key signed, the oldest first; leave some out."""
    theirs = select(Badge).where(Badge.key_id == key_id, Badge.state == BadgeState.SIGNED)
    others = theirs.where(col(Badge.id).not_in(but_not))
    return session.exec(others.order_by(col(Badge.id)).limit(limit).with_for_update()).all()


def tokens_by(session: Session, *, key_id: UUID, but_not: Collection[UUID], limit: int) -> Sequence[BadgeJwt]:
    """List tokens that this key signed of badges that stand, the oldest first; leave some out."""
    theirs = select(BadgeJwt).join(Badge, col(Badge.id) == col(BadgeJwt.badge_id))
    standing = theirs.where(BadgeJwt.key_id == key_id, Badge.state == BadgeState.SIGNED)
    others = standing.where(col(BadgeJwt.badge_id).not_in(but_not))
    return session.exec(others.order_by(col(BadgeJwt.badge_id)).limit(limit)).all()


def count_signed_by(session: Session, *, key_id: UUID) -> int:
    """Count the badges that stand and of which one form has only the signature of this key."""
    proofs = select(func.count()).where(Badge.key_id == key_id, Badge.state == BadgeState.SIGNED)
    tokens = (
        select(func.count())
        .join_from(BadgeJwt, Badge, col(Badge.id) == col(BadgeJwt.badge_id))
        .where(BadgeJwt.key_id == key_id, Badge.state == BadgeState.SIGNED)
    )
    return session.exec(proofs).one() + session.exec(tokens).one()


def revoked(session: Session, *, badge_id: UUID, organisation_id: str) -> Badge | None:
    """Find a badge of an organisation that was withdrawn; None if it was not, or is not there."""
    return session.exec(
        select(Badge).where(
            Badge.id == badge_id,
            Badge.organisation_id == organisation_id,
            Badge.state == BadgeState.REVOKED,
        )
    ).first()


def published_of(session: Session, *, organisation_id: str, limit: int, offset: int = 0) -> Sequence[Badge]:
    """List the badges that left the service for an organisation, the newest first."""
    return session.exec(
        select(Badge)
        .where(Badge.organisation_id == organisation_id, col(Badge.state).in_(PUBLISHED), _HAS_PAGE)
        .order_by(col(Badge.id).desc())
        .limit(limit)
        .offset(offset)
    ).all()


def standing_for(session: Session, profiel_id: UUID, *, organisation_id: str) -> Sequence[Badge]:
    """List the badges that stand for a werkplekprofiel, the oldest first."""
    own = Badge.organisation_id == organisation_id, Badge.profiel_id == profiel_id
    standing = select(Badge).where(*own, Badge.state == BadgeState.SIGNED)
    return session.exec(standing.order_by(col(Badge.id))).all()


def unfinished_before(session: Session, moment: datetime) -> Sequence[UUID]:
    """List the badges that were begun before this moment and did not come to an end."""
    begun = select(Badge.id).where(col(Badge.state).in_(_UNFINISHED), Badge.reserved_at < moment)
    return session.exec(begun.order_by(col(Badge.reserved_at))).all()


def replacing(session: Session, badge_id: UUID) -> Badge | None:
    """Find the badge that took the place of another, or is about to."""
    return session.exec(select(Badge).where(Badge.replaces == badge_id)).first()


def find_achievement(session: Session, *, organisation_id: str, fingerprint: bytes) -> Achievement | None:
    """Find the badgeklasse that is exactly this."""
    return session.exec(
        select(Achievement).where(
            Achievement.organisation_id == organisation_id, Achievement.fingerprint == fingerprint
        )
    ).first()


def achievements_of(session: Session, *, organisation_id: str) -> Sequence[Achievement]:
    """List the badgeklassen of an organisation by title."""
    return session.exec(
        select(Achievement).where(Achievement.organisation_id == organisation_id).order_by(Achievement.title)
    ).all()


def used_werkprocessen(session: Session, *, organisation_id: str, limit: int) -> Sequence[tuple[str, str]]:
    """List (crebo, code) of what an organisation issued, the last used first."""
    last = func.max(Badge.reserved_at)
    found = session.exec(
        select(Achievement.crebo, Achievement.code)
        .join(Badge, col(Badge.achievement_id) == col(Achievement.id))
        .where(Badge.organisation_id == organisation_id, col(Badge.state).in_(PUBLISHED))
        .where(col(Achievement.crebo).is_not(None))
        .group_by(col(Achievement.crebo), col(Achievement.code))
        .order_by(last.desc())
        .limit(limit)
    ).all()
    return [(crebo, code) for crebo, code in found if crebo and code]


def unfinished(session: Session, badge_id: UUID) -> Reservation | None:
    """Read a badge that did not come to an end; None if it did in the meantime."""
    badge = session.get(Badge, badge_id)
    if badge is None or badge.state not in _UNFINISHED:
        return None
    return reservation(session, badge)
