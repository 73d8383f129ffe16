"""Take files in: each passes the verifier first, its report is kept, and the same file twice is one."""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from datetime import datetime
from hashlib import sha256
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges import strictjson
from badges.strictjson import JsonObject
from badges.texts import shown_in_line
from holders.sharing.consenting import note_taken
from issuers.audit.tables import AuditKind
from issuers.database.scopes import OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.people.acting import require_still
from issuers.people.permissions import Action, Actor, require
from issuers.people.recording import record
from schools.evidence.counting import is_name_of
from schools.evidence.credentials import Credential, credentials_in
from schools.evidence.evidence import Evidence, Taken, ids_in
from schools.evidence.reading import take_in
from schools.evidence.withdrawn import without_withdrawn
from schools.importing.candidates import require_candidate
from schools.importing.register import consents_known, digests_of, file_of, files_of
from schools.importing.since import withdrawn_since
from schools.importing.tables import Candidate, TakenFile
from schools.importing.written import kept_in, read_written, without_link, write_taken
from verifier.report import Form, Part

MOST_KEPT: Final = 5_000_000
"""A file of more bytes is a photo of a code; what was verified stands in its report."""

MOST_OF_A_NAME: Final = 120


@dataclass(frozen=True, slots=True)
class CheckedFile:
    """Hold a file with what the verifier says of it, and by which consent of a holder it came, if by one."""

    name: str
    raw: bytes
    part: Part
    consent_id: UUID | None = None


@dataclass(frozen=True, slots=True, kw_only=True)
class KnownFile:
    """Show a file that was taken in; `is_same` tells that somebody said whose it is.

    `until` is how long a consent for it lasts; None where the school got it otherwise.
    """

    id: UUID
    name: str
    at: datetime
    taken: tuple[Taken, ...]
    credentials: tuple[Credential, ...]
    is_same: bool
    until: datetime | None = None


def take_files(desk: IssuingDesk, candidate_id: UUID, files: Sequence[CheckedFile], *, actor: Actor) -> int:
    """Keep files of somebody with their reports; tell how many are new.

    A file that is there already is looked at anew: its newer report takes the place of the older.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> int:
        require_still(session, actor, Action.CONFIRM)
        candidate = require_candidate(session, candidate_id, actor=actor)
        new = keep_files(session, candidate, files, at=desk.clock.now(), actor=actor)
        record(session, AuditKind.CANDIDATE_FILES, content=candidate_id.bytes, desk=desk, actor=actor)
        return sum(new)

    return desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def keep_files(
    session: Session, candidate: Candidate, files: Sequence[CheckedFile], *, at: datetime, actor: Actor
) -> list[bool]:
    """Keep files of a candidate of this school; tell of each whether it is new."""
    known = digests_of(session, candidate.id, organisation_id=actor.organisation_id)
    new = []
    for each in files:
        row = _row(each, candidate=candidate, at=at, actor=actor)
        new.append(row.digest not in known)
        if row.digest in known:
            _renew(session, known[row.digest], row)
        else:
            session.add(row)
            session.flush()
            known[row.digest] = row.id
        if each.consent_id is not None:
            note_taken(session, each.consent_id, at=at)
    return new


def digest_of(file: CheckedFile) -> str:
    """Give by what the same file is known."""
    return sha256(file.raw).hexdigest()


def list_files(desk: IssuingDesk, candidate_id: UUID, *, actor: Actor) -> tuple[KnownFile, ...]:
    """List what was taken in of somebody, what was looked at last first; as it counts at this moment.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> tuple[KnownFile, ...]:
        require_candidate(session, candidate_id, actor=actor)
        now, own = desk.clock.now(), actor.organisation_id
        rows = files_of(session, candidate_id, organisation_id=own, now=now)
        until = consents_known(session, [each.consent_id for each in rows if each.consent_id])
        return tuple(_known(each, until=until) for each in rows)

    return _as_of_now(desk, desk.register.read(work, within=OneOrganisation(actor.organisation_id)))


def find_report(desk: IssuingDesk, candidate_id: UUID, file_id: UUID, *, actor: Actor) -> JsonObject:
    """Give what the verifier said of a file when it was taken in.

    Raises:
        PermissionDeniedError: the actor confirms nothing here.
        NotFoundError: this school has no such file of this candidate.
    """
    require(actor, Action.CONFIRM)
    return desk.register.read(
        lambda session: read_written(
            _find(session, candidate_id, file_id, actor=actor, now=desk.clock.now()).report
        ),
        within=OneOrganisation(actor.organisation_id),
    )


