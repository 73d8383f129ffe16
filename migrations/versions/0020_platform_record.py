"""Keep what whoever runs the service decided, in a chain of its own."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from migrations import walls

revision = "0020"
down_revision = "0019"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "platform_record",
        sa.Column("sequence", sa.Integer(), autoincrement=False, nullable=False),
        sa.Column("previous", sa.LargeBinary(), nullable=False),
        sa.Column("hash", sa.LargeBinary(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("at", UtcDateTime(), nullable=False),
        sa.Column("actor_id", UuidText(), nullable=False),
        sa.Column("about", sa.Text(), nullable=True),
        sa.Column("person_id", UuidText(), nullable=True),
        sa.Column("subject_id", UuidText(), nullable=True),
        sa.ForeignKeyConstraint(
            ["about"], ["organisation.id"], name=op.f("fk_platform_record_about_organisation")
        ),
        sa.PrimaryKeyConstraint("sequence", name=op.f("pk_platform_record")),
        sqlite_strict=True,
    )
    walls.enclose("platform_record")
