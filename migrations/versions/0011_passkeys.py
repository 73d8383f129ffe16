"""Keep passkeys, and which challenges were used."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import Count, UtcDateTime, UuidText
from issuers.database.scopes import OnePerson, Public
from migrations import walls

revision = "0011"
down_revision = "0010"
branch_labels = None
depends_on = None


_OWN = f"person_id::text = {walls.OF}"
_WHERE_HE_WORKS = (
    "EXISTS (SELECT FROM membership WHERE membership.organisation_id = {table}.organisation_id "
    f"AND membership.person_id::text = {walls.OF} AND membership.ended IS NULL)"
)


def upgrade() -> None:
    _make_tables()
    for table in ("passkey", "spent_challenge"):
        walls.enclose(table)
        walls.let_in(table, OnePerson, rows=_OWN, to="ALL")
    walls.let_in("passkey", Public, rows=f"credential_id = {walls.OF}")
    walls.let_in("person", Public, rows=f"mail = {walls.OF}")
    walls.let_in("instance", Public, rows="true")
    walls.let_in("outgoing_mail", OnePerson, rows="organisation_id IS NULL", to="INSERT")
    for table in ("audit_record", "audit_salt"):  # how somebody signs in is told where he works
        rows = _WHERE_HE_WORKS.format(table=table)
        walls.let_in(table, OnePerson, rows=rows)
        walls.let_in(table, OnePerson, rows=rows, to="INSERT")


def _make_tables() -> None:
    op.add_column("instance", sa.Column("challenge_key", sa.LargeBinary(), nullable=True))
    op.create_table(
        "passkey",
        sa.Column("credential_id", sa.Text(), nullable=False),
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("name", sa.Text(), nullable=False),
        sa.Column("public_key", sa.LargeBinary(), nullable=False),
        sa.Column("sign_count", Count(), nullable=False),
        sa.Column("transports", sa.Text(), nullable=False),
        sa.Column("created", UtcDateTime(), nullable=False),
        sa.Column("used", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(["person_id"], ["person.id"], name=op.f("fk_passkey_person_id_person")),
        sa.PrimaryKeyConstraint("credential_id", name=op.f("pk_passkey")),
        sa.UniqueConstraint("id", name=op.f("uq_passkey_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_passkey_person_id"), "passkey", ["person_id"])
    op.create_table(
        "spent_challenge",
        sa.Column("digest", sa.Text(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("expires", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_spent_challenge_person_id_person")
        ),
        sa.PrimaryKeyConstraint("digest", name=op.f("pk_spent_challenge")),
        sqlite_strict=True,
    )
