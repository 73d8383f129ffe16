"""Let an organisation publish what it designed itself: an achievement that is no werkproces.

SQLite cannot take NOT NULL off a column, so there the table is made again. Badges name its rows all the while,
so until the end of the transaction nobody asks whether those rows are there.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime

revision = "0024"
down_revision = "0023"
branch_labels = None
depends_on = None

_WORK = ("crebo", "code", "digest")
_WHOLE = "(crebo IS NULL) = (code IS NULL) AND (code IS NULL) = (digest IS NULL)"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_again()
        return
    for name in _WORK:
        op.alter_column("achievement", name, existing_type=sa.Text(), nullable=True)
    op.create_check_constraint(op.f("ck_achievement_work_is_whole"), "achievement", _WHOLE)


def _make_again() -> None:
    op.execute("PRAGMA defer_foreign_keys=ON")
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM achievement")
    op.execute("DELETE FROM achievement")
    op.drop_table("achievement")
    op.create_table(
        "achievement",
        sa.Column("id", sa.Text(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("fingerprint", sa.LargeBinary(), nullable=False),
        sa.Column("crebo", sa.Text(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("digest", sa.Text(), nullable=True),
        sa.Column("leervorm", sa.Text(), nullable=False),
        sa.Column("title", sa.Text(), nullable=False),
        sa.Column("document", sa.LargeBinary(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.CheckConstraint(_WHOLE, name=op.f("ck_achievement_work_is_whole")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_achievement_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_achievement")),
        sa.UniqueConstraint(
            "organisation_id", "fingerprint", name=op.f("uq_achievement_organisation_id_fingerprint")
        ),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_achievement_organisation_id_id")),
        sqlite_strict=True,
    )
    op.execute("INSERT INTO achievement SELECT * FROM kept")
    op.execute("DROP TABLE kept")
