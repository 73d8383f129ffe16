"""Let a card open what somebody keeps, and a telephone show it for an hour, or of one organisation."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, Public
from migrations import walls

revision = "0046"
down_revision = "0045"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.add_column("holder_session", sa.Column("until", UtcDateTime(), nullable=True))
    op.add_column("holder_session", sa.Column("only_of", sa.Text(), nullable=True))
    op.create_table(
        "keep_card",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("code_hash", sa.Text(), nullable=False),
        sa.Column("pictures", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=True),
        sa.Column("badge_id", UuidText(), nullable=True),
        sa.Column("holder_id", UuidText(), nullable=True),
        sa.Column("replaces", UuidText(), nullable=True),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(organisation_id IS NULL) = (badge_id IS NULL)", name=op.f("ck_keep_card_given_is_for_badge")
        ),
        sa.CheckConstraint(
            "organisation_id IS NOT NULL OR holder_id IS NOT NULL", name=op.f("ck_keep_card_is_of_somebody")
        ),
        sa.CheckConstraint(
            "replaces IS NULL OR holder_id IS NOT NULL", name=op.f("ck_keep_card_replacement_has_holder")
        ),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_keep_card_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_keep_card_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_keep_card_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_keep_card")),
        sa.UniqueConstraint("code_hash", name=op.f("uq_keep_card_code_hash")),
        sqlite_strict=True,
    )
    for column in ("holder_id", "badge_id", "organisation_id"):
        op.create_index(op.f(f"ix_keep_card_{column}"), "keep_card", [column])
    walls.build("keep_card")
    walls.let_in("keep_card", OneHolder, rows=f"holder_id = {walls.OF_HOLDER}", to="ALL")
    walls.let_in("keep_card", Public, rows=f"code_hash = {walls.OF}")
