"""Let organisations apply to join, and keep what they agreed with."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText

revision = "0006"
down_revision = "0005"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "application",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=True),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("decided_at", UtcDateTime(), nullable=True),
        sa.Column("decided_by", UuidText(), nullable=True),
        sa.Column("reason", sa.Text(), nullable=True),
        sa.Column("became", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(state = 'nieuw') = (document IS NOT NULL)",
            name=op.f("ck_application_forgotten_when_decided"),
        ),
        sa.CheckConstraint(
            "(state = 'nieuw') = (decided_at IS NULL)", name=op.f("ck_application_decided_has_moment")
        ),
        sa.CheckConstraint(
            "(state = 'goedgekeurd') = (became IS NOT NULL)", name=op.f("ck_application_approved_became")
        ),
        sa.CheckConstraint(
            "(state = 'afgewezen') = (reason IS NOT NULL)", name=op.f("ck_application_refused_has_reason")
        ),
        sa.ForeignKeyConstraint(
            ["decided_by"], ["person.id"], name=op.f("fk_application_decided_by_person")
        ),
        sa.ForeignKeyConstraint(
            ["became"], ["organisation.id"], name=op.f("fk_application_became_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_application")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_application_token_hash")),
        sqlite_strict=True,
    )
    op.create_table(
        "joining_invitation",
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("created_by", UuidText(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.Column("used", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["created_by"], ["person.id"], name=op.f("fk_joining_invitation_created_by_person")
        ),
        sa.PrimaryKeyConstraint("token_hash", name=op.f("pk_joining_invitation")),
        sqlite_strict=True,
    )
    op.create_table(
        "agreement",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("version", sa.Text(), nullable=False),
        sa.Column("agreed_by", sa.Text(), nullable=False),
        sa.Column("agreed_at", UtcDateTime(), nullable=False),
        sa.Column("editions_at", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_agreement_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "version", name=op.f("pk_agreement")),
        sqlite_strict=True,
    )
