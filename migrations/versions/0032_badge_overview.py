"""Keep of a badge what it is looked for by beside what was signed, with one index that holds all of that."""

import json
from collections.abc import Iterator

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText

revision = "0032"
down_revision = "0031"
branch_labels = None
depends_on = None

_AT_ONCE = 1000


def upgrade() -> None:
    op.add_column("badge", sa.Column("folded_name", sa.Text(), nullable=True))
    op.add_column("badge", sa.Column("valid_until", UtcDateTime(), nullable=True))
    badge = sa.table(
        "badge",
        sa.column("id", UuidText()),
        sa.column("kind", sa.Text()),
        sa.column("raw", sa.LargeBinary()),
        sa.column("folded_name", sa.Text()),
    )
    found = sa.select(badge.c.id, badge.c.raw).where(badge.c.raw.is_not(None), badge.c.kind == "badge")
    for rows in op.get_bind().execute(found).partitions(_AT_ONCE):
        named = [{"row": row.id, "name": name} for row in rows for name in _names(row.raw)]
        if named:
            changed = badge.update().where(badge.c.id == sa.bindparam("row"))
            op.get_bind().execute(changed.values(folded_name=sa.bindparam("name")), named)
    op.create_index(
        "ix_badge_overview",
        "badge",
        [
            *("organisation_id", "id", "state", "reserved_at", "valid_until", "replaced_by"),
            *("achievement_id", "issued_by", "profiel_id", "folded_name"),
        ],
    )
    op.drop_index("ix_badge_organisation_id_reserved_at", "badge")


def _names(raw: bytes) -> Iterator[str]:
    """Give the name that stands in a badge, as it is compared, if one does."""
    for identity in json.loads(raw)["credentialSubject"].get("identifier", []):
        if identity.get("identityType") == "name":
            yield identity["identityHash"].casefold()
