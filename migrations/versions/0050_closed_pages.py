"""Let who keeps a badge close its page."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0050"
down_revision = "0049"
branch_labels = None
depends_on = None

_HELD = f"badge_id IN (SELECT id FROM badge WHERE token = {walls.OF} OR id::text = {walls.OF})"


def upgrade() -> None:
    op.create_table(
        "closed_page",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_closed_page_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_closed_page_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("badge_id", name=op.f("pk_closed_page")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_closed_page_organisation_id"), "closed_page", ["organisation_id"])
    walls.build("closed_page")
    walls.let_in("closed_page", Public, rows=_HELD)
