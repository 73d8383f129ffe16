"""Keep what a recipient and a leerbedrijf agree to learn, and for which of it a badge was given."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0022"
down_revision = "0021"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "werkplekprofiel",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("recipient_id", UuidText(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("revision", sa.Integer(), nullable=False),
        sa.Column("start", IsoDay(), nullable=False),
        sa.Column("until", IsoDay(), nullable=True),
        sa.Column("guidance", sa.Text(), nullable=True),
        sa.Column("pace", sa.Text(), nullable=True),
        sa.Column("proposed", UtcDateTime(), nullable=False),
        sa.Column("proposed_by", UuidText(), nullable=False),
        sa.Column("agreed", UtcDateTime(), nullable=True),
        sa.Column("agreed_by", sa.Text(), nullable=True),
        sa.Column("chosen_name", sa.Text(), nullable=True),
        sa.Column("objected", UtcDateTime(), nullable=True),
        sa.Column("objection", sa.Text(), nullable=True),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(agreed IS NULL) = (agreed_by IS NULL)", name=op.f("ck_werkplekprofiel_agreed_has_way")
        ),
        sa.CheckConstraint(
            "(agreed IS NULL) = (chosen_name IS NULL)", name=op.f("ck_werkplekprofiel_agreed_has_name")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_werkplekprofiel_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "recipient_id"],
            ["recipient.organisation_id", "recipient.id"],
            name=op.f("fk_werkplekprofiel_organisation_id_recipient_id_recipient"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["proposed_by"], ["person.id"], name=op.f("fk_werkplekprofiel_proposed_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_werkplekprofiel")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_werkplekprofiel_organisation_id_id")),
        sa.UniqueConstraint("token", name=op.f("uq_werkplekprofiel_token")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_werkplekprofiel_organisation_id_recipient_id"),
        "werkplekprofiel",
        ["organisation_id", "recipient_id"],
    )
    walls.build("werkplekprofiel")
    walls.let_in("werkplekprofiel", Public, rows=f"token = {walls.OF}")
    op.create_table(
        "agreed_werkproces",
        sa.Column("profiel_id", UuidText(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=False),
        sa.Column("code", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("digest", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_agreed_werkproces_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "profiel_id"],
            ["werkplekprofiel.organisation_id", "werkplekprofiel.id"],
            name=op.f("fk_agreed_werkproces_organisation_id_profiel_id_werkplekprofiel"),
            ondelete="CASCADE",
        ),
        sa.PrimaryKeyConstraint("profiel_id", "crebo", "code", name=op.f("pk_agreed_werkproces")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_agreed_werkproces_organisation_id"), "agreed_werkproces", ["organisation_id"])
    walls.build("agreed_werkproces")
    op.add_column("badge", sa.Column("profiel_id", UuidText(), nullable=True))
    op.create_index(op.f("ix_badge_profiel_id"), "badge", ["profiel_id"])
