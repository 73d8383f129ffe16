"""What an organisation is: facts that it declares and that others confirm, each with how far it is known.

An organisation may be several things at once, and what it may do follows from them.
"""

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from functools import partial
from typing import Final
from uuid import UUID

from sqlmodel import Session

from badges import strictjson
from issuers.audit import chain
from issuers.audit.platform import decide
from issuers.audit.tables import AuditKind, PlatformKind
from issuers.database.scopes import PUBLIC, WHOLE_SERVICE, OneOrganisation
from issuers.desk import IssuingDesk
from issuers.errors import NotFoundError
from issuers.identifiers import uuid7
from issuers.organisations.numbers import NumberKind, OfficialNumber
from issuers.organisations.register import current_facts, find_fact, numbers_of
from issuers.organisations.tables import (
    FactStatus,
    OrganisationFact,
    OrganisationKind,
    OrganisationNumber,
    SchoolKind,
)

WELCOME: Final[Mapping[OrganisationKind, tuple[NumberKind, ...]]] = {
    OrganisationKind.LEERBEDRIJF: (NumberKind.LEERBEDRIJF, NumberKind.KVK, NumberKind.VESTIGING),
    OrganisationKind.SCHOOL: (NumberKind.BRIN, NumberKind.BRIN_VESTIGING),
    OrganisationKind.MAATSCHAPPELIJK: (NumberKind.KVK, NumberKind.RSIN),
    OrganisationKind.GEMEENTE: (NumberKind.OIN, NumberKind.RSIN),
}
"""Which numbers are kept with each kind, where they were given."""


@dataclass(frozen=True, slots=True)
class NewFact:
    """Hold what an organisation says that it is; without numbers it is not even declared."""

    kind: OrganisationKind
    numbers: tuple[OfficialNumber, ...] = ()
    school_kind: SchoolKind | None = None

    @property
    def status(self) -> FactStatus:
        """Tell how far it is known when it comes in: nobody has looked yet."""
        return FactStatus.ZELF_VERKLAARD if self.numbers else FactStatus.ONBEKEND


@dataclass(frozen=True, slots=True)
class KnownFact:
    """Hold a fact of an organisation with its numbers."""

    row: OrganisationFact
    numbers: tuple[OfficialNumber, ...]


@dataclass(frozen=True, slots=True, kw_only=True)
class Confirmation:
    """Hold who looked a fact up, and where."""

    by: UUID
    source: str


def add_fact(session: Session, fact: NewFact, *, desk: IssuingDesk, organisation_id: str) -> OrganisationFact:
    """Write down what an organisation says that it is."""
    now = desk.clock.now()
    row = OrganisationFact(
        id=uuid7(now),
        organisation_id=organisation_id,
        kind=fact.kind,
        school_kind=fact.school_kind,
        status=fact.status,
        created=now,
    )
    session.add(row)
    session.flush()
    for number in fact.numbers:
        kept = OrganisationNumber(
            organisation_id=organisation_id, fact_id=row.id, kind=number.kind, value=number.value
        )
        kept.of_no_person_since = now if number.may_be_of_a_person else None
        session.add(kept)
    _record(session, row, kind=AuditKind.FACT_DECLARED, desk=desk, actor_id=None)
    return row


def confirm_fact(
    desk: IssuingDesk, fact_id: UUID, *, organisation_id: str, confirmation: Confirmation
) -> None:
    """Write down that somebody looked a fact up.

    Raises:
        NotFoundError: the organisation has no such fact (any more).
    """

    def work(session: Session) -> None:
        row = find_fact(session, fact_id, organisation_id=organisation_id)
        if row is None:
            raise NotFoundError
        row.status = FactStatus.BEVESTIGD
        row.confirmed_by, row.source = confirmation.by, confirmation.source
        row.confirmed_at = desk.clock.now()
        _record(session, row, kind=AuditKind.FACT_CONFIRMED, desk=desk, actor_id=confirmation.by)
        decide(session, PlatformKind.FACT_CONFIRMED, about=organisation_id, desk=desk, by=confirmation.by)

    desk.register.write(work, within=WHOLE_SERVICE)


