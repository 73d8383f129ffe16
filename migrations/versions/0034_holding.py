"""Let what was given wait: for a second person, or for whoever may take it back."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0034"
down_revision = "0033"
branch_labels = None
depends_on = None


def upgrade() -> None:
    op.create_table(
        "holding_rule",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.Column("undo_minutes", sa.Integer(), nullable=False),
        sa.Column("hold_hours", sa.Integer(), nullable=False),
        sa.Column("changed", UtcDateTime(), nullable=False),
        sa.CheckConstraint("undo_minutes IN (0, 10, 1440)", name=op.f("ck_holding_rule_undo_is_offered")),
        sa.CheckConstraint("hold_hours >= 0 AND hold_hours <= 72", name=op.f("ck_holding_rule_hold_is_short")),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_holding_rule_organisation_id_organisation"),
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_holding_rule")),
        sqlite_strict=True,
    )
    walls.build("holding_rule")
    _make_held()
    op.create_table(
        "held_code_try",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("person_id", UuidText(), nullable=False),
        sa.Column("failures", sa.Integer(), nullable=False),
        sa.Column("locked_until", UtcDateTime(), nullable=True),
        sa.ForeignKeyConstraint(
            ["organisation_id"],
            ["organisation.id"],
            name=op.f("fk_held_code_try_organisation_id_organisation"),
        ),
        sa.ForeignKeyConstraint(
            ["person_id"], ["person.id"], name=op.f("fk_held_code_try_person_id_person")
        ),
        sa.PrimaryKeyConstraint("organisation_id", "person_id", name=op.f("pk_held_code_try")),
        sqlite_strict=True,
    )
    walls.build("held_code_try")


def _make_held() -> None:
    op.create_table(
        "held",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("idempotency_key", sa.Text(), nullable=False),
        sa.Column("profiel_id", UuidText(), nullable=True),
        sa.Column("work", sa.Text(), nullable=True),
        sa.Column("judgement", sa.Text(), nullable=False),
        sa.Column("occasion", sa.Text(), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.Column("held", UtcDateTime(), nullable=False),
        sa.Column("held_by", UuidText(), nullable=False),
        sa.Column("proof", sa.Text(), nullable=False),
        sa.Column("proved", UtcDateTime(), nullable=False),
        sa.Column("due", UtcDateTime(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("ended", UtcDateTime(), nullable=True),
        sa.Column("confirmed", UtcDateTime(), nullable=True),
        sa.Column("confirmed_by", UuidText(), nullable=True),
        sa.Column("code", sa.Text(), nullable=True),
        sa.Column("code_until", UtcDateTime(), nullable=True),
        sa.Column("objection", sa.Text(), nullable=True),
        sa.Column("because", sa.Text(), nullable=True),
        sa.Column("badge_id", UuidText(), nullable=True),
        sa.CheckConstraint(
            "(confirmed IS NULL) = (confirmed_by IS NULL)", name=op.f("ck_held_confirmed_has_person")
        ),
        sa.CheckConstraint(
            "confirmed_by IS NULL OR confirmed_by <> held_by", name=op.f("ck_held_two_are_two")
        ),
        sa.CheckConstraint("(code IS NULL) = (code_until IS NULL)", name=op.f("ck_held_code_has_end")),
        sa.ForeignKeyConstraint(["badge_id"], ["badge.id"], name=op.f("fk_held_badge_id_badge")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name=op.f("fk_held_confirmed_by_person")),
        sa.ForeignKeyConstraint(["held_by"], ["person.id"], name=op.f("fk_held_held_by_person")),
        sa.ForeignKeyConstraint(
            ["organisation_id", "profiel_id"],
            ["werkplekprofiel.organisation_id", "werkplekprofiel.id"],
            name=op.f("fk_held_organisation_id_profiel_id_werkplekprofiel"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_held_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_held")),
        sa.UniqueConstraint(
            "organisation_id", "idempotency_key", name=op.f("uq_held_organisation_id_idempotency_key")
        ),
        sa.UniqueConstraint("token", name=op.f("uq_held_token")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_held_state_due"), "held", ["state", "due"])
    op.create_index(op.f("ix_held_organisation_id_state"), "held", ["organisation_id", "state"])
    walls.build("held")
    walls.let_in("held", Public, rows=f"token = {walls.OF}")
