"""Let a school link a badge to a werkproces by hand, with a reason."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0067"
down_revision = "0066"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "hand_link",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=False),
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("reason", sa.Text(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("by", UuidText(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            name=op.f("fk_hand_link_organisation_id_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(["by"], ["person.id"], name=op.f("fk_hand_link_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_hand_link")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_hand_link_candidate_id"), "hand_link", ["candidate_id"])
    walls.build("hand_link")
