"""Let somebody who helps a holder see some of what he keeps, for a time, with a log."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import OneHelper, OneHolder, Public
from migrations import walls

revision = "0059"
down_revision = "0058"
branch_labels = None
depends_on = None

_OWN = f"holder_id = {walls.OF_HOLDER}"
_HIS = f"helper_id IN (SELECT id FROM helper WHERE {_OWN})"
_TICKED = f"id IN (SELECT badge_id FROM helper_badge WHERE helper_id::text = {walls.OF})"


def upgrade() -> None:
    op.create_table(
        "helper",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("invite_hash", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("device_hash", sa.Text(), nullable=True),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_helper_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helper")),
        sa.UniqueConstraint("invite_hash", name=op.f("uq_helper_invite_hash")),
        sqlite_strict=True,
    )
    for column in ("holder_id", "device_hash", "until"):
        op.create_index(op.f(f"ix_helper_{column}"), "helper", [column])
    walls.enclose("helper")
    walls.let_in("helper", OneHolder, rows=_OWN, to="ALL")
    walls.let_in("helper", Public, rows=f"invite_hash = {walls.OF} OR device_hash = {walls.OF}")
    _make_badges()
    _make_looks()


def _make_badges() -> None:
    op.create_table(
        "helper_badge",
        sa.Column("helper_id", UuidText(), nullable=False),
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_helper_badge_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["helper_id"], ["helper.id"], name=op.f("fk_helper_badge_helper_id_helper"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("helper_id", "badge_id", name=op.f("pk_helper_badge")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_helper_badge_badge_id"), "helper_badge", ["badge_id"])
    walls.enclose("helper_badge")
    walls.let_in("helper_badge", OneHolder, rows=_HIS, to="ALL")
    walls.let_in("helper_badge", OneHelper, rows=f"helper_id::text = {walls.OF}")
    walls.let_in("badge", OneHelper, rows=_TICKED)


def _make_looks() -> None:
    op.create_table(
        "helper_look",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("helper_id", UuidText(), nullable=False),
        sa.Column("badge_id", UuidText(), nullable=True),
        sa.Column("day", IsoDay(), nullable=False),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_helper_look_badge_id_badge")),
        sa.ForeignKeyConstraint(
            ["helper_id"], ["helper.id"], name=op.f("fk_helper_look_helper_id_helper"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_helper_look")),
        sqlite_strict=True,
    )
    for column in ("helper_id", "badge_id"):
        op.create_index(op.f(f"ix_helper_look_{column}"), "helper_look", [column])
    walls.enclose("helper_look")
    walls.let_in("helper_look", OneHolder, rows=_HIS, to="ALL")
    walls.let_in("helper_look", OneHelper, rows=f"helper_id::text = {walls.OF}", to="ALL")
