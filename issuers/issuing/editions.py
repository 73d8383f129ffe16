"""Sign an edition of a badge: the same fact with fewer parts, when who keeps it asks for it (ADR 30).

Nobody decides anything here: the organisation decided to sign the fact, and an edition can only leave out
(`badges.fewer`). It goes the same way as any badge (reserve, intend, audit, sign, check, record), and stands
no longer than the badge that it is made of: what withdraws that one, withdraws it too.
"""

import hashlib
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID, uuid4

from sqlmodel import Session

from badges.composing import status_entry
from badges.credential import UnsignedCredential
from badges.errors import LintError
from badges.fewer import EditionSlot, Part, make_edition, settle, standard_editions
from badges.jsonld import reference
from badges.linting import lint
from badges.proofs import draft_proof, read_signed
from badges.strictjson import JsonObject
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.journal import note
from issuers.database.scopes import OneOrganisation, Public
from issuers.desk import IssuingDesk
from issuers.erkenning.snapshots import take_over
from issuers.errors import (
    IssuersError,
    NotFoundError,
    OrganisationStoppedError,
    RevocationError,
    SelfCheckError,
)
from issuers.going import require_going
from issuers.identifiers import public_token, uuid7
from issuers.issuing import badgebook
from issuers.issuing.badgebook import Reservation
from issuers.issuing.finishing import Watch
from issuers.issuing.issuing import run_line
from issuers.issuing.reserving import signing_key
from issuers.issuing.tables import Badge, BadgeKind, BadgeState, Edition
from issuers.preparing import Drafted
from issuers.statuslists import take_entry

EDITION_PROMISED: Final = "edition-promised"
"""The kind of what the journal says of it: what a backup does not know, nothing withdraws with its fact."""


@dataclass(frozen=True, slots=True, kw_only=True)
class SignedEdition:
    """Name an edition that can be shown: the badge itself where nothing is left out."""

    badge_id: UUID
    without: frozenset[Part]


def sign_edition(
    desk: IssuingDesk,
    badge_id: UUID,
    *,
    without: frozenset[Part],
    watch: Watch = lambda _stage: None,
) -> SignedEdition:
    """Give the edition of a badge that leaves these parts out; asked again, give the same one.

    It leaves out more where what somebody did tells his name, and he asks to leave that out.

    Raises:
        NotFoundError: there is no such badge, or it is none that has editions.
        RevocationError: the badge was withdrawn.
        OrganisationStoppedError: there is no such edition yet, and the organisation signs nothing now.
        SelfCheckError: the badge is not as our own history knows it.
        LintError: we refuse to sign this; it says why.
        IssuersError: it could not be signed now; the next attempt gives it.
    """
    fact = _published(desk, badge_id)
    left = settle(_document(fact), without)
    if not left:
        return SignedEdition(badge_id=badge_id, without=left)
    if fact.kind is not BadgeKind.BADGE:
        raise NotFoundError
    work = partial(_reserve, desk=desk, badge_id=badge_id, without=left)
    reservation = desk.register.write(work, within=OneOrganisation(fact.organisation_id))
    drafting = partial(_draft, desk, _document(fact), left)
    made = run_line(desk, drafting, reservation=reservation, watch=watch)
    return SignedEdition(badge_id=made.id, without=left)


def can_sign_edition(desk: IssuingDesk, badge_id: UUID, *, without: frozenset[Part]) -> bool:
    """Tell whether the edition of a badge that leaves these parts out is there, or can be signed now."""
    try:
        fact = _published(desk, badge_id)
    except NotFoundError:
        return False
    left = settle(_document(fact), without)
    if fact.state is not BadgeState.SIGNED or not left:
        return fact.state is BadgeState.SIGNED
    work = partial(_is_there_or_goes, fact=fact, key=_key(badge_id, left))
    return fact.kind is BadgeKind.BADGE and desk.register.read(
        work, within=OneOrganisation(fact.organisation_id)
    )


def _is_there_or_goes(session: Session, *, fact: Badge, key: str) -> bool:
    of = fact.organisation_id
    badge = badgebook.by_idempotency_key(session, organisation_id=of, idempotency_key=key)
    if badge is not None and badge.raw is not None:
        return True
    try:
        require_going(session, of)
    except OrganisationStoppedError:
        return False
    return True


