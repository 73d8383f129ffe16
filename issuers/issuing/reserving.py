"""Promise a badge its names before it exists: id, token, key, and a place in the status list."""

import hashlib
import json
from collections.abc import Sequence
from dataclasses import dataclass, fields, is_dataclass
from datetime import datetime
from functools import lru_cache, partial
from json.encoder import encode_basestring_ascii
from typing import Any, Final, TypeAlias
from uuid import UUID, uuid4

from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from badges.composing import photos_of, valid_until
from badges.judgement import Judgement
from issuers.database.rows import Values
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import Work, take
from issuers.errors import IdempotencyConflictError
from issuers.evidence.choosing import note_photos, require_chosen
from issuers.going import require_going
from issuers.identifiers import public_token, uuid7
from issuers.issuing import badgebook
from issuers.issuing.achievements import claim_achievement, require_known
from issuers.issuing.badgebook import Reservation
from issuers.issuing.replacing import Correction, require_replaceable
from issuers.issuing.rules import require_confirmed
from issuers.issuing.tables import Badge, BadgeKind, BadgeState
from issuers.keys.keyring import ensure_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.statuslists import take_entry
from issuers.werkplekprofiel.progress import require_agreed, require_put_right


@dataclass(frozen=True, slots=True)
class Agreed:
    """Say that a badge is given for work that was agreed."""

    profiel_id: UUID


OF_ROSTER: Final = "rooster-"
"""How the keys begin of what is asked for by a row of a roster."""

