"""Let a badge be there again with fewer parts, for who keeps it and in no list of who gave it."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0052"
down_revision = "0051"
branch_labels = None
depends_on = None

_LOOKED_FOR = (
    *("organisation_id", "id", "state", "reserved_at", "valid_until", "replaced_by"),
    *("achievement_id", "issued_by", "profiel_id", "folded_name", "kind"),
)


def upgrade() -> None:
    op.drop_index("ix_badge_overview", "badge")
    op.create_index("ix_badge_overview", "badge", list(_LOOKED_FOR))
    op.create_table(
        "edition",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("of_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("without", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_edition_badge_id_badge")),
        sa.ForeignKeyConstraint(["of_id"], ["badge.id"], name=op.f("fk_edition_of_id_badge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_edition_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("badge_id", name=op.f("pk_edition")),
        sqlite_strict=True,
    )
    for column in ("of_id", "organisation_id"):
        op.create_index(op.f(f"ix_edition_{column}"), "edition", [column])
    walls.build("edition")
    walls.let_in("edition", Public, rows=f"badge_id::text = {walls.OF} OR of_id::text = {walls.OF}")
