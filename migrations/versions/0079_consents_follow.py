"""Write of a consent how many badges its link showed, so that one that is gone ends it; and keep one at a time."""

import sqlalchemy as sa
from alembic import op

revision = "0079"
down_revision = "0078"
branch_labels = None
depends_on = None

_COUNT = """UPDATE school_consent SET shows = (
    SELECT count(*) FROM shared_badge WHERE shared_badge.share_id = school_consent.share_id
)"""
_END_SECOND = """UPDATE school_consent SET ended = given WHERE ended IS NULL AND EXISTS (
    SELECT 1 FROM school_consent AS first
    WHERE first.share_id = school_consent.share_id
    AND first.organisation_id = school_consent.organisation_id
    AND first.ended IS NULL AND first.id < school_consent.id
)"""


def upgrade() -> None:
    op.add_column("school_consent", sa.Column("shows", sa.Integer(), nullable=False, server_default="0"))
    op.execute(_COUNT)
    op.execute(_END_SECOND)
    going = sa.text("ended IS NULL")
    op.create_index(
        "ix_school_consent_going",
        "school_consent",
        ["share_id", "organisation_id"],
        unique=True,
        sqlite_where=going,
        postgresql_where=going,
    )