def say_same(desk: IssuingDesk, candidate_id: UUID, file_id: UUID, *, actor: Actor) -> None:
    """Say that a file is of this person, though another name stands in it; who says so is kept.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such file of this candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        row = _find(session, candidate_id, file_id, actor=actor, now=desk.clock.now())
        row.same_by, row.same_at = actor.person_id, desk.clock.now()
        record(session, AuditKind.CANDIDATE_SAME, content=file_id.bytes, desk=desk, actor=actor)

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def drop_file(desk: IssuingDesk, candidate_id: UUID, file_id: UUID, *, actor: Actor) -> None:
    """Keep a file no longer.

    Raises:
        PermissionDeniedError: the actor confirms nothing here, or not any more.
        NotFoundError: this school has no such file of this candidate.
    """
    require(actor, Action.CONFIRM)

    def work(session: Session) -> None:
        require_still(session, actor, Action.CONFIRM)
        session.delete(_find(session, candidate_id, file_id, actor=actor, now=desk.clock.now()))

    desk.register.write(work, within=OneOrganisation(actor.organisation_id))


def _as_of_now(desk: IssuingDesk, files: Sequence[KnownFile]) -> tuple[KnownFile, ...]:
    """Set aside what our organisations withdrew since it was taken in."""
    withdrawn = withdrawn_since(desk, (each for file in files for each in ids_in(file.taken)))
    return tuple(
        replace(file, taken=tuple(without_withdrawn(file.taken, withdrawn=withdrawn))) for file in files
    )


def _find(session: Session, candidate_id: UUID, file_id: UUID, *, actor: Actor, now: datetime) -> TakenFile:
    own = actor.organisation_id
    row = file_of(session, file_id, candidate_id=candidate_id, organisation_id=own, now=now)
    if row is None:
        raise NotFoundError
    return row


def _row(file: CheckedFile, *, candidate: Candidate, at: datetime, actor: Actor) -> TakenFile:
    name = shown_in_line(file.name)[-MOST_OF_A_NAME:] or "bestand"
    taken = [*take_in(file.part, file=name)]
    names = [each.name for each in taken if isinstance(each, Evidence)]
    has_badge = any(isinstance(each, Evidence) or each.identity for each in taken)
    return TakenFile(
        id=uuid7(at),
        organisation_id=actor.organisation_id,
        candidate_id=candidate.id,
        name=name,
        digest=digest_of(file),
        raw=file.raw if has_badge and len(file.raw) <= MOST_KEPT and not _leads_on(file) else None,
        report=strictjson.dumps(_report(file)).decode(),
        taken=write_taken(taken, credentials=credentials_in(file.part, raw=file.raw)),
        at=at,
        by=actor.person_id,
        consent_id=file.consent_id,
        badges=len(names),
        others=sum(not is_name_of(each, candidate.name) for each in names),
    )


def _report(file: CheckedFile) -> JsonObject:
    """Write the report; the link by which a holder let a school read is not kept in it."""
    said = file.part.as_json()
    return without_link(said) if file.consent_id is not None else said


def _leads_on(file: CheckedFile) -> bool:
    """Tell a link, or a photo of one: it is not kept, for whoever has it opens what somebody shares."""
    if file.consent_id is not None:
        return True
    return file.part.report is not None and file.part.report.forms[:1] == (Form.LINK,)


def _renew(session: Session, file_id: UUID, row: TakenFile) -> None:
    """Put the newer report in the place of the older; what a school got itself needs no consent later.

    Where no badge was in it then, nothing was got.
    """
    kept = session.get_one(TakenFile, file_id)
    if kept.consent_id is not None or not kept.badges:
        kept.consent_id = row.consent_id
    kept.report, kept.taken, kept.at, kept.by = row.report, row.taken, row.at, row.by
    kept.badges, kept.others = row.badges, row.others


def _known(row: TakenFile, *, until: Mapping[UUID, datetime]) -> KnownFile:
    taken, credentials = kept_in(row.taken)
    return KnownFile(
        id=row.id,
        name=row.name,
        at=row.at,
        taken=taken,
        credentials=credentials,
        is_same=row.same_at is not None,
        until=until.get(row.consent_id) if row.consent_id else None,
    )