Occasion: TypeAlias = Agreed | Correction | None
"""Why a badge is given: for work that was agreed, to put another right, or freely."""


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Hold what makes a request this one and no other, and why it is made."""

    key: str
    request: bytes
    occasion: Occasion


@dataclass(frozen=True, slots=True)
class Place:
    """Hold where a badge belongs: its badgeklasse, its place in a status list, its key; what kind it is."""

    achievement_id: str | None
    status_list_id: UUID
    status_index: int
    key_id: UUID
    kind: BadgeKind = BadgeKind.BADGE
    about_id: UUID | None = None


def reserve(
    desk: IssuingDesk,
    judgement: AnyJudgement,
    *,
    actor: Actor,
    idempotency_key: str,
    occasion: Occasion = None,
) -> Reservation:
    """Reserve a badge; the same key with the same judgement gives the same reservation.

    Raises:
        PermissionDeniedError: the actor may not issue, or not any more.
        OrganisationStoppedError: the organisation gives no badges now.
        UnknownWerkprocesError: the catalogue does not have the werkproces in these words.
        UnknownSkillError: the catalogue does not have one of the skills.
        UnknownBadgeklasseError: the organisation did not publish the badgeklasse in these words.
        IdempotencyConflictError: the key was used before for another judgement.
        ClockBehindError: the clock runs behind what was recorded.
        NotFoundError: the organisation has no such werkplekprofiel.
        ProfielEndedError: the werkplekprofiel was stopped.
        ProfielNotAgreedError: the recipient did not say yes to it.
        OtherWorkError: the werkproces does not stand in it.
        OtherNameError: the recipient chose another name, or none.
        OtherPhotosError: the recipient did not choose one of the photos, or not any more.
        GoalReachedError: a badge stands for it already.
        SecondPersonError: the organisation asks for one, and nobody confirmed it.
        RevocationError: the badge to put right does not stand, or somebody is putting it right now.
    """
    claim = claim_for(judgement, key=idempotency_key, occasion=occasion)
    return reserve_claimed(desk, judgement, actor=actor, claim=claim)


def claim_for(asked: AnyJudgement, *, key: str, occasion: Occasion) -> Claim:
    """Say what makes it the request that it is: what was asked."""
    request = request_hash(asked, idempotency_key=key, occasion=occasion)
    return Claim(key=key, request=request, occasion=occasion)


def reserve_claimed(desk: IssuingDesk, judgement: AnyJudgement, *, actor: Actor, claim: Claim) -> Reservation:
    """Reserve the badge of a claim; its recipient may have chosen how his name reads since it was asked.

    Raises:
        IssuersError: as `reserve`.
    """
    require(actor, Action.ISSUE)
    require_known(desk, judgement)
    work = partial(_reserve, desk=desk, judgement=judgement, actor=actor, claim=claim)
    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def request_hash(judgement: AnyJudgement, *, idempotency_key: str, occasion: Occasion = None) -> bytes:
    """Tell requests apart without keeping what they say.

    The key is the salt: random where a form made it; a system chooses its own.
    """
    asked = _members(judgement)
    if not photos_of(judgement):
        asked.pop("photos", None)  # as it was before there were any: keys of then still fit
    if occasion and occasion.profiel_id:
        asked["profiel"] = occasion.profiel_id
    if isinstance(occasion, Correction):
        asked["replaces"] = occasion.badge_id, occasion.kind
    text = ", ".join([f'"{name}": {_written(asked[name])}' for name in sorted(asked)])
    return hashlib.sha256(f"{idempotency_key}\n{{{text}}}".encode()).digest()


def _written(part: object) -> str:
    """Write a part as JSON; what is no text of its own comes back with every badge of a kind."""
    return encode_basestring_ascii(part) if type(part) is str else _written_once(part)


@lru_cache(maxsize=1024, typed=True)
def _written_once(part: object) -> str:
    return json.dumps(part, sort_keys=True, default=_plain)


def _plain(part: object) -> object:
    return _members(part) if is_dataclass(part) else str(part)


def _members(part: Any) -> dict[str, object]:
    return {each.name: getattr(part, each.name) for each in fields(part)}


def _reserve(
    session: Session, *, desk: IssuingDesk, judgement: AnyJudgement, actor: Actor, claim: Claim
) -> Reservation:
    """Find the badge of this claim or make it; the actor's role is read again in this transaction.

    What was given before its organisation stopped is found as ever: a lost answer is asked for again.
    """
    require_still(session, actor, Action.ISSUE)
    badge = badgebook.by_idempotency_key(
        session, organisation_id=actor.organisation_id, idempotency_key=claim.key
    )
    if badge is None or badge.raw is None:
        require_going(session, actor.organisation_id)
    if badge is None or badge.state is BadgeState.RESERVED:
        old = badge_to_replace(session, claim.occasion, actor=actor, begun=badge)
        require_chosen(
            session,
            judgement,
            profiel_id=claim.occasion.profiel_id if claim.occasion else None,
            organisation_id=actor.organisation_id,
            addresses=desk.addresses,
        )
        if claim.occasion and claim.occasion.profiel_id:
            besides = [each for each in (badge, old) if each]
            profiel_id = claim.occasion.profiel_id
            require_fit(session, judgement, profiel_id=profiel_id, actor=actor, besides=besides)
    if badge is None:
        require_confirmed(session, [claim.key], organisation_id=actor.organisation_id)
        badge = _new_badge(session, desk=desk, judgement=judgement, actor=actor)
        badge.idempotency_key, badge.request_hash = claim.key, claim.request
        _note(badge, claim.occasion)
        session.add(badge)
        session.flush()
        note_photos(session, badge, judgement)
        if isinstance(judgement, Judgement):
            named = judgement.werkproces
            take(session, badge, work=Work(named.crebo, werkproces=named.code))
    elif badge.request_hash != claim.request:
        raise IdempotencyConflictError
    return badgebook.reservation(session, badge)


def badge_to_replace(
    session: Session, occasion: Occasion, *, actor: Actor, begun: Badge | None
) -> Badge | None:
    """Give the badge that is put right, if one is: when it was begun before, as it stands now.

    Raises:
        PermissionDeniedError: the actor may not withdraw it.
        NotFoundError: the organisation has no such badge.
        RevocationError: it does not stand, or somebody is putting it right now.
    """
    if not isinstance(occasion, Correction):
        return None
    if begun:
        return badgebook.lock(session, occasion.badge_id)
    require_still(session, actor, Action.REVOKE)
    return require_replaceable(session, occasion.badge_id, organisation_id=actor.organisation_id)


def require_fit(
    session: Session, judgement: AnyJudgement, *, profiel_id: UUID, actor: Actor, besides: Sequence[Badge]
) -> None:
    """Hold a judgement to what was agreed; what puts a badge right that was given for it, to less.

    `besides` are the badge itself, where it was begun before, and the one that it replaces.

    Raises:
        ProfielError, NotFoundError: as `reserve`.
    """
    puts_right = any(each.raw and each.profiel_id == profiel_id for each in besides)
    hold_to = require_put_right if puts_right else require_agreed
    hold_to(
        session,
        profiel_id,
        judgement,
        organisation_id=actor.organisation_id,
        besides=[each.id for each in besides],
    )


def _note(badge: Badge, occasion: Occasion) -> None:
    """Keep why a badge is given, with its reservation."""
    badge.profiel_id = occasion.profiel_id if occasion else None
    if isinstance(occasion, Correction):
        badge.replaces, badge.replaces_because = occasion.badge_id, occasion.kind


def _new_badge(session: Session, *, desk: IssuingDesk, judgement: AnyJudgement, actor: Actor) -> Badge:
    organisation_id, now = actor.organisation_id, desk.clock.now()
    achievement = claim_achievement(session, judgement, organisation_id=organisation_id, desk=desk)
    status_list, index = take_entry(session, desk=desk, organisation_id=organisation_id)
    key = signing_key(session, desk=desk, organisation_id=organisation_id)
    place = Place(achievement.id, status_list_id=status_list.id, status_index=index, key_id=key.id)
    return Badge(**promise(place, actor=actor, at=now), **looked_for_by(judgement, at=now), request_hash=b"")


def signing_key(session: Session, *, desk: IssuingDesk, organisation_id: str) -> Key:
    """Give the key that signs badges now, and see to it that there is one for tokens."""
    ensure_key(session, desk=desk, organisation_id=organisation_id, purpose=KeyPurpose.TOKEN)
    return ensure_key(session, desk=desk, organisation_id=organisation_id, purpose=KeyPurpose.ASSERTION)


def promise(place: Place, *, actor: Actor, at: datetime) -> Values:
    """Say what is in the row of a badge that is promised: random names, at its place."""
    return {
        "id": uuid7(at),
        "organisation_id": actor.organisation_id,
        "kind": place.kind,
        "about_id": place.about_id,
        "achievement_id": place.achievement_id,
        "token": public_token(),
        "subject_id": uuid4(),
        "evidence_id": uuid4(),
        "state": BadgeState.RESERVED,
        "status_list_id": place.status_list_id,
        "status_index": place.status_index,
        "issued_by": actor.person_id,
        "issued_by_key": actor.key_id,
        "reserved_at": at,
        "key_id": place.key_id,
    }


def looked_for_by(judgement: AnyJudgement, *, at: datetime) -> Values:
    """Say what the row of a badge holds of what it says: so much that it can be found."""
    return {
        "folded_name": judgement.name.casefold() if judgement.name else None,
        "valid_until": valid_until(judgement, awarded=at),
    }
