"""Index of badges what is looked for, and no more: each change of a badge changed each index.

What few badges have is indexed of those few.
"""

import sqlalchemy as sa
from alembic import op

revision = "0049"
down_revision = "0047"
branch_labels = None
depends_on = None

_RARE = ("profiel_id", "about_id")


def upgrade() -> None:
    for column in _RARE:
        op.drop_index(f"ix_badge_{column}", "badge")
        _create(f"ix_badge_{column}", [column], only=f"{column} IS NOT NULL")
    op.drop_index("ix_badge_replaces", "badge")
    _create("ix_badge_replaces", ["replaces"], only="replaces IS NOT NULL", unique=True)
    for name in ("revoked_at", "valid_until", "status_list_id_state", "key_id_state"):
        op.drop_index(f"ix_badge_{name}", "badge")
    for column in ("revoked_at", "valid_until"):
        _create(f"ix_badge_state_{column}", ["state", column], only=f"{column} IS NOT NULL")
    _create("ix_badge_revoked", ["status_list_id"], only="state = 'revoked'")
    op.create_index("ix_badge_key_id", "badge", ["key_id"])


def _create(name: str, columns: list[str], *, only: str, unique: bool = False) -> None:
    where = sa.text(only)
    op.create_index(
        name, "badge", columns, unique=unique, sqlite_where=where, postgresql_where=where
    )
