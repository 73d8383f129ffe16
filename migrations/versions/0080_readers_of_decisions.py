"""Let who shared his badges read what was decided on them, and write down where a letter with the link goes."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText
from issuers.database.scopes import OneHolder
from migrations import walls

revision = "0080"
down_revision = "0079"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("exemption_request", sa.Column("mail", sa.Text(), nullable=True))
    op.create_table(
        "decision_reader",
        sa.Column("decision_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "decision_id"],
            ["decision.organisation_id", "decision.id"],
            name=op.f("fk_decision_reader_organisation_id_decision_id_decision"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["holder_id"],
            ["holder.id"],
            name=op.f("fk_decision_reader_holder_id_holder"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("decision_id", name=op.f("pk_decision_reader")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_decision_reader_holder_id"), "decision_reader", ["holder_id"])
    walls.build("decision_reader")
    walls.let_in("decision_reader", OneHolder, rows=f"holder_id = {walls.OF_HOLDER}")
    his = f"SELECT decision_id FROM decision_reader WHERE holder_id = {walls.OF_HOLDER}"
    walls.let_in("decision", OneHolder, rows=f"id IN ({his})")
