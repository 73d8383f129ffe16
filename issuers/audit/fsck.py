"""Look through the whole register for anything that was changed behind our back.

Every chain is computed again; every badge is held against what its records committed to; every list
against the badges; every checkpoint against the chains, also those that were kept elsewhere.
"""

from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from uuid import UUID

from sqlmodel import Session, col, select

from badges import jws, status, strictjson
from badges.errors import BadgeError, KeyBindingError
from badges.jsonld import walker
from badges.keys import PublicKey
from badges.multikey import read_multikey
from badges.proofs import check_proof, read_proofs
from issuers.audit import chain, checkpoints, platform
from issuers.audit.tables import AuditCheckpoint, AuditKind, AuditRecord, AuditSalt, PlatformRecord
from issuers.database.scopes import WHOLE_SERVICE
from issuers.desk import IssuingDesk
from issuers.erasing.tables import ErasedBadge
from issuers.errors import KeyStoreError, SealedError
from issuers.issuing.register import bits_of
from issuers.issuing.tables import PUBLISHED, Badge, BadgeJwt, BadgeState, StatusList
from issuers.keys.register import keys_of
from issuers.keys.tables import Key, KeyPurpose
from issuers.organisations.tables import Organisation

Chains = Mapping[str, Sequence[AuditRecord]]


@dataclass(frozen=True, slots=True)
class Finding:
    """Tell one thing that is not as it was written: what, whose, and where."""

    code: str
    place: str


def fsck(desk: IssuingDesk, *, kept_elsewhere: Iterable[bytes] = ()) -> tuple[Finding, ...]:
    """Give everything that does not fit together; nothing means that all is as it was written.

    `kept_elsewhere` are bodies of checkpoints from a place that who changed the database could not reach.
    """
    try:
        examine = partial(_examine, desk=desk, kept_elsewhere=tuple(kept_elsewhere))
        return desk.register.read(examine, within=WHOLE_SERVICE)
    except ValueError as problem:  # a word that no list of ours has, a moment that is none
        return (Finding("row-unreadable", str(problem)),)


def _examine(session: Session, *, desk: IssuingDesk, kept_elsewhere: Sequence[bytes]) -> tuple[Finding, ...]:
    chains = _chains(session)
    decided = platform.all_records(session)
    made = checkpoints.all_checkpoints(session)
    hashes = {name: [each.hash for each in records] for name, records in chains.items()}
    hashes[platform.NAME] = [each.hash for each in decided]
    return (
        *_chain_findings(chains),
        *_breaks(platform.NAME, [(each, platform.link(each)) for each in decided]),
        *_checkpoint_findings(made, session=session, desk=desk),
        *_head_findings([*(row.body for row in made), *kept_elsewhere], hashes=hashes),
        *_badge_findings(session, chains=chains),
        *_jwt_findings(session),
        *_list_findings(session),
        *_key_findings(session, desk=desk),
    )


def _chains(session: Session) -> Chains:
    found: dict[str, list[AuditRecord]] = {each: [] for each in session.exec(select(Organisation.id)).all()}
    ordered = select(AuditRecord).order_by(col(AuditRecord.organisation_id), col(AuditRecord.sequence))
    for record in session.exec(ordered).all():
        found.setdefault(record.organisation_id, []).append(record)
    return found


def _chain_findings(chains: Chains) -> Iterator[Finding]:
    """Compute every hash again, and look for gaps; an organisation has a record from its first moment."""
    for organisation_id, records in chains.items():
        if not records:
            yield Finding("chain-missing", organisation_id)
        yield from _breaks(organisation_id, [(each, chain.link(each)) for each in records])


def _breaks(name: str, records: Iterable[tuple[AuditRecord | PlatformRecord, bytes]]) -> Iterator[Finding]:
    """Hold each record of a chain against its hash, computed again, and against the one before it."""
    previous = chain.GENESIS
    for sequence, (record, computed) in enumerate(records, start=1):
        place = f"{name}/{record.sequence}"
        if record.sequence != sequence:
            yield Finding("chain-gap", place)
            break
        if record.previous != previous or record.hash != computed:
            yield Finding("chain-broken", place)
        previous = record.hash


