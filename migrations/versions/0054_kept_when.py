"""Find what was kept lately without reading all that is kept: each minute somebody may wait for an edition."""

from alembic import op

revision = "0054"
down_revision = "0053"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_index("ix_kept_badge_kept", "kept_badge", ["kept"])
