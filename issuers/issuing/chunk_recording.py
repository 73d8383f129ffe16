"""Write down of a chunk what will be signed, and what was: each in one transaction.

`x_new` does it for badges that nobody else touched, without reading them again; `x_all` looks at each.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.rows import Values, insert_all, update_all
from issuers.desk import IssuingDesk
from issuers.issuing import badgebook
from issuers.issuing.badgebook import Standing
from issuers.issuing.finishing import event_of, forget_draft_of, give_up_within
from issuers.issuing.tables import AnyBadge, Badge, BadgeJwt, BadgeState
from issuers.keys.tables import Key


@dataclass(frozen=True, slots=True)
class Signed:
    """Hold a badge with its signature, in both forms."""

    badge: AnyBadge
    raw: bytes
    token: bytes
    token_key_id: UUID


class MovedError(Exception):
    """Somebody else did something with a badge of the chunk, or a key was withdrawn: look at each."""


def intend_new(
    session: Session, *, badges: Sequence[AnyBadge], intents: Mapping[UUID, bytes], desk: IssuingDesk
) -> None:
    """Keep the exact bytes that will be signed, as `intend_all` does, of badges that stand as promised.

    Raises:
        MovedError: one of them is not.
    """
    rows = [{"id": each.id, "state": BadgeState.INTENDED, "intent": intents[each.id]} for each in badges]
    if update_all(session, Badge, rows, where={"state": BadgeState.RESERVED}) != len(rows):
        raise MovedError
    now, kind = desk.clock.now(), AuditKind.BADGE_INTENDED
    chain.append_all(
        session, [event_of(each, kind=kind, content=intents[each.id], at=now) for each in badges]
    )


def intend_all(
    session: Session, *, intents: Mapping[UUID, bytes], refused: Mapping[UUID, str], desk: IssuingDesk
) -> Mapping[UUID, Standing]:
    """Keep the exact bytes that will be signed, with their audit records; give how each badge stands now.

    Those that are `refused`, each because of something, are given up.
    """
    for badge_id, because in refused.items():
        give_up_within(session, badge_id=badge_id, because=because, desk=desk)
    found = badgebook.standing(session, intents.keys())
    new = [badge for badge in found.values() if badge.state is BadgeState.RESERVED]
    intended = [{"id": each.id, "state": BadgeState.INTENDED, "intent": intents[each.id]} for each in new]
    update_all(session, Badge, intended)
    now = desk.clock.now()
    kind = AuditKind.BADGE_INTENDED
    chain.append_all(session, [event_of(each, kind=kind, content=intents[each.id], at=now) for each in new])
    changed = [replace(each, state=BadgeState.INTENDED, intent=intents[each.id]) for each in new]
    return found | {each.id: each for each in changed}


def record_new(session: Session, *, signed: Sequence[Signed], desk: IssuingDesk) -> None:
    """Make signatures public of badges that are as they were intended, as `record_all` does.

    Raises:
        MovedError: one of them is not, or a key was withdrawn.
    """
    used = {each.badge.key_id for each in signed} | {each.token_key_id for each in signed}
    if any(session.get_one(Key, key_id).withdrawn for key_id in used):
        raise MovedError
    now = desk.clock.now()
    rows = [_as_signed(each, at=now) for each in signed]
    if update_all(session, Badge, rows, where={"state": BadgeState.INTENDED}) != len(rows):
        raise MovedError
    _publish(session, signed, tokens=signed, at=now)


def record_all(session: Session, *, signed: Sequence[Signed], desk: IssuingDesk) -> Mapping[UUID, Standing]:
    """Make signatures public, unless somebody did or a key was withdrawn; give how each badge stands now."""
    ready = {each.badge.id: each for each in signed}
    found = badgebook.standing(session, ready.keys())
    open_ones = [each for each in found.values() if each.state is BadgeState.INTENDED]
    used = {each.key_id for each in open_ones} | {each.token_key_id for each in signed}
    withdrawn = {key_id for key_id in used if session.get_one(Key, key_id).withdrawn}
    lost = [each for each in open_ones if each.key_id in withdrawn]
    for each in lost:
        give_up_within(session, badge_id=each.id, because="key-withdrawn", desk=desk)
    done = [ready[each.id] for each in open_ones if each.key_id not in withdrawn]
    now = desk.clock.now()
    update_all(session, Badge, [_as_signed(each, at=now) for each in done])
    tokens = [each for each in done if each.token_key_id not in withdrawn]
    _publish(session, done, tokens=tokens, at=now)
    changed = {
        each.badge.id: replace(found[each.badge.id], state=BadgeState.SIGNED, raw=each.raw) for each in done
    }
    return found | changed | badgebook.standing(session, [each.id for each in lost])


def _publish(session: Session, done: Sequence[Signed], *, tokens: Sequence[Signed], at: datetime) -> None:
    """Keep the tokens and the audit records of badges that are signed; what was written about them may go."""
    insert_all(session, BadgeJwt, [_token_row(each) for each in tokens])
    kind = AuditKind.BADGE_SIGNED
    chain.append_all(session, [event_of(each.badge, kind=kind, content=each.raw, at=at) for each in done])
    for each in done:
        forget_draft_of(session, each.badge)


def _as_signed(signed: Signed, *, at: datetime) -> Values:
    return {
        "id": signed.badge.id,
        "state": BadgeState.SIGNED,
        "raw": signed.raw,
        "intent": None,
        "signed_at": at,
    }


def _token_row(signed: Signed) -> Values:
    return {
        "badge_id": signed.badge.id,
        "organisation_id": signed.badge.organisation_id,
        "key_id": signed.token_key_id,
        "raw": signed.token,
    }
