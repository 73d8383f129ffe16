"""Say what an organisation is by its facts, each with how far it is known.

What it was said to be when it joined becomes its first fact: nobody looked it up, so it is `onbekend`.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.identifiers import uuid7

revision = "0003"
down_revision = "0002"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "organisation_fact",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("school_kind", sa.Text(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("confirmed_by", UuidText(), nullable=True),
        sa.Column("confirmed_at", UtcDateTime(), nullable=True),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "school_kind IS NULL OR kind = 'school'", name=op.f("ck_organisation_fact_kind_of_school")
        ),
        sa.CheckConstraint(
            "(status = 'bevestigd') = "
            "(confirmed_by IS NOT NULL AND confirmed_at IS NOT NULL AND source IS NOT NULL)",
            name=op.f("ck_organisation_fact_confirmed_from_source"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_fact_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["confirmed_by"], ["person.id"], name=op.f("fk_organisation_fact_confirmed_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_organisation_fact")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_organisation_fact_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_table(
        "organisation_number",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("fact_id", UuidText(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("value", sa.Text(), nullable=False),
        sa.Column("of_no_person_since", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "kind <> 'rsin' OR of_no_person_since IS NOT NULL",
            name=op.f("ck_organisation_number_rsin_of_no_person"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_organisation_number_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "fact_id"],
            ["organisation_fact.organisation_id", "organisation_fact.id"],
            name=op.f("fk_organisation_number_organisation_id_fact_id_organisation_fact"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", "fact_id", "kind", name=op.f("pk_organisation_number")),
        sqlite_strict=True,
    )
    _first_facts(op.get_bind())
    op.drop_column("organisation", "kind")


def _first_facts(connection: sa.Connection) -> None:
    organisations = sa.table("organisation", *_columns("id", "kind"), sa.column("created", UtcDateTime()))
    facts = sa.table(
        "organisation_fact",
        sa.column("id", UuidText()),
        sa.column("created", UtcDateTime()),
        *_columns("organisation_id", "kind", "status"),
    )
    for organisation_id, kind, created in connection.execute(sa.select(organisations)).all():
        connection.execute(
            facts.insert().values(
                id=uuid7(created),
                created=created,
                organisation_id=organisation_id,
                kind=kind,
                status="onbekend",
            )
        )


def _columns(*names: str) -> list[sa.ColumnClause[str]]:
    return [sa.column(name, sa.Text()) for name in names]
