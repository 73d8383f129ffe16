"""What this room asks the database about organisations, in the transaction of who asks."""

from collections.abc import Collection, Iterator, Sequence
from uuid import UUID

import sqlalchemy
from sqlalchemy import RowMapping, Table
from sqlmodel import Session, SQLModel, col, select

from issuers.errors import NotFoundError
from issuers.organisations.numbers import NumberKind
from issuers.organisations.tables import (
    AbuseReport,
    Agreement,
    Application,
    ApplicationState,
    FactStatus,
    JoiningInvitation,
    Organisation,
    OrganisationFact,
    OrganisationKind,
    OrganisationKwalificatie,
    OrganisationNumber,
)


def require_organisation(session: Session, organisation_id: str) -> Organisation:
    """Find an organisation.

    Raises:
        NotFoundError: there is none.
    """
    organisation = session.get(Organisation, organisation_id)
    if organisation is None:
        raise NotFoundError
    return organisation


def all_organisations(session: Session) -> Sequence[Organisation]:
    """List all organisations, the oldest first."""
    return session.exec(select(Organisation).order_by(col(Organisation.created), col(Organisation.id))).all()


def kwalificaties_of(session: Session, *, organisation_id: str) -> Sequence[OrganisationKwalificatie]:
    """List the kwalificaties that an organisation works with."""
    return session.exec(
        select(OrganisationKwalificatie).where(OrganisationKwalificatie.organisation_id == organisation_id)
    ).all()


def current_facts(session: Session, *, organisation_id: str) -> Sequence[OrganisationFact]:
    """List what an organisation is at this moment."""
    return session.exec(
        select(OrganisationFact).where(
            OrganisationFact.organisation_id == organisation_id, col(OrganisationFact.ended).is_(None)
        )
    ).all()


def find_fact(session: Session, fact_id: UUID, *, organisation_id: str) -> OrganisationFact | None:
    """Find a fact of an organisation that did not end."""
    facts = current_facts(session, organisation_id=organisation_id)
    return next((fact for fact in facts if fact.id == fact_id), None)


def numbers_of(session: Session, *, organisation_id: str) -> Sequence[OrganisationNumber]:
    """List the numbers of an organisation."""
    return session.exec(
        select(OrganisationNumber).where(OrganisationNumber.organisation_id == organisation_id)
    ).all()


def organisations_with(
    session: Session, *, values: Collection[str]
) -> Sequence[tuple[NumberKind, str, Organisation]]:
    """List which organisations have one of these numbers now."""
    return session.exec(
        select(col(OrganisationNumber.kind), col(OrganisationNumber.value), Organisation)
        .join(OrganisationFact, col(OrganisationFact.id) == col(OrganisationNumber.fact_id))
        .join(Organisation, col(Organisation.id) == col(OrganisationNumber.organisation_id))
        .where(col(OrganisationNumber.value).in_(values), col(OrganisationFact.ended).is_(None))
        .order_by(col(Organisation.created), col(Organisation.id))
    ).all()


def organisations_to_look_up(session: Session) -> Sequence[Organisation]:
    """List which organisations say something of themselves that nobody looked up, the oldest first."""
    declared = select(OrganisationFact.organisation_id).where(
        OrganisationFact.status == FactStatus.ZELF_VERKLAARD, col(OrganisationFact.ended).is_(None)
    )
    return session.exec(
        select(Organisation)
        .where(col(Organisation.id).in_(declared), col(Organisation.closed).is_(None))
        .order_by(col(Organisation.created), col(Organisation.id))
    ).all()


def organisations_of_kind(session: Session, kind: OrganisationKind) -> Sequence[Organisation]:
    """List the organisations that say at this moment that they are of a kind, by name."""
    said = select(OrganisationFact.organisation_id).where(
        OrganisationFact.kind == kind, col(OrganisationFact.ended).is_(None)
    )
    going = col(Organisation.closed).is_(None), col(Organisation.suspended).is_(None)
    return session.exec(
        select(Organisation)
        .where(col(Organisation.id).in_(said), *going)
        .order_by(col(Organisation.name), col(Organisation.id))
    ).all()