def sign_standard(desk: IssuingDesk, badge_id: UUID) -> int:
    """Sign the editions that every badge has, with and without name and what was done; tell how many.

    What cannot be signed now is no reason to leave the others, nor to refuse what asked for it: they are
    signed when they are first wanted.
    """
    signed = 0
    try:
        fact = _published(desk, badge_id)
    except NotFoundError:
        return signed
    if fact.kind is not BadgeKind.BADGE or fact.state is not BadgeState.SIGNED:
        return signed
    for without in standard_editions(_document(fact)):
        try:
            sign_edition(desk, badge_id, without=without)
        except (IssuersError, LintError):
            continue
        signed += 1
    return signed


def _published(desk: IssuingDesk, badge_id: UUID) -> Badge:
    asked = partial(badgebook.published, badge_id=badge_id)
    badge = desk.register.read(asked, within=Public(holding=str(badge_id)))
    if badge is None:
        raise NotFoundError
    return badge


def _document(badge: Badge) -> JsonObject:
    return read_signed(badge.raw or b"").document


def _reserve(session: Session, *, desk: IssuingDesk, badge_id: UUID, without: frozenset[Part]) -> Reservation:
    """Find the edition or promise it, while the badge that it is made of stands and is as it was signed."""
    fact = badgebook.lock(session, badge_id)
    if fact.state is not BadgeState.SIGNED:
        raise RevocationError
    key = _key(badge_id, without)
    badge = badgebook.by_idempotency_key(session, organisation_id=fact.organisation_id, idempotency_key=key)
    if badge is None or badge.raw is None:
        require_going(session, fact.organisation_id)
        _require_remembered(session, fact)
    if badge is None:
        badge = _new_row(session, fact, key=key, desk=desk)
        session.add(badge)
        session.flush()
        session.add(
            Edition(badge_id=badge.id, of_id=fact.id, organisation_id=fact.organisation_id, without=without)
        )
        take_over(session, badge, of=fact.id)
        note(
            session,
            {
                "kind": EDITION_PROMISED,
                "organisation": fact.organisation_id,
                "badge": str(badge.id),
                "of": str(fact.id),
                "list": str(badge.status_list_id),
                "index": badge.status_index,
                "at": badge.reserved_at.isoformat(),
            },
        )
    return badgebook.reservation(session, badge)


def _key(badge_id: UUID, without: frozenset[Part]) -> str:
    """Name an edition for good; no key of a system has a space in it."""
    return f"editie {badge_id} {'+'.join(sorted(without))}"


def _require_remembered(session: Session, fact: Badge) -> None:
    """Let pass only what our own history signed: whoever has the disk must not get our signature.

    Raises:
        SelfCheckError: the badge is another than was recorded.
    """
    if not chain.remembers(session, fact.raw or b"", badge_id=fact.id, kind=AuditKind.BADGE_SIGNED):
        raise SelfCheckError(document=fact.credential_id, reason="unrecorded")


def _new_row(session: Session, fact: Badge, *, key: str, desk: IssuingDesk) -> Badge:
    organisation_id, now = fact.organisation_id, desk.clock.now()
    status_list, index = take_entry(session, desk=desk, organisation_id=organisation_id)
    return Badge(
        id=uuid7(now),
        organisation_id=organisation_id,
        kind=BadgeKind.EDITIE,
        token=public_token(),
        subject_id=uuid4(),
        evidence_id=uuid4(),
        state=BadgeState.RESERVED,
        idempotency_key=key,
        request_hash=hashlib.sha256(key.encode()).digest(),
        status_list_id=status_list.id,
        status_index=index,
        issued_by=fact.issued_by,
        valid_until=fact.valid_until,
        reserved_at=now,
        key_id=signing_key(session, desk=desk, organisation_id=organisation_id).id,
    )


def _draft(
    desk: IssuingDesk, document: JsonObject, without: frozenset[Part], *, reservation: Reservation
) -> Drafted:
    """Make the exact bytes that are to be signed.

    Raises:
        LintError: we refuse to sign this; it says why.
    """
    badge, did = reservation.badge, desk.addresses.did(reservation.organisation.id)
    status_list = desk.addresses.status_list(badge.organisation_id, number=reservation.list_number)
    slot = EditionSlot(
        credential_id=badge.credential_id,
        subject_id=badge.subject_id.urn,
        evidence_id=badge.evidence_id.urn,
        status=status_entry(status_list, index=badge.status_index),
    )
    made = UnsignedCredential(make_edition(document, without=without, slot=slot))
    method = f"{did}#{reservation.key.multikey}"
    draft = draft_proof(lint(made, issuer=did), verification_method=method, created=badge.reserved_at)
    return Drafted(draft, other_engine=reference.canonicalize)
