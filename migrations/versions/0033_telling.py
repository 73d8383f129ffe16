"""Keep what was told to whom by which channel, and the day on which a badge was first opened."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from migrations import walls

revision = "0033"
down_revision = "0032"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("badge", sa.Column("first_opened", IsoDay(), nullable=True))
    op.create_index(op.f("ix_badge_revoked_at"), "badge", ["revoked_at"])
    op.create_index(op.f("ix_badge_valid_until"), "badge", ["valid_until"])
    op.add_column("outgoing_mail", sa.Column("channel", sa.Text(), nullable=False, server_default="mail"))
    op.create_table(
        "told",
        sa.Column("about_id", UuidText(), nullable=False),
        sa.Column("event", sa.Text(), nullable=False),
        sa.Column("round", sa.Integer(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("letter_id", UuidText(), nullable=True),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_told_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("about_id", "event", "round", name=op.f("pk_told")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_told_organisation_id"), "told", ["organisation_id"])
    walls.build("told")
    op.create_table(
        "untold",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("events", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_untold_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_untold")),
        sqlite_strict=True,
    )
    walls.build("untold")