def replace_facts(
    session: Session, facts: Sequence[NewFact], *, desk: IssuingDesk, organisation_id: str, actor_id: UUID
) -> None:
    """Put what an organisation says now in the place of what it said; what did not change stays confirmed."""
    wanted = list(facts)
    for known in _known_facts(session, organisation_id=organisation_id):
        same = NewFact(known.row.kind, numbers=known.numbers, school_kind=known.row.school_kind)
        if same in wanted:
            wanted.remove(same)
        else:
            known.row.ended = desk.clock.now()
            _record(session, known.row, kind=AuditKind.FACT_ENDED, desk=desk, actor_id=actor_id)
    for fact in wanted:
        add_fact(session, fact, desk=desk, organisation_id=organisation_id)


def doubt_facts(session: Session, *, desk: IssuingDesk, organisation_id: str, actor_id: UUID) -> None:
    """Take back what was confirmed: the organisation says it still, and somebody has to look it up again."""
    for known in _known_facts(session, organisation_id=organisation_id):
        if known.row.status is FactStatus.BEVESTIGD:
            known.row.ended = desk.clock.now()
            _record(session, known.row, kind=AuditKind.FACT_ENDED, desk=desk, actor_id=actor_id)
            said = NewFact(known.row.kind, numbers=known.numbers, school_kind=known.row.school_kind)
            add_fact(session, said, desk=desk, organisation_id=organisation_id)


def confirmed_kinds(session: Session, organisation_id: str) -> frozenset[OrganisationKind]:
    """Tell what an organisation is for sure, because somebody looked it up."""
    facts = current_facts(session, organisation_id=organisation_id)
    return frozenset(fact.kind for fact in facts if fact.status is FactStatus.BEVESTIGD)


def facts_of(desk: IssuingDesk, organisation_id: str) -> tuple[KnownFact, ...]:
    """List what an organisation is, with the numbers that only itself sees, in the order of the form."""
    asked = partial(_known_facts, organisation_id=organisation_id)
    return desk.register.read(asked, within=OneOrganisation(organisation_id))


def public_facts(desk: IssuingDesk, organisation_id: str) -> Sequence[OrganisationFact]:
    """List what an organisation is, as everyone may know, in the order of the form."""
    asked = partial(current_facts, organisation_id=organisation_id)
    return _sorted(desk.register.read(asked, within=PUBLIC))


def kinds_in_words(facts: Sequence[OrganisationFact]) -> str | None:
    """Name what an organisation is, for a line beside its name; None where nobody said."""
    return ", ".join(dict.fromkeys(fact.kind.value for fact in facts)) or None


def _known_facts(session: Session, *, organisation_id: str) -> tuple[KnownFact, ...]:
    kept = numbers_of(session, organisation_id=organisation_id)
    rows = current_facts(session, organisation_id=organisation_id)
    return tuple(KnownFact(row, numbers=_in_order(row, kept=kept)) for row in _sorted(rows))


def _sorted(rows: Sequence[OrganisationFact]) -> Sequence[OrganisationFact]:
    in_order = list(OrganisationKind)
    return sorted(rows, key=lambda row: (in_order.index(row.kind), row.created))


def _in_order(row: OrganisationFact, *, kept: Sequence[OrganisationNumber]) -> tuple[OfficialNumber, ...]:
    values = {number.kind: number.value for number in kept if number.fact_id == row.id}
    return tuple(OfficialNumber(kind, values[kind]) for kind in WELCOME[row.kind] if kind in values)


def _record(
    session: Session, row: OrganisationFact, *, kind: AuditKind, desk: IssuingDesk, actor_id: UUID | None
) -> None:
    content = strictjson.dumps(
        {"id": str(row.id), "kind": row.kind.value, "status": row.status.value, "source": row.source}
    )
    chain.append(
        session,
        chain.Event(
            organisation_id=row.organisation_id,
            kind=kind,
            at=desk.clock.now(),
            content=content,
            actor_id=actor_id,
        ),
    )
