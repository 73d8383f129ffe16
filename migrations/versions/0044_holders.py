"""Let whoever was given badges keep them, as nobody in particular."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, Public
from migrations import walls

revision = "0044"
down_revision = "0043"
branch_labels = None
depends_on = None

_KEPT = f"id IN (SELECT badge_id FROM kept_badge WHERE holder_id = {walls.OF_HOLDER})"
_OWN = f"holder_id = {walls.OF_HOLDER}"


def upgrade() -> None:
    op.create_table(
        "holder",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("since", UtcDateTime(), nullable=False),
        sa.Column("seen", IsoDay(), nullable=False),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_holder")),
        sqlite_strict=True,
    )
    walls.enclose("holder")
    walls.let_in("holder", OneHolder, rows=f"id = {walls.OF_HOLDER}", to="ALL")
    _make_kept()
    _make_sessions()


def _make_kept() -> None:
    op.create_table(
        "kept_badge",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("kept", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_kept_badge_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_kept_badge_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("badge_id", name=op.f("pk_kept_badge")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_kept_badge_holder_id"), "kept_badge", ["holder_id"])
    walls.enclose("kept_badge")
    walls.let_in("kept_badge", OneHolder, rows=_OWN, to="ALL")
    walls.let_in("kept_badge", Public, rows=f"badge_id::text = {walls.OF}")
    walls.let_in("badge", OneHolder, rows=_KEPT)


def _make_sessions() -> None:
    op.create_table(
        "holder_session",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("device", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("seen", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_holder_session_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_holder_session")),
        sa.UniqueConstraint("id", name=op.f("uq_holder_session_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_holder_session_holder_id"), "holder_session", ["holder_id"])
    op.create_index(op.f("ix_holder_session_seen"), "holder_session", ["seen"])
    walls.enclose("holder_session")
    walls.let_in("holder_session", OneHolder, rows=_OWN, to="ALL")
    walls.let_in("holder_session", Public, rows=f"token_hash = {walls.OF}")
