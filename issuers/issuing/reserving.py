"""Promise a badge its names before it exists: id, token, key, and a place in the status list."""

import hashlib
import json
from dataclasses import asdict, dataclass
from functools import partial
from uuid import UUID, uuid4

from sqlmodel import Session

from badges.badgeklasse import AnyJudgement
from badges.judgement import Judgement
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import Work, take
from issuers.errors import IdempotencyConflictError
from issuers.identifiers import public_token, uuid7
from issuers.issuing import badgebook
from issuers.issuing.achievements import claim_achievement, require_known
from issuers.issuing.badgebook import Reservation
from issuers.issuing.lists import take_entry
from issuers.issuing.tables import Badge, BadgeState
from issuers.keys.keyring import ensure_key
from issuers.keys.tables import KeyPurpose
from issuers.organisations.standing import require_going
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.werkplekprofiel.progress import require_agreed


@dataclass(frozen=True, slots=True, kw_only=True)
class Claim:
    """Hold what makes a request this one and no other, and the werkplekprofiel that it is for."""

    key: str
    request: bytes
    profiel_id: UUID | None


def reserve(
    desk: IssuingDesk,
    judgement: AnyJudgement,
    *,
    actor: Actor,
    idempotency_key: str,
    profiel_id: UUID | None = None,
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
        GoalReachedError: a badge stands for it already.
    """
    require(actor, Action.ISSUE)
    require_known(desk, judgement)
    request = request_hash(judgement, idempotency_key=idempotency_key, profiel_id=profiel_id)
    claim = Claim(key=idempotency_key, request=request, profiel_id=profiel_id)
    work = partial(_reserve, desk=desk, judgement=judgement, actor=actor, claim=claim)
    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def request_hash(judgement: AnyJudgement, *, idempotency_key: str, profiel_id: UUID | None = None) -> bytes:
    """Tell requests apart without keeping what they say.

    The key is the salt: random where a form made it; a system chooses its own.
    """
    asked = asdict(judgement) | ({"profiel": profiel_id} if profiel_id else {})
    text = json.dumps(asked, sort_keys=True, default=str)
    return hashlib.sha256(f"{idempotency_key}\n{text}".encode()).digest()


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
    if claim.profiel_id and (badge is None or badge.state is BadgeState.RESERVED):
        require_agreed(
            session,
            claim.profiel_id,
            judgement,
            organisation_id=actor.organisation_id,
            besides=badge.id if badge else None,
        )
    if badge is None:
        badge = _new_badge(session, desk=desk, judgement=judgement, actor=actor)
        badge.idempotency_key, badge.request_hash = claim.key, claim.request
        badge.profiel_id = claim.profiel_id
        session.add(badge)
        session.flush()
        if isinstance(judgement, Judgement):
            named = judgement.werkproces
            take(session, badge, work=Work(named.crebo, werkproces=named.code))
    elif badge.request_hash != claim.request:
        raise IdempotencyConflictError
    return badgebook.reservation(session, badge)


def _new_badge(session: Session, *, desk: IssuingDesk, judgement: AnyJudgement, actor: Actor) -> Badge:
    now = desk.clock.now()
    organisation_id = actor.organisation_id
    achievement = claim_achievement(session, judgement, organisation_id=organisation_id, desk=desk)
    status_list, index = take_entry(session, desk=desk, organisation_id=organisation_id)
    key = ensure_key(session, desk=desk, organisation_id=organisation_id, purpose=KeyPurpose.ASSERTION)
    ensure_key(session, desk=desk, organisation_id=organisation_id, purpose=KeyPurpose.TOKEN)
    return Badge(
        id=uuid7(now),
        organisation_id=organisation_id,
        achievement_id=achievement.id,
        token=public_token(),
        subject_id=uuid4(),
        evidence_id=uuid4(),
        state=BadgeState.RESERVED,
        request_hash=b"",
        status_list_id=status_list.id,
        status_index=index,
        issued_by=actor.person_id,
        issued_by_key=actor.key_id,
        reserved_at=now,
        key_id=key.id,
    )
