"""Sign a learner record: what an organisation passes on of somebody, put together (CLR 2.0).

It is no badge: it says of nobody more than the credentials in it say themselves, so it is kept nowhere and
cannot be withdrawn; what is in it can. The audit chain holds a commitment to it before the key is used, and
another once it is checked: neither leads to anybody. It is a token, for its contexts are those of whoever
made what it holds.
"""

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import uuid4

from sqlmodel import Session

from badges import strictjson, tokens
from badges.composing import IssuerProfile
from badges.credential import LintedRecord
from badges.errors import BadgeError
from badges.learnerrecord import RecordSlot, compose_record
from badges.linting import lint_record
from badges.linting.record import record_problems
from badges.multikey import read_multikey
from badges.strictjson import JsonObject
from issuers.audit import chain
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import SelfCheckError
from issuers.going import require_going
from issuers.issuing.drafting import profile_of
from issuers.keys.keyring import ensure_key
from issuers.keys.tables import Key, KeyPurpose
from issuers.organisations.tables import Organisation
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require

MOST_IN_ONE: Final = 40
"""Verifiers look at no more than 50 credentials in one thing, ours too."""

MOST_BYTES: Final = 1_200_000
"""So large the credentials of one record get at most: a token of them is read here, at most 2 MB."""

_NOBODY: Final = IssuerProfile(id="did:web:nul.voorbeeld", name="nul", url="https://nul.voorbeeld")


@dataclass(frozen=True, slots=True)
class _Pen:
    """Hold who signs, and with which key."""

    publisher: IssuerProfile
    key: Key


def fits_record(desk: IssuingDesk, credential: JsonObject) -> bool:
    """Tell whether a credential can stand in a record: CLR 2.0 takes none on VC 1.1, and no token."""
    trial = compose_record([credential], slot=_slot(desk), publisher=_NOBODY)
    small = len(strictjson.dumps(credential)) <= MOST_BYTES
    return small and not any(record_problems(trial.document, issuer=_NOBODY.id))


def sign_records(desk: IssuingDesk, credentials: Sequence[JsonObject], *, actor: Actor) -> tuple[bytes, ...]:
    """Give signed records that hold these credentials together: one, or more where they are many.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        OrganisationStoppedError: the organisation signs nothing now.
        SealedError: what opens its key is not here now.
        LintError: a credential does not fit in a record.
        SelfCheckError: the signature does not check.
    """
    require(actor, Action.CONFIRM)
    return tuple(_sign(desk, some, actor=actor) for some in _divided(credentials))


def _sign(desk: IssuingDesk, credentials: Sequence[JsonObject], *, actor: Actor) -> bytes:
    """Compose, lint, write down what will be signed, sign, check, and write down that it was."""
    within = OneOrganisation(actor.organisation_id)
    slot = _slot(desk)
    pen = desk.register.write(partial(_take_pen, desk=desk, actor=actor), within=within)
    composed = compose_record(credentials, slot=slot, publisher=pen.publisher)
    linted = lint_record(composed, issuer=pen.publisher.id)
    note = partial(_note, pen=pen, linted=linted, desk=desk, actor=actor)
    desk.register.write(partial(note, kind=AuditKind.RECORD_INTENDED), within=within)
    raw = tokens.write_record(linted, signer=desk.key_store.signer(pen.key, did=pen.publisher.id))
    try:
        tokens.check_token(raw, key=read_multikey(pen.key.multikey))
    except BadgeError as problem:
        raise SelfCheckError(document=slot.record_id, reason=problem.code) from problem
    desk.register.write(partial(note, kind=AuditKind.RECORD_SIGNED), within=within)
    return raw


def _take_pen(session: Session, *, desk: IssuingDesk, actor: Actor) -> _Pen:
    """Give what a record is signed with."""
    require_still(session, actor, Action.CONFIRM)
    require_going(session, actor.organisation_id)
    key = ensure_key(session, desk=desk, organisation_id=actor.organisation_id, purpose=KeyPurpose.TOKEN)
    organisation = session.get_one(Organisation, actor.organisation_id)
    return _Pen(profile_of(organisation, addresses=desk.addresses), key)


def _note(  # noqa: PLR0913 - an event says who did what with which key
    session: Session,
    *,
    kind: AuditKind,
    pen: _Pen,
    linted: LintedRecord,
    desk: IssuingDesk,
    actor: Actor,
) -> None:
    """Write down what will be signed, or was, bound to exactly that; who may no longer, begins none."""
    require_still(session, actor, Action.CONFIRM)
    require_going(session, actor.organisation_id)
    event = chain.Event(
        organisation_id=actor.organisation_id,
        kind=kind,
        at=desk.clock.now(),
        content=strictjson.dumps(linted.document),
        actor_id=actor.person_id,
        key_id=pen.key.id,
        by_key=actor.key_id,
    )
    chain.append(session, event)


def _slot(desk: IssuingDesk) -> RecordSlot:
    return RecordSlot(record_id=uuid4().urn, subject_id=uuid4().urn, moment=desk.clock.now())


def _divided(credentials: Sequence[JsonObject]) -> Iterator[list[JsonObject]]:
    """Divide them in parts that are read everywhere."""
    some: list[JsonObject] = []
    size = 0
    for each in credentials:
        length = len(strictjson.dumps(each))
        if some and (len(some) == MOST_IN_ONE or size + length > MOST_BYTES):
            yield some
            some, size = [], 0
        some.append(each)
        size += length
    if some:
        yield some