def application_by_token(session: Session, *, token_hash: str) -> Application | None:
    """Find an application by the hash of its token."""
    return session.exec(select(Application).where(Application.token_hash == token_hash)).first()


def open_applications(session: Session) -> Sequence[Application]:
    """List the applications that nobody decided on, the oldest first."""
    waiting = select(Application).where(Application.state == ApplicationState.NIEUW)
    return session.exec(waiting.order_by(col(Application.created), col(Application.id))).all()


def joining_invitations_by(session: Session, person_id: UUID) -> Sequence[JoiningInvitation]:
    """List with which invitations of somebody who runs the service an organisation may join still."""
    made = select(JoiningInvitation).where(JoiningInvitation.created_by == person_id)
    return session.exec(made.where(col(JoiningInvitation.used).is_(None))).all()


def tenant_tables() -> list[Table]:
    """List the tables whose rows each belong to an organisation."""
    return [table for table in SQLModel.metadata.sorted_tables if "organisation_id" in table.columns]


def rows_of(
    session: Session, table: Table, *, organisation_id: str, without: Collection[str]
) -> Iterator[RowMapping]:
    """Give the rows of an organisation in a table, without some of the columns."""
    kept = [column for column in table.columns if column.name not in without]
    own = sqlalchemy.select(*kept).where(table.columns["organisation_id"] == organisation_id)
    return iter(session.connection().execute(own).mappings())


def own_row(session: Session, *, organisation_id: str) -> Iterator[RowMapping]:
    """Give the row of the organisation itself."""
    table = SQLModel.metadata.tables["organisation"]
    own = sqlalchemy.select(table).where(table.columns["id"] == organisation_id)
    return iter(session.connection().execute(own).mappings())


def questions_to(session: Session, *, leerbedrijf_id: str) -> Iterator[RowMapping]:
    """Give what schools asked a leerbedrijf, and what it answered; the rows are those of the schools."""
    table = SQLModel.metadata.tables["school_question"]
    asked = sqlalchemy.select(table).where(table.columns["leerbedrijf_id"] == leerbedrijf_id)
    return iter(session.connection().execute(asked).mappings())


def people_of(session: Session, *, organisation_id: str) -> Iterator[RowMapping]:
    """Give who works or worked for an organisation."""
    tables = SQLModel.metadata.tables
    person, membership = tables["person"], tables["membership"]
    own = (
        sqlalchemy.select(person.columns["id"], person.columns["name"])
        .join(membership, membership.columns["person_id"] == person.columns["id"])
        .where(membership.columns["organisation_id"] == organisation_id)
        .distinct()
    )
    return iter(session.connection().execute(own).mappings())


def signed_badges(session: Session, *, organisation_id: str) -> Iterator[tuple[UUID, bytes]]:
    """Give every badge of an organisation that left the service, as it was signed."""
    badge = SQLModel.metadata.tables["badge"].columns
    signed = sqlalchemy.select(badge["id"], badge["raw"]).where(
        badge["organisation_id"] == organisation_id, badge["raw"].is_not(None)
    )
    return ((badge_id, raw) for badge_id, raw in session.connection().execute(signed))


def report_by_token(session: Session, *, token_hash: str) -> AbuseReport | None:
    """Find a report by the hash of its token."""
    return session.exec(select(AbuseReport).where(AbuseReport.token_hash == token_hash)).first()


def open_reports(session: Session) -> Sequence[AbuseReport]:
    """List the reports that nobody answered, the oldest first."""
    waiting = select(AbuseReport).where(col(AbuseReport.answer).is_(None))
    return session.exec(waiting.order_by(col(AbuseReport.created), col(AbuseReport.id))).all()


def last_agreement(session: Session, *, organisation_id: str) -> Agreement | None:
    """Find with which version of the verwerkersovereenkomst an organisation agreed last."""
    return session.exec(
        select(Agreement)
        .where(Agreement.organisation_id == organisation_id)
        .order_by(col(Agreement.agreed_at).desc())
    ).first()
