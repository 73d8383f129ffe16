"""Keep at which public address a photo of work stands, and which badges name it.

The address stands from the recipient's yes to his no. Whoever holds it sees the photo, and nothing else of
what was collected; the service looks at how the badges stand that name it.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0045"
down_revision = "0044"
branch_labels = None
depends_on = None

_OF_HELD = (
    "EXISTS (SELECT FROM evidence WHERE evidence.id = evidence_photo.evidence_id "
    f"AND evidence.token = {walls.OF})"
)


def upgrade() -> None:
    op.add_column("evidence", sa.Column("token", sa.Text(), nullable=True))
    op.create_index(op.f("ix_evidence_token"), "evidence", ["token"], unique=True)
    op.create_table(
        "badge_photo",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("evidence_id", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_badge_photo_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_badge_photo_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("badge_id", "token", name=op.f("pk_badge_photo")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_badge_photo_token"), "badge_photo", ["token"])
    op.create_index(op.f("ix_badge_photo_evidence_id"), "badge_photo", ["evidence_id"])
    walls.build("badge_photo")
    walls.let_in("badge_photo", Public, rows=f"token = {walls.OF}")
    walls.let_in("evidence", Public, rows=f"token = {walls.OF}")
    walls.let_in("evidence_photo", Public, rows=_OF_HELD)
