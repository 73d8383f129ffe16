"""Carry a badge from its draft to the public: intend, sign, check, record; or give it up.

Each step may be taken twice, by a double click or by recovery: the second finds what the first did.
A signature of the same bytes is the same, by Ed25519 and by ES256 as we use it, so whoever finishes, the
badge is byte-equal.
"""

from collections.abc import Callable
from datetime import datetime
from enum import StrEnum
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.credential import SignedCredential
from badges.proofs import ProofDraft
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.drafts.register import forget_draft
from issuers.errors import IssuingInterruptedError, NoActiveKeyError, RevocationError, SelfCheckError
from issuers.issuing import badgebook
from issuers.issuing.badgebook import Reservation, Standing
from issuers.issuing.replacing import may_take_place, take_place
from issuers.issuing.signing import open_keys
from issuers.issuing.tables import Achievement, AnyBadge, Badge, BadgeJwt, BadgeKind, BadgeState
from issuers.keys.tables import Key
from issuers.preparing import Drafted


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

FACT_GONE: Final = "fact-gone"
"""Why an edition is given up of a badge that does not stand any more."""

_GONE: Final = frozenset({OLD_ONE_GONE, FACT_GONE})


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
        RevocationError: the badge whose place it takes, or that it is an edition of, was withdrawn in the
            meantime; this one is given up.
        IssuingInterruptedError: the badge was given up before.
    """
    try:
        signed, jwt = _sign(desk, reservation, drafted=drafted, watch=watch)
    except SelfCheckError:
        give_up(desk, reservation, because="self-check")
        raise
    work = partial(_record, badge_id=reservation.badge.id, signed=signed, jwt=jwt, desk=desk)
    badge = desk.register.write(work, within=OneOrganisation(reservation.organisation.id))
    watch(Stage.RECORDED)
    if badge.state == BadgeState.FAILED:
        raise RevocationError if badge.failed_because in _GONE else NoActiveKeyError
    return badge


def give_up(desk: IssuingDesk, reservation: Reservation, *, because: str) -> bool:
    """Mark a badge that will not be signed; tell whether it was still open.

    Its status index stays taken for ever; its idempotency key is free, and so is the place of the badge that
    it was to replace: the person can try again.
    """
    work = partial(give_up_within, badge_id=reservation.badge.id, because=because, desk=desk)
    return desk.register.write(work, within=OneOrganisation(reservation.organisation.id))


def _intend(session: Session, *, badge_id: UUID, intent: bytes, desk: IssuingDesk) -> Badge:
    badge = badgebook.lock(session, badge_id)
    if badge.state == BadgeState.FAILED:
        raise IssuingInterruptedError
    if badge.state == BadgeState.RESERVED:
        badge.state, badge.intent = BadgeState.INTENDED, intent
        _write_down(session, badge, kind=AuditKind.BADGE_INTENDED, content=intent, desk=desk)
    return badge


def _sign(
    desk: IssuingDesk, reservation: Reservation, *, drafted: Drafted, watch: Watch
) -> tuple[SignedCredential, BadgeJwt]:
    """Sign the draft and check it through the other engine; write the badge as a token too.

    Raises:
        SelfCheckError: one of the two does not check.
    """
    keys = open_keys(desk, reservation)
    signed = keys.sign(drafted)
    watch(Stage.SIGNED)
    keys.check(signed, drafted=drafted)
    token = keys.write_token(signed)
    keys.check_token(token, signed=signed)
    watch(Stage.CHECKED)
    badge = reservation.badge
    jwt = BadgeJwt(
        badge_id=badge.id,
        organisation_id=badge.organisation_id,
        key_id=reservation.token_key.id,
        raw=token,
    )
    return signed, jwt


def _record(
    session: Session, *, badge_id: UUID, signed: SignedCredential, jwt: BadgeJwt, desk: IssuingDesk
) -> Badge:
    """Make the signature public, unless someone did before, or its key was withdrawn.

    If it takes the place of another badge, that one is withdrawn in this same transaction.
    """
    fact = lock_fact_of(session, badge_id)
    badge = badgebook.lock(session, badge_id)
    if badge.state in (BadgeState.RESERVED, BadgeState.FAILED):
        raise IssuingInterruptedError
    if badge.state == BadgeState.INTENDED and session.get_one(Key, badge.key_id).withdrawn:
        give_up_within(session, badge_id=badge_id, because="key-withdrawn", desk=desk)
    elif badge.state == BadgeState.INTENDED and fact is not None and fact.state is not BadgeState.SIGNED:
        give_up_within(session, badge_id=badge_id, because=FACT_GONE, desk=desk)
    elif badge.state == BadgeState.INTENDED and not may_take_place(session, badge):
        give_up_within(session, badge_id=badge_id, because=OLD_ONE_GONE, desk=desk)
    elif badge.state == BadgeState.INTENDED:
        badge.state, badge.raw, badge.intent = BadgeState.SIGNED, signed.raw, None
        badge.signed_at = desk.clock.now()
        forget_draft_of(session, badge)
        if session.get_one(Key, jwt.key_id).withdrawn is None:
            session.add(jwt)
        _write_down(session, badge, kind=AuditKind.BADGE_SIGNED, content=signed.raw, desk=desk)
        take_place(session, badge, desk=desk)
    return badge


def lock_fact_of(session: Session, badge_id: UUID) -> Badge | None:
    """Read the badge that this is an edition of, first, as who withdraws does; None of another."""
    row = badgebook.edition_row(session, badge_id)
    return badgebook.lock(session, row.of_id) if row else None


def forget_draft_of(session: Session, badge: AnyBadge) -> None:
    """Let what was written about work that was agreed go, in the transaction in which the badge says it."""
    if badge.kind is not BadgeKind.BADGE or badge.profiel_id is None:
        return
    work = session.get_one(Achievement, badge.achievement_id).work
    if work:
        forget_draft(session, badge.profiel_id, work, organisation_id=badge.organisation_id)


def give_up_within(session: Session, *, badge_id: UUID, because: str, desk: IssuingDesk) -> bool:
    """Mark a badge in the transaction of who asks; tell whether it was still open."""
    badge = badgebook.lock(session, badge_id)
    if badge.state not in (BadgeState.RESERVED, BadgeState.INTENDED):
        return False
    badge.state, badge.failed_because = BadgeState.FAILED, because
    badge.intent = badge.idempotency_key = badge.replaces = badge.replaces_because = None
    _write_down(session, badge, kind=AuditKind.BADGE_FAILED, content=because.encode(), desk=desk)
    return True


def event_of(badge: AnyBadge | Standing, *, kind: AuditKind, content: bytes, at: datetime) -> chain.Event:
    """Say for the history what was done with a badge; who asks for an edition is nobody that we know."""
    return chain.Event(
        organisation_id=badge.organisation_id,
        kind=kind,
        at=at,
        content=content,
        actor_id=None if badge.kind is BadgeKind.EDITIE else badge.issued_by,
        badge_id=badge.id,
        key_id=badge.key_id,
        by_key=badge.issued_by_key,
    )


def _write_down(
    session: Session, badge: Badge, *, kind: AuditKind, content: bytes, desk: IssuingDesk
) -> None:
    chain.append(session, event_of(badge, kind=kind, content=content, at=desk.clock.now()))
