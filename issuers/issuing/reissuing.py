"""Sign again what a key signed that fell into other hands: the same badge, at the same address.

    plan (the exact bytes to sign, audit record) -> sign [key] -> check -> record, audit record

Each stage of a chunk commits before the next. Only what our own history knows is signed again: a badge that
somebody put into the database with the stolen key is left, and told. What was signed before stays known, so
that a copy of it is not called false.
"""

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges.credential import SignedCredential, UnsignedCredential
from badges.errors import BadgeError, LintError, ProofMalformedError
from badges.jsonld import walker
from badges.linting import lint, lint_endorsement, lint_praktijkverklaring
from badges.multikey import read_multikey
from badges.proofs import ProofDraft, add_proof, check_proof, draft_proof, read_signed
from badges.tokens import write_token
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError, SelfCheckError, TrustedKeyError
from issuers.issuing import badgebook
from issuers.issuing.tables import Badge, BadgeKind, FormerSignature
from issuers.keys.keyring import ensure_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require, require_fresh

CHUNK: Final = 100

_LINTS: Final = {
    BadgeKind.BADGE: lint,
    BadgeKind.EDITIE: lint,
    BadgeKind.BEVESTIGING: lint_endorsement,
    BadgeKind.PRAKTIJKVERKLARING: lint_praktijkverklaring,
}


@dataclass(frozen=True, slots=True)
class Reissued:
    """Count what was signed again; `left` is what our own history does not know, or does not let pass."""

    signed: int
    left: tuple[UUID, ...]


@dataclass(frozen=True, slots=True)
class Planned:
    """Hold a badge that will be signed again, and what with."""

    badge_id: UUID
    draft: ProofDraft
    key: Key


def reissue(desk: IssuingDesk, key_id: UUID, *, actor: Actor) -> Reissued:
    """Sign again every badge that this withdrawn key signed; asked again after a crash, go on where it was.

    Raises:
        PermissionDeniedError: the actor may not manage keys, or not any more.
        FreshProofNeededError: the sign-in is too long ago.
        NotFoundError: the organisation has no such key.
        TrustedKeyError: it was not withdrawn.
        SealedError: the new key cannot sign now.
        SelfCheckError: a new signature does not check; that badge stays as it was.
    """
    signed = 0
    left: tuple[UUID, ...] = ()
    while True:
        some = reissue_some(desk, key_id, actor=actor, left=left)
        signed, left = signed + some.signed, (*left, *some.left)
        if some == Reissued(0, ()):
            return Reissued(signed, left)


def reissue_some(desk: IssuingDesk, key_id: UUID, *, actor: Actor, left: Sequence[UUID] = ()) -> Reissued:
    """Sign the next hundred of them again; those of `left` were looked at before.

    Raises:
        IssuersError: as `reissue`.
    """
    require(actor, Action.MANAGE_KEYS)
    require_fresh(actor, now=desk.clock.now())
    asked = partial(_purpose, key_id=key_id, actor=actor)
    purpose = desk.register.read(asked, within=OneOrganisation(actor.organisation_id))
    step = _reissue_tokens if purpose is KeyPurpose.TOKEN else _reissue_proofs
    return step(desk, key_id, actor=actor, left=left)


def count_to_reissue(desk: IssuingDesk, key_id: UUID, *, actor: Actor) -> int:
    """Count the badges that still have only the signature of this key.

    Raises:
        PermissionDeniedError: the actor may not manage keys.
    """
    require(actor, Action.MANAGE_KEYS)
    asked = partial(badgebook.count_signed_by, key_id=key_id)
    return desk.register.read(asked, within=OneOrganisation(actor.organisation_id))


def _purpose(session: Session, *, key_id: UUID, actor: Actor) -> KeyPurpose:
    key = session.get(Key, key_id)
    if key is None or key.organisation_id != actor.organisation_id:
        raise NotFoundError
    if key.withdrawn is None:
        raise TrustedKeyError
    return key.purpose


def _reissue_proofs(desk: IssuingDesk, key_id: UUID, *, actor: Actor, left: Sequence[UUID]) -> Reissued:
    """Sign the next badges again."""
    within = OneOrganisation(actor.organisation_id)
    plan = partial(_plan, desk=desk, key_id=key_id, actor=actor, left=left)
    planned, refused = desk.register.write(plan, within=within)
    signed = [(each, _signed(desk, each, actor=actor)) for each in planned]
    desk.register.write(partial(_record, signed=signed, desk=desk, actor=actor), within=within)
    return Reissued(len(signed), tuple(refused))


