"""Carry a badge from its draft to the public: intend, sign, check, record; or give it up.

Each step may be taken twice, by a double click or by recovery: the second finds what the first did.
A signature of the same bytes is the same, by Ed25519 and by ES256 as we use it, so whoever finishes, the
badge is byte-equal.
"""

from collections.abc import Callable
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges import jws
from badges.credential import SignedCredential
from badges.errors import BadgeError, JsonLdError, ProofError
from badges.keys import PublicKey
from badges.multikey import read_multikey
from badges.proofs import ProofDraft, add_proof, check_proof
from badges.tokens import write_token
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.drafts.register import forget_draft
from issuers.errors import IssuingInterruptedError, NoActiveKeyError, RevocationError, SelfCheckError
from issuers.issuing import badgebook
from issuers.issuing.badgebook import Reservation
from issuers.issuing.preparing import Drafted
from issuers.issuing.replacing import may_take_place, take_place
from issuers.issuing.tables import Achievement, Badge, BadgeJwt, BadgeState
from issuers.keys.tables import Key


class Stage(StrEnum):
    """Name what was done last; each is on the disk, or needs not be, when it is told."""

    RESERVED = "reserved"
    DRAFTED = "drafted"
    INTENDED = "intended"
    SIGNED = "signed"
    CHECKED = "checked"
    RECORDED = "recorded"


Watch = Callable[[Stage], None]

OLD_ONE_GONE: Final = "old-one-gone"
"""Why a badge is given up that was to take the place of one that does not stand any more."""


def intend(desk: IssuingDesk, reservation: Reservation, *, draft: ProofDraft) -> Badge:
    """Keep the exact bytes that will be signed, with their audit record, before the key is used.

    Raises:
        IssuingInterruptedError: recovery gave the badge up.
        ClockBehindError: the clock runs behind what was recorded.
    """
    work = partial(_intend, badge_id=reservation.badge.id, intent=draft.dumps(), desk=desk)
    return desk.register.write(work, within=OneOrganisation(reservation.organisation.id))


def finish(desk: IssuingDesk, reservation: Reservation, *, drafted: Drafted, watch: Watch) -> Badge:
    """Sign the draft, check the signature through the other engine, and only then record it.

    Raises:
        SelfCheckError: the other engine did not agree; the badge is given up.
        NoActiveKeyError: the key was withdrawn in the meantime; the badge is given up.
        RevocationError: the badge whose place it takes was withdrawn in the meantime; this one is given up.
        IssuingInterruptedError: the badge was given up before.
    """
    did = desk.addresses.did(reservation.badge.organisation_id)
    signed = add_proof(drafted.draft, signer=desk.key_store.signer(reservation.key, did=did))
    watch(Stage.SIGNED)
    try:
        key = PublicKey.from_multikey(reservation.key.multikey)
        check_proof(signed.document, key=key, canonicalize=drafted.other_engine)
    except (ProofError, JsonLdError) as problem:
        give_up(desk, reservation, because="self-check")
        raise SelfCheckError(document=reservation.badge.credential_id, reason=problem.code) from problem
    watch(Stage.CHECKED)
    jwt = _write_jwt(desk, reservation, signed=signed)
    work = partial(_record, badge_id=reservation.badge.id, signed=signed, jwt=jwt, desk=desk)
    badge = desk.register.write(work, within=OneOrganisation(reservation.organisation.id))
    watch(Stage.RECORDED)
    if badge.state == BadgeState.FAILED:
        raise RevocationError if badge.failed_because == OLD_ONE_GONE else NoActiveKeyError
    return badge


def give_up(desk: IssuingDesk, reservation: Reservation, *, because: str) -> bool:
    """Mark a badge that will not be signed; tell whether it was still open.

    Its status index stays taken for ever; its idempotency key is free, and so is the place of the badge that
    it was to replace: the person can try again.
    """
    work = partial(_give_up, badge_id=reservation.badge.id, because=because, desk=desk)
    return desk.register.write(work, within=OneOrganisation(reservation.organisation.id))


