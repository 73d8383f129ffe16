"""Remember the signatures that were replaced after a key fell into other hands."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0010"
down_revision = "0009"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "former_signature",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("key_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("raw", sa.LargeBinary(), nullable=False),
        sa.Column("replaced", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_former_signature_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["key_id"], ["signing_key.id"], name=op.f("fk_former_signature_key_id_signing_key")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_former_signature_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("badge_id", "key_id", name=op.f("pk_former_signature")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_badge_key_id_state"), "badge", ["key_id", "state"], unique=False)
    walls.build("former_signature")
    of_a_badge = "EXISTS (SELECT FROM badge WHERE badge.id = former_signature.badge_id)"
    walls.let_in("former_signature", Public, rows=of_a_badge)
