"""Keep once what a school looked up of a leerbedrijf, for all that it gave of one kwalificatie on one day.

It was kept for each badge, and typed again for each. What was looked up for one of them counts for all.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from migrations import walls

revision = "0064"
down_revision = "0061"
branch_labels = None
depends_on = None

_LATER = (
    "EXISTS (SELECT 1 FROM erkenning_check AS o JOIN badge_erkenning AS p ON p.badge_id = o.badge_id "
    "WHERE o.organisation_id = c.organisation_id AND p.organisation_id = e.organisation_id "
    "AND p.crebo = e.crebo AND p.day = e.day "
    "AND (o.written > c.written OR (o.written = c.written AND o.badge_id > c.badge_id)))"
)


def upgrade() -> None:
    op.execute(
        "CREATE TEMPORARY TABLE kept AS SELECT c.organisation_id, e.organisation_id AS leerbedrijf_id, "
        "e.crebo, e.day, c.source, c.looked, c.checked_by, c.written "
        "FROM erkenning_check AS c JOIN badge_erkenning AS e ON e.badge_id = c.badge_id "
        f"WHERE NOT {_LATER}"
    )
    op.drop_table("erkenning_check")
    op.create_table(
        "erkenning_check",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("day", IsoDay(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("looked", IsoDay(), nullable=False),
        sa.Column("checked_by", UuidText(), nullable=False),
        sa.Column("written", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_erkenning_check_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["leerbedrijf_id"], ["organisation.id"], name=op.f("fk_erkenning_check_leerbedrijf_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["person.id"], name=op.f("fk_erkenning_check_checked_by_person")
        ),
        sa.PrimaryKeyConstraint(
            "organisation_id", "leerbedrijf_id", "crebo", "day", name=op.f("pk_erkenning_check")
        ),
        sqlite_strict=True,
    )
    walls.build("erkenning_check")
    op.execute("INSERT INTO erkenning_check SELECT * FROM kept")
    op.execute("DROP TABLE kept")
