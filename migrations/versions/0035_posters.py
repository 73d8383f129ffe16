"""Keep posters with a QR code at the workplace, and what was said through them."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0035"
down_revision = "0034"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "poster",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("made", UtcDateTime(), nullable=False),
        sa.Column("made_by", UuidText(), nullable=False),
        sa.Column("until", IsoDay(), nullable=False),
        sa.Column("stopped", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_poster_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["made_by"], ["person.id"], name=op.f("fk_poster_made_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_poster")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_poster_organisation_id_id")),
        sa.UniqueConstraint("token", name=op.f("uq_poster_token")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_poster_organisation_id"), "poster", ["organisation_id"])
    walls.build("poster")
    walls.let_in("poster", Public, rows=f"token = {walls.OF}")
    op.create_table(
        "poster_werkproces",
        sa.Column("poster_id", UuidText(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_poster_werkproces_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "poster_id"],
            ["poster.organisation_id", "poster.id"],
            name=op.f("fk_poster_werkproces_organisation_id_poster_id_poster"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("poster_id", "crebo", "code", name=op.f("pk_poster_werkproces")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_poster_werkproces_organisation_id"), "poster_werkproces", ["organisation_id"])
    walls.build("poster_werkproces")
    op.create_table(
        "saying",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("poster_id", UuidText(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("text", sa.Text(), nullable=False),
        sa.Column("day", IsoDay(), nullable=False),
        sa.Column("said", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_saying_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "poster_id"],
            ["poster.organisation_id", "poster.id"],
            name=op.f("fk_saying_organisation_id_poster_id_poster"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_saying")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_saying_organisation_id_said"), "saying", ["organisation_id", "said"])
    op.create_index(op.f("ix_saying_said"), "saying", ["said"])
    walls.build("saying")
