"""Of whom files are that are taken in at once: a name is no person, so of a namesake it is asked."""

from collections.abc import Sequence
from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from sqlmodel import Session

from issuers.identifiers import uuid7
from issuers.people.permissions import Actor
from issuers.recipients.reading import NewRecipient
from schools.importing.intakebook import called, given_in, having
from schools.importing.register import candidate_of
from schools.importing.states import LineState
from schools.importing.tables import Candidate, IntakeLine
from schools.importing.taking import CheckedFile, digest_of, keep_files


@dataclass(frozen=True, slots=True, kw_only=True)
class Whose:
    """Hold a file with the name of whom it is, or with the person himself, if somebody said so."""

    file: CheckedFile
    name: NewRecipient | None = None
    candidate_id: UUID | None = None


class People:
    """Find or add whom files are of, and keep the files with them."""

    def __init__(
        self, session: Session, files: Sequence[Whose], *, intake_id: UUID, actor: Actor, now: datetime
    ) -> None:
        self._session, self._actor, self._now = session, actor, now
        folded = {each.name.folded_name for each in files if each.name is not None}
        self._found = called(session, folded, organisation_id=actor.organisation_id)
        self._given = given_in(session, intake_id)
        there = [each.id for some in self._found.values() for each in some]
        self._having = having(session, [digest_of(each.file) for each in files], among=there)
        self._files: dict[UUID, list[tuple[IntakeLine, CheckedFile]]] = {}
        self._taking: dict[UUID, Candidate] = {}

    def find(self, whose: Whose) -> Candidate | None:
        """Give whom a file is of: a new person where nobody has this name; None where it is to be asked.

        Nothing is asked of who got a file in this intake already, or has this very file.
        """
        if whose.candidate_id is not None:
            return candidate_of(
                self._session, whose.candidate_id, organisation_id=self._actor.organisation_id
            )
        if whose.name is None:
            return None
        there = self._found.setdefault(whose.name.folded_name, [])
        if not there:
            there.append(add_person(self._session, whose.name, actor=self._actor, now=self._now))
            self._given.add(there[0].id)
        digest = digest_of(whose.file)
        sure = [each for each in there if (digest, each.id) in self._having] or [
            each for each in there if each.id in self._given
        ]
        return sure[0] if len(sure) == 1 else None

    def take(self, row: IntakeLine, file: CheckedFile, *, candidate: Candidate) -> None:
        """Keep a file with whom it is of."""
        self._taking[candidate.id] = candidate
        self._files.setdefault(candidate.id, []).append((row, file))

    def keep(self) -> None:
        """Write the files, and tell which of them were there already."""
        self._session.flush()
        for candidate_id, own in self._files.items():
            files = [file for _, file in own]
            whose = self._taking[candidate_id]
            new = keep_files(self._session, whose, files, at=self._now, actor=self._actor)
            for (row, _), is_new in zip(own, new, strict=True):
                row.state = LineState.NEW if is_new else LineState.AGAIN


def add_person(session: Session, name: NewRecipient, *, actor: Actor, now: datetime) -> Candidate:
    """Add somebody of this name, whoever else has it."""
    row = Candidate(
        id=uuid7(now),
        organisation_id=actor.organisation_id,
        name=name.name,
        folded_name=name.folded_name,
        added=now,
        added_by=actor.person_id,
    )
    session.add(row)
    return row
