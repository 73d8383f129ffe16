"""Keep which leerbedrijf is recognised for which work, and what was known of it when a badge was given."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0013"
down_revision = "0012"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "erkenning",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("leerbedrijf", sa.Text(), nullable=False),
        sa.Column("vestiging", sa.Text(), nullable=True),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("werkproces", sa.Text(), nullable=True),
        sa.Column("since", IsoDay(), nullable=False),
        sa.Column("until", IsoDay(), nullable=True),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("added_by", UuidText(), nullable=False),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "until IS NULL OR since <= until", name=op.f("ck_erkenning_ends_after_it_begins")
        ),
        sa.CheckConstraint("status <> 'onbekend'", name=op.f("ck_erkenning_known_or_not_here")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_erkenning_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["added_by"], ["person.id"], name=op.f("fk_erkenning_added_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erkenning")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_erkenning_organisation_id_crebo"), "erkenning", ["organisation_id", "crebo"], unique=False
    )
    op.create_table(
        "badge_erkenning",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("werkproces", sa.Text(), nullable=False),
        sa.Column("day", IsoDay(), nullable=False),
        sa.Column("status", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=True),
        sa.Column("written", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "(status = 'onbekend') = (source IS NULL)", name=op.f("ck_badge_erkenning_known_from_source")
        ),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_badge_erkenning_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_badge_erkenning_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("badge_id", name=op.f("pk_badge_erkenning")),
        sqlite_strict=True,
    )
    for table in ("erkenning", "badge_erkenning"):
        walls.build(table)
    walls.let_in("badge_erkenning", Public, rows=f"badge_id::text = {walls.OF}")