def _intend(session: Session, *, badge_id: UUID, intent: bytes, desk: IssuingDesk) -> Badge:
    badge = badgebook.lock(session, badge_id)
    if badge.state == BadgeState.FAILED:
        raise IssuingInterruptedError
    if badge.state == BadgeState.RESERVED:
        badge.state, badge.intent = BadgeState.INTENDED, intent
        _write_down(session, badge, kind=AuditKind.BADGE_INTENDED, content=intent, desk=desk)
    return badge


def _write_jwt(desk: IssuingDesk, reservation: Reservation, *, signed: SignedCredential) -> BadgeJwt:
    """Write the badge as a token too, and read it back as a stranger does; ES256 gives the same each time.

    Raises:
        SelfCheckError: it does not check; the badge is given up.
    """
    badge, key = reservation.badge, reservation.token_key
    signer = desk.key_store.signer(key, did=desk.addresses.did(badge.organisation_id))
    raw = write_token(signed, signer=signer)
    try:
        jws.check(jws.split(raw), key=read_multikey(key.multikey))
    except BadgeError as problem:
        give_up(desk, reservation, because="self-check")
        raise SelfCheckError(document=badge.credential_id, reason=problem.code) from problem
    return BadgeJwt(badge_id=badge.id, organisation_id=badge.organisation_id, key_id=key.id, raw=raw)


def _record(
    session: Session, *, badge_id: UUID, signed: SignedCredential, jwt: BadgeJwt, desk: IssuingDesk
) -> Badge:
    """Make the signature public, unless someone did before, or its key was withdrawn.

    If it takes the place of another badge, that one is withdrawn in this same transaction.
    """
    badge = badgebook.lock(session, badge_id)
    if badge.state in (BadgeState.RESERVED, BadgeState.FAILED):
        raise IssuingInterruptedError
    if badge.state == BadgeState.INTENDED and session.get_one(Key, badge.key_id).withdrawn:
        _give_up(session, badge_id=badge_id, because="key-withdrawn", desk=desk)
    elif badge.state == BadgeState.INTENDED and not may_take_place(session, badge):
        _give_up(session, badge_id=badge_id, because=OLD_ONE_GONE, desk=desk)
    elif badge.state == BadgeState.INTENDED:
        badge.state, badge.raw, badge.intent = BadgeState.SIGNED, signed.raw, None
        badge.signed_at = desk.clock.now()
        _forget_draft(session, badge)
        if session.get_one(Key, jwt.key_id).withdrawn is None:
            session.add(jwt)
        _write_down(session, badge, kind=AuditKind.BADGE_SIGNED, content=signed.raw, desk=desk)
        take_place(session, badge, desk=desk)
    return badge


def _forget_draft(session: Session, badge: Badge) -> None:
    """Let what was written about work that was agreed go, in the transaction in which the badge says it."""
    work = session.get_one(Achievement, badge.achievement_id).work if badge.profiel_id else None
    if badge.profiel_id and work:
        forget_draft(session, badge.profiel_id, work, organisation_id=badge.organisation_id)


def _give_up(session: Session, *, badge_id: UUID, because: str, desk: IssuingDesk) -> bool:
    badge = badgebook.lock(session, badge_id)
    if badge.state not in (BadgeState.RESERVED, BadgeState.INTENDED):
        return False
    badge.state, badge.failed_because = BadgeState.FAILED, because
    badge.intent = badge.idempotency_key = badge.replaces = badge.replaces_because = None
    _write_down(session, badge, kind=AuditKind.BADGE_FAILED, content=because.encode(), desk=desk)
    return True


def _write_down(
    session: Session, badge: Badge, *, kind: AuditKind, content: bytes, desk: IssuingDesk
) -> None:
    event = chain.Event(
        organisation_id=badge.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=content,
        actor_id=badge.issued_by,
        badge_id=badge.id,
        key_id=badge.key_id,
        by_key=badge.issued_by_key,
    )
    chain.append(session, event)
