"""Keep what people report, until somebody answers."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0014"
down_revision = "0013"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "abuse_report",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("token_hash", sa.Text(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("text", sa.Text(), nullable=True),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered", UtcDateTime(), nullable=True),
        sa.Column("answered_by", UuidText(), nullable=True),
        sa.CheckConstraint(
            "(answer IS NULL) = (text IS NOT NULL)", name=op.f("ck_abuse_report_forgotten_when_answered")
        ),
        sa.ForeignKeyConstraint(
            ["answered_by"], ["person.id"], name=op.f("fk_abuse_report_answered_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_abuse_report")),
        sa.UniqueConstraint("token_hash", name=op.f("uq_abuse_report_token_hash")),
        sqlite_strict=True,
    )
    walls.enclose("abuse_report")
    walls.let_in("abuse_report", Public, rows=f"token_hash = {walls.OF}")
