"""Keep what a school gives beside badges, by the same line: confirmations and praktijkverklaringen.

These are of no achievement that stands at an address. SQLite cannot take NOT NULL off a column, so there the table
is made again from its own words. Other tables name its rows all the while, so until the end of the transaction
nobody asks whether those rows are there.
"""

import sqlalchemy as sa
from alembic import op

from issuers.database.columns import IsoDay, UtcDateTime, UuidText
from issuers.database.scopes import OneOrganisation, Public
from migrations import walls

revision = "0029"
down_revision = "0028"
branch_labels = None
depends_on = None

_OF_A_KIND = "(kind = 'badge') = (achievement_id IS NOT NULL)"
_ABOUT = "(kind = 'bevestiging') = (about_id IS NOT NULL)"
_COLUMNS = "kind TEXT DEFAULT 'badge' NOT NULL, about_id TEXT"
_HELD = f"token = {walls.OF} OR id::text = {walls.OF} OR about_id::text = {walls.OF}"


def upgrade() -> None:
    if op.get_bind().dialect.name == "sqlite":
        _make_again()
    else:
        op.alter_column("badge", "achievement_id", existing_type=sa.Text(), nullable=True)
        op.add_column("badge", sa.Column("kind", sa.Text(), server_default="badge", nullable=False))
        op.add_column("badge", sa.Column("about_id", UuidText(), nullable=True))
        op.create_check_constraint(op.f("ck_badge_of_a_kind"), "badge", _OF_A_KIND)
        op.create_check_constraint(op.f("ck_badge_about_a_badge"), "badge", _ABOUT)
    op.create_index(op.f("ix_badge_about_id"), "badge", ["about_id"])
    walls.shut_out("badge", Public)
    walls.let_in("badge", Public, rows=f"({_HELD}) AND state IN ('signed', 'revoked')")
    _make_checks()
    _make_questions()


def _make_again() -> None:
    """Make the table of badges again, with its indexes, in the words in which it stands there."""
    words = "SELECT sql FROM sqlite_master WHERE tbl_name = 'badge' AND sql IS NOT NULL ORDER BY type DESC"
    table, *indexes = op.get_bind().exec_driver_sql(words).scalars().all()
    found = [each[1] for each in op.get_bind().exec_driver_sql("PRAGMA table_info(badge)").all()]
    columns, strict = table.replace("achievement_id TEXT NOT NULL", "achievement_id TEXT").rsplit(")", 1)
    first, constraints = columns.split("CONSTRAINT", 1)
    more = (
        f'CONSTRAINT "ck_badge_of_a_kind" CHECK ({_OF_A_KIND}), '
        f'CONSTRAINT "ck_badge_about_a_badge" CHECK ({_ABOUT}), CONSTRAINT'
    )
    op.execute("PRAGMA defer_foreign_keys=ON")
    op.execute("CREATE TEMPORARY TABLE kept AS SELECT * FROM badge")
    op.execute("DELETE FROM badge")
    op.drop_table("badge")
    op.execute(f"{first}{_COLUMNS}, {more}{constraints}){strict}")
    op.execute(f"INSERT INTO badge ({', '.join(found)}) SELECT {', '.join(found)} FROM kept")
    op.execute("DROP TABLE kept")
    for each in indexes:
        op.execute(each)


def _make_checks() -> None:
    op.create_table(
        "erkenning_check",
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("source", sa.Text(), nullable=False),
        sa.Column("looked", IsoDay(), nullable=False),
        sa.Column("checked_by", UuidText(), nullable=False),
        sa.Column("written", UtcDateTime(), nullable=False),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_erkenning_check_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["checked_by"], ["person.id"], name=op.f("fk_erkenning_check_checked_by_person")
        ),
        sa.PrimaryKeyConstraint("badge_id", "organisation_id", name=op.f("pk_erkenning_check")),
        sqlite_strict=True,
    )
    walls.build("erkenning_check")


def _make_questions() -> None:
    op.create_table(
        "school_question",
        sa.Column("id", UuidText(), nullable=False),
        sa.Column("organisation_id", sa.Text(), nullable=False),
        sa.Column("leerbedrijf_id", sa.Text(), nullable=False),
        sa.Column("profiel_id", UuidText(), nullable=False),
        sa.Column("badge_id", UuidText(), nullable=False),
        sa.Column("question", sa.Text(), nullable=False),
        sa.Column("asked", UtcDateTime(), nullable=False),
        sa.Column("asked_by", UuidText(), nullable=False),
        sa.Column("answer", sa.Text(), nullable=True),
        sa.Column("answered", UtcDateTime(), nullable=True),
        sa.CheckConstraint(
            "(answer IS NULL) = (answered IS NULL)", name=op.f("ck_school_question_answer_has_moment")
        ),
        sa.ForeignKeyConstraint(
            ["organisation_id"], ["organisation.id"], name=op.f("fk_school_question_organisation_id_organisation")
        ),
        sa.ForeignKeyConstraint(
            ["leerbedrijf_id"], ["organisation.id"], name=op.f("fk_school_question_leerbedrijf_id_organisation")
        ),
        sa.ForeignKeyConstraint(["asked_by"], ["person.id"], name=op.f("fk_school_question_asked_by_person")),
        sa.PrimaryKeyConstraint("id", name=op.f("pk_school_question")),
        sqlite_strict=True,
    )
    op.create_index(op.f("ix_school_question_organisation_id"), "school_question", ["organisation_id"])
    op.create_index(op.f("ix_school_question_profiel_id"), "school_question", ["profiel_id"])
    walls.build("school_question")
    asked = f"leerbedrijf_id = {walls.OF}"
    walls.let_in("school_question", OneOrganisation, rows=asked)
    walls.let_in("school_question", OneOrganisation, rows=asked, to="UPDATE")
