"""Let an examencommissie decide: on whose request, and by which rule."""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import Public
from migrations import walls

revision = "0077"
down_revision = "0076"
branch_labels = None
depends_on = None


def upgrade() -> None:
    _make_rule()
    _make_request()
    _make_decision()


def _make_rule() -> None:
    op.create_table(
        "decision_rule",
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("commission", sa.Text(), nullable=False),
        sa.Column("mandate", sa.Text(), nullable=False),
        sa.Column("appeal", sa.Text(), nullable=False),
        sa.Column("appeal_weeks", sa.Integer(), nullable=False),
        sa.Column("keep_years", sa.Integer(), nullable=False),
        sa.Column("asks", sa.Text(), nullable=False),
        sa.Column("changed", UtcDateTime(), nullable=False),
        sa.CheckConstraint("appeal_weeks BETWEEN 1 AND 52", name=op.f("ck_decision_rule_appeal_has_term")),
        sa.CheckConstraint("keep_years BETWEEN 1 AND 60", name=op.f("ck_decision_rule_kept_for_years")),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_decision_rule_organisation_id_organisation")
        ),
        sa.PrimaryKeyConstraint("organisation_id", name=op.f("pk_decision_rule")),
        sqlite_strict=True,
    )
    walls.build("decision_rule")


def _make_request() -> None:
    op.create_table(
        "exemption_request",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=False),
        sa.Column("plan_id", UuidText(), nullable=False),
        sa.Column("part", sa.Text(), nullable=False),
        sa.Column("work", sa.Text(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("asked", IsoDay(), nullable=False),
        sa.Column("asked_by", sa.Text(), nullable=False),
        sa.Column("recorded", UtcDateTime(), nullable=False),
        sa.Column("recorded_by", UuidText(), nullable=False),
        sa.Column("by_name", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id", "candidate_id"],
            ["candidate.organisation_id", "candidate.id"],
            name=op.f("fk_exemption_request_organisation_id_candidate_id_candidate"),
            ondelete="CASCADE",
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id", "plan_id"],
            ["examenplan.organisation_id", "examenplan.id"],
            name=op.f("fk_exemption_request_organisation_id_plan_id_examenplan"),
        ),
        sa.ForeignKeyConstraint(
            ["recorded_by"], ["person.id"], name=op.f("fk_exemption_request_recorded_by_person")
        ),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_exemption_request")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_exemption_request_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_index(
        op.f("ix_exemption_request_organisation_id_state"), "exemption_request", ["organisation_id", "state"]
    )
    op.create_index(op.f("ix_exemption_request_candidate_id"), "exemption_request", ["candidate_id"])
    walls.build("exemption_request")


def _make_decision() -> None:
    op.create_table(
        "decision",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("token", sa.Text(), nullable=False),
        sa.Column("request_id", UuidText(), nullable=False),
        sa.Column("candidate_id", UuidText(), nullable=False),
        sa.Column("kind", sa.Text(), nullable=False),
        sa.Column("outcome", sa.Text(), nullable=False),
        sa.Column("state", sa.Text(), nullable=False),
        sa.Column("decided", IsoDay(), nullable=False),
        sa.Column("until", IsoDay(), nullable=False),
        sa.Column("statement", sa.Text(), nullable=False),
        sa.Column("sequence", sa.Integer(), nullable=False),
        sa.Column("written", UtcDateTime(), nullable=False),
        sa.Column("written_by", UuidText(), nullable=False),
        sa.Column("confirmed", UtcDateTime(), nullable=True),
        sa.Column("confirmed_by", UuidText(), nullable=True),
        sa.Column("confirmed_name", sa.Text(), nullable=True),
        sa.Column("given_back", sa.Text(), nullable=True),
        sa.Column("revises", UuidText(), nullable=True),
        sa.Column("newer_token", sa.Text(), nullable=True),
        sa.CheckConstraint(
            "(confirmed IS NULL) = (confirmed_by IS NULL)", name=op.f("ck_decision_confirmed_has_person")
        ),
        sa.CheckConstraint(
            "confirmed_by IS NULL OR confirmed_by <> written_by", name=op.f("ck_decision_two_are_two")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_decision_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(["written_by"], ["person.id"], name=op.f("fk_decision_written_by_person")),
        sa.ForeignKeyConstraint(["confirmed_by"], ["person.id"], name=op.f("fk_decision_confirmed_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_decision")),
        sa.UniqueConstraint("token", name=op.f("uq_decision_token")),
        sa.UniqueConstraint("organisation_id", "id", name=op.f("uq_decision_organisation_id_id")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_decision_organisation_id_state"), "decision", ["organisation_id", "state"])
    op.create_index(op.f("ix_decision_organisation_id_decided"), "decision", ["organisation_id", "decided"])
    op.create_index(op.f("ix_decision_until"), "decision", ["until"])
    walls.build("decision")
    walls.let_in("decision", Public, rows=f"token = {walls.OF}")
