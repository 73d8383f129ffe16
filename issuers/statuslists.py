"""Publish which badges were withdrawn, one list per organisation and a further one at half full.

A list has 131,072 entries. It is signed with the organisation's list key, holds for a day, and is
signed again each hour and at each change, in the transaction of that change: what the register says
and what the world reads are one (Bitstring Status List 1.0).
"""

import secrets
from datetime import datetime, timedelta
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges import status
from badges.composing import compose_status_list
from badges.errors import JsonLdError, ProofError
from badges.keys import PublicKey
from badges.linting import lint_status_list
from badges.proofs import add_proof, check_proof, draft_proof
from issuers.database.journal import note
from issuers.database.scopes import WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import IssuersError, SelfCheckError
from issuers.identifiers import uuid7
from issuers.issuing.register import (
    DueList,
    bits_of,
    lists_published_before,
    newest_list,
    taken_indexes,
)
from issuers.issuing.tables import StatusList
from issuers.keys.register import active_key
from issuers.keys.tables import KeyPurpose
from issuers.organisations.tables import Instance

VALIDITY: Final = timedelta(hours=24)
RENEWAL: Final = timedelta(hours=1)
LIST_OPENED: Final = "list-opened"
"""The kind of what the journal says of a further list."""

HALF_FULL: Final = status.MINIMUM_ENTRIES // 2


def open_list(session: Session, *, desk: IssuingDesk, organisation_id: str) -> StatusList:
    """Make a further, empty list for an organisation, published from the start."""
    last = newest_list(session, organisation_id=organisation_id)
    now = desk.clock.now()
    row = StatusList(
        id=uuid7(now),
        organisation_id=organisation_id,
        number=max(last.number + 1 if last else 1, session.get_one(Instance, 1).lists_from),
        raw=b"",
        published_at=now,
        valid_until=now,
    )
    publish_list(session, row, desk=desk)
    note(
        session,
        {
            "kind": LIST_OPENED,
            "organisation": organisation_id,
            "list": str(row.id),
            "number": row.number,
            "at": now.isoformat(),
        },
    )
    return row


def take_entry(session: Session, *, desk: IssuingDesk, organisation_id: str) -> tuple[StatusList, int]:
    """Hand out a place that nobody had, at random: its number tells nothing about when or who."""
    row, [index] = take_entries(session, desk=desk, organisation_id=organisation_id, count=1)
    return row, index


def take_entries(
    session: Session, *, desk: IssuingDesk, organisation_id: str, count: int
) -> tuple[StatusList, list[int]]:
    """Hand out so many places of one list.

    At half full a further list is opened, so that a free place is found at the second try on average.
    """
    row = newest_list(session, organisation_id=organisation_id)
    if row is None or row.used >= HALF_FULL:
        row = open_list(session, desk=desk, organisation_id=organisation_id)
    row.used += count
    session.add(row)
    free: list[int] = []
    while len(free) < count:
        tried = dict.fromkeys(secrets.randbelow(status.MINIMUM_ENTRIES) for _ in range(count - len(free)))
        taken = taken_indexes(session, status_list_id=row.id, among=tried.keys()) | set(free)
        free += [index for index in tried if index not in taken]
    return row, free


def publish_list(session: Session, row: StatusList, *, desk: IssuingDesk) -> None:
    """Sign the list as the register knows it now, and put it in the place of what was published."""
    now = desk.clock.now()
    row.raw = _signed(session, row, bits=bits_of(session, row), desk=desk, now=now)
    row.version += 1
    row.published_at = now
    row.valid_until = now + VALIDITY
    session.add(row)
    session.flush()


def republish_due(desk: IssuingDesk) -> int:
    """Sign again every list that is an hour old; tell how many. Each in a transaction of its own.

    Raises:
        IssuersError: what went wrong first; the other lists were signed all the same.
    """
    before = desk.clock.now() - RENEWAL
    due = desk.register.read(lambda session: lists_published_before(session, before), within=WHOLE_SERVICE)
    problems = [problem for row in due if (problem := _try_to_renew(desk, row, before=before))]
    if problems:
        raise problems[0]
    return len(due)


def _try_to_renew(desk: IssuingDesk, due: DueList, *, before: datetime) -> IssuersError | None:
    """Renew one list; what is wrong with it is no reason to let those of others grow old."""
    try:
        work = partial(_renew, desk=desk, list_id=due.id, before=before)
        desk.register.write(work, within=OneOrganisation(due.organisation_id))
    except IssuersError as problem:
        return problem
    return None


def _renew(session: Session, *, desk: IssuingDesk, list_id: UUID, before: datetime) -> None:
    """Sign a list again, unless another process just did."""
    row = session.get_one(StatusList, list_id)
    if row.published_at <= before:
        publish_list(session, row, desk=desk)


def _signed(session: Session, row: StatusList, *, bits: bytes, desk: IssuingDesk, now: datetime) -> bytes:
    """Compose, lint, sign and check the list: nothing else may become its bytes."""
    key = active_key(session, organisation_id=row.organisation_id, purpose=KeyPurpose.LIST)
    did = desk.addresses.did(row.organisation_id)
    unsigned = compose_status_list(
        id=desk.addresses.status_list(row.organisation_id, number=row.number),
        issuer=did,
        encoded_list=status.encode(bits),
        valid_from=now,
        valid_until=now + VALIDITY,
    )
    linted = lint_status_list(unsigned, issuer=did)
    signer = desk.key_store.signer(key, did=did)
    draft = draft_proof(linted, verification_method=signer.verification_method, created=now)
    signed = add_proof(draft, signer=signer)
    try:
        check_proof(signed.document, key=PublicKey.from_multikey(key.multikey))
    except (ProofError, JsonLdError) as problem:
        raise SelfCheckError(document=f"{row.organisation_id}/{row.number}", reason=problem.code) from problem
    return signed.raw
