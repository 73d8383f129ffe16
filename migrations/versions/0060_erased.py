"""Keep of a badge that was erased its place in the status list, and that its address is gone."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0060"
down_revision = "0059"
branch_labels = None
depends_on = None

_HELD = f"token_hash = encode(sha256(convert_to({walls.OF}, 'UTF8')), 'hex')"


def upgrade() -> None:
    op.create_table(
        "erased_badge",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("status_list_id", UuidText(), nullable=False),
        sa.Column("status_index", sa.Integer(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("revoked_at", UtcDateTime(), nullable=True),
        sa.Column("erased", UtcDateTime(), nullable=False),
        sa.CheckConstraint(
            "(state = 'revoked') = (revoked_at IS NOT NULL)",
            name=op.f("ck_erased_badge_revoked_has_moment"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_erased_badge_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "status_list_id"],
            ["status_list.organisation_id", "status_list.id"],
            name=op.f("fk_erased_badge_organisation_id_status_list_id_status_list"),
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_erased_badge")),
        sa.UniqueConstraint("status_list_id", "status_index", name=op.f("uq_erased_badge_status_list_id_status_index")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_erased_badge_token_hash")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_erased_badge_organisation_id"), "erased_badge", ["organisation_id"])
    walls.build("erased_badge")
    walls.let_in("erased_badge", Public, rows=_HELD)
