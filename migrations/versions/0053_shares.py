"""Let who keeps badges show some of them by a link: until a day, as he wants them seen."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import OneHolder, Public
from migrations import walls

revision = "0053"
down_revision = "0052"
branch_labels = None
depends_on = None

_OWN = f"holder_id = {walls.OF_HOLDER}"
_OF_OWN = f"share_id IN (SELECT id FROM share WHERE {_OWN})"
_HELD = f"share_id IN (SELECT id FROM share WHERE token = {walls.OF})"


def upgrade() -> None:
    op.create_table(
        "share",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("holder_id", UuidText(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("label", sa.Text(), nullable=False),
        sa.Column("without", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("until", UtcDateTime(), nullable=False),
        sa.Column("stopped", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["holder_id"], ["holder.id"], name=op.f("fk_share_holder_id_holder"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_share")),
        sa.UniqueConstraint("token", name=op.f("uq_share_token")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_share_holder_id"), "share", ["holder_id"])
    walls.enclose("share")
    walls.let_in("share", OneHolder, rows=_OWN, to="ALL")
    walls.let_in("share", Public, rows=f"token = {walls.OF}")
    _make_badges()
    _make_views()


def _make_badges() -> None:
    op.create_table(
        "shared_badge",
        sa.Column("share_id", UuidText(), nullable=False),
        sa.Column("place", sa.Integer(), nullable=False),
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("edition_id", UuidText(), nullable=False),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.id"], name=op.f("fk_shared_badge_share_id_share"), ondelete="CASCADE"
        ),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_shared_badge_badge_id_badge")),
        sa.ForeignKeyConstraint(["edition_id"], ["badge.id"], name=op.f("fk_shared_badge_edition_id_badge")),
        sa.PrimaryKeyConstraint("share_id", "place", name=op.f("pk_shared_badge")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_shared_badge_badge_id"), "shared_badge", ["badge_id"])
    walls.enclose("shared_badge")
    walls.let_in("shared_badge", OneHolder, rows=_OF_OWN, to="ALL")
    walls.let_in("shared_badge", Public, rows=_HELD)


def _make_views() -> None:
    op.create_table(
        "share_views",
        sa.Column("share_id", UuidText(), nullable=False),
        sa.Column("week", IsoDay(), nullable=False),
        sa.Column("count", sa.Integer(), nullable=False),
        sa.ForeignKeyConstraint(
            ["share_id"], ["share.id"], name=op.f("fk_share_views_share_id_share"), ondelete="CASCADE"
        ),
        sa.PrimaryKeyConstraint("share_id", "week", name=op.f("pk_share_views")),
        sqlite_strict=True,
    )
    walls.enclose("share_views")
    walls.let_in("share_views", OneHolder, rows=_OF_OWN, to="ALL")
