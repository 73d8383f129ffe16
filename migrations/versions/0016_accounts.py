"""Keep which accounts elsewhere are whose, and who is on the way to one."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import OnePerson, Public
from migrations import walls

revision = "0016"
down_revision = "0015"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "linked_account",
        sa.Column("issuer", sa.Text(), nullable=False),
        sa.Column("subject", sa.Text(), nullable=False),
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("used", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_linked_account_person_id_person")
        ),
        sa.PrimaryKeyConstraint("issuer", "subject", name=op.f("pk_linked_account")),
        sa.UniqueConstraint("id", name=op.f("uq_linked_account_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_linked_account_person_id"), "linked_account", ["person_id"])
    op.create_table(
        "sign_in_attempt",
        sa.Column("state_hash", sa.Text(), nullable=False),
        sa.Column("sealed", sa.LargeBinary(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.PrimaryKeyConstraint("state_hash", name=op.f("pk_sign_in_attempt")),
        sqlite_strict=True,
    )
    walls.enclose("linked_account")
    walls.let_in("linked_account", OnePerson, rows=f"person_id::text = {walls.OF}", to="ALL")
    walls.let_in("linked_account", Public, rows=f"issuer || ' ' || subject = {walls.OF}")
    walls.enclose("sign_in_attempt")