def _plan(
    session: Session, *, desk: IssuingDesk, key_id: UUID, actor: Actor, left: Sequence[UUID]
) -> tuple[list[Planned], list[UUID]]:
    """Keep the exact bytes that will be signed, of the next badges that our history knows."""
    require_still(session, actor, Action.MANAGE_KEYS)
    key = ensure_key(session, desk=desk, organisation_id=actor.organisation_id, purpose=KeyPurpose.ASSERTION)
    planned: list[Planned] = []
    refused: list[UUID] = []
    for badge in badgebook.signed_by(session, key_id=key_id, but_not=left, limit=CHUNK):
        draft = _draft(session, badge, key=key, desk=desk)
        if draft is None:
            refused.append(badge.id)
            continue
        if badge.intent != draft.dumps():
            badge.intent = draft.dumps()
            _write_down(session, badge, kind=AuditKind.BADGE_INTENDED, desk=desk, actor=actor)
        planned.append(Planned(badge.id, draft=draft, key=key))
    return planned, refused


def _draft(session: Session, badge: Badge, *, key: Key, desk: IssuingDesk) -> ProofDraft | None:
    """Draft the new proof, or read the one that was planned; None for what is not to be signed again."""
    did = desk.addresses.did(badge.organisation_id)
    method = f"{did}#{key.multikey}"
    if badge.raw is None or not chain.remembers(
        session, badge.raw, badge_id=badge.id, kind=AuditKind.BADGE_SIGNED
    ):
        return None
    try:
        planned = ProofDraft.loads(badge.intent or b"")
        if planned.options["verificationMethod"] == method:
            return planned
    except ProofMalformedError:
        pass
    document = dict(read_signed(badge.raw).document)
    document.pop("proof", None)
    try:
        linted = _LINTS[badge.kind](UnsignedCredential(document), issuer=did)
    except LintError:
        return None
    return draft_proof(linted, verification_method=method, created=desk.clock.now())


def _signed(desk: IssuingDesk, planned: Planned, *, actor: Actor) -> SignedCredential:
    """Sign, and check as a stranger does.

    Raises:
        SelfCheckError: it does not check.
    """
    did = desk.addresses.did(actor.organisation_id)
    signed = add_proof(planned.draft, signer=desk.key_store.signer(planned.key, did=did))
    try:
        check_proof(
            signed.document, key=read_multikey(planned.key.multikey), canonicalize=walker.canonicalize
        )
    except BadgeError as problem:
        raise SelfCheckError(document=planned.badge_id.urn, reason=problem.code) from problem
    return signed


def _record(
    session: Session, *, signed: Sequence[tuple[Planned, SignedCredential]], desk: IssuingDesk, actor: Actor
) -> None:
    """Put the new signatures in the place of the old ones, which stay known."""
    for planned, credential in signed:
        badge = badgebook.lock(session, planned.badge_id)
        if badge.intent != planned.draft.dumps():
            continue  # somebody else was first
        _keep(session, badge, raw=badge.raw or b"", key_id=badge.key_id, desk=desk)
        badge.raw, badge.key_id, badge.intent = credential.raw, planned.key.id, None
        _write_down(session, badge, kind=AuditKind.BADGE_SIGNED, desk=desk, actor=actor)


def _reissue_tokens(desk: IssuingDesk, key_id: UUID, *, actor: Actor, left: Sequence[UUID]) -> Reissued:
    """Write the next badges as tokens again; ES256 gives the same each time, so nothing need be planned."""
    work = partial(_rewrite, desk=desk, key_id=key_id, actor=actor, left=left)
    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _rewrite(
    session: Session, *, desk: IssuingDesk, key_id: UUID, actor: Actor, left: Sequence[UUID]
) -> Reissued:
    require_still(session, actor, Action.MANAGE_KEYS)
    key = ensure_key(session, desk=desk, organisation_id=actor.organisation_id, purpose=KeyPurpose.TOKEN)
    signer = desk.key_store.signer(key, did=desk.addresses.did(actor.organisation_id))
    signed, refused = 0, []
    for row in badgebook.tokens_by(session, key_id=key_id, but_not=left, limit=CHUNK):
        badge = session.get_one(Badge, row.badge_id)
        raw = badge.raw or b""
        if not chain.remembers(session, raw, badge_id=badge.id, kind=AuditKind.BADGE_SIGNED):
            refused.append(badge.id)
            continue
        _keep(session, badge, raw=row.raw, key_id=row.key_id, desk=desk)
        row.raw, row.key_id = write_token(read_signed(raw), signer=signer), key.id
        signed += 1
    return Reissued(signed, tuple(refused))


def _keep(session: Session, badge: Badge, *, raw: bytes, key_id: UUID, desk: IssuingDesk) -> None:
    """Remember a signature that was replaced."""
    former = FormerSignature(
        badge_id=badge.id,
        key_id=key_id,
        organisation_id=badge.organisation_id,
        raw=raw,
        replaced=desk.clock.now(),
    )
    session.add(former)


def _write_down(session: Session, badge: Badge, *, kind: AuditKind, desk: IssuingDesk, actor: Actor) -> None:
    event = chain.Event(
        organisation_id=badge.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=(badge.intent if kind is AuditKind.BADGE_INTENDED else badge.raw) or b"",
        actor_id=actor.person_id,
        badge_id=badge.id,
        key_id=badge.key_id,
    )
    chain.append(session, event)
