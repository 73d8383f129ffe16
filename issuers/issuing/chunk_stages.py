"""Promise the badges of a chunk, in one transaction; what comes after is in `chunk_recording`.

It may be run twice, by a second attempt or beside recovery: it finds what was done, and changes only what
is as it was left.
"""

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from functools import partial
from operator import itemgetter
from typing import Final, Protocol, TypeAlias
from uuid import UUID

from sqlmodel import Session

from badges.judgement import Judgement
from issuers.database.rows import Values, insert_all
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import Work, take_all
from issuers.errors import (
    GoalReachedError,
    IdempotencyConflictError,
    IssuersError,
    NotFoundError,
    ProfielError,
)
from issuers.going import require_going
from issuers.issuing import badgebook
from issuers.issuing.achievements import claim_achievement
from issuers.issuing.badgebook import Reservation
from issuers.issuing.reserving import (
    Agreed,
    Place,
    looked_for_by,
    promise,
    request_hash,
    require_fit,
    signing_key,
)
from issuers.issuing.rules import require_confirmed
from issuers.issuing.tables import AnyBadge, Badge, BadgeState, Promise
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor
from issuers.statuslists import take_entries

_PROMISED: Final = itemgetter(*(name for name in Promise._fields if name not in Promise._field_defaults))


class OfRequest(Protocol):
    """Tell by what a badge was asked for, and for which agreement."""

    @property
    def request_hash(self) -> bytes | None:
        """Give the digest of the request."""
        ...

    @property
    def profiel_id(self) -> UUID | None:
        """Name the agreement."""
        ...


@dataclass(frozen=True, slots=True)
class Asked:
    """Hold a judgement that a badge is asked for, under a key that it always has, and for which agreement.

    `said` is the same as whoever asks wrote it, where the learner chose another name.
    """

    judgement: Judgement
    key: str
    agreed: Agreed | None = None
    said: Judgement | None = None

    def is_of(self, badge: OfRequest) -> bool:
        """Tell whether a badge was asked for by this: as it was written, or as it was signed."""
        if badge.request_hash == self.request:
            return True
        if badge.profiel_id is None:
            return False
        as_signed = self.judgement, replace(self.judgement, name=None), self.said or self.judgement
        hashed = partial(request_hash, idempotency_key=self.key, occasion=Agreed(badge.profiel_id))
        return any(hashed(each) == badge.request_hash for each in as_signed)

    @property
    def request(self) -> bytes:
        """Give what makes the request this one: what was written, whatever was agreed or chosen since."""
        return request_hash(self.said or self.judgement, idempotency_key=self.key)


Promised: TypeAlias = Reservation | IssuersError

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
    problems = _unfit(session, asked, found=found, actor=actor)
    new = [each for each in asked if each.key not in found and each.key not in problems]
    require_confirmed(session, [each.key for each in new], organisation_id=actor.organisation_id)
    promised = _promise_all(session, new, desk=desk, actor=actor)
    insert_all(session, Badge, promised)
    made = {each["idempotency_key"]: _as_promised(each) for each in promised}
    take_all(session, [(made[each.key], _work(each.judgement)) for each in new])
    note(session, {key: badge.id for key, badge in made.items()})
    there: dict[str, AnyBadge] = {**found, **made}
    known = [badge for key, badge in there.items() if key not in problems]
    reservations = {each.badge.idempotency_key: each for each in badgebook.reservations(session, known)}
    return [problems[key] if key in problems else reservations[key] for key in keys]


def _promise_all(
    session: Session,
    asked: Sequence[Asked],
    *,
    desk: IssuingDesk,
    actor: Actor,
) -> list[Values]:
    """Say what is in the rows of badges that nobody asked for."""
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
        promised.append(
            promise(place, actor=actor, at=now) | looked_for_by(each.judgement, at=now) | _claim(each)
        )
    return promised


def _as_promised(row: Values) -> Promise:
    """Give of a row that was written what it promises."""
    return Promise(*_PROMISED(row))


def _claim(asked: Asked) -> Values:
    """Say what makes the request for a badge this one and no other, and for which agreement it is."""
    return {
        "idempotency_key": asked.key,
        "request_hash": asked.request,
        "profiel_id": asked.agreed.profiel_id if asked.agreed else None,
    }


def _unfit(
    session: Session, asked: Sequence[Asked], *, found: Mapping[str, Badge], actor: Actor
) -> dict[str, IssuersError]:
    """Say by its key what is wrong with what is asked: it is another request, or not as was agreed."""
    problems: dict[str, IssuersError] = {}
    goals: set[tuple[Agreed, Work]] = set()
    for each in asked:
        badge = found.get(each.key)
        if badge and not each.is_of(badge):
            problems[each.key] = IdempotencyConflictError()
        elif each.agreed and (badge is None or badge.state is BadgeState.RESERVED):
            goal = each.agreed, _work(each.judgement)
            problem = (
                GoalReachedError() if goal in goals else _unagreed(session, each, badge=badge, actor=actor)
            )
            goals.add(goal)
            problems |= {each.key: problem} if problem else {}
    return problems


def _unagreed(session: Session, asked: Asked, *, badge: Badge | None, actor: Actor) -> IssuersError | None:
    """Hold a judgement to what was agreed; `badge` is the one itself, where it was begun before."""
    if asked.agreed is None:
        return None
    besides = [badge] if badge else []
    try:
        require_fit(
            session, asked.judgement, profiel_id=asked.agreed.profiel_id, actor=actor, besides=besides
        )
    except (ProfielError, NotFoundError) as error:
        return error
    return None


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
