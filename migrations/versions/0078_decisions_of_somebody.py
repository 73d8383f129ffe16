"""Find the decisions about somebody without looking at those about all."""

from alembic import op

revision = "0078"
down_revision = "0077"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index(op.f("ix_decision_candidate_id"), "decision", ["candidate_id"])
