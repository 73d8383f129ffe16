"""What is done to the rows of a chunk, each in one transaction: promise, intend, record.

Each may be run twice, by a second attempt or beside recovery: it finds what was done, and changes only what
is as it was left.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from typing import TypeAlias
from uuid import UUID

from sqlmodel import Session

from badges.judgement import Judgement
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.rows import Values, as_loaded, insert_all, update_all
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import Work, take_all
from issuers.errors import IdempotencyConflictError
from issuers.holding.rules import require_confirmed
from issuers.issuing import badgebook
from issuers.issuing.achievements import claim_achievement
from issuers.issuing.badgebook import Reservation, Standing
from issuers.issuing.finishing import event_of, give_up_within
from issuers.issuing.lists import take_entries
from issuers.issuing.reserving import Place, looked_for_by, promise, request_hash, signing_key
from issuers.issuing.tables import Badge, BadgeJwt, BadgeState
from issuers.keys.tables import Key
from issuers.organisations.standing import require_going
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a judgement that a badge is asked for, under a key that it always has."""

    judgement: Judgement
    key: str


@dataclass(frozen=True, slots=True)
class Signed:
    """Hold a badge with its signature, in both forms."""

    badge: Badge
    raw: bytes
    token: bytes
    token_key_id: UUID


Promised: TypeAlias = Reservation | IdempotencyConflictError

Note: TypeAlias = Callable[[Session, Mapping[str, UUID]], None]
"""Keep what was begun, by its key, in the transaction in which it was: a crash comes before or after both."""


def reserve_all(
    session: Session, *, asked: Sequence[Asked], desk: IssuingDesk, actor: Actor, note: Note
) -> list[Promised]:
    """Find the badges of these keys, and promise those that are not there, which `note` is told.

    The actor's role is read again here, for each chunk.

    Raises:
        PermissionDeniedError: the actor may not issue any more.
        OrganisationStoppedError: something is asked for anew, and the organisation gives no badges now.
        SecondPersonError: the organisation asks for one, and nobody confirmed something that is new.
    """
    require_still(session, actor, Action.ISSUE)
    keys = [each.key for each in asked]
    found = badgebook.by_idempotency_keys(
        session, organisation_id=actor.organisation_id, idempotency_keys=keys
    )
    if any(key not in found or found[key].raw is None for key in keys):
        require_going(session, actor.organisation_id)
    wanted = {each.key: request_hash(each.judgement, idempotency_key=each.key) for each in asked}
    new = [each for each in asked if each.key not in found]
    require_confirmed(session, [each.key for each in new], organisation_id=actor.organisation_id)
    promised = _promise_all(session, new, wanted=wanted, desk=desk, actor=actor)
    insert_all(session, Badge, promised)
    made = {each["idempotency_key"]: as_loaded(Badge, each) for each in promised}
    take_all(session, [(made[each.key], _work(each.judgement)) for each in new])
    note(session, {key: badge.id for key, badge in made.items()})
    known = {**found, **made}
    reservations = badgebook.reservations(session, [known[key] for key in keys])
    return [
        each if each.badge.request_hash == wanted[key] else IdempotencyConflictError()
        for key, each in zip(keys, reservations, strict=True)
    ]


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
    now, kind = desk.clock.now(), AuditKind.BADGE_SIGNED
    update_all(session, Badge, [_as_signed(each, at=now) for each in done])
    tokens = [_token_row(each) for each in done if each.token_key_id not in withdrawn]
    insert_all(session, BadgeJwt, tokens)
    chain.append_all(session, [event_of(each.badge, kind=kind, content=each.raw, at=now) for each in done])
    changed = {
        each.badge.id: replace(found[each.badge.id], state=BadgeState.SIGNED, raw=each.raw) for each in done
    }
    return found | changed | badgebook.standing(session, [each.id for each in lost])


def _promise_all(
    session: Session,
    asked: Sequence[Asked],
    *,
    wanted: Mapping[str, bytes],
    desk: IssuingDesk,
    actor: Actor,
) -> list[Values]:
    """Say what is in the rows of badges that nobody asked for; `wanted` holds what each asks, hashed."""
    if not asked:
        return []
    organisation_id, now = actor.organisation_id, desk.clock.now()
    status_list, indexes = take_entries(session, desk=desk, organisation_id=organisation_id, count=len(asked))
    key = signing_key(session, desk=desk, organisation_id=organisation_id)
    kinds = _achievements(session, asked, organisation_id=organisation_id, desk=desk)
    promised: list[Values] = []
    for each, index in zip(asked, indexes, strict=True):
        place = Place(
            kinds[_kind(each.judgement)], status_list_id=status_list.id, status_index=index, key_id=key.id
        )
        claim = {"idempotency_key": each.key, "request_hash": wanted[each.key]}
        promised.append(promise(place, actor=actor, at=now) | looked_for_by(each.judgement, at=now) | claim)
    return promised


def _achievements(
    session: Session, asked: Sequence[Asked], *, organisation_id: str, desk: IssuingDesk
) -> dict[object, str]:
    """Find or make the badgeklasse of each kind of badge, once."""
    kinds = {_kind(each.judgement): each.judgement for each in asked}
    return {
        kind: claim_achievement(session, judgement, organisation_id=organisation_id, desk=desk).id
        for kind, judgement in kinds.items()
    }


def _kind(judgement: Judgement) -> object:
    """Give what two judgements share that get the same badgeklasse."""
    return judgement.werkproces, judgement.skills, judgement.leervorm


def _work(judgement: Judgement) -> Work:
    return Work(judgement.werkproces.crebo, werkproces=judgement.werkproces.code)


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