def _checkpoint_findings(
    made: Sequence[AuditCheckpoint], *, session: Session, desk: IssuingDesk
) -> Iterator[Finding]:
    """Sign every checkpoint again: Ed25519 gives the same bytes, and only for what was signed.

    Where the key is lost its public half has to do. Whoever could change the database could change that too,
    but not the next checkpoint, which names this one and is signed by a key that opens.
    """
    previous: str | None = None
    for number, row in enumerate(made, start=1):
        place = f"checkpoint/{row.number}"
        key = session.get(Key, row.key_id)
        try:
            body = checkpoints.read_body(row.body)
        except ValueError:
            body = {}
        if row.number != number or body.get("number") != number or body.get("previous") != previous:
            yield Finding("checkpoint-gap", place)
        if key is None or not _is_signed_by(key, row, desk=desk):
            yield Finding("checkpoint-forged", place)
        previous = checkpoints.digest(row.body)


def _is_signed_by(key: Key, row: AuditCheckpoint, *, desk: IssuingDesk) -> bool:
    try:
        if key.is_lost:
            read_multikey(key.multikey).check(row.signature, data=row.body)
            return True
        return desk.key_store.signer(key, did=desk.addresses.service_did).sign(row.body) == row.signature
    except (KeyStoreError, BadgeError):
        return False


def _head_findings(bodies: Iterable[bytes], *, hashes: Mapping[str, Sequence[bytes]]) -> Iterator[Finding]:
    """Look for every head that a checkpoint saw: what was cut off is missed here."""
    for body in bodies:
        try:
            seen = checkpoints.read_heads(body)
        except ValueError:
            yield Finding("checkpoint-unreadable", checkpoints.digest(body))
            continue
        for head in seen:
            found = hashes.get(head.organisation_id, ())
            if len(found) < head.sequence:
                yield Finding("chain-cut", f"{head.organisation_id}/{head.sequence}")
            elif found[head.sequence - 1] != head.hash:
                yield Finding("chain-rewritten", f"{head.organisation_id}/{head.sequence}")


def _badge_findings(session: Session, *, chains: Chains) -> Iterator[Finding]:
    """Hold every badge against its records: what was signed, what was withdrawn, what failed."""
    records = {
        (record.badge_id, record.kind): record
        for chain in chains.values()
        for record in chain
        if record.badge_id is not None
    }
    badges = {badge.id: badge for badge in session.exec(select(Badge)).all()}
    erased = {row.id: row for row in session.exec(select(ErasedBadge)).all()}
    yield from _erased_findings(erased, records=records)
    for (badge_id, kind), record in records.items():
        if badge_id in erased and badge_id not in badges:
            continue
        if badge_id not in badges:
            yield Finding("badge-missing", str(badge_id))
        elif kind in _OF_BADGES and not _fits(session, badges[badge_id], record=record, kind=kind):
            yield Finding("badge-changed", f"{badge_id} {kind.value}")
    for badge in badges.values():
        yield from (
            Finding("badge-unrecorded", f"{badge.id} {kind.value}")
            for kind in _KINDS_OF[badge.state]
            if (badge.id, kind) not in records
        )


_KINDS_OF: Mapping[BadgeState, tuple[AuditKind, ...]] = {
    BadgeState.RESERVED: (),
    BadgeState.INTENDED: (AuditKind.BADGE_INTENDED,),
    BadgeState.SIGNED: (AuditKind.BADGE_INTENDED, AuditKind.BADGE_SIGNED),
    BadgeState.REVOKED: (AuditKind.BADGE_INTENDED, AuditKind.BADGE_SIGNED, AuditKind.BADGE_REVOKED),
    BadgeState.FAILED: (AuditKind.BADGE_FAILED,),
}


_OF_BADGES = frozenset(kind for kinds in _KINDS_OF.values() for kind in kinds)


def _erased_findings(
    erased: Mapping[UUID, ErasedBadge], *, records: Mapping[tuple[UUID, AuditKind], AuditRecord]
) -> Iterator[Finding]:
    """Hold each empty place against the records: that somebody erased a badge, and how it stood then."""
    for row in erased.values():
        kinds = {*_KINDS_OF[row.state], AuditKind.BADGE_ERASED}
        said = {kind for kind in kinds if (row.id, kind) in records}
        yield from (Finding("badge-unrecorded", f"{row.id} {kind.value}") for kind in sorted(kinds - said))
        revoked = records.get((row.id, AuditKind.BADGE_REVOKED))
        if row.revoked_at != (revoked.at if revoked else None):
            yield Finding("badge-changed", f"{row.id} {AuditKind.BADGE_REVOKED.value}")


