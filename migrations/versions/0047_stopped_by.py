"""Keep who took back what waited, or said as a second person that it is not right."""

from alembic import op

from issuers.database.columns import UuidText

revision = "0047"
down_revision = "0046"
branch_labels = None
depends_on = None


def upgrade() -> None:
    kind = UuidText().dialect_impl(op.get_bind().dialect).compile(dialect=op.get_bind().dialect)
    op.execute(  # Alembic would add the rule apart, which SQLite cannot
        f"ALTER TABLE held ADD COLUMN stopped_by {kind} "
        "CONSTRAINT fk_held_stopped_by_person REFERENCES person (id)"
    )