def _fits(session: Session, badge: Badge, *, record: AuditRecord, kind: AuditKind) -> bool:
    """Tell whether a badge is in a state that this record leads to, with the bytes it committed to."""
    content, states = {
        AuditKind.BADGE_INTENDED: (badge.intent, set(BadgeState) - {BadgeState.RESERVED}),
        AuditKind.BADGE_SIGNED: (badge.raw, set(PUBLISHED)),
        AuditKind.BADGE_FAILED: ((badge.failed_because or "").encode(), {BadgeState.FAILED}),
        AuditKind.BADGE_REVOKED: ((badge.revoked_because or "").encode(), {BadgeState.REVOKED}),
    }[kind]
    if badge.state not in states or badge.organisation_id != record.organisation_id:
        return False
    if kind is AuditKind.BADGE_REVOKED and badge.revoked_at != record.at:
        return False
    salt = session.get(AuditSalt, (record.organisation_id, record.sequence))
    if salt is None or content is None:
        return content is not None or kind is AuditKind.BADGE_INTENDED
    return chain.commit(content, salt=salt.salt) == record.commitment


def _jwt_findings(session: Session) -> Iterator[Finding]:
    """Read every badge as a token like a stranger would, and hold it against the badge."""
    for row in session.exec(select(BadgeJwt)).all():
        badge, key = session.get(Badge, row.badge_id), session.get_one(Key, row.key_id)
        if badge is None or badge.organisation_id != row.organisation_id or not _is_token_of(badge, row, key):
            yield Finding("jwt-differs", str(row.badge_id))


def _is_token_of(badge: Badge, row: BadgeJwt, key: Key) -> bool:
    """Tell whether the token says what the badge says, signed by a key for tokens of its organisation."""
    document = strictjson.loads_object(badge.raw or b"{}")
    document.pop("proof", None)
    try:
        token = jws.split(row.raw)
        jws.check(token, key=read_multikey(key.multikey))
        said = jws.credential_in(token).document
    except BadgeError:
        return False
    return (key.organisation_id, key.purpose) == (row.organisation_id, KeyPurpose.TOKEN) and said == document


def _list_findings(session: Session) -> Iterator[Finding]:
    """Read every published list as a stranger would, and hold it against the badges."""
    for row in session.exec(select(StatusList)).all():
        keys = keys_of(session, organisation_id=row.organisation_id)
        try:
            published = _read_list(row.raw, keys=keys)
        except (BadgeError, KeyError):
            published = b""
        if published != bits_of(session, row):
            yield Finding("list-differs", f"{row.organisation_id}/{row.number}")
        if row.unseen is not None and not _is_recorded(session, row):
            yield Finding("list-unrecorded", f"{row.organisation_id}/{row.number}")


def _is_recorded(session: Session, row: StatusList) -> bool:
    """Tell whether a record commits to what a list withdraws of which no badge is in the register."""
    records = select(AuditRecord, AuditSalt).join(
        AuditSalt,
        (col(AuditSalt.organisation_id) == col(AuditRecord.organisation_id))
        & (col(AuditSalt.sequence) == col(AuditRecord.sequence)),
    )
    of_lists = records.where(
        AuditRecord.organisation_id == row.organisation_id, AuditRecord.kind == AuditKind.LIST_RESTORED
    )
    content = row.id.bytes + (row.unseen or b"")
    return any(
        chain.commit(content, salt=salt.salt) == record.commitment
        for record, salt in session.exec(of_lists).all()
    )


def _read_list(raw: bytes, *, keys: Sequence[Key]) -> bytes:
    """Check the signature of a list by one of the organisation's list keys, and give its bits."""
    document = strictjson.loads_object(raw)
    [proof] = read_proofs(document)
    named = proof.verification_method.rpartition("#")[2]
    trusted = {key.multikey for key in keys if key.purpose is KeyPurpose.LIST}
    if named not in trusted:
        raise KeyBindingError("the list is signed by another key")
    check_proof(document, key=PublicKey.from_multikey(named), canonicalize=walker.canonicalize)
    subject = document["credentialSubject"]
    return status.decode(str(subject["encodedList"]) if isinstance(subject, dict) else "")


def _key_findings(session: Session, *, desk: IssuingDesk) -> Iterator[Finding]:
    """Try every key: what it signs must check with the half that is published; a lost one signs nothing."""
    for key in session.exec(select(Key)).all():
        if key.is_lost and (key.retired or key.withdrawn):
            continue
        try:
            signature = desk.key_store.signer(key, did="did:example:fsck").sign(_TRIAL)
            read_multikey(key.multikey).check(signature, data=_TRIAL)
        except SealedError:
            yield Finding("key-sealed", str(key.id))
        except (KeyStoreError, BadgeError):
            yield Finding("key-changed", str(key.id))


_TRIAL = b"praktijkbewijs/fsck/1"
